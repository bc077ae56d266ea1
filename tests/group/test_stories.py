"""Which articles are put together."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from recoupe.engines.inline import Inline
from recoupe.group import Cluster, group
from recoupe.group.keys import features
from recoupe.group.stories import group_features
from recoupe.model import Article

from .pile import FERRY_EN, PILE
from .told import told


def grouped(*articles: Article) -> list[list[str]]:
    return [[article.id for article in cluster.articles] for cluster in group(articles, Inline())]


def test_two_stories_of_one_day_are_told_apart_across_languages_and_scripts() -> None:
    assert grouped(*PILE) == [["ferry-en", "ferry-fr", "ferry-ru"], ["strike-en", "strike-fr"]]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_pile_changes_nothing(seed: int) -> None:
    shuffled = list(PILE)
    random.Random(seed).shuffle(shuffled)
    assert group(shuffled, Inline()) == group(PILE, Inline())


def test_a_pile_of_one_story_is_one_story() -> None:
    assert len(grouped(*PILE[:3])) == 1


def test_an_article_alone_is_a_story_of_its_own() -> None:
    assert group([FERRY_EN], Inline()) == (Cluster((FERRY_EN,), ()),)


def test_no_article_is_no_story() -> None:
    assert group([], Inline()) == ()


def test_an_article_without_words_does_not_stop_the_rest() -> None:
    assert ["empty"] in grouped(*PILE, told("empty", "-- Read also: nothing"))


def test_a_story_says_what_holds_it_together() -> None:
    ferry = group(PILE, Inline())[0]
    assert {"Aldona", "Torven", "Marwick"} <= set(ferry.why)
    assert len(ferry.why) <= 8


def test_the_same_monthly_report_a_year_later_is_another_story() -> None:
    def report(id_: str, month: str, rate: str) -> Article:
        text = (
            f"# Lindmark unemployment at {rate} percent\nUnemployment in Lindmark stood at {rate} percent in {month}."
        )
        return told(id_, text, published="2026-02-03" if id_ == "a" else "2027-02-03")

    near = replace(report("b", "January", "5.1"), published=report("a", "January", "5.1").published)
    others = [article for article in PILE if article.id.startswith("ferry")]
    assert ["a", "b"] in grouped(report("a", "January", "5.1"), near, *others)


def test_many_copies_of_one_text_are_one_story() -> None:
    pile = [features(replace(FERRY_EN, id=f"{number:04}")) for number in range(1600)]
    assert len(group_features(pile, Inline())) == 1

"""How articles are named and numbered for readers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.model import Place, Published
from recoupe.write.lookup import look_up, stands, words_at
from recoupe.write.texts import texts

from .factories import ARTICLES, FLASH, GAZETTE, NIED, STORY, report

EN = texts("en")


def test_an_article_is_named_after_its_outlet_or_else_its_file() -> None:
    labels = look_up(report(), EN).labels
    assert (labels["nied"], labels["gazette"]) == ("Le Courrier de la Nied", "gazette.txt")


def test_two_articles_of_one_outlet_are_told_apart_by_day() -> None:
    later = replace(NIED, id="later", published=Published("2026-04-16", "day", "text"))
    labels = look_up(report(articles=(NIED, later)), EN).labels
    assert set(labels.values()) == {"Le Courrier de la Nied, Apr 14, 2026", "Le Courrier de la Nied, Apr 16, 2026"}


def test_two_of_one_day_are_numbered() -> None:
    labels = look_up(report(articles=(NIED, replace(NIED, id="again"))), EN).labels
    assert set(labels.values()) == {
        "Le Courrier de la Nied, Apr 14, 2026 (1)",
        "Le Courrier de la Nied, Apr 14, 2026 (2)",
    }


def test_a_line_of_a_container_is_named_after_its_id() -> None:
    line = replace(GAZETTE, source="pile/articles.jsonl#n7")
    assert look_up(report(articles=(line,)), EN).labels["gazette"] == "n7"


def test_numbers_follow_the_stories_whatever_the_order_of_the_articles() -> None:
    assert look_up(report(articles=ARTICLES[::-1]), EN).numbers == {"nied": 1, "flash": 2, "observer": 3, "gazette": 4}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place("flash", 0, 9), True),
        (Place("flash", 9, 9), False),
        (Place("flash", 0, len(FLASH.text) + 1), False),
        (Place("gone", 0, 9), False),
    ],
)
def test_a_place_stands_or_does_not(place: Place, found: bool) -> None:
    assert stands(look_up(report(), EN), place) is found


def test_words_of_an_unknown_article_are_none() -> None:
    assert words_at(look_up(report(), EN), Place("gone", 0, 5)) == ""


def test_an_inferred_day_comes_after_what_is_known_of_that_day() -> None:
    known = replace(NIED, id="known", published=Published("2026-04-14T23:00", "minute", "text"))
    inferred = replace(NIED, id="inferred", published=Published("2026-04-14", "day", "inferred"))
    story = replace(STORY, articles=("inferred", "known"))
    lookup = look_up(report(articles=(known, inferred), story=story), EN)
    assert lookup.numbers["known"] < lookup.numbers["inferred"]

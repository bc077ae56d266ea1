"""The summary: a screen of plain text that says what matters first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.model import Report
from recoupe.write.terminal import summary
from recoupe.write.texts import texts

from .factories import REPORT, STORY, crowd, report

EN = texts("en")


def many(count: int) -> Report:
    stories = tuple(replace(STORY, id=f"story-{n:03}", title=f"Story {n}") for n in range(count))
    return replace(REPORT, stories=stories, rejected=REPORT.rejected * 30)


@pytest.mark.parametrize("made", [REPORT, crowd(30), many(30)], ids=["one story", "a crowd", "many stories"])
@pytest.mark.parametrize("width", [60, 100])
def test_the_summary_fits_a_screen(made: Report, width: int) -> None:
    lines = summary(made, EN, width).splitlines()
    assert len(lines) <= 42
    assert max(map(len, lines)) <= width


def test_it_says_how_many_articles_and_origins_and_names_them() -> None:
    assert "3 of 4 articles, 1 independent origin (between 1 and 2): Le Courrier de la Nied" in summary(REPORT, EN)


def test_it_says_so_when_all_articles_carry_the_claim() -> None:
    assert "\n  12 articles, 1 independent origin" in summary(crowd(12), EN)


@pytest.mark.parametrize(
    "expected",
    [
        "[disputed]",
        "Lorraine Flash rests on Le Courrier de la Nied: rewrite, not credited, 61% of its text",
        "Number: 34 t (Le Courrier de la Nied) / 43 t (Lorraine Flash)",
        "Denied: Gilles Ostermeyer",
        "Would not comment: La préfecture",
        "pile/photo.txt: binary (starts like a JPEG image)",
    ],
)
def test_it_tells(expected: str) -> None:
    assert expected in summary(REPORT, EN)


def test_a_conflict_that_can_be_explained_is_not_told() -> None:
    assert "34.2 t" not in summary(REPORT, EN)


def test_many_stories_are_counted() -> None:
    assert "more stories" in summary(many(30), EN)


def test_a_title_cannot_steer_the_terminal() -> None:
    told = summary(report(story=replace(STORY, title="\x1b[2J\x07Boo\r\nnew")), EN)
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "Boo new" in told


def test_a_report_on_nothing_still_says_so() -> None:
    nothing = replace(REPORT, articles=(), stories=(), rejected=())
    assert summary(nothing, EN) == "0 articles, 0 stories"


def test_claims_of_one_article_are_counted_and_not_listed_beside_those_of_several() -> None:
    shared = STORY.claims[0]
    single = [replace(shared, id=f"s{n}", articles=shared.articles[:1], status="single-origin") for n in range(40)]
    text = summary(report(story=replace(STORY, claims=(shared, *single))), EN)
    assert "; 40 in one article only" in text or "\n      40 in one article only" in text
    assert text.count("single origin") == 0


def test_claims_are_listed_though_each_stands_in_one_article() -> None:
    single = replace(STORY.claims[0], articles=STORY.claims[0].articles[:1], status="single-origin")
    text = summary(report(story=replace(STORY, claims=(single,))), EN)
    assert text.count("single origin") == 1
    assert "in one article only" not in text

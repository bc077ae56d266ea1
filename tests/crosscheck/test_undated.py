"""What "Monday" means in an article without a date, once its story has one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import recoupe

LINES = (
    {"published": "2026-03-11", "publisher": "The Vale Gazette"},
    {"publisher": "The Upland Post"},
)
TEXT = "Vale bridge closed\n\nThe Vale bridge was closed on Monday after a lorry hit the Vale bridge, police said."


def checked(folder: Path, *lines: dict[str, str]) -> recoupe.Report:
    texts = (f"{TEXT} It is report number {number}." for number in range(len(lines)))
    rows = [json.dumps({**line, "text": text}) for line, text in zip(lines, texts, strict=True)]
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return recoupe.check(str(folder))


def test_an_undated_article_takes_the_day_of_its_story_and_says_that_it_is_inferred(tmp_path: Path) -> None:
    report = checked(tmp_path, *LINES)
    undated = next(a for a in report.articles if a.publisher and a.publisher.name == "The Upland Post")
    assert undated.published is not None
    assert (undated.published.value, undated.published.evidence) == ("2026-03-11", "inferred")
    assert [time.value for time in undated.times] == ["2026-03-09"]


def test_an_inferred_day_never_makes_an_article_the_first(tmp_path: Path) -> None:
    report = checked(tmp_path, *LINES)
    dated = next(a for a in report.articles if a.publisher and a.publisher.name == "The Vale Gazette")
    assert {claim.first.article for story in report.stories for claim in story.claims if claim.first} == {dated.id}


@pytest.mark.parametrize("lines", [LINES[1:], (*LINES, {"published": "2026-04-20", "publisher": "The Late Post"})])
def test_a_story_without_days_or_with_days_far_apart_tells_none(tmp_path: Path, lines: tuple[dict[str, str]]) -> None:
    report = checked(tmp_path, *lines)
    undated = next(a for a in report.articles if a.publisher and a.publisher.name == "The Upland Post")
    assert undated.published is None
    assert [time.value for time in undated.times] == [None]

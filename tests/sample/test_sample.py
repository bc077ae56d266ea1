"""The sample pile is there, in several formats and languages, and holds what its readers are told it holds."""

from __future__ import annotations

import json

import pytest

import recoupe
from recoupe import sample

FILES = sorted(sample.path().iterdir())


def test_it_holds_text_pages_and_lines() -> None:
    assert {file.suffix for file in FILES} == {".txt", ".html", ".jsonl"}


def test_it_holds_eight_articles() -> None:
    lines = [
        line for file in FILES if file.suffix == ".jsonl" for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert len([file for file in FILES if file.suffix != ".jsonl"]) + len(lines) == 8


def test_each_line_of_the_container_is_an_article() -> None:
    for file in FILES:
        if file.suffix == ".jsonl":
            for line in file.read_text(encoding="utf-8").splitlines():
                assert json.loads(line).keys() >= {"id", "text", "publisher"}


def test_it_comes_out_as_one_story() -> None:
    report = recoupe.check(str(sample.path()))
    assert [len(story.articles) for story in report.stories] == [8]
    assert report.rejected == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_an_article_is_long_enough_to_be_one(file: object) -> None:
    assert len((sample.path() / str(file)).read_text(encoding="utf-8").split()) >= 150

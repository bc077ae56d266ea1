"""When a text says that it was published: its own line in twelve languages, never another date of the page."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture, Published
from recoupe.settings import Settings

DATA = tomllib.loads((Path(__file__).parent / "published.toml").read_text(encoding="utf-8"))
CASES = [(language, line, value) for language, lines in DATA["lines"].items() for line, value in lines]


def published(language: str, text: str) -> Published | None:
    article = make_article(Capture("a.txt", "text/plain", text), Settings(language=language))
    assert isinstance(article, Article)
    return article.published


@pytest.mark.parametrize(("language", "line", "expected"), CASES)
def test_the_line_below_the_headline_dates_the_article(language: str, line: str, expected: str) -> None:
    headline, body = DATA["bodies"][language]
    found = published(language, f"{headline}\n{line}\n{body}\n{body}")
    assert (found.value if found else "") == expected
    assert not found or found.evidence == "text"


@pytest.mark.parametrize("language", sorted(DATA["bodies"]))
def test_dates_of_the_body_do_not_date_it(language: str) -> None:
    headline, body = DATA["bodies"][language]
    assert published(language, f"{headline}\n{body}\n{body}") is None


@pytest.mark.parametrize("case", DATA["elsewhere"], ids=lambda case: case["line"])
def test_dates_of_other_articles_do_not_date_it(case: dict[str, str]) -> None:
    headline, body = DATA["bodies"][case["language"]]
    found = published(case["language"], f"{headline}\n{body}\n{body}\n{case['line']}")
    assert found is None


@pytest.mark.parametrize("case", DATA["together"], ids=lambda case: " / ".join(case["lines"]) or case["foot"])
def test_lines_tell_the_day_and_the_time_together(case: dict[str, Any]) -> None:
    headline, body = DATA["bodies"][case["language"]]
    text = "\n".join([headline, *case["lines"], body, body, case.get("foot", "")])
    found = published(case["language"], text)
    assert found is not None
    assert (found.value, found.evidence) == (case["value"], "text")

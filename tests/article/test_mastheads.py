"""Who publishes a text: invented pages in twelve languages, by masthead, footer, byline, title, and data of the page."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

EXAMPLES = tomllib.loads((Path(__file__).parent / "mastheads.toml").read_text(encoding="utf-8"))["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['publisher']}: {example['note']}")
def test_the_publisher_is_named_and_nothing_else(example: dict[str, Any]) -> None:
    capture = Capture("a", example.get("media", "text/plain"), example["text"], url=example.get("url"))
    article = make_article(capture, Settings())
    assert isinstance(article, Article)
    found = article.publisher
    assert (found.name.casefold() if found else "") == example["publisher"].casefold()
    assert not (found and example.get("id")) or (found and found.id == example["id"])

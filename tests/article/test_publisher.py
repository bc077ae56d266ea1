"""The publisher is the name that most signs point to; a section or a first sentence is no name."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

BODY = "The bridge over the Arl was closed on Wednesday after a storm damaged a pillar, the county said.\n" * 3


def publisher(text: str, *, url: str | None = None) -> tuple[str, str | None] | None:
    article = make_article(Capture("a.txt", "text/plain", text, url=url), Settings(language="en"))
    assert isinstance(article, Article)
    return (article.publisher.name, article.publisher.id) if article.publisher else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Arl Gazette\nBridge closed after storm\n{BODY}", "The Arl Gazette"),
        (f"THE ARL GAZETTE | News | Sport\nBridge closed after storm\n{BODY}", "THE ARL GAZETTE"),
        (f"Bridge closed after storm\n{BODY}(c) 2026 Arl Gazette Ltd. All rights reserved.", "Arl Gazette"),
        (f"World\nBridge closed after storm\n{BODY}", None),
        (f"Bridge closed after storm\n{BODY}", None),
        (f"Bridge closed after storm\n{BODY}\xa9 2026 AFP", None),
    ],
)
def test_a_name_is_found_where_one_stands(text: str, expected: str | None) -> None:
    found = publisher(text)
    assert (found[0] if found else None) == expected


def test_a_known_domain_names_its_outlet() -> None:
    assert publisher(f"Bridge closed\n{BODY}", url="https://www.bbc.co.uk/news/1") == ("BBC", "bbc")


def test_an_unknown_domain_takes_its_name_from_the_text() -> None:
    text = f"Bridge closed\n{BODY}A reader told The Arl Gazette that she had seen cracks.\n"
    assert publisher(text, url="https://arlgazette.example/1") == ("The Arl Gazette", None)


def test_an_address_that_is_none_is_no_error() -> None:
    assert publisher(f"Bridge closed after storm\n{BODY}", url="http://[bad") is None

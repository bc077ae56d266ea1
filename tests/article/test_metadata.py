"""What pages say of where their text comes from is kept, each with where it was read."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from recoupe.article import make_article
from recoupe.article.metadata import page_metadata
from recoupe.article.pages.said import json_ld
from recoupe.model import Article, Capture
from recoupe.settings import Settings


def told(html: str, key: str) -> list[tuple[str, str]]:
    tree = LexborHTMLParser(html)
    return [(item.value, item.evidence) for item in page_metadata(tree, json_ld(tree)) if item.key == key]


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


@pytest.mark.parametrize(
    ("html", "key", "value"),
    [
        (ld('"author": [{"name": "Mia Holt"}, "Jo Berg"]'), "byline", ["Mia Holt", "Jo Berg"]),
        (
            ld('"author": {"name": "Mia Holt", "url": "https://a.example/mia"}'),
            "author_page",
            ["https://a.example/mia"],
        ),
        (ld('"publisher": {"name": "The Arl Gazette"}'), "publisher", ["The Arl Gazette"]),
        (ld('"sourceOrganization": {"name": "Reuters"}'), "agency", ["Reuters"]),
        (ld('"isBasedOn": "https://b.example/first"'), "based_on", ["https://b.example/first"]),
        (ld('"isBasedOn": {"@type": "Report", "name": "Dam review"}'), "based_on", ["Dam review"]),
        (ld('"citation": [{"url": "https://c.example/1"}, "A study"]'), "cites", ["https://c.example/1", "A study"]),
        (ld('"dateline": "ARL, March 3"'), "place", ["ARL, March 3"]),
        (ld('"locationCreated": {"@type": "Place", "name": "Arl"}'), "place", ["Arl"]),
        (ld('"datePublished": "2026-03-03"'), "published", ["2026-03-03"]),
        (ld('"dateModified": "2026-03-04T08:00Z"'), "updated", ["2026-03-04T08:00Z"]),
        (ld('"isAccessibleForFree": "False"'), "free", ["no"]),
        (ld('"isAccessibleForFree": true'), "free", ["yes"]),
        (ld('"image": {"url": "https://d.example/i.jpg", "creditText": "Jo Berg"}'), "image_credit", ["Jo Berg"]),
    ],
)
def test_json_ld_is_read(html: str, key: str, value: list[str]) -> None:
    assert told(html, key) == [(one, "json-ld") for one in value]


def test_references_within_a_graph_are_followed() -> None:
    html = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#mia"}, "publisher":'
        ' {"@id": "#arl"}}, {"@id": "#mia", "@type": "Person", "name": "Mia Holt"}, {"@id": "#arl", "name": "Arl Post"}]}'
        "</script>"
    )
    assert (told(html, "byline"), told(html, "publisher")) == ([("Mia Holt", "json-ld")], [("Arl Post", "json-ld")])


def test_references_in_a_circle_end() -> None:
    html = ld('"author": {"@id": "#a"}') + ld('"@id": "#a", "name": {"@id": "#a"}')
    assert told(html, "byline") == []


@pytest.mark.parametrize(
    ("html", "key", "value"),
    [
        ('<meta name="syndication-source" content="https://e.example/x">', "syndicated_from", "https://e.example/x"),
        ('<meta name="original-source" content="https://e.example/y">', "syndicated_from", "https://e.example/y"),
        ('<link rel="syndication-source" href="https://e.example/z">', "syndicated_from", "https://e.example/z"),
        ('<link rel="canonical" href="https://e.example/c">', "canonical", "https://e.example/c"),
        ('<meta property="og:url" content="https://e.example/o">', "canonical", "https://e.example/o"),
        ('<meta property="og:site_name" content="Arl Post">', "publisher", "Arl Post"),
        ('<meta property="article:author" content="Mia Holt">', "byline", "Mia Holt"),
        ('<meta property="article:author" content="https://e.example/mia">', "author_page", "https://e.example/mia"),
        ('<meta property="article:modified_time" content="2026-03-04">', "updated", "2026-03-04"),
        ('<meta property="article:content_tier" content="locked">', "free", "no"),
        ('<p itemprop="author"><span itemprop="name">Mia Holt</span></p>', "byline", "Mia Holt"),
        ('<a itemprop="isBasedOn" href="https://e.example/b"></a>', "based_on", "https://e.example/b"),
        ('<time itemprop="dateModified" datetime="2026-03-05">5 March</time>', "updated", "2026-03-05"),
        ('<time datetime="2026-03-03T10:00">3 March</time>', "published", "2026-03-03T10:00"),
    ],
)
def test_tags_and_microdata_are_read(html: str, key: str, value: str) -> None:
    assert value in [one for one, _ in told(html, key)]


def test_an_article_keeps_the_traces_of_its_origin() -> None:
    html = (
        ld('"sourceOrganization": {"name": "Reuters"}, "dateModified": "2026-03-04", "headline": "Mill sold"')
        + '<link rel="syndication-source" href="https://e.example/z">'
        + "<h1>Mill sold</h1><p>The old mill was sold on Monday for one million, its owner said at a meeting.</p>"
    )
    article = make_article(Capture("a.html", "text/html", html), Settings())
    assert isinstance(article, Article)
    assert {item.key: item.value for item in article.traces} == {
        "agency": "Reuters",
        "updated": "2026-03-04",
        "syndicated_from": "https://e.example/z",
    }

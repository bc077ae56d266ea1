"""Page → what it says of itself: JSON-LD, meta tags, canonical link, microdata; most trusted first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from recoupe.model import Metadata

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_Key = Literal["headline", "publisher", "published", "byline", "language", "canonical", "agency"]
# Meta names that give a value outright, in the order in which they are trusted.
_META: tuple[tuple[str, _Key], ...] = (
    ("article:published_time", "published"),
    ("og:article:published_time", "published"),
    ("datepublished", "published"),
    ("date", "published"),
    ("dc.date.issued", "published"),
    ("dc.date", "published"),
    ("dcterms.created", "published"),
    ("dcterms.date", "published"),
    ("pubdate", "published"),
    ("publishdate", "published"),
    ("publish-date", "published"),
    ("publish_date", "published"),
    ("sailthru.date", "published"),
    ("parsely-pub-date", "published"),
    ("cxenseparse:recs:publishtime", "published"),
    ("article:published", "published"),
    ("og:site_name", "publisher"),
    ("application-name", "publisher"),
    ("dc.publisher", "publisher"),
    ("publisher", "publisher"),
    ("og:title", "headline"),
    ("twitter:title", "headline"),
    ("author", "byline"),
    ("article:author", "byline"),
    ("dc.creator", "byline"),
    ("byl", "byline"),
    ("parsely-author", "byline"),
    ("sailthru.author", "byline"),
)
_ARTICLE_FIELDS: tuple[tuple[str, _Key], ...] = (
    ("headline", "headline"),
    ("datePublished", "published"),
    ("inLanguage", "language"),
)
# Pages nest their data a few levels; deeper is no page that we know.
_MAX_DEPTH = 6


def page_metadata(tree: LexborHTMLParser) -> tuple[Metadata, ...]:
    """All that the page says of its article."""
    found = [*_json_ld(tree), *_meta(tree), *_microdata(tree), *_links(tree)]
    return tuple(dict.fromkeys(item for item in found if item.value and len(item.value) < 600))


def _json_ld(tree: LexborHTMLParser) -> Iterator[Metadata]:
    things: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            things += _objects(msgspec.json.decode((node.text() or "").strip()), 0)
        except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
            continue
    articles = [
        thing for thing in things if any("Article" in t or t in ("BlogPosting", "Report") for t in _types(thing))
    ]
    for thing in articles:
        yield from _article(thing)
    for thing in things:
        if {"WebSite", "NewsMediaOrganization"} & set(_types(thing)):
            yield from (Metadata("publisher", name, "json-ld") for name in _names(thing))


def _objects(data: Any, depth: int) -> list[dict[str, Any]]:
    """The objects of a JSON-LD document, also those of lists and of its graph."""
    if depth > _MAX_DEPTH:
        return []
    if isinstance(data, list):
        return [thing for item in data[:200] for thing in _objects(item, depth + 1)]
    if isinstance(data, dict):
        return [data, *_objects(data.get("@graph", []), depth + 1), *_objects(data.get("mainEntity", []), depth + 1)]
    return []


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _article(thing: dict[str, Any]) -> Iterator[Metadata]:
    for field, key in _ARTICLE_FIELDS:
        value = thing.get(field)
        if isinstance(value, str):
            yield Metadata(key, _clean(value), "json-ld")
    for name in _names(thing.get("publisher")):
        yield Metadata("publisher", name, "json-ld")
    for name in _names(thing.get("sourceOrganization")):
        yield Metadata("agency", name, "json-ld")
    for name in _names(thing.get("author")) or _names(thing.get("creator")):
        yield Metadata("byline", name, "json-ld")


def _names(value: Any) -> list[str]:
    """The names of one or more people or bodies, given as text or as objects."""
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [_clean(value)] if isinstance(value, str) and value.strip() and not value.startswith("http") else []


def _clean(value: str) -> str:
    from html import unescape

    return " ".join(unescape(value).split())


def _meta(tree: LexborHTMLParser) -> Iterator[Metadata]:
    said: dict[str, str] = {}
    for node in tree.css("meta"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and given.get("content"):
            said.setdefault(name, _clean(given["content"] or ""))
    for name, key in _META:
        if name in said and not (key == "byline" and said[name].startswith("http")):
            yield Metadata(key, said[name], name if name == "og:site_name" else "meta")


def _microdata(tree: LexborHTMLParser) -> Iterator[Metadata]:
    for node in tree.css('[itemprop="datePublished"], time[pubdate], time[datetime]')[:4]:
        value = node.attributes.get("datetime") or node.attributes.get("content")
        if value:
            yield Metadata("published", value.strip(), "time")
    for node in tree.css("title")[:1]:
        yield Metadata("headline", _clean(node.text() or ""), "title")


def _links(tree: LexborHTMLParser) -> Iterator[Metadata]:
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        for node in tree.css(selector)[:1]:
            value = (node.attributes.get(attribute) or "").strip()
            if value.startswith(("http://", "https://")):
                yield Metadata("canonical", value, "link")
    for node in tree.css("html[lang]")[:1]:
        yield Metadata("language", (node.attributes.get("lang") or "").strip(), "html")

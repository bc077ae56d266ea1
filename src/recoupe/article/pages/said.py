"""Parsed page → what its data say of the article's text: titles, descriptions, the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from recoupe.article.pages.survey import Said, bare

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TITLES = frozenset({"og:title", "twitter:title"})
_DESCRIPTIONS = frozenset({"og:description", "twitter:description", "description"})
# Shorter texts in the data are teasers.
_WHOLE_TEXT = 300
# Pages nest their data a few levels; deeper is no page that we know.
_MAX_DEPTH, _MAX_ITEMS = 6, 200


def what_page_says(tree: LexborHTMLParser, things: list[dict[str, Any]]) -> Said:
    """From its meta tags, its title and `things`, the objects of its JSON-LD."""
    titles: list[str] = [node.text() or "" for node in tree.css("title")[:1]]
    descriptions: list[str] = []
    for node in tree.css("meta"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or "").lower()
        if name in _TITLES:
            titles.append(given.get("content") or "")
        elif name in _DESCRIPTIONS:
            descriptions.append(given.get("content") or "")
    bodies = [""]
    for thing in things:
        titles += [thing["headline"]] if isinstance(thing.get("headline"), str) else []
        bodies += [thing["articleBody"]] if isinstance(thing.get("articleBody"), str) else []
    body = max(bodies, key=len)
    return Said(
        tuple(dict.fromkeys(filter(None, map(bare, titles)))),
        tuple(dict.fromkeys(filter(None, map(bare, descriptions)))),
        bare(body) if len(body) > _WHOLE_TEXT else "",
    )


def json_ld(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD, outermost first; data that is broken is passed over."""
    things: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            things += _objects(msgspec.json.decode((node.text() or "").strip()), 0)
        except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
            continue
    return things


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a document, also those of lists, of its graph, and what its page is about."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data[:_MAX_ITEMS]:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)

"""Page → what it says of itself: JSON-LD, meta tags, links, microdata; most trusted first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from recoupe.model import Metadata, MetadataKey

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# What tells where a text comes from, and is no field of an article in its own right.
TRACES = frozenset(
    {"agency", "updated", "place", "based_on", "cites", "syndicated_from", "image_credit", "author_page", "free"}
)
# Meta names that give a value outright, in the order in which they are trusted.
_META: tuple[tuple[str, MetadataKey], ...] = (
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
    ("article:modified_time", "updated"),
    ("og:updated_time", "updated"),
    ("datemodified", "updated"),
    ("last-modified", "updated"),
    ("dcterms.modified", "updated"),
    ("dc.date.modified", "updated"),
    ("lastmod", "updated"),
    ("og:site_name", "publisher"),
    ("application-name", "publisher"),
    ("dc.publisher", "publisher"),
    ("dcterms.publisher", "publisher"),
    ("publisher", "publisher"),
    ("og:title", "headline"),
    ("twitter:title", "headline"),
    ("author", "byline"),
    ("article:author", "byline"),
    ("dc.creator", "byline"),
    ("dcterms.creator", "byline"),
    ("byl", "byline"),
    ("parsely-author", "byline"),
    ("sailthru.author", "byline"),
    ("syndication-source", "syndicated_from"),
    ("original-source", "syndicated_from"),
    ("dc.source", "syndicated_from"),
    ("dcterms.source", "syndicated_from"),
    ("article:content_tier", "free"),
    ("geo.placename", "place"),
)
_ARTICLE_FIELDS: tuple[tuple[str, MetadataKey], ...] = (
    ("headline", "headline"),
    ("datePublished", "published"),
    ("inLanguage", "language"),
    ("dateModified", "updated"),
    ("dateline", "place"),
)
# What an article's data name: people, bodies, places or other works.
_ARTICLE_NAMES: tuple[tuple[str, MetadataKey], ...] = (
    ("publisher", "publisher"),
    ("sourceOrganization", "agency"),
    ("author", "byline"),
    ("locationCreated", "place"),
    ("isBasedOn", "based_on"),
    ("isBasedOnUrl", "based_on"),
    ("citation", "cites"),
)
_CREDITS = ("creditText", "creator", "copyrightHolder", "author")
_WORKS = frozenset({"based_on", "cites"})
_ADDRESS = re.compile(r"^(?:https?:)?//", re.I)
# Pages nest their data a few levels; deeper is no page that we know. Lists longer than this are indexes.
_MAX_DEPTH, _MAX_ITEMS = 6, 20
_MAX_LINKS = 1000
_LONGEST = 600


def page_metadata(tree: LexborHTMLParser, things: Sequence[dict[str, Any]]) -> tuple[Metadata, ...]:
    """All that the page says of its article; `things` are the objects of its JSON-LD."""
    found = [*_json_ld(things), *_meta(tree), *_microdata(tree), *_links(tree)]
    return tuple(dict.fromkeys(item for item in found if item.value and len(item.value) < _LONGEST))


def _json_ld(things: Sequence[dict[str, Any]]) -> Iterator[Metadata]:
    ids = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    for thing in things:
        if any("Article" in kind or kind in ("BlogPosting", "Report") for kind in _types(thing)):
            yield from _article(thing, ids)
    for thing in things:
        if {"WebSite", "NewsMediaOrganization"} & set(_types(thing)):
            yield from (Metadata("publisher", name, "json-ld") for name in _names(thing, ids))


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _article(thing: dict[str, Any], ids: dict[str, dict[str, Any]]) -> Iterator[Metadata]:
    for field, key in _ARTICLE_FIELDS:
        value = thing.get(field)
        if isinstance(value, str):
            yield Metadata(key, _clean(value), "json-ld")
    for field, key in _ARTICLE_NAMES:
        value = thing.get(field) or (thing.get("creator") if field == "author" else None)
        for name in _names(value, ids, addresses=key in _WORKS):
            yield Metadata(key, name, "json-ld")
    for address in _author_pages(thing.get("author")):
        yield Metadata("author_page", address, "json-ld")
    if isinstance(free := thing.get("isAccessibleForFree"), bool | str):
        yield Metadata("free", "no" if str(free).lower() in ("false", "0", "no") else "yes", "json-ld")
    for name in _image_credits(thing.get("image"), ids):
        yield Metadata("image_credit", name, "json-ld")


def _names(value: Any, ids: dict[str, dict[str, Any]], *, addresses: bool = False, depth: int = 0) -> list[str]:
    """The names of people, bodies, places or works, given as text, as objects, or as references to objects.

    `addresses`: works without a name are told by their address.
    """
    if depth > _MAX_DEPTH:
        return []
    if isinstance(value, list):
        return [name for item in value[:_MAX_ITEMS] for name in _names(item, ids, addresses=addresses, depth=depth + 1)]
    if isinstance(value, dict):
        told = value if len(value) > 1 else ids.get(str(value.get("@id")), value)
        fields = ("name", "headline", "url", "@id") if addresses else ("name",)
        found = (_names(told.get(field), ids, addresses=addresses, depth=depth + 1) for field in fields)
        return next((names for names in found if names), [])
    if not isinstance(value, str) or not value.strip():
        return []
    return [_clean(value)] if addresses or not _ADDRESS.match(value.strip()) else []


def _author_pages(value: Any) -> list[str]:
    """Addresses of the authors' own pages."""
    found = []
    for author in (value if isinstance(value, list) else [value])[:_MAX_ITEMS]:
        address = author.get("url") if isinstance(author, dict) else author
        if isinstance(address, str) and _ADDRESS.match(address.strip()):
            found.append(address.strip())
    return found


def _image_credits(value: Any, ids: dict[str, dict[str, Any]]) -> list[str]:
    """Who is credited for the pictures: the first of the fields that says so, for each picture."""
    found: list[str] = []
    for picture in (value if isinstance(value, list) else [value])[:_MAX_ITEMS]:
        if isinstance(picture, dict):
            told = ids.get(str(picture.get("@id")), picture) if len(picture) == 1 else picture
            credited = (_names(told.get(field), ids) for field in _CREDITS)
            found += next((names for names in credited if names), [])
    return found


def _clean(value: str) -> str:
    from html import unescape

    return " ".join(unescape(value).split())


def _meta(tree: LexborHTMLParser) -> Iterator[Metadata]:
    said: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and given.get("content"):
            said.setdefault(name, []).append(_clean(given["content"] or ""))
    for name, key in _META:
        # Several tags name several authors or sources; of all else the first counts.
        for value in said.get(name, ())[: _MAX_ITEMS if key in ("byline", "syndicated_from") else 1]:
            if key == "byline" and _ADDRESS.match(value):
                yield Metadata("author_page", value, "meta")
            elif key == "free":
                yield Metadata("free", "yes" if value.lower() == "free" else "no", "meta")
            else:
                yield Metadata(key, value, name if name == "og:site_name" else "meta")


def _microdata(tree: LexborHTMLParser) -> Iterator[Metadata]:
    for node in tree.css('[itemprop="datePublished"], time[pubdate], time[datetime]')[:4]:
        value = node.attributes.get("datetime") or node.attributes.get("content")
        if value:
            yield Metadata("published", value.strip(), "time")
    marked: dict[str, LexborNode] = {}
    for node in tree.css("[itemprop]"):
        # The first is the article's; those below are of comments and teasers.
        marked.setdefault(node.attributes.get("itemprop") or "", node)
    if "dateModified" in marked:
        given = marked["dateModified"].attributes
        yield Metadata("updated", (given.get("datetime") or given.get("content") or "").strip(), "microdata")
    for prop, key in _MICRODATA:
        if prop in marked and marked[prop].tag != "meta":
            yield Metadata(key, _value(marked[prop]), "microdata")
    for node in tree.css("title")[:1]:
        yield Metadata("headline", _clean(node.text() or ""), "title")


_MICRODATA: tuple[tuple[str, MetadataKey], ...] = (
    ("author", "byline"),
    ("publisher", "publisher"),
    ("sourceOrganization", "agency"),
    ("isBasedOn", "based_on"),
    ("citation", "cites"),
    ("locationCreated", "place"),
    ("dateline", "place"),
)


def _value(node: LexborNode) -> str:
    """The name within an item, else its address or its text."""
    named = node.css_first('[itemprop="name"]')
    if named is not None:
        return _clean(named.attributes.get("content") or named.text() or "")
    given = node.attributes
    text = _clean(node.text() or "")
    return text if text and len(text) < 200 else _clean(given.get("href") or given.get("content") or "")


def _links(tree: LexborHTMLParser) -> Iterator[Metadata]:
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        for node in tree.css(selector)[:1]:
            value = (node.attributes.get(attribute) or "").strip()
            if value.startswith(("http://", "https://")):
                yield Metadata("canonical", value, "link")
    for node in tree.css("link[rel], a[rel]")[:_MAX_LINKS]:
        given = node.attributes
        relation, address = (given.get("rel") or "").lower(), (given.get("href") or "").strip()
        if relation in ("syndication-source", "original-source") and node.tag == "link":
            yield Metadata("syndicated_from", address, "link")
        elif relation == "author" and _ADDRESS.match(address):
            yield Metadata("author_page", address, "link")
    for node in tree.css("html[lang]")[:1]:
        yield Metadata("language", (node.attributes.get("lang") or "").strip(), "html")

"""RSS, Atom and JSON Feed → Capture: one article an item, with what the feed says; the feeds of an OPML list → Link."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import msgspec

from recoupe.errors import NoArticles, Unreadable
from recoupe.model import Capture, Rejected
from recoupe.readers.decode import decode_page
from recoupe.readers.fields import container_of, is_page, make_capture, with_headline
from recoupe.readers.found import Found, Link, Outcome
from recoupe.readers.moments import as_iso
from recoupe.settings import Settings
from recoupe.text.normal import fold

_TAG = re.compile(r"<[^<>]{0,1000}>")
# What parts the name of an outlet from that of a section in a feed's title.
_PARTS = re.compile(r"\s+[-|>:\u2013\u2014\u00bb\u00b7]\s+|\s*[|\u00bb]\s*|:\s+")
_OUTLET_WORDS = 6
# Feeds have 10 to 500 items; 5,000 take some two seconds to read.
_MOST_ITEMS = 5_000
_ITEM = re.compile(r"<(?:item|entry)[\s>]", re.I)


def read_feed(found: Found, settings: Settings) -> Iterator[Outcome]:
    """The items of an RSS or Atom feed."""
    import feedparser

    told = decode_page(_without_entities(found, settings), found.charset)
    # Text is UTF-8 from here on; what the feed says of its encoding no longer holds.
    header = {"content-type": "application/xml; charset=utf-8", "content-location": found.url or ""}
    text, cut = _first_items(told.text)
    data = io.BytesIO(text.encode("utf-8", "replace"))
    feed = feedparser.parse(data, response_headers=header, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.version:
        raise NoArticles("it is XML, but neither an RSS nor an Atom feed")
    if not feed.entries:
        raise Unreadable("empty", "the feed has no items")
    for number, entry in enumerate(feed.entries, start=1):
        yield _capture(found, feed.feed, entry, number, told.encoding, told.notes)
    if cut:
        yield Rejected(found.source, "too-large", f"the feed has more than {_MOST_ITEMS} items; those are read")


def _first_items(feed: str) -> tuple[str, bool]:
    """The feed up to its last item that is read, and whether there are more."""
    starts = (found.start() for found in _ITEM.finditer(feed))
    end = next(islice(starts, _MOST_ITEMS, None), None)
    return (feed, False) if end is None else (feed[:end], True)


def _without_entities(found: Found, settings: Settings) -> bytes:
    """The bytes of an XML file, unless it defines entities: feeds need none, and a few can stand for gigabytes."""
    data = found.stream.whole(settings.max_bytes)
    if re.search(rb"<!ENTITY", data.replace(b"\0", b""), re.I):
        raise Unreadable("format", "it defines entities of its own, which feeds do not need and attacks do")
    return data


def _capture(
    found: Found, feed: Any, entry: Any, number: int, encoding: str, notes: tuple[str, ...]
) -> Capture | Rejected:
    source = f"{found.source}#{entry.get('id') or entry.get('link') or number}"
    text = _longest(entry)
    title = _words(entry.get("title", ""))
    if not text.strip() and not title:
        return Rejected(source, "empty", f"item {number} has neither title nor text")
    url = entry.get("link") or None
    from_source = _words(entry.get("source", {}).get("title", ""))
    channel = _words(feed.get("title", ""))
    page = is_page(text)
    return Capture(
        source=source,
        media="text/html" if page else "text/plain",
        text=with_headline(text, title) if page else text,
        url=url,
        publisher=from_source or outlet_in(channel, url),
        title=title or None,
        published=_published(entry),
        language=entry.get("language") or feed.get("language") or None,
        byline=_words(entry.get("author", "")) or None,
        via=channel or None,
        captured=found.captured,
        encoding=encoding,
        notes=notes,
    )


def _longest(entry: Any) -> str:
    """The fullest of what the item gives of its text: content, or summary."""
    given = [str(part.get("value", "")) for part in entry.get("content", [])]
    return max([*given, str(entry.get("summary", ""))], key=len)


def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", unescape(str(text))).split())


def _published(entry: Any) -> str | None:
    for key in ("published", "updated", "created"):
        if entry.get(key):
            said = as_iso(str(entry[key]))
            when = entry.get(f"{key}_parsed")
            exact = (
                f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}T{when.tm_hour:02}:{when.tm_min:02}Z"
                if when
                else ""
            )
            return said if said[:4].isdigit() or not exact else exact
    return None


def outlet_in(channel: str, url: str | None) -> str | None:
    """The part of a feed's title that names the outlet: that which its domain is made of, or all of a short title."""
    parts = [part.strip() for part in _PARTS.split(channel) if part.strip()]
    labels = (urlsplit(url or "").hostname or "").split(".")
    for part in parts:
        key = re.sub(r"\W+", "", fold(part))
        if any(len(label) > 2 and (key.startswith(label) or key.endswith(label)) for label in labels[:-1]):
            return part
    return channel if len(parts) == 1 and len(channel.split()) <= _OUTLET_WORDS else None


class _JsonFeed(msgspec.Struct):
    items: list[dict[str, Any]]
    title: str = ""
    language: str | None = None


def read_json_feed(found: Found, settings: Settings) -> Iterator[Outcome]:
    """The items of a JSON Feed."""
    told = decode_page(found.stream.whole(settings.max_bytes), found.charset)
    try:
        feed = msgspec.json.decode(told.text.encode("utf-8", "replace"), type=_JsonFeed)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unreadable("format", f"it is no JSON Feed: {error}") from error
    container = replace(container_of(found, settings, told.encoding, told.notes), columns={})
    for number, item in enumerate(feed.items, start=1):
        text = item.get("content_html") or item.get("content_text") or item.get("summary") or ""
        url = item.get("url") or item.get("external_url")
        authors = item.get("authors") or [item.get("author")]
        record = {
            "id": item.get("id") or url,
            "text": text,
            "url": url,
            "title": item.get("title"),
            "published": item.get("date_published") or item.get("date_modified"),
            "publisher": outlet_in(feed.title, url if isinstance(url, str) else None),
            "language": item.get("language") or feed.language,
            "author": authors,
        }
        made = make_capture(container, record, number)
        yield replace(made, via=feed.title or None) if isinstance(made, Capture) else made


def read_opml(found: Found, settings: Settings) -> Iterator[Outcome]:
    """The addresses of a list of feeds."""
    told = decode_page(_without_entities(found, settings), found.charset)
    try:
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", told.text))
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable("format", f"it is no OPML: {error}") from error
    addresses = [outline.get("xmlUrl") or outline.get("url") for outline in root.iter("outline")]
    known = sorted({address.strip() for address in addresses if address and address.strip()})
    if not known:
        raise NoArticles("the OPML list has no addresses of feeds")
    yield from (Link(f"{found.source}#{address}", address) for address in known)

"""Found → its kind: by the bytes it begins with, by the ending of its name, by the content type that came with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from recoupe.readers import unpack
from recoupe.readers.feeds import read_feed, read_json_feed, read_opml
from recoupe.readers.fields import known_columns
from recoupe.readers.found import Found, Reader
from recoupe.readers.jsons import looks_like_lines, read_json, read_lines
from recoupe.readers.mail import read_mail
from recoupe.readers.markdown import read_markdown
from recoupe.readers.pdf import read_pdf
from recoupe.readers.tables import read_parquet, read_table, separator_of
from recoupe.readers.texts import read_page, read_text
from recoupe.readers.warc import read_warc
from recoupe.readers.zips import read_zip

# How much of an input is looked at to tell its kind.
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input.

    Args:
        name: what it is called.
        read: its reader.
        endings: of file names.
        media: content types.
        opens: tells it by its first bytes, for certain: no other kind begins so.
        looks: tells it by its first bytes where neither name nor content type does.
    """

    name: str
    read: Reader
    endings: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    opens: Callable[[bytes], bool] | None = None
    looks: Callable[[bytes], bool] | None = None


def kind_of(found: Found) -> Kind | None:
    """The kind of what was found; None if nothing tells, and it merely lay there."""
    head = found.stream.head(_LOOKED_AT)
    certain = next((kind for kind in KINDS if kind.opens and kind.opens(head)), None)
    if certain:
        return certain
    ending = PurePosixPath(found.name.lower()).suffix
    by_ending = next((kind for kind in KINDS if ending in kind.endings), None)
    by_media = next((kind for kind in KINDS if found.media in kind.media), None) if found.media else None
    by_looks = next((kind for kind in KINDS if kind.looks and kind.looks(head)), None)
    # A server's word counts more than the ending of an address.
    told = by_media or by_ending
    # Whatever it is called, the first tag tells a page from a feed.
    if told and by_looks and {told.name, by_looks.name} <= _MARKUP:
        return by_looks
    return told or by_looks or (TEXT if found.named else None)


_MARKUP = {"page", "feed", "opml"}


def _magic(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(beginnings)


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<")


def _is_json_feed(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b"jsonfeed.org/version" in head.replace(
        b"\\/", b"/"
    )


# The first tag of a file, after declarations, comments and white space, also in UTF-16.
_FIRST_TAG = re.compile(
    rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?[^>]{0,500}>|<!--.{0,2000}?-->|<!DOCTYPE\s[^>\[]{0,300}(?:\[[^\]]{0,3000}\])?\s{0,9}>)*"
    rb"<(?P<tag>[A-Za-z][A-Za-z0-9:]{0,20})",
    re.S | re.I,
)


def _first_tag(*tags: str) -> Callable[[bytes], bool]:
    def looks(head: bytes) -> bool:
        found = _FIRST_TAG.match(head.replace(b"\0", b""))
        return bool(found) and found["tag"].decode().lower() in tags if found else False

    return looks


_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){2}", re.I)
_MAIL_HEADER = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.I | re.M)


def _is_mail(head: bytes) -> bool:
    return bool(_HEADER.match(head)) and bool(_MAIL_HEADER.search(head.partition(b"\n\n")[0][:4096]))


def _is_json(head: bytes) -> bool:
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*\{)", head))


def _is_lines(head: bytes) -> bool:
    return looks_like_lines(head.removeprefix(b"\xef\xbb\xbf"))


def _is_table(head: bytes) -> bool:
    """A first line that names columns we know, one of them of texts or titles."""
    first = head.partition(b"\n")[0].decode("utf-8", "replace").strip("\ufeff\r ")
    names = [name.strip('" ') for name in first.split(separator_of(head))]
    known = known_columns(names) if 1 < len(names) < 200 else {}
    return len(known) > 1 and ("text" in known or "title" in known)


TEXT = Kind("text", read_text, (".txt", ".text"))
KINDS: tuple[Kind, ...] = (
    Kind("packed", unpack.read_packed, unpack.ENDINGS, opens=_magic(*unpack.MAGIC)),
    Kind("zip", read_zip, (".zip", ".wacz", ".docx"), opens=_magic(b"PK\x03\x04", b"PK\x05\x06")),
    Kind("pdf", read_pdf, (".pdf",), ("application/pdf",), opens=_is_pdf),
    Kind("warc", read_warc, (".warc", ".wet"), ("application/warc",), opens=_magic(b"WARC/1.", b"WARC/0.")),
    Kind("parquet", read_parquet, (".parquet", ".pq"), opens=_magic(b"PAR1")),
    Kind("json-feed", read_json_feed, media=("application/feed+json",), opens=_is_json_feed),
    Kind(
        "feed",
        read_feed,
        (".rss", ".atom", ".xml"),
        ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
        looks=_first_tag("rss", "feed", "rdf:rdf"),
    ),
    Kind("opml", read_opml, (".opml",), ("text/x-opml",), looks=_first_tag("opml")),
    Kind(
        "page",
        read_page,
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        looks=_first_tag("html", "head", "body", "article", "div", "meta", "title", "p", "h1"),
    ),
    Kind("lines", read_lines, (".jsonl", ".ndjson", ".jsonlines"), ("application/x-ndjson",), looks=_is_lines),
    Kind("json", read_json, (".json",), ("application/json", "application/ld+json"), looks=_is_json),
    Kind("mail", read_mail, (".eml", ".mhtml", ".mht"), ("message/rfc822", "multipart/related"), looks=_is_mail),
    Kind("markdown", read_markdown, (".md", ".markdown"), ("text/markdown",), looks=_magic(b"---\ntitle:")),
    Kind("table", read_table, (".csv", ".tsv", ".tab"), ("text/csv", "text/tab-separated-values"), looks=_is_table),
    TEXT,
)

"""WARC → Found: the pages among the answers of a web archive, one after the other, with address and time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.model import Rejected
from recoupe.readers.extras import extra
from recoupe.readers.found import Found, Outcome
from recoupe.readers.stream import Stream
from recoupe.readers.unpack import unpack_coded
from recoupe.settings import Settings

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(found: Found, settings: Settings) -> Iterator[Outcome]:
    """Pages answered with success, and texts made from pages (WET). Images, scripts and redirects are passed over."""
    warc = extra("fastwarc.warc")
    kinds = warc.WarcRecordType.response | warc.WarcRecordType.resource | warc.WarcRecordType.conversion
    # What servers packed is unpacked here, since FastWARC would do so without a bound.
    records = warc.ArchiveIterator(found.stream, record_types=kinds, auto_decode="transfer", stream_detect=False)
    for number, record in enumerate(records, start=1):
        media = _media(record)
        converted = record.record_type == warc.WarcRecordType.conversion and media == "text/plain"
        if media in _PAGES or converted:
            yield _page(f"{found.source}#{number}", media or "", record, settings.max_bytes)


def _page(source: str, media: str, record: Any, limit: int) -> Found | Rejected:
    expected = record.content_length
    payload = record.reader.read(limit + 1)
    if len(payload) > limit:
        return Rejected(source, "too-large", f"more than {limit} bytes; see the setting max_bytes")
    # A body sent in chunks is shorter than what held it.
    chunked = record.is_http and "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower()
    coding = (record.http_headers.get("Content-Encoding") or "").strip().lower() if record.is_http else ""
    return Found(
        source=source,
        name="",
        stream=Stream(unpack_coded(payload, coding, limit)),
        media=media,
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
        captured=record.headers.get("WARC-Date"),
        notes=() if chunked or len(payload) >= expected else (f"cut off after {len(payload)} of {expected} bytes",),
    )


def _media(record: Any) -> str | None:
    """Content type of what was answered; None if the answer was no success."""
    if not record.is_http:
        given: str = record.headers.get("Content-Type") or ""
        return given.partition(";")[0].strip().lower()
    success = record.http_headers is not None and (record.http_headers.status_code or 0) == 200
    return (record.http_content_type or "").lower() if success else None

"""Plain text and pages → Capture: the whole of the file is one text."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.model import Capture
from recoupe.readers.decode import decode, decode_page
from recoupe.readers.found import Found, Outcome
from recoupe.settings import Settings


def read_text(found: Found, settings: Settings) -> Iterator[Outcome]:
    """A plain text."""
    told = decode(
        found.stream.whole(settings.max_bytes), (found.charset,) if found.charset else (), most=settings.max_chars
    )
    yield Capture(
        source=found.source,
        media="text/plain",
        text=told.text,
        url=found.url,
        captured=found.captured,
        encoding=told.encoding,
        notes=(*found.notes, *told.notes),
    )


def read_page(found: Found, settings: Settings) -> Iterator[Outcome]:
    """An HTML page."""
    told = decode_page(found.stream.whole(settings.max_bytes), found.charset)
    yield Capture(
        source=found.source,
        media="text/html",
        text=told.text,
        url=found.url,
        captured=found.captured,
        encoding=told.encoding,
        notes=(*found.notes, *told.notes),
    )

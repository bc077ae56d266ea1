"""PDF → Capture: the text of its pages, in paragraphs as they were meant."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from recoupe.errors import Unreadable
from recoupe.model import Capture
from recoupe.readers.extras import extra
from recoupe.readers.found import Found, Outcome
from recoupe.readers.paragraphs import unwrap
from recoupe.readers.stream import seekable
from recoupe.settings import Settings

# A newspaper has up to 100 pages; what is longer is a book, of which the first part is read.
_MOST_PAGES = 200
# Bytes of drawing commands, unpacked, in all pages read. A page of text has 5,000 to 50,000, and a million take
# some four seconds.
_MOST_COMMANDS = 1_250_000


def read_pdf(found: Found, settings: Settings) -> Iterator[Outcome]:
    """One article a document. What it says of itself is left alone: mostly a file name and the date of printing."""
    pypdf = extra("pypdf")
    # It tells of each oddity of a file on standard error; what matters comes as an exception.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with seekable(found.stream) as file:
        reader = pypdf.PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("unreadable", "the PDF is locked with a password")
        pages, notes = _pages(reader, settings.max_chars)
    text = "\n\n".join(unwrap(page) for page in pages if page.strip())
    if not text.strip():
        raise Unreadable("no-text", "the PDF has no text in it; it may be pictures of pages, which need OCR first")
    yield Capture(
        source=found.source, media="text/plain", text=text, url=found.url, captured=found.captured, notes=notes
    )


def _pages(reader: Any, most: int) -> tuple[list[str], tuple[str, ...]]:
    """The texts of the pages until there is enough, and a note if that is not all."""
    texts: list[str] = []
    total, commands = len(reader.pages), 0
    for page in reader.pages[: min(total, _MOST_PAGES)]:
        contents = page.get_contents()
        commands += len(contents.get_data()) if contents is not None else 0
        if commands > _MOST_COMMANDS or sum(map(len, texts)) > most:
            break
        texts.append(page.extract_text())
    if not texts and total:
        raise Unreadable("too-large", f"its first page has more than {_MOST_COMMANDS} bytes of drawing commands")
    return texts, (f"cut after page {len(texts)} of {total}",) if len(texts) < total else ()

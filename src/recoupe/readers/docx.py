"""DOCX → Capture: the paragraphs of a word processor's document, with its title and author."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO, Any

from recoupe.errors import Unreadable
from recoupe.model import Capture
from recoupe.readers.extras import extra
from recoupe.readers.found import Found, Outcome
from recoupe.settings import Settings


def read_docx(found: Found, archive: zipfile.ZipFile, file: IO[bytes], settings: Settings) -> Iterator[Outcome]:
    """One article a document."""
    if (
        sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
        > settings.max_bytes
    ):
        raise Unreadable("too-large", f"more than {settings.max_bytes} bytes unpacked; see the setting max_bytes")
    file.seek(0)
    document = extra("docx").Document(file)
    text = "\n\n".join(_paragraphs(document))
    if not text.strip():
        raise Unreadable("empty", "there is no text in the document")
    said = document.core_properties
    yield Capture(
        source=found.source,
        media="text/plain",
        text=text,
        url=found.url,
        byline=(said.author or "").strip() or None,
        language=(said.language or "").strip() or None,
        captured=found.captured,
    )


def _paragraphs(document: Any) -> Iterator[str]:
    """Paragraphs and the cells of tables, in the order of the document."""
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            yield from (cell.text for row in part.rows for cell in row.cells if cell.text.strip())
        elif part.text.strip():
            yield part.text

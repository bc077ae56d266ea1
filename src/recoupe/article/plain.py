"""Plain text → Document: the lines of the text, with the title of the container before them unless it is there."""

from __future__ import annotations

from recoupe.model import Block, Capture, Document, Metadata
from recoupe.text.normal import fold, normalise


def make_document(capture: Capture) -> Document:
    """The lines of a plain text. Blank lines stay, since they part paragraphs."""
    text = normalise(capture.text).strip("\n")
    title = " ".join(normalise(capture.title or "").split())
    blocks = [Block(line) for line in text.split("\n")]
    if title and not _begins_with(blocks, title):
        blocks = [Block(title, "headline"), Block(""), *blocks]
    return Document(capture.source, capture.url, tuple(blocks), given_metadata(capture, title))


def _begins_with(blocks: list[Block], title: str) -> bool:
    """Whether one of the first lines already is the title."""
    first = [block.text for block in blocks[:12] if block.text.strip()][:5]
    return _bare(title) in {_bare(line) for line in first}


def _bare(line: str) -> str:
    return fold(" ".join(line.split())).rstrip(".,;: ")


def given_metadata(capture: Capture, title: str) -> tuple[Metadata, ...]:
    """What the container says of the text."""
    given = (
        Metadata("headline", title, "container"),
        Metadata("publisher", (capture.publisher or "").strip(), "container"),
        Metadata("published", (capture.published or "").strip(), "container"),
        Metadata("byline", (capture.byline or "").strip(), "container"),
        Metadata("language", (capture.language or "").strip(), "container"),
    )
    return tuple(item for item in given if item.value)

"""Page → Document: one parse gives the metadata, and the visible text in blocks with what the markup says they are."""

from __future__ import annotations

from recoupe.article.arbiter import arbitrate
from recoupe.article.blocks import visible_blocks
from recoupe.article.metadata import page_metadata
from recoupe.article.plain import given_metadata
from recoupe.model import Capture, Document


def make_document(capture: Capture) -> Document:
    """The blocks and metadata of a page."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(capture.text)
    metadata = (*given_metadata(capture, (capture.title or "").strip()), *page_metadata(tree))
    url = capture.url or next((item.value for item in metadata if item.key == "canonical"), None)
    blocks = arbitrate(visible_blocks(tree), capture.text)
    return Document(capture.source, url, blocks, metadata)

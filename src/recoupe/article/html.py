"""Page → Document: one parse gives the metadata, and the visible text in blocks with what the markup says they are."""

from __future__ import annotations

import re
from html import unescape

from recoupe.article.arbiter import arbitrate
from recoupe.article.blocks import markup, visible_blocks
from recoupe.article.metadata import page_metadata
from recoupe.article.plain import given_metadata
from recoupe.model import Block, Capture, Document

# Parsers take time that grows with the square of the depth (20 s for 100,000 levels). Real pages have under 100 levels.
_MAX_DEPTH = 3000
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})")
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


def make_document(capture: Capture) -> Document:
    """The blocks and metadata of a page; of a page that nests without end, the text without its tags."""
    given = given_metadata(capture, (capture.title or "").strip())
    if _depth(capture.text) > _MAX_DEPTH:
        rows = unescape(_ANY_TAG.sub("\n", capture.text)).split("\n")
        return Document(capture.source, capture.url, tuple(Block(row) for row in rows if row.strip()), given)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(capture.text)
    metadata = (*given, *page_metadata(tree))
    url = capture.url or next((item.value for item in metadata if item.key == "canonical"), None)
    return Document(capture.source, url, arbitrate(visible_blocks(tree), capture.text), metadata)


def _depth(page: str) -> int:
    """How deep the tags nest, at most, without those that pages leave open; 0 if a rough count shows no danger."""
    if _rough_depth(page) <= _MAX_DEPTH:
        return 0
    left_open = markup().left_open
    depth = deepest = 0
    for m in _TAG.finditer(page):
        if m["name"].lower() not in left_open:
            depth = max(0, depth - 1) if m["closes"] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _rough_depth(page: str) -> int:
    """Tags opened and not closed up to each of 64 places, counted without looking at each tag."""
    step = max(1, len(page) // 64)
    depth = deepest = 0
    for start in range(0, len(page), step):
        depth += page.count("<", start, start + step) - 2 * page.count("</", start, start + step)
        deepest = max(deepest, depth)
    return deepest

"""Page → Document: one parse gives the metadata, and the visible text in blocks that know what they are."""

from __future__ import annotations

import re
from html import unescape

from recoupe.article.metadata import page_metadata
from recoupe.article.pages.kinds import make_blocks
from recoupe.article.pages.markup import markup
from recoupe.article.pages.pieces import read_pieces
from recoupe.article.pages.said import json_ld, what_page_says
from recoupe.article.pages.score import judge
from recoupe.article.pages.survey import survey
from recoupe.article.plain import given_metadata
from recoupe.model import Block, Capture, Document

# Parsers take time that grows with the square of the depth (20 s for 100,000 levels). Real pages have under 100 levels.
_MAX_DEPTH = 3000
# Real pages have up to five million characters, most of them scripts and pictures; more takes seconds to read.
_MAX_LETTERS = 10_000_000
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})")
_BULK = re.compile(r'"[^"<>]{50000,}"')
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


def make_document(capture: Capture) -> Document:
    """The blocks and metadata of a page; of a page that nests without end, the text without its tags."""
    given = given_metadata(capture, (capture.title or "").strip())
    page, notes = _within_bounds(capture.text)
    if _depth(page) > _MAX_DEPTH:
        rows = unescape(_ANY_TAG.sub("\n", page)).split("\n")
        blocks = tuple(Block(row) for row in rows if row.strip())
        return Document(capture.source, capture.url, blocks, given, (*notes, "tags nest too deep; read without them"))
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    things = json_ld(tree)
    metadata = (*given, *page_metadata(tree, things))
    url = capture.url or next((item.value for item in metadata if item.key == "canonical"), None)
    pieces = read_pieces(tree)
    notes += ("page cut: it has too many elements or too much text",) if pieces.cut else ()
    if not pieces.pieces:
        return Document(capture.source, url, (), metadata, notes)
    seen = survey(pieces, what_page_says(tree, things))
    return Document(capture.source, url, make_blocks(seen, judge(seen)), metadata, notes)


def _within_bounds(page: str) -> tuple[str, tuple[str, ...]]:
    """The page without bulky attributes if it is too long; cut if it still is; and what was done."""
    if len(page) <= _MAX_LETTERS:
        return page, ()
    page = _BULK.sub('""', page)
    return page[:_MAX_LETTERS], (f"page cut after {_MAX_LETTERS:,} characters",) if len(page) > _MAX_LETTERS else ()


def _depth(page: str) -> int:
    """How deep the tags nest, at most, without those that pages leave open; 0 if a rough count shows no danger."""
    if page.count("<") <= _MAX_DEPTH or _rough_depth(page) <= _MAX_DEPTH:
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

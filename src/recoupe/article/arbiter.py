"""Blocks of a large page → the same, with trafilatura's word on which of them are the article.

The page's own markup is a fair witness on a plain page, and a poor one on a page of a thousand divisions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.model import Block

# Pages with fewer blocks have few menus, and trafilatura finds less in them than their markup says.
LARGE_PAGE_BLOCKS = 40
# Article pages with all their comments have under 3,000; longer ones are lists or attacks, and cost seconds.
_MAX_BLOCKS = 5000
# Less text than this is no article found, but a failure to find one.
_LEAST_FOUND = 250
# Shorter blocks stand in many places of a page; their text proves nothing.
_TELLING_LETTERS = 20
# A long block is found by its first or last letters too, since extractors drop words within it.
_PIECE = 50
# Share of a plain page's text that is its article: 0.6 to 0.9 on the development pages.
_LEAST_FREE = 0.3
_NOT_LETTERS = re.compile(r"[\W_]+")
_DOUBTED = ("boilerplate", "related", "comment", "dateline", "byline")


def arbitrate(blocks: Sequence[Block], page: str) -> tuple[Block, ...]:
    """Blocks that trafilatura counts as article lose a mark against them; those that it leaves out get one."""
    count = sum(1 for block in blocks if block.text)
    if count > _MAX_BLOCKS or (count < LARGE_PAGE_BLOCKS and _has_body(blocks)):
        return tuple(blocks)
    article = _NOT_LETTERS.sub("", _extract(page))
    if len(article) < _LEAST_FOUND:
        return tuple(blocks)
    return tuple(_judged(block, article) if block.text else block for block in blocks)


def _has_body(blocks: Sequence[Block]) -> bool:
    """Whether the marks leave enough unmarked to be the article; if not, a class name may have misled."""
    free = sum(len(block.text) for block in blocks if block.kind in (None, "headline", "caption"))
    return free > _LEAST_FREE * sum(len(block.text) for block in blocks if block.kind != "comment")


def _extract(page: str) -> str:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.extract(page, fast=True, include_comments=False, include_tables=False, deduplicate=False) or ""


def _judged(block: Block, article: str) -> Block:
    letters = _NOT_LETTERS.sub("", block.text)
    inside = letters in article or (
        len(letters) > 2 * _PIECE and (letters[:_PIECE] in article or letters[-_PIECE:] in article)
    )
    if inside and len(letters) >= _TELLING_LETTERS:
        return replace(block, kind="body") if block.kind in (None, *_DOUBTED) else block
    if not inside and block.kind in (None, "subhead"):
        return replace(block, kind="boilerplate")
    return block

"""Document and regions → who wrote it: the byline as it is printed, and the headline."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.article.lexicon import Lexicon, whole_key
from recoupe.article.parts import split_parts
from recoupe.model import Document, Region


def find_byline(document: Document, text: str, regions: Sequence[Region], lex: Lexicon) -> str | None:
    """The author's names without "by"; from the page's data, else from the byline as printed."""
    authors = [item.value for item in document.metadata if item.key == "byline"]
    if authors:
        return ", ".join(dict.fromkeys(authors))
    for region in regions:
        if region.kind == "byline":
            first = (split_parts(text[region.start : region.end]) or [""])[0]
            opened = lex.byline_starts.search(whole_key(first))
            name = first[opened.end() :].strip(" :") if opened else first
            return name or None
    return None


def find_headline(document: Document, text: str, regions: Sequence[Region]) -> str | None:
    """The headline as it is printed; where none is, as the page's data give it."""
    printed = next((text[r.start : r.end] for r in regions if r.kind == "headline"), None)
    return printed or next((item.value for item in document.metadata if item.key == "headline"), None)

"""Article → the news agencies that its text is credited to; credits of pictures never count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.article.lexicon import Lexicon
from recoupe.article.lines import Line
from recoupe.model import Document, Region
from recoupe.world.agencies import agencies_in

_COPYRIGHT = re.compile(r"^\s*(?:\u00a9|\(c\)|copyright)", re.I)
_BRACKETS = re.compile(r"[(/\[\uff08][^()/\[\]]{2,40}(?:/[^()/\[\]]{2,20})?[)/\]\uff09]")
_AT_END = re.compile(r"[.!?\u3002\u00bb\"\u201d)]\s*\(?(?P<name>[^\s().!?][^().!?]{1,24})\)?\s*\.?$")


def find_agencies(
    document: Document, lines: Sequence[Line], regions: Sequence[Region], text: str, lex: Lexicon
) -> tuple[str, ...]:
    """Names of the agencies, in the order in which they are credited."""
    found = [name for item in document.metadata if item.key in ("agency", "byline") for name in _names(item.value)]
    for region in regions:
        if region.kind == "dateline":
            found += _in_dateline(text[region.start : region.end])
        elif region.kind in ("byline", "credit") or (
            region.kind == "boilerplate" and _COPYRIGHT.match(text[region.start : region.end])
        ):
            found += _names(text[region.start : region.end])
    bodies = [region for region in regions if region.kind == "body"]
    if bodies:
        found += _signed(text[bodies[-1].start : bodies[-1].end])
    return tuple(dict.fromkeys(found))


def _names(text: str) -> list[str]:
    return [agency.name for agency, _, _ in agencies_in(text) if agency.kind == "text"]


def _in_dateline(text: str) -> list[str]:
    """In brackets or between slashes; without any, all that are named. `Pa.` before them is a state, no agency."""
    brackets = _BRACKETS.findall(text)
    return [name for bracket in brackets or [text] for name in _names(bracket)]


def _signed(paragraph: str) -> list[str]:
    """The agency that signs at the very end of the last paragraph."""
    m = _AT_END.search(paragraph[-60:])
    if not m:
        return []
    found = agencies_in(m["name"])
    whole = found and found[0][1] == 0 and found[-1][2] == len(m["name"].strip())
    return [agency.name for agency, _, _ in found if agency.kind == "text"] if whole else []

"""Article → the news agencies that its text is credited to; credits of pictures never count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.article.lexicon import Lexicon
from recoupe.article.lines import Line
from recoupe.article.parts import credited
from recoupe.model import Document, Region
from recoupe.world.agencies import Agency, agencies_in, agency_of_footer

_COPYRIGHT = re.compile(r"\u00a9|^\s*(?:\(c\)|copyright)", re.I)
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
            region.kind == "boilerplate" and _COPYRIGHT.search(text[region.start : region.end])
        ):
            found += _of_text(credited(text[region.start : region.end], lex))
            footer = agency_of_footer(text[region.start : region.end]) if region.kind == "credit" else None
            found += [footer.name] if footer else []
    bodies = [region for region in regions if region.kind == "body"]
    if bodies:
        found += _signed(text[bodies[-1].start : bodies[-1].end])
    return tuple(dict.fromkeys(found))


def _names(text: str) -> list[str]:
    return _of_text(agencies_in(text))


def _of_text(found: Sequence[tuple[Agency, int, int]]) -> list[str]:
    return [agency.name for agency, _, _ in found if agency.kind == "text"]


def _in_dateline(text: str) -> list[str]:
    """In brackets or between slashes; else all that are named. `Pa.` before brackets is a state, no agency."""
    return [name for bracket in _BRACKETS.findall(text) for name in _names(bracket)] or _names(text)


def _signed(paragraph: str) -> list[str]:
    """The agency that signs at the very end of the last paragraph."""
    m = _AT_END.search(paragraph[-60:])
    if not m:
        return []
    found = agencies_in(m["name"])
    whole = found and found[0][1] == 0 and found[-1][2] == len(m["name"].strip())
    return _of_text(found) if whole else []

"""Paragraph → where the dateline at its beginning ends: place, date and agency before the first sentence."""

from __future__ import annotations

import re

from recoupe.article.dates import find_dates
from recoupe.world.agencies import agencies_in

# Place, day and agency fit in this; a dash further on is in the sentence.
_WITHIN = 110
_DASH = re.compile(
    r"\s{0,2}(?:[.,]\s?)?[-\u2010-\u2015]{1,2}\s{1,2}|\.-\s?|/\.?:?\s{1,2}(?:[-\u2010-\u2015]{1,2}\s{1,2})?(?=\S)|\)\.?:?\s{0,2}[-\u2010-\u2015]{1,2}\s{1,2}(?=\S)"
)
# What each of those marks has; most paragraphs open without any.
_MARK = re.compile(r"[-\u2010-\u2015]\s|\.-|[/)]")
_AGENCY_BRACKET = re.compile(r"[(/\[]\s?[^()/\[\]]{2,40}(?:/[^()/\[\]]{2,20})?[)/\]]")
_CAPITALS = re.compile(r"^[^\W\d_a-z]{2}[^\d_a-z:;!?\"]{0,40}$")
# A Chinese dispatch opens with agency, place and date, and the character for "wire", perhaps a reporter in brackets.
_HAN_WIRE = re.compile(r"^.{2,40}?[\u7535\u96fb](?:\s?[\uff08(].{1,30}?[\uff09)])?\s?")


def dateline_end(text: str, code: str) -> int:
    """Offset at which the sentence begins after a dateline, or 0 if there is none."""
    head = text[:_WITHIN]
    wire = _HAN_WIRE.match(head)
    if wire and agencies_in(wire.group()):
        return wire.end()
    for m in _DASH.finditer(head) if _MARK.search(head) else ():
        lead = head[: m.start() + (1 if m.group()[0] in "/)" else 0)]
        if _is_dateline(lead, m.group(), code):
            return m.end()
    return 0


def _is_dateline(lead: str, mark: str, code: str) -> bool:
    """A place with a date or an agency in brackets, or a place in capitals before a dash."""
    if not lead or lead[0] in "\"'\u00ab\u201c\u2018-" or len(lead.split()) > 12:
        return False
    brackets = [m.group() for m in _AGENCY_BRACKET.finditer(lead)]
    if any(_is_credit(bracket) for bracket in brackets) and lead.rstrip().endswith((")", "/", "]")):
        return True
    if mark.strip()[:1] in "/)":
        return False
    if find_dates(lead, code) and len(lead.split()) <= 8:
        return True
    return bool(_CAPITALS.match(lead)) and lead.upper() == lead and len(lead) > 3


def _is_credit(bracket: str) -> bool:
    """Whether the brackets hold agencies, and not a longer name that one is a part of."""
    named = sum(end - start for _, start, end in agencies_in(bracket))
    return named > 0.5 * sum(map(str.isalpha, bracket))

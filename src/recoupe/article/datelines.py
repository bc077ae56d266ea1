"""Paragraph → where the dateline at its beginning ends: place, date and agency before the first sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from recoupe.article.dates import find_dates
from recoupe.world.agencies import agencies_in

# Place, day and agency fit in this; a dash further on is in the sentence.
_WITHIN = 110
_DASH = re.compile(
    r"\s{0,2}(?:[.,]\s?)?[-\u2010-\u2015]{1,2}(?:\s{1,2}|$)|\.-\s?|/\.?:?\s{1,2}(?:[-\u2010-\u2015]{1,2}\s{1,2})?(?=\S)|\)\.?:?\s{0,2}[-\u2010-\u2015]{1,2}\s{1,2}(?=\S)"
)
# What each of those marks has; most paragraphs open without any.
_MARK = re.compile(r"[-\u2010-\u2015](?:\s|$)|\.-|[/)]")
_AGENCY_BRACKET = re.compile(r"[(/\[]\s?[^()/\[\]]{2,40}(?:/[^()/\[\]]{2,20})?[)/\]]")
_CAPITALS = re.compile(r"^[^\W\d_a-z]{2}[^\d_a-z:;!?\"]{0,40}$")
_CLOSED = re.compile(r"\s?[.:]{0,2}\s{1,2}")
_STOP = re.compile(r"\.\s{1,2}|\s[-\u2010-\u2015]\s")
# The name of an agency alone, the words of a place, and what of a dateline may follow a first one, are no longer.
_AGENCY_CHARS, _PLACE_WORDS, _SECOND_CHARS = 20, 3, 45
# A Chinese dispatch opens with agency, place and date, and the character for "wire", perhaps a reporter in brackets.
_HAN_WIRE = re.compile(r"^[^\u7535\u96fb]{2,40}[\u7535\u96fb](?:\s?[\uff08(].{1,30}?[\uff09)])?\s?")


def dateline_end(text: str, code: str) -> int:
    """Offset at which the sentence begins after a dateline, or 0 if there is none."""
    return _end_in(text[:_WITHIN], code)


# Each line is asked twice: what it is, and where its region begins.
@lru_cache(maxsize=1024)
def _end_in(head: str, code: str) -> int:
    if not head.isascii() and (wire := _HAN_WIRE.match(head)) and agencies_in(wire.group()):
        return wire.end()
    if not _MARK.search(head):
        return 0
    end = _dashed(head, code) or _bracketed(head, code)
    return end + _second(head[end:], code) if end else 0


def _dashed(head: str, code: str) -> int:
    for m in _DASH.finditer(head):
        lead = head[: m.start() + (1 if m.group()[0] in "/)" else 0)]
        if _is_dateline(lead, m.group(), code):
            return m.end()
    return 0


def _bracketed(head: str, code: str) -> int:
    """An agency in brackets, perhaps after a place, and a sentence right behind it: "(AGENCY) The bridge ..."."""
    for bracket in _AGENCY_BRACKET.finditer(head):
        closed = _CLOSED.match(head, bracket.end())
        begins = head[closed.end() : closed.end() + 1] if closed else ""
        if (
            closed
            and begins != begins.lower()
            and _is_credit(bracket.group())
            and _is_place(head[: bracket.start()], code)
        ):
            return closed.end()
    return 0


def _is_place(lead: str, code: str) -> bool:
    """Few words, all with a capital, beside a date; nothing is a place too."""
    for found in reversed(find_dates(lead, code)):
        lead = lead[: found.start] + lead[found.end :]
    names = re.findall(r"[^\W\d_]+", lead)
    return len(names) <= _PLACE_WORDS and all(name[0] != name[0].lower() for name in names)


def _second(rest: str, code: str) -> int:
    """What may follow a first dateline: the agency and a full stop, or place and date after the agency."""
    named = agencies_in(rest[:40])
    if named and named[0][1] == 0 and (stop := _STOP.match(rest, named[0][2])):
        return stop.end()
    dashed = _dashed(rest, code) if _MARK.search(rest[:_SECOND_CHARS]) else 0
    return dashed if 0 < dashed <= _SECOND_CHARS and (find_dates(rest[:dashed], code) or named) else 0


def _is_dateline(lead: str, mark: str, code: str) -> bool:
    """A place with a date or an agency in brackets, or a place in capitals before a dash."""
    if not lead or lead[0] in "\"'\u00ab\u201c\u2018-" or len(lead.split()) > 12:
        return False
    brackets = [m.group() for m in _AGENCY_BRACKET.finditer(lead)]
    if any(_is_credit(bracket) for bracket in brackets) and lead.rstrip().endswith((")", "/", "]")):
        return True
    if mark.strip()[:1] in "/)":
        return False
    if len(lead) <= _AGENCY_CHARS and _is_credit(lead, whole=True):
        return True
    if find_dates(lead, code) and len(lead.split()) <= 8:
        return True
    return bool(_CAPITALS.match(lead)) and lead.upper() == lead and len(lead) > 3


def _is_credit(bracket: str, *, whole: bool = False) -> bool:
    """Whether the brackets hold agencies (and nothing else), and not a longer name that one is a part of."""
    named = sum(end - start for _, start, end in agencies_in(bracket))
    return named > (0.9 if whole else 0.5) * sum(map(str.isalpha, bracket))

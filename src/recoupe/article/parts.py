"""Line → its parts: what stands between bars, bullets and dashes, and what each part is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from recoupe.article.dates import Dated, find_clock, find_dates, weekday_numbers
from recoupe.article.lexicon import Lexicon, whole_key
from recoupe.text.normal import fold
from recoupe.world.agencies import agencies_in

PartKind = Literal["date", "byline", "agency", "section", "other"]

_DIVIDERS = re.compile(
    r"\s+[/>\u00bb\u203a\u2013\u2014-]+\s+|\s*[|\u00b7\u2022\u2192\u2014]+\s*|\s{2,}|\s::\s|\t+|\s;\s"
)
_CAPITAL = re.compile(r"[^\W\d_]")
_INITIALS = re.compile(r"^[^\W\d_]{2,4}(?:[/-][^\W\d_]{2,5}){1,6}$")
# Letters that may be left of a part once its date, clock and date words are out, for it to be a date and nothing else.
_LEFT_OF_DATE = 3
# Bylines are short; a longer part is a sentence that happens to begin so.
BYLINE_CHARS = 140


def split_parts(text: str) -> list[str]:
    """The parts of a line, in order."""
    return [part for part in (piece.strip(" -\u2013\u2014") for piece in _DIVIDERS.split(text)) if part]


def part_kind(part: str, lex: Lexicon, code: str) -> PartKind:
    """What one part of a line is, by its words alone."""
    key = whole_key(part)
    if is_date(part, lex, code):
        return "date"
    if is_agency_credit(part, lex):
        return "agency"
    if is_byline(part, lex):
        return "byline"
    if key in lex.sections or key in lex.boilerplate or lex.boilerplate_starts.search(key):
        return "section"
    return "other"


def is_date(part: str, lex: Lexicon, code: str) -> bool:
    """Whether a part is a date or a time of day, with nothing but date words around it."""
    if not any(map(str.isdigit, part)) or len(part) > 200:
        return False
    dates = find_dates(part, code)
    rest = blank_out(part, dates)
    for _ in range(3):
        clock = find_clock(rest)
        if clock is None:
            break
        rest = rest[: clock.start] + " " * (clock.end - clock.start) + rest[clock.end :]
    if rest == part:
        return False
    left = lex.updated_words.sub(" ", lex.published_words.sub(" ", fold(rest)))
    words = [word for word in re.findall(r"[^\W\d_]+", left) if word not in weekday_numbers(code)]
    return sum(map(len, words)) <= _LEFT_OF_DATE


def blank_out(text: str, dates: Sequence[Dated]) -> str:
    """The text with its dates replaced by spaces, so that their digits are not read as times of day."""
    for one in dates:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def is_agency_credit(part: str, lex: Lexicon) -> bool:
    """Whether a part holds nothing but agencies and the words that tie them to a text."""
    if len(part) > BYLINE_CHARS:
        return False
    found = agencies_in(part)
    if not found:
        return whole_key(part) in lex.agencies_unnamed
    for _, start, end in reversed(found):
        part = part[:start] + " " + part[end:]
    left = lex.byline_starts.sub(" ", lex.credit_words.sub(" ", fold(part).strip()))
    return not [word for word in re.findall(r"\w+", left) if word not in lex.particles]


def is_byline(part: str, lex: Lexicon) -> bool:
    """Whether a part says who wrote the article: "by" and a name, a role, or an agency that something is "with"."""
    key = whole_key(part)
    if len(part) > BYLINE_CHARS:
        return False
    if key in lex.bylines or (_INITIALS.match(part.strip("() ")) and part.islower()):
        return True
    opener = lex.byline_starts.search(key)
    if opener and _begins_name(part, key, opener.end(), lex):
        return True
    if part.endswith((".", "!", "?")):
        return False
    named = agencies_in(part)
    role = lex.byline_roles.search(key)
    return bool(role and _role_of_name(key, role)) or bool(named and lex.credit_words.search(key))


def _role_of_name(key: str, role: re.Match[str]) -> bool:
    """A role stands after a name and a comma or bracket, or alone; within a sentence it is part of the news."""
    before = key[: role.start()].rstrip()
    return not before or before[-1] in ",(;" or (len(before.split()) <= 3 and role.end() >= len(key) - 12)


def _begins_name(part: str, key: str, opened: int, lex: Lexicon) -> bool:
    """Whether a name or a role follows the opening words of a byline."""
    rest = key[opened:].strip(" :,")
    if not rest or lex.byline_roles.match(rest) or rest in lex.bylines:
        return bool(rest) or opened > 3
    first = re.findall(r"\w+", rest)[:1]
    at = fold(part).find(first[0]) if first else -1
    return at >= 0 and any(word[:1] != word[:1].lower() for word in part.split() if fold(word).startswith(first[0]))


def is_names(text: str, lex: Lexicon) -> bool:
    """Whether a line is names and nothing else: two to eight words with capitals, joined by particles and commas."""
    words = re.findall(r"[^\W\d_][\w'\u2019.-]*", text)
    if not 2 <= len(words) <= 9 or len(text) > 90 or any(map(str.isdigit, text)) or re.search(r"[:!?\"\u00ab;]", text):
        return False
    named = [word for word in words if word[0] != word[0].lower()]
    small = [word for word in words if word[0] == word[0].lower() and fold(word) not in lex.particles]
    return len(named) >= 2 and not small

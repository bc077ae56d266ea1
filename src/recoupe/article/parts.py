"""Line → its parts: what stands between bars, bullets and dashes, and what each part is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from recoupe.article.dates import Dated, find_clock, find_dates, weekday_numbers
from recoupe.article.lexicon import Lexicon, whole_key
from recoupe.text.normal import fold
from recoupe.world.agencies import Agency, agencies_in

PartKind = Literal["date", "byline", "agency", "section", "other"]

_DIVIDERS = re.compile(
    r"\s+[/>\u00bb\u203a\u2013\u2014-]+\s+|\s*[|\u00b7\u2022\u2192\u2014]+\s*|\s{2,}|\s::\s|\t+|\s;\s"
)
_INITIALS = re.compile(r"^[^\W\d_]{2,4}(?:[/-][^\W\d_]{2,5}){1,6}$")
# Letters that may be left of a part once its date, clock and date words are out, for it to be a date and nothing else.
_LEFT_OF_DATE = 3
# Signs of money, or the bars between the cells of a table: 2.54 is a price or a share there and no time of day.
_AMOUNT = re.compile(r"[$%\u00a2-\u00a5\u20a0-\u20bf]|\|\|")
# The writer's address on a social network behind the name.
_HANDLE = re.compile(r"\s[@(]@?[\w.]{2,40}\)?$")
# "From our correspondent in ..." may go without a name in so few words.
_DESK_WORDS = 6
# Names after "by" in a script without capitals take no more letters: two Arabic names with a role have 40.
_UNCASED_NAMES = 45
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
    if is_byline(part, lex) or _is_dated_byline(part, lex, code):
        return "byline"
    if key in lex.sections or key in lex.boilerplate or lex.boilerplate_starts.search(key):
        return "section"
    return "other"


def is_date(part: str, lex: Lexicon, code: str) -> bool:
    """Whether a part is a date or a time of day, with nothing but date words around it."""
    if not any(map(str.isdigit, part)) or len(part) > 200 or _AMOUNT.search(part):
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
    # Words of an update first: they may hold one of the others.
    left = lex.published_words.sub(" ", lex.updated_words.sub(" ", fold(rest)))
    words = [word for word in re.findall(r"[^\W\d_]+", left) if word not in weekday_numbers(code)]
    return sum(map(len, words)) <= _LEFT_OF_DATE


def _is_dated_byline(part: str, lex: Lexicon, code: str) -> bool:
    """Whether "posted on" and a date stand before the byline, in one part with it."""
    dates = find_dates(part, code) if len(part) <= BYLINE_CHARS else []
    opened = lex.published_cues.search(fold(part)) if dates else None
    left = part[dates[0].end :].strip(" ,|-") if opened and opened.start() == 0 else ""
    return bool(left) and bool(lex.byline_starts.search(whole_key(left))) and is_byline(left, lex)


def blank_out(text: str, dates: Sequence[Dated]) -> str:
    """The text with its dates replaced by spaces, so that their digits are not read as times of day."""
    for one in dates:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def is_agency_credit(part: str, lex: Lexicon) -> bool:
    """Whether a part holds nothing but agencies and the words that tie them to a text."""
    if len(part) > BYLINE_CHARS:
        return False
    found = credited(part, lex)
    if not found:
        return whole_key(part) in lex.agencies_unnamed
    for _, start, end in reversed(found):
        part = part[:start] + " " + part[end:]
    left = lex.byline_starts.without(lex.credit_words.sub(" ", fold(part).strip()))
    return not [word for word in re.findall(r"\w+", left) if word not in lex.particles]


def credited(text: str, lex: Lexicon) -> list[tuple[Agency, int, int]]:
    """The agencies in a credit. The words that tie them to a text may have a capital, and yet are no first names."""
    found = agencies_in(text)
    folded = fold(text)
    if found or len(folded) != len(text):
        return found
    for start, end in [m.span() for m in lex.credit_words.finditer(folded)]:
        text = text[:start] + " " * (end - start) + text[end:]
    return agencies_in(text)


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
    if opener and " " in opener.group() and len(key.split()) <= _DESK_WORDS and not part.endswith((".", "!", "?")):
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
    if not rest or _opens_role(rest, lex) or rest in lex.bylines:
        return bool(rest) or opened > 3
    first = re.findall(r"\w+", rest)[:1]
    at = fold(part).find(first[0]) if first else -1
    if rest.upper() == rest:  # a script without capitals
        return len(rest) <= _UNCASED_NAMES
    return at >= 0 and any(word[:1] != word[:1].lower() for word in part.split() if fold(word).startswith(first[0]))


def _opens_role(rest: str, lex: Lexicon) -> bool:
    found = lex.byline_roles.search(rest)
    return found is not None and found.start() == 0


def is_names(text: str, lex: Lexicon) -> bool:
    """Whether a line is names and nothing else: two to eight words with capitals, joined by particles and commas."""
    text = _HANDLE.sub("", text)
    words = re.findall(r"[^\W\d_][\w'\u2019.-]*", text)
    if not 2 <= len(words) <= 9 or len(text) > 90 or any(map(str.isdigit, text)) or re.search(r"[:!?\"\u00ab;]", text):
        return False
    named = [word for word in words if word[0] != word[0].lower()]
    small = [word for word in words if word[0] == word[0].lower() and fold(word) not in lex.particles]
    return len(named) >= 2 and not small

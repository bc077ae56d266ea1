"""Text → the calendar dates written in it, in digits or with the month names that CLDR gives for the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from recoupe.lang import load
from recoupe.text.normal import fold

# Years a news page can be of. Larger or smaller numbers are counts, prices or page numbers.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[-/.])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\d/.-]\d|\d)"
)
# Year, month, day with their characters: 2026 nian 3 yue 10 ri, and the Korean of the same.
_HAN = re.compile(
    r"(?P<year>\d{4})\s?[\u5e74\ub144]\s?(?P<month>\d{1,2})\s?[\u6708\uc6d4]\s?(?P<day>\d{1,2})\s?[\u65e5\uc77c\u53f7]"
)
_CLOCK = re.compile(
    r"(?<![\d.,/:-])(?P<hour>[01]?\d|2[0-4])(?:\s?[:h]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?|\.(?P<dotted>[0-5]\d)|\s?h\b|(?=\s?[ap]\.?m\b))"
    r"(?![\d/:-])\s?(?P<half>[ap]\.?m\b)?",
    re.I,
)
# The same with the characters for hour and minute, perhaps behind "afternoon" or "evening".
_HAN_CLOCK = re.compile(
    r"(?P<late>\u4e0b\u5348|\u665a\u4e0a|\u508d\u665a|\u665a\u95f4|\u665a\u9593)?(?<!\d)(?P<hour>[01]?\d|2[0-4])"
    r"(?:[\u65f6\u6642\u70b9\u9ede](?:(?P<minute>[0-5]?\d)\u5206?)?|(?<=\d):(?P<dotted>[0-5]\d))"
)
# The digits that Arabic and Persian texts write.
_DIGITS = str.maketrans({chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)})
_ZONE = re.compile(r"\s{0,2}\(?(?P<name>GMT|UTC|Z)\b|\s{0,2}(?P<offset>[+-]\d{2}:?\d{2})\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its span, and year, month, day; `year` is None where the text leaves it out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a text; `zone` as an offset, where the text gives one."""

    start: int
    end: int
    hour: int
    minute: int | None
    zone: str | None


def find_dates(text: str, code: str) -> list[Dated]:
    """Dates with day and month, in the order of the text, not overlapping."""
    if not any(map(str.isdigit, text)):
        return []
    text = text.translate(_DIGITS)
    found = [_of(m, m["year"], m["month"], m["day"]) for p in (_YEAR_FIRST, _HAN) for m in p.finditer(text)]
    found += [_day_or_month_first(m, code) for m in _YEAR_LAST.finditer(text)]
    found += [_named(m, code) for p in _named_patterns(code) for m in p.finditer(text)]
    return _without_overlap([one for one in found if one])


def find_clock(text: str, start: int = 0) -> Clock | None:
    """The first time of day at or after `start`, with its zone."""
    text = text.translate(_DIGITS)
    m = _CLOCK.search(text, start)
    han = _HAN_CLOCK.search(text, start) if not text.isascii() else None
    if han and (han["late"] or han["dotted"] is None) and (m is None or han.start() <= m.start()):
        hour, minute = int(han["hour"]), han["minute"] or han["dotted"]
        later = 12 if han["late"] and hour < 12 else 0
        return Clock(han.start(), han.end(), (hour + later) % 24, int(minute) if minute else None, None)
    if not m:
        return None
    minute = m["minute"] or m["dotted"]
    hour = int(m["hour"]) % 12 + 12 * (m["half"][0] in "pP") if m["half"] else int(m["hour"])
    zone = _ZONE.match(text, m.end())
    offset = None
    if zone:
        offset = "+00:00" if zone["name"] else f"{zone['offset'][:3]}:{zone['offset'][-2:]}"
    return Clock(m.start(), zone.end() if zone else m.end(), hour % 24, int(minute) if minute else None, offset)


def _of(m: re.Match[str], year: str | None, month: str | int, day: str) -> Dated | None:
    y = int(year) if year else None
    if y is not None and y < 100:
        y += 2000
    try:
        date(y or 2000, int(month), int(day))
    except ValueError:
        return None
    if y is not None and not _FIRST_YEAR <= y <= _LAST_YEAR:
        return None
    return Dated(m.start(), m.end(), y, int(month), int(day))


def _day_or_month_first(m: re.Match[str], code: str) -> Dated | None:
    """Which comes first is a habit of the country: CLDR's short format says it; the other order where it fails."""
    day_month, month_day = _of(m, m["year"], m["b"], m["a"]), _of(m, m["year"], m["a"], m["b"])
    return (month_day or day_month) if _month_first(code) else (day_month or month_day)


@cache
def _month_first(code: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code, sep="-").date_formats["short"].pattern).upper().startswith("M")
    except (UnknownLocaleError, ValueError):
        return False


@cache
def month_numbers(code: str) -> dict[str, int]:
    """Folded month names of a language, wide and abbreviated, with and without their full stop."""
    named = {fold(name).rstrip("."): number for name, number in _printed_months(code)}
    return {name: number for name, number in named.items() if len(name) > 1 and not name.isdigit()}


@cache
def _printed_months(code: str) -> tuple[tuple[str, int], ...]:
    """The names of CLDR, and those of the language file that it lacks."""
    from babel import Locale, UnknownLocaleError

    own = [(name, int(number)) for number, names in load(code).times.months.items() for name in names]
    try:
        months = Locale.parse(code.split("-")[0]).months
    except (UnknownLocaleError, ValueError):
        return tuple(own)
    widths = (months.get(c, {}).get(w, {}) for c in ("format", "stand-alone") for w in ("abbreviated", "wide"))
    return (*own, *((str(name), int(number)) for names in widths for number, name in names.items()))


@cache
def weekday_numbers(code: str) -> dict[str, int]:
    """Folded weekday names of a language, wide and abbreviated; Monday is 0."""
    from babel import Locale, UnknownLocaleError

    try:
        days = Locale.parse(code.split("-")[0]).days
    except (UnknownLocaleError, ValueError):
        return {}
    widths = (
        days[context].get(width, {}) for context in ("format", "stand-alone") for width in ("abbreviated", "wide")
    )
    return {fold(str(name)).rstrip("."): int(number) for names in widths for number, name in names.items()}


@cache
def _named_patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """Day, month name, year, in the three orders in which languages write them."""
    names = sorted(_spellings(code), key=lambda name: (-len(name), name))
    if not names:
        return ()
    month = rf"(?P<month>{'|'.join(map(re.escape, names))})(?!\w)\.?"
    day, year = (
        r"(?<![\d.,:])(?P<day>\d{1,2})(?:er|st|nd|rd|th|[.\u00ba\u00aa])?",
        r"(?P<year>(?:19|20)\d{2})(?=\d{1,2}:\d\d|(?!\d))",
    )
    word = r"(?:[ \u00a0\u202f-]+[^\W\d]{1,3})?[ \u00a0\u202f-]*"
    return (
        re.compile(rf"{day}{word}{month}(?:,?{word}{year})?", re.I),
        re.compile(
            rf"(?<!\w){month}[ \u00a0\u202f]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?[ \u00a0\u202f]+{year})?",
            re.I,
        ),
        re.compile(
            rf"{year}[^\W\d]{{0,2}}\.?[ \u00a0\u202f]*(?:[^\W\d]{{1,3}}[ \u00a0\u202f])?"
            rf"{month}[ \u00a0\u202f]*(?P<day>\d{{1,2}})",
            re.I,
        ),
    )


def _spellings(code: str) -> set[str]:
    """The names as they are printed and folded: press texts write months with and without accents."""
    printed = {name.rstrip(".") for name, _ in _printed_months(code)}
    return {form for name in printed for form in (name.lower(), fold(name)) if len(form) > 1 and not form[0].isdigit()}


def _named(m: re.Match[str], code: str) -> Dated | None:
    month = month_numbers(code).get(fold(m["month"]).rstrip("."))
    return _of(m, m["year"], month, m["day"]) if month else None


def _without_overlap(found: list[Dated]) -> list[Dated]:
    """Longer readings win; then the order of the text."""
    kept: list[Dated] = []
    for one in sorted(found, key=lambda d: (d.start - d.end, d.start, d.month)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda d: d.start)

"""What CLDR (through Babel) knows of a language: its months, weekdays, date patterns, units and big numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

_CONTEXTS = ("format", "stand-alone")
_FIELDS = re.compile(r"'([^']*)'|([A-Za-z])\2*|([^A-Za-z']+)")
# These show every plural form that the languages of Europe and the Near East have, but for that of fractions.
_COUNTS = (1, 2, 3, 5, 11)
_SPANS: tuple[tuple[Literal["day", "week", "month", "year"], int], ...] = (
    ("day", 1),
    ("week", 7),
    ("month", 31),
    ("year", 366),
)
_LENGTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")
_STYLES: tuple[Literal["long", "short"], ...] = ("long", "short")
_BIG = (1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000)
_NUMBER = re.compile(r"[\d.,]+")
_MARKS = re.compile("[\u200e\u200f\u061c]")


@cache
def locale(code: str) -> Locale | None:
    """The CLDR data of a language, or None where CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def months(code: str, width: str) -> Iterator[tuple[str, int]]:
    """Names of the months with their numbers; `width` is `wide` or `abbreviated`."""
    data = locale(code)
    if data is None:
        return
    # In either context: what Babel gives for the one may change once another locale has been asked for.
    whole = {name for context in _CONTEXTS for name in data.months[context]["wide"].values()}
    for context in _CONTEXTS:
        for number, name in data.months[context][width].items():
            dotted = name not in whole
            yield from ((form, int(number)) for form in _forms(name, dotted=dotted))


def weekdays(code: str, width: str) -> Iterator[tuple[str, int]]:
    """Names of the weekdays; Monday is 0."""
    data = locale(code)
    if data is None:
        return
    whole = {name for context in _CONTEXTS for name in data.days[context]["wide"].values()}
    for context in _CONTEXTS:
        for number, name in data.days[context][width].items():
            dotted = name not in whole
            yield from ((form, int(number)) for form in _forms(name, dotted=dotted))


def date_patterns(code: str) -> list[str]:
    """Patterns with `{day}`, `{anymonth}`, `{year}`, `{anyday}` for dates written with the name of the month."""
    data = locale(code)
    if data is None:
        return []
    formats = [str(data.date_formats[width]) for width in ("full", "long", "medium")]
    skeletons = ("MMMd", "MMMMd", "yMMMd", "yMMMM", "yMMM", "MMMEd", "MMMMEd", "yMMMEd", "yMMMMEEEEd")
    formats += [str(data.datetime_skeletons[key]) for key in skeletons if key in data.datetime_skeletons]
    patterns = {_to_pattern(text) for text in formats}
    return sorted(p for p in patterns if "{anymonth}" in p)


def day_comes_first(code: str) -> bool:
    """Is 3/4 the third of April? So it is nearly everywhere; languages that CLDR does not know follow the many."""
    data = locale(code)
    short = str(data.date_formats["short"]).lower() if data else "d/m"
    return short.find("d") < short.find("m")


def ago_patterns(code: str) -> Iterator[tuple[str, str]]:
    """Patterns for "three days ago" and "in three days", with their operation."""
    from datetime import timedelta

    from babel.dates import format_timedelta

    data = locale(code)
    for unit, days in _SPANS if data else ():
        for count in _COUNTS:
            for sign, op in ((-1, "ago"), (1, "ahead")):
                delta = timedelta(days=sign * days * count)
                # The threshold keeps seven days from becoming a week.
                text = format_timedelta(delta, granularity=unit, threshold=1e9, add_direction=True, locale=data)
                number = _NUMBER.search(text)
                if number:
                    yield f"{_clean(text[: number.start()])}{{n}}{_clean(text[number.end() :])}", f"{op} {unit}"


def unit_names(code: str, unit: str) -> Iterator[str]:
    """Every written form of a unit (`length-meter`): long, short and narrow, singular and plural."""
    from babel.units import format_unit

    data = locale(code)
    for length in _LENGTHS if data else ():
        for count in (*_COUNTS, 1.5):
            text = format_unit(count, unit, length=length, locale=data)
            name = _NUMBER.sub("", _clean(text)).strip()
            if name and name != unit:
                yield name


def currency_names(code: str, currency: str) -> Iterator[str]:
    """Names of a currency, singular and plural."""
    from babel.numbers import get_currency_name

    data = locale(code)
    for count in _COUNTS if data else ():
        name = get_currency_name(currency, count=count, locale=data)
        if name != currency:
            yield _clean(name)


def big_numbers(code: str) -> Iterator[tuple[str, float]]:
    """Words and signs for thousand, million and so on, written behind digits: `Mio.`, `M`."""
    from babel.numbers import format_compact_decimal

    data = locale(code)
    for style in _STYLES if data else ():
        for value in (power * count for power in _BIG for count in (1, 2, 5, 20, 100)):
            try:
                text = _clean(format_compact_decimal(value, format_type=style, locale=data))
            except KeyError:  # languages that have no long forms, as Chinese
                continue
            number = _NUMBER.match(text)
            word = text[number.end() :].strip() if number else ""
            if number and word and number[0].isdigit():
                yield word, value / int(number[0])


def decimal_mark(code: str) -> str:
    """The mark before the decimals."""
    from babel.numbers import get_decimal_symbol

    data = locale(code)
    return get_decimal_symbol(data) if data else "."


def _to_pattern(text: str) -> str:
    slots = {"d": "{day}", "y": "{year}", "E": "{anyday}", "c": "{anyday}"}
    parts = []
    for quoted, letter, other in (m.groups() for m in _FIELDS.finditer(_clean(text))):
        run = letter or ""
        parts.append(quoted or other or slots.get(run) or ("{anymonth}" if run in "ML" else ""))
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _forms(name: str, *, dotted: bool) -> Iterator[str]:
    """A name as it is; an abbreviation with and without its point."""
    clean = _clean(name).strip()
    plain = clean.rstrip(".")
    forms = dict.fromkeys((clean, plain, f"{plain}.") if dotted else (clean, plain))
    yield from (form for form in forms if form.strip("."))


def _clean(text: str) -> str:
    return _MARKS.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")

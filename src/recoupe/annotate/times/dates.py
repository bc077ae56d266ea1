"""The parts that dates are made of, and the patterns of a language: Language → Grammar for times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from recoupe.annotate.lexemes import Lexemes, lexemes
from recoupe.annotate.patterns import Grammar, Reader, Value, WordClass, compile_patterns
from recoupe.annotate.quantities.numerals import joiners, number_words, read_number
from recoupe.annotate.times import cldr
from recoupe.annotate.times.calendar import make_date
from recoupe.lang import Language

# Years that news writes without more ado; others are numbers.
FIRST_YEAR, LAST_YEAR = 1500, 2199
_ISO = re.compile(r"(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d%]|[-/.]\d)")


@cache
def grammar(language: Language) -> Grammar:
    """The patterns for times: those of the language file first, then what CLDR gives."""
    rules = list(language.times.rules.items())
    rules += [(pattern, "date") for pattern in cldr.date_patterns(language.code)]
    # A language file that names its units has its own rules for "three days ago" as well.
    rules += () if language.times.units else cldr.ago_patterns(language.code)
    rules += [("{weekday}", "weekday"), ("{suremonth}", "month"), ("{feast}", "feast")]
    numbers = [*language.quantities.numbers, *language.times.days]
    inner = {low for number in numbers for low in lexemes(number).lows} | joiners(language)
    openers = [*number_words(language).first, *language.times.days]
    return compile_patterns(rules, _classes(language), _readers(language), openers, inner)


def _classes(language: Language) -> dict[str, WordClass]:
    """Classes of words, by the names that patterns use."""
    code, times = language.code, language.times
    months = [*_listed(times.months), *cldr.months(code, "wide")]
    short_months = [*months, *cldr.months(code, "abbreviated")]
    weekdays = [*_listed(times.weekdays), *cldr.weekdays(code, "wide")]
    short_weekdays = [*weekdays, *cldr.weekdays(code, "abbreviated")]
    capital = any(name[0].isupper() for name, _ in months)
    sure = [(name, number) for name, number in months if name.lower() not in times.ambiguous]
    classes = {
        "suremonth": WordClass(_named(sure), capital=capital),
        "month": WordClass(_named(months), capital=capital),
        "anymonth": WordClass(_named(short_months), capital=capital),
        "weekday": WordClass(_named(weekdays), capital=any(name[0].isupper() for name, _ in weekdays)),
        "anyday": WordClass(_named(short_weekdays), capital=any(name[0].isupper() for name, _ in weekdays)),
        "unit": WordClass((form, unit) for unit, forms in times.units.items() for form in forms),
        "season": WordClass((form, name) for name, forms in times.seasons.items() for form in forms),
        "feast": WordClass(((form, day) for day, forms in times.feasts.items() for form in forms), capital=True),
        "part": WordClass((form, 0) for form in times.parts),
        "ordinal": WordClass(times.ordinals.items()),
    }
    lists = {name: WordClass((form, 0) for form in forms) for name, forms in times.words.items()}
    return {**classes, **lists}


def _readers(language: Language) -> dict[str, Reader]:
    suffixes = frozenset(language.times.day_suffixes)
    return {
        "day": partial(_read_day, suffixes=suffixes, words=WordClass(language.times.days.items())),
        "year": partial(_read_digits, low=FIRST_YEAR, high=LAST_YEAR, length=4),
        "monthnumber": partial(_read_digits, low=1, high=12, length=2),
        "hour": partial(_read_digits, low=0, high=24, length=2),
        "minute": partial(_read_digits, low=0, high=59, length=2, exact=True),
        "hhmm": _read_hhmm,
        "n": partial(_read_count, language=language),
        "numeric": partial(_read_numeric, day_first=cldr.day_comes_first(language.code)),
    }


def _listed(table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    for number, forms in table.items():
        yield from ((form, int(number)) for form in forms)


def _named(names: list[tuple[str, int]]) -> Iterator[tuple[str, Value]]:
    """Names, and the same without accents, as capitals often are."""
    from recoupe.text.normal import fold

    yield from names
    yield from ((fold(name), number) for name, number in names if name.isalpha() and not name.isascii())


def _read_digits(
    tokens: Lexemes, i: int, *, low: int, high: int, length: int, exact: bool = False
) -> tuple[Value, int] | None:
    word = tokens.lows[i]
    if not word.isdecimal() or len(word) > length or (exact and len(word) != length):
        return None
    return (int(word), i + 1) if low <= int(word) <= high else None


def _read_day(tokens: Lexemes, i: int, *, suffixes: frozenset[str], words: WordClass) -> tuple[Value, int] | None:
    """A day of the month: `3`, `1er`, `22nd`, or a word for it."""
    read = _read_digits(tokens, i, low=1, high=31, length=2)
    if read is None:
        return words.read(tokens, i)
    after = i + 1
    joined = after < len(tokens.lows) and tokens.starts[after] == tokens.ends[i] and tokens.lows[after] in suffixes
    return (read[0], after + 1) if joined else read


def _read_hhmm(tokens: Lexemes, i: int) -> tuple[Value, int] | None:
    """Four digits of a military clock, as minutes of the day."""
    word = tokens.lows[i]
    if len(word) != 4 or not word.isdecimal() or int(word[:2]) > 23 or int(word[2:]) > 59:
        return None
    return int(word[:2]) * 60 + int(word[2:]), i + 1


def _read_count(tokens: Lexemes, i: int, *, language: Language) -> tuple[Value, int] | None:
    word = tokens.lows[i]
    if word.isdecimal():
        return (int(word), i + 1) if len(word) <= 4 else None
    return read_number(tokens, i, language)


def _read_numeric(tokens: Lexemes, i: int, *, day_first: bool) -> tuple[Value, int] | None:
    """A date in digits alone, as an ISO date; 13 and more cannot be a month, whatever the language's order."""
    if not tokens.lows[i].isdecimal():
        return None
    iso = _ISO.match(tokens.text, tokens.starts[i])
    numeric = None if iso else _NUMERIC.match(tokens.text, tokens.starts[i])
    if iso:
        year, month, day, end = int(iso[1]), int(iso[3]), int(iso[4]), iso.end()
    elif numeric:
        first, second, year, end = int(numeric[1]), int(numeric[3]), int(numeric[4]), numeric.end()
        # Two digits need points or slashes, and mean this century: 3-1-07 is more often a score or a law.
        if len(numeric[4]) == 2:
            if numeric[2] == "-":
                return None
            year += 2000
        day, month = (first, second) if (day_first and second <= 12) or first > 12 else (second, first)
    else:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR or make_date(year, month, day) is None:
        return None
    after = i + 1
    while after < len(tokens.starts) and tokens.starts[after] < end:
        after += 1
    return f"{year:04d}-{month:02d}-{day:02d}", after

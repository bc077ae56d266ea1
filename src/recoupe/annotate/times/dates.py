"""The parts that dates are made of, and the patterns of a language: Language → Grammar for times."""

from __future__ import annotations

import re
import unicodedata
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
# A day whose year has two digits is close by or of the last century (a guess); short years beside a month are above 31,
# which no day is.
LAST_SHORT = 35
_ISO = re.compile(r"(?<![\d/.])(?<!\d-)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
# Without marks or with spaces, the month and the day have two digits.
_ISO_BARE = re.compile(r"(?<!\d)(?<!\d[ .,-])((?:19|20)\d\d)( ?)([01]\d)\2([0-3]\d)(?![ .,-]?\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d%]|[-/.]\d)")
# With spaces, the numbers have all their digits, and no other stands beside them.
_SPACED = re.compile(r"(?<!\d)(?<!\d[ .,-])(\d\d)( )(\d\d) ((?:19|20)\d\d)(?![ .,-]?\d)")
_DAY_AND_MONTH = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d{1,2})(?![\d%]|[-/.,]\d)")
# A zero tells it from a fraction and from a score.
_WITH_ZERO = re.compile(r"(?<![\d/.,-])(?=0|\d\d/0)(\d\d)/(\d\d)(?![\d%]|[-/.,]\d)")
# With a point, two digits of the month tell it from a decimal, as far as that goes.
_DAY_POINT_MONTH = re.compile(r"(?<![\d/.,-])(\d{1,2})\.([01]\d)(?![\d%]|[-/.,]\d)")
_IN_FULL = re.compile(
    r"\{day\}.*\{anymonth\}.*\{year\}|\{(?:any)?month\}.*\{day\}.*\{year\}|\{year\}.*month\}.*\{day\}"
)
WRITTEN = (
    "{day}(-|/){anymonth}(-|/){year}",
    "{anymonth}(-|/){day}(-|/){year}",
    "{year}(-|/){anymonth}(-|/){day}",
    "{year}(-|/){day}(-|/){anymonth}",
    "{anymonth}(-|/){year}(-|/){day}",
    "{day}(-|/){year}(-|/){anymonth}",
    "{daynumber}/{anymonth}",
    "{anymonth}/{daynumber}",
)
"""Dates with the name of the month between marks, in every order; they are the same in all languages."""


@cache
def grammar(language: Language) -> Grammar:
    """The patterns for times: those of the language file first, then what CLDR gives."""
    rules = list(language.times.rules.items())
    rules += [(pattern, "date") for pattern in cldr.date_patterns(language.code)]
    # A language file that names its units has its own rules for "three days ago" as well.
    rules += () if language.times.units else cldr.ago_patterns(language.code)
    rules += [
        ("{weekday}", "weekday"),
        ("{suremonth}", "month"),
        ("{feast}", "feast"),
        ("{anyday} (,|) {numeric}", "date"),
    ]
    # In a list, the first says what the others are: "on 3/11, 4/11 and 5/11".
    rules += [
        ("{daymonth}", "date listed"),
        ("{zeroedmonth}", "date"),
        ("{shortday}", "weekday listed"),
    ]
    rules += [(pattern.replace("{year}", "{wordyear}"), op) for pattern, op in rules if _IN_FULL.search(pattern)]
    rules += [(pattern, "date") for pattern in WRITTEN]
    numbers = [*language.quantities.numbers, *language.times.days]
    inner = {low for number in numbers for low in lexemes(number).lows} | joiners(language)
    counts, days = tuple(number_words(language).first), {lexemes(day).lows[0] for day in language.times.days}
    openers = {"n": counts, "wordyear": counts, "day": sorted(days)}
    return compile_patterns(rules, _classes(language), _readers(language), openers, inner)


def _classes(language: Language) -> dict[str, WordClass]:
    """Classes of words, by the names that patterns use."""
    code, times = language.code, language.times
    months = [*_listed(times.months), *cldr.months(code, "wide")]
    short_months = [*months, *cldr.months(code, "abbreviated")]
    short_months += _listed(times.short_months)
    weekdays = [*_listed(times.weekdays), *cldr.weekdays(code, "wide")]
    short_weekdays = [*weekdays, *cldr.weekdays(code, "abbreviated")]
    # In lower case, "monday" is one, but "may" and "sat" are not.
    capital = times.ambiguous if any(name[0].isupper() for name, _ in months) else ()
    short_weekdays += _listed(times.short_weekdays)
    short_days = {name for name, _ in short_weekdays} - {name for name, _ in weekdays}
    sure = [(name, number) for name, number in months if name.lower() not in times.ambiguous]
    feasts = [(form, day) for day, forms in times.feasts.items() for form in forms]
    classes = {
        "suremonth": WordClass(_named(sure)),
        "month": WordClass(_named(months), capital=capital),
        "anymonth": WordClass(_named(short_months), capital=capital),
        "weekday": WordClass(_named(weekdays)),
        "anyday": WordClass(_named(short_weekdays), capital=filter(str.istitle, short_days)),
        "shortday": WordClass(_listed(times.short_weekdays)),
        "spokenmonth": WordClass(times.spoken_months.items()),
        "unit": WordClass((form, unit) for unit, forms in times.units.items() for form in forms),
        "season": WordClass((form, name) for name, forms in times.seasons.items() for form in forms),
        "feast": WordClass(feasts, capital=(form for form, _ in feasts if form[0].isupper())),
        "anyfeast": WordClass(feasts),
        "part": WordClass((form, 0) for form in times.parts),
        "ordinal": WordClass(times.ordinals.items()),
    }
    lists = {name: WordClass((form, 0) for form in forms) for name, forms in times.words.items()}
    return {**classes, **lists}


def _readers(language: Language) -> dict[str, Reader]:
    suffixes = frozenset(language.times.day_suffixes)
    return {
        "day": partial(_read_day, suffixes=suffixes, words=WordClass(language.times.days.items())),
        "daynumber": partial(_read_day, suffixes=suffixes, words=WordClass(())),
        "nth": partial(_read_nth, suffixes=suffixes),
        "year": partial(_read_digits, low=FIRST_YEAR, high=LAST_YEAR, length=4),
        "shortyear": _read_short_year,
        "wordyear": partial(_read_word_year, language=language),
        "monthnumber": partial(_read_digits, low=1, high=12, length=2),
        "hour": partial(_read_digits, low=0, high=24, length=2),
        "minute": partial(_read_digits, low=0, high=59, length=2, exact=True),
        "hhmm": _read_hhmm,
        "n": partial(_read_count, language=language),
        "numeric": partial(_read_numeric, day_first=cldr.day_comes_first(language.code)),
        "daymonth": partial(_read_day_and_month, form=_DAY_AND_MONTH, day_first=cldr.day_comes_first(language.code)),
        "zeroedmonth": partial(_read_day_and_month, form=_WITH_ZERO, day_first=cldr.day_comes_first(language.code)),
        "daypointmonth": partial(_read_day_and_month, form=_DAY_POINT_MONTH, day_first=True),
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
    """A day of the month: `3`, `1er`, `22nd`, or a word for it; behind a sign of currency it is none."""
    read = _read_digits(tokens, i, low=1, high=31, length=2)
    if read is None:
        return words.read(tokens, i)
    if i and unicodedata.category(tokens.lows[i - 1][0]) == "Sc":
        return None
    after = i + 1
    # The suffix may have its point or its hyphen before it.
    after += after < len(tokens.lows) and tokens.lows[after] in ".-" and tokens.starts[after] == tokens.ends[i]
    joined = (
        after < len(tokens.lows) and tokens.starts[after] == tokens.ends[after - 1] and tokens.lows[after] in suffixes
    )
    return (read[0], after + 1) if joined else read


def _read_nth(tokens: Lexemes, i: int, *, suffixes: frozenset[str]) -> tuple[Value, int] | None:
    """A day of the month in digits with their suffix: `22nd`."""
    read = _read_day(tokens, i, suffixes=suffixes, words=WordClass(()))
    return read if read and read[1] > i + 1 else None


def _read_short_year(tokens: Lexemes, i: int) -> tuple[Value, int] | None:
    """A year of the last century in two digits that cannot be a day."""
    read = _read_digits(tokens, i, low=32, high=99, length=2, exact=True)
    return (1900 + int(read[0]), read[1]) if read else None


def _read_word_year(tokens: Lexemes, i: int, *, language: Language) -> tuple[Value, int] | None:
    """A year in words, by its digits, in one number or by its hundreds: `two thousand and ten`, `nineteen eighty`."""
    digits = [number_words(language).read(tokens, k) for k in range(i, i + 4)]
    if all(read and 0 <= float(read[0]) < 10 and read[1] == k for k, read in enumerate(digits, i + 1)):
        return int("".join(str(int(read[0])) for read in digits if read)), i + 4
    first = None if tokens.lows[i].isdecimal() else read_number(tokens, i, language)
    if first is None:
        return None
    if FIRST_YEAR <= first[0] <= LAST_YEAR:
        value, end = first
        rest = read_number(tokens, end, language) if value % 100 == 0 and end < len(tokens.lows) else None
        return (int(value + rest[0]), rest[1]) if rest and rest[0] < 100 else (int(value), end)
    second = read_number(tokens, first[1], language) if first[1] < len(tokens.lows) else None
    if second is None or not FIRST_YEAR // 100 <= first[0] <= LAST_YEAR // 100 or not 10 <= second[0] < 100:
        return None
    return int(first[0] * 100 + second[0]), second[1]


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
    at = tokens.starts[i]
    iso = _ISO.match(tokens.text, at) or _ISO_BARE.match(tokens.text, at)
    numeric = None if iso else _NUMERIC.match(tokens.text, at) or _SPACED.match(tokens.text, at)
    if iso:
        year, month, day, end = int(iso[1]), int(iso[3]), int(iso[4]), iso.end()
    elif numeric:
        first, second, year, end = int(numeric[1]), int(numeric[3]), int(numeric[4]), numeric.end()
        # Two digits need points or slashes, and mean this century: 3-1-07 is more often a score or a law.
        if len(numeric[4]) == 2:
            if numeric[2] == "-":
                return None
            year += 1900 if year > LAST_SHORT else 2000
        day, month = _day_and_month(first, second, day_first=day_first)
    else:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR or make_date(year, month, day) is None:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}", _token_after(tokens, i, end)


def _read_day_and_month(tokens: Lexemes, i: int, *, form: re.Pattern[str], day_first: bool) -> tuple[Value, int] | None:
    """A day and a month in digits without a year, as month * 100 + day."""
    found = form.match(tokens.text, tokens.starts[i])
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    # Only where the month comes first, as in English, do some write the day first nevertheless.
    day, month = (first, second) if day_first else _day_and_month(first, second, day_first=False)
    # A leap year, so that the last of February counts.
    return (month * 100 + day, _token_after(tokens, i, found.end())) if make_date(2024, month, day) else None


def _day_and_month(first: int, second: int, *, day_first: bool) -> tuple[int, int]:
    return (first, second) if (day_first and second <= 12) or first > 12 else (second, first)


def _token_after(tokens: Lexemes, i: int, end: int) -> int:
    after = i + 1
    while after < len(tokens.starts) and tokens.starts[after] < end:
        after += 1
    return after

"""The words of a language for amounts: multipliers, units, currencies, what limits a number and what it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from recoupe.annotate.lexemes import Lexemes, lexemes
from recoupe.annotate.patterns import WordClass
from recoupe.annotate.quantities.numerals import THOUSAND, number_words
from recoupe.annotate.times import cldr
from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.words import Stem, stemmer, stop_words
from recoupe.world.units import currencies, units

# Signs of one or two letters count their case (M is a million, m a metre).
SIGN_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their last word, to be found behind a given place."""

    last: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def before(self, tokens: Lexemes, i: int) -> tuple[str, int] | None:
        """The longest phrase that ends right before a token: its kind and its first token."""
        for words, kind in self.last.get(tokens.lows[i - 1], ()) if i > 0 else ():
            if i >= len(words) and tuple(tokens.lows[i - len(words) : i]) == words:
                return kind, i - len(words)
        return None


@dataclass(frozen=True, slots=True)
class Counting:
    """All that reading an amount needs to know of a language."""

    starts: frozenset[str]
    decimal: str
    big: WordClass
    big_signs: dict[str, float]
    signs: dict[str, str]
    unit_words: WordClass
    before: Phrases
    after: WordClass
    ones: frozenset[str]
    articles: frozenset[str]
    behind_one: frozenset[str]
    none: frozenset[str]
    counted: frozenset[str]
    collectives: WordClass
    halves: WordClass
    links: frozenset[str]
    skip: frozenset[str]
    stops: frozenset[str]
    labels: frozenset[str]
    vague: frozenset[str]
    range_words: frozenset[tuple[str, str]]
    tolls: WordClass
    counts: frozenset[str]
    reached: frozenset[str]
    age_before: Phrases
    age_after: WordClass
    stem: Stem

    def stem_of(self, low: str) -> str:
        """Stem of a word, without accents; stemmed first, since its accents tell the stemmer the ending."""
        return fold(self.stem(low))


@cache
def counting(language: Language) -> Counting:
    """The vocabulary of a language, made ready once."""
    q, code = language.quantities, language.code
    stem = stemmer(language)
    big_words = list(cldr.big_numbers(code))
    big = WordClass(
        [
            *((w, v) for w, v in q.numbers.items() if v >= THOUSAND),
            *((w, v) for w, v in big_words if len(w) > SIGN_LENGTH),
        ]
    )
    unit_words, collectives = WordClass(_unit_words(language)), WordClass(q.collectives.items())
    return Counting(
        starts=frozenset({*number_words(language).first, *q.ones, *q.none}),
        decimal=cldr.decimal_mark(code),
        big=big,
        big_signs={**{w.rstrip("."): v for w, v in big_words if len(w) <= SIGN_LENGTH + 1}, **q.big_signs},
        signs={sign: unit for unit, sign in _signs()},
        unit_words=unit_words,
        before=_phrases([(q.about, "about"), (q.at_least, "at least"), (q.at_most, "at most")]),
        after=WordClass(
            (form, kind)
            for forms, kind in ((q.about_after, "about"), (q.at_least_after, "at least"), (q.at_most_after, "at most"))
            for form in forms
        ),
        ones=frozenset(q.ones),
        articles=frozenset(q.articles),
        behind_one=frozenset({*unit_words.first, *collectives.first, *q.counted, "-"}) | _behind_one(language),
        none=frozenset(q.none),
        counted=frozenset(fold(stem(word)) for word in q.counted),
        collectives=collectives,
        halves=WordClass((form, 0.5) for form in q.halves),
        links=frozenset(q.links),
        skip=frozenset(q.skip),
        stops=frozenset(map(fold, q.stops)) | stop_words(language),
        labels=frozenset(q.labels),
        vague=frozenset(q.vague),
        range_words=frozenset((a, b) for a, b in q.ranges),
        tolls=WordClass([*q.tolls.items(), *((form, "") for form in q.number_of)]),
        counts=frozenset(q.counts),
        reached=frozenset(q.reached),
        age_before=_phrases([(q.age_before, "age")]),
        age_after=WordClass((form, 0) for form in q.age_after),
        stem=stem,
    )


def _behind_one(language: Language) -> set[str]:
    """Number words that can stand behind a one: most of the words for one are articles."""
    numbers, words = language.quantities.numbers, number_words(language).first
    large = {lexemes(word).lows[-1] for word, value in numbers.items() if value >= 100}
    # A phrase that begins with one: "a quarter of a million".
    return large | {rest[0] for one in language.quantities.ones for rest, _ in words.get(one, ()) if rest}


def read_unit(tokens: Lexemes, i: int, known: Counting) -> tuple[str, int] | None:
    """The unit or currency that begins at a token: a sign by its case, else the longest word."""
    start = tokens.starts[i] if i < len(tokens.starts) else len(tokens.text)
    for end in range(min(len(tokens.lows), i + SIGN_LENGTH), i, -1):
        sign = tokens.text[start : tokens.ends[end - 1]]
        # A sign of letters must stand alone: the m of "m-commerce" or of "km/s" is none.
        stands = not sign[-1].isalpha() or not tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + 1].isalnum()
        if sign in known.signs and stands:
            return known.signs[sign], end
    read = known.unit_words.read(tokens, i)
    return (str(read[0]), read[1]) if read else None


def read_big(tokens: Lexemes, i: int, known: Counting, *, money: bool) -> tuple[float, int] | None:
    """The multiplier that begins at a token: `millions`, `Md`, `bn`, or the M of millions.

    With `money` (behind the sign of a currency), a sign that is also a unit is the multiplier (five pounds and an m).
    """
    if i >= len(tokens.lows):
        return None
    sign = tokens.text[tokens.starts[i] : tokens.ends[i]]
    # A phrase goes before its first word ("thousand million").
    read = known.big.read(tokens, i) if tokens.lows[i] in known.big.first else None
    if sign in known.big_signs and (money or sign not in known.signs) and (read is None or read[1] == i + 1):
        dot = i + 1 < len(tokens.lows) and tokens.lows[i + 1] == "." and tokens.starts[i + 1] == tokens.ends[i]
        # The point belongs to the abbreviation only where the sentence goes on.
        goes_on = dot and i + 2 < len(tokens.lows)
        goes_on = goes_on and (
            tokens.text[tokens.starts[i + 2]].islower() or read_unit(tokens, i + 2, known) is not None
        )
        return known.big_signs[sign], i + 2 if goes_on else i + 1
    return (float(read[0]), read[1]) if read else None


def _signs() -> Iterable[tuple[str, str]]:
    for code, unit in units().items():
        yield from ((code, sign) for sign in unit.signs)
    for code, signs in currencies().items():
        yield from ((code, sign) for sign in signs)


def _unit_words(language: Language) -> Iterable[tuple[str, str]]:
    """Names from the language file, then from CLDR; one letter is a sign and no name."""
    for code, forms in language.quantities.units.items():
        yield from ((form, code) for form in forms)
    for code, unit in units().items():
        names = cldr.unit_names(language.code, unit.cldr) if unit.cldr else ()
        yield from ((name, code) for name in names if len(name) > 2 or not name.isascii())
    for code in currencies():
        yield from ((name, code) for name in cldr.currency_names(language.code, code))


def _phrases(lists: Iterable[tuple[tuple[str, ...], str]]) -> Phrases:
    last: dict[str, dict[tuple[str, ...], str]] = {}
    for forms, kind in lists:
        for form in forms:
            words = tuple(lexemes(form).lows)
            last.setdefault(words[-1], {}).setdefault(words, kind)
    return Phrases({w: tuple(sorted(found.items(), key=lambda p: (-len(p[0]), p[0]))) for w, found in last.items()})

"""Words → what turns a statement round or narrows it: negation, contrary words, words of scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.words import folded_words


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What a statement has of the words that make two like statements differ.

    `sides` holds (pair, side) of contrary words, `scopes` the numbers of the scope lists. `rebuts`: one negation turns
    another round ("never refused").
    """

    negated: bool
    rebuts: bool
    sides: frozenset[tuple[int, int]]
    scopes: frozenset[int]


# Claims and conflicts look at the same statements, one soon after the other.
@lru_cache(2**12)
def find_contrasts(text: str, language: Language) -> Contrasts:
    """The contrasts in a piece of text."""
    folded = fold(text)
    found = {mark for word in folded_words(folded) for mark in _marks(word, language)}
    if _PHRASE in found:
        matches = _patterns(language).phrases.finditer(folded)
        found |= {mark for match in matches for mark in _table(language).phrases[match.group()]}
    sides = {(i, side) for kind, i, side in found if kind == "opposite"}
    negations = _negations(folded, language) if _NEGATION in found else 0
    return Contrasts(
        negated=negations % 2 == 1,
        rebuts=negations > 0 and negations % 2 == 0,
        sides=frozenset((i, side) for i, side in sides if (i, 1 - side) not in sides),
        scopes=frozenset(i for kind, i, _ in found if kind == "scope"),
    )


def _negations(folded: str, language: Language) -> int:
    """How many words or phrases of a text negate."""
    patterns = _patterns(language)
    if not patterns.negations.search(folded):
        return 0
    return len(patterns.negations.findall(patterns.others.sub(" ", folded)))


def contrary(left: Contrasts, right: Contrasts) -> bool:
    """Whether one uses a word and the other its contrary."""
    return any((i, 1 - side) in right.sides for i, side in left.sides)


# No listed beginning of a word is longer.
_LONGEST = 30
Mark = tuple[str, int, int]
"""What a word says: `opposite`, number of the pair, side; `scope`, number of the list, 0; or what it may begin."""
# The word is the first of a negation, or of a listed phrase: only then is the pattern worth a look.
_NEGATION: Mark = ("negation", 0, 0)
_PHRASE: Mark = ("phrase", 0, 0)


@dataclass(frozen=True, slots=True)
class _Table:
    """Whole words, beginnings of words, and phrases, with their marks."""

    whole: dict[str, list[Mark]]
    begins: dict[str, list[Mark]]
    phrases: dict[str, list[Mark]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    negations: re.Pattern[str]
    others: re.Pattern[str]
    phrases: re.Pattern[str]


@lru_cache(65_536)
def _marks(word: str, language: Language) -> tuple[Mark, ...]:
    """The marks of a folded word, as a whole and by all of its beginnings."""
    table = _table(language)
    begun = (mark for end in range(2, min(len(word), _LONGEST) + 1) for mark in table.begins.get(word[:end], ()))
    return (*table.whole.get(word, ()), *begun)


@cache
def _table(language: Language) -> _Table:
    table = _Table({}, {}, {})
    known = language.comparison
    entries = [(scope, ("scope", i, 0)) for i, scope in enumerate(known.scopes)]
    for i, pair in enumerate(known.opposites):
        entries += [(listed, ("opposite", i, side)) for side, listed in enumerate(pair.split("|", 1))]
    for listed, mark in entries:
        for word in map(fold, map(str.strip, listed.split(","))):
            if " " in word or "'" in word:
                table.phrases.setdefault(word.rstrip("-"), []).append(mark)
                _note(word, _PHRASE, table)
            else:
                part = table.begins if word.endswith("-") else table.whole
                part.setdefault(word.rstrip("-"), []).append(mark)
    for listed in filter(None, known.negations):
        _note(fold(listed), _NEGATION, table)
    return table


def _note(listed: str, mark: Mark, table: _Table) -> None:
    """Mark the first word of a phrase; of one that stands for any ending, all words that begin so.

    What may stand at the end of a word (`_word`) is marked by its last word as well.
    """
    found = folded_words(listed)
    marked = found if "'" in listed[1:2] else found[:1]
    for word in marked:
        table.whole.setdefault(word, []).append(mark)
    if found and listed == found[0] + "-":
        table.begins.setdefault(found[0], []).append(mark)


@cache
def _patterns(language: Language) -> _Patterns:
    known = language.comparison
    phrases = tuple(_table(language).phrases)
    return _Patterns(_any_of(known.negations), _any_of(known.not_negations), _any_of(phrases))


def _any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern for any of the words; `-` at the end stands for any ending, `...` for up to three words between."""
    alternatives = (_word(fold(entry)) for entry in sorted(entries, key=lambda e: (-len(e), e)) if entry)
    return re.compile("|".join(alternatives) or "(?!)")


def _word(entry: str) -> str:
    if " ... " in entry:
        first, last = entry.split(" ... ", 1)
        return _word(first) + r"\w{0,30}(?:\W{1,3}\w{1,30}){0,3}?\W{1,3}" + _word(last)
    start = "" if "'" in entry[1:2] or not entry[0].isalnum() else r"(?<!\w)"
    return start + (
        re.escape(entry[:-1]) + r"\w*"
        if entry.endswith("-")
        else re.escape(entry) + ("" if entry.endswith("'") else r"(?!\w)")
    )

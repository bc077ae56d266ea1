"""Words → what turns a statement round or narrows it: negation, contrary words, words of scope."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain

from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.words import folded_words


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What a statement has of the words that make two like statements differ.

    `sides` holds (pair, side) of contrary words, `scopes` the numbers of the scope lists. `rebuts`: a negation turns a
    refusal round ("never refused").
    """

    negated: bool
    rebuts: bool
    sides: frozenset[tuple[int, int]]
    scopes: frozenset[int]


_NONE = Contrasts(negated=False, rebuts=False, sides=frozenset(), scopes=frozenset())


# Claims and conflicts look at the same statements, one soon after the other.
@lru_cache(2**12)
def find_contrasts(text: str, language: Language) -> Contrasts:
    """The contrasts in a piece of text."""
    folded = fold(text)
    found = set(chain.from_iterable(map(_marks(language), folded_words(folded))))
    if not found:
        return _NONE
    if _PHRASE in found:
        matches = _patterns(language).phrases.finditer(folded)
        found |= {mark for match in matches for mark in _table(language).phrases[match.group()]}
    sides = {(i, side) for kind, i, side in found if kind == "opposite"}
    negated, refused = _turned(folded, found, language)
    return Contrasts(
        negated=negated != refused,
        rebuts=negated and refused,
        sides=frozenset((i, side) for i, side in sides if (i, 1 - side) not in sides),
        scopes=frozenset(i for kind, i, _ in found if kind == "scope"),
    )


def _turned(folded: str, found: set[Mark], language: Language) -> tuple[bool, bool]:
    """Whether a text negates, and whether a verb in it turns round what follows."""
    if _MAYBE not in found:
        return _NEGATION in found, _REFUSAL in found
    patterns = _patterns(language)
    rest = patterns.others.sub(" ", folded)
    return bool(patterns.negations.search(rest)), bool(patterns.refusals.search(rest))


def contrary(left: Contrasts, right: Contrasts) -> bool:
    """Whether one uses a word and the other its contrary."""
    return bool(right.sides) and any((i, 1 - side) in right.sides for i, side in left.sides)


# No listed beginning of a word is longer.
_LONGEST = 30
Mark = tuple[str, int, int]
"""What a word says: `opposite`, number of the pair, side; `scope`, number of the list, 0; or what it may begin."""
# The word alone negates, or turns round what follows.
_NEGATION: Mark = ("negation", 0, 0)
_REFUSAL: Mark = ("refusal", 0, 0)
# The word is the first of a phrase that negates or turns round, or of one with such a word that does not, or of another
# listed phrase: only then are the patterns worth a look.
_MAYBE: Mark = ("maybe", 0, 0)
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
    refusals: re.Pattern[str]
    others: re.Pattern[str]
    phrases: re.Pattern[str]


@cache
def _marks(language: Language) -> Callable[[str], tuple[Mark, ...]]:
    """The marks of each word of a language, looked up once."""
    return lru_cache(65_536)(partial(_marks_of, _table(language)))


def _marks_of(table: _Table, word: str) -> tuple[Mark, ...]:
    """The marks of a folded word, as a whole and by all of its beginnings."""
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
    for mark, words in ((_NEGATION, known.negations), (_REFUSAL, known.refusals), (_MAYBE, known.not_negations)):
        for word in map(fold, filter(None, words)):
            _note(word, mark if folded_words(word) == [word.removesuffix("-")] else _MAYBE, table)
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
    listed = (known.negations, known.refusals, known.not_negations, phrases)
    return _Patterns(*map(_any_of, listed))


# Where a word begins. It stands once before all alternatives, so that they are tried there only.
_BEGIN = r"(?<!\w)"


def _any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern for any of the words; `-` at the end stands for any ending, `...` for up to three words between."""
    words = [_word(fold(entry)) for entry in sorted(entries, key=lambda e: (-len(e), e)) if entry]
    begin = [word.removeprefix(_BEGIN) for word in words if word.startswith(_BEGIN)]
    parts = [f"{_BEGIN}(?:{'|'.join(begin)})"] if begin else []
    return re.compile("|".join([*parts, *(word for word in words if not word.startswith(_BEGIN))]) or "(?!)")


def _word(entry: str) -> str:
    if " ... " in entry:
        first, last = entry.split(" ... ", 1)
        return _word(first) + r"\w{0,30}(?:\W{1,3}\w{1,30}){0,3}?\W{1,3}" + _word(last)
    start = "" if "'" in entry[1:2] or not entry[0].isalnum() else _BEGIN
    return start + (
        re.escape(entry[:-1]) + r"\w*"
        if entry.endswith("-")
        else re.escape(entry) + ("" if entry.endswith("'") else r"(?!\w)")
    )

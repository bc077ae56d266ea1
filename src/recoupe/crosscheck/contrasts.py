"""Words → what turns a statement round or narrows it: negation, contrary words, words of scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lang import Language
from recoupe.text.normal import fold


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What a statement has of the words that make two like statements differ.

    `sides` holds (pair, side) of contrary words, `scopes` the numbers of the scope lists.
    """

    negated: bool
    sides: frozenset[tuple[int, int]]
    scopes: frozenset[int]


def find_contrasts(text: str, language: Language) -> Contrasts:
    """The contrasts in a piece of text."""
    folded = fold(text)
    negations, others, opposites, scopes = _patterns(language)
    sides = {(i, side) for i, pair in enumerate(opposites) for side in (0, 1) if pair[side].search(folded)}
    both = {i for i, side in sides if (i, 1 - side) in sides}
    return Contrasts(
        negated=len(negations.findall(others.sub(" ", folded))) % 2 == 1,
        sides=frozenset((i, side) for i, side in sides if i not in both),
        scopes=frozenset(i for i, scope in enumerate(scopes) if scope.search(folded)),
    )


def contrary(left: Contrasts, right: Contrasts) -> bool:
    """Whether one uses a word and the other its contrary."""
    return any((i, 1 - side) in right.sides for i, side in left.sides)


_Pattern = re.Pattern[str]


@cache
def _patterns(language: Language) -> tuple[_Pattern, _Pattern, list[tuple[_Pattern, _Pattern]], list[_Pattern]]:
    known = language.comparison
    pairs = (pair.split("|", 1) for pair in known.opposites)
    return (
        _any_of(known.negations),
        _any_of(known.not_negations),
        [(_listed(left), _listed(right)) for left, right in pairs],
        [_listed(scope) for scope in known.scopes],
    )


def _listed(entry: str) -> _Pattern:
    return _any_of(tuple(word.strip() for word in entry.split(",")))


def _any_of(entries: tuple[str, ...]) -> _Pattern:
    """Pattern for any of the words; a `-` at the end stands for any ending, an apostrophe within for an ending (n't)."""
    alternatives = (_word(fold(entry)) for entry in sorted(entries, key=lambda e: (-len(e), e)) if entry)
    return re.compile("|".join(alternatives) or "(?!)")


def _word(entry: str) -> str:
    start = "" if "'" in entry[1:2] or not entry[0].isalnum() else r"(?<!\w)"
    return start + (re.escape(entry[:-1]) + r"\w*" if entry.endswith("-") else re.escape(entry) + r"(?!\w)")

"""Weighed statements → the pairs that are worth comparing, each with the weight of what the two share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from recoupe.crosscheck.claims.features import Pair, Weighed, totals
from recoupe.crosscheck.claims.likeness import compare_numbers
from recoupe.crosscheck.claims.slots import Slots

# What shares less than this part of the lighter statement, and no number or quotation, stays below every threshold.
LEAST_SHARE = 1 / 10
# Features that stand in more statements than this find no candidates: they would pair everything with everything.
COMMON = 40


def pairs_sharing(found: Sequence[Weighed], kept: Collection[Pair]) -> dict[Pair, int]:
    """Pairs of statements with something in common that is not common to all, and the weight of all they share.

    Args:
        found: the statements of a story.
        kept: pairs to keep although they share too little to be worth a look.
    """
    counts = Counter(chain.from_iterable(weighed.features for weighed in found))
    # Language → the statements before, by what they have.
    held: defaultdict[str, _Held] = defaultdict(_Held)
    shared: dict[Pair, int] = {}
    for j, weighed in enumerate(found):
        telling = [feature for feature in weighed.features if 1 < counts[feature] <= COMMON]
        common = [feature for feature in weighed.features if counts[feature] > COMMON]
        for language, before in held.items():
            for i, weight in _met(telling, common, weighed.weights(language), before).items():
                if weight and ((i, j) in kept or _worth_a_look(found[i], weighed, weight)):
                    shared[i, j] = weight
        own = held[weighed.slots.language]
        for feature in telling:
            own.telling[feature].append(j)
        for feature in common:
            own.common[feature].add(j)
    return shared


@dataclass(frozen=True, slots=True)
class _Held:
    """Feature → the statements that have it: of features that find candidates, and of those that are too common."""

    telling: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    common: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def _met(telling: Iterable[str], common: Iterable[str], weights: Mapping[str, int], before: _Held) -> Mapping[int, int]:
    """The statements before that have any of the telling features, each with the weight of all that it has."""
    met: dict[int, int] = {}
    for feature in telling:
        if feature in before.telling:
            weight = weights.get(feature, 0)
            for i in before.telling[feature]:
                met[i] = met.get(i, 0) + weight
    for feature in common:
        if feature in before.common and feature in weights:
            weight = weights[feature]
            for i in before.common[feature] & met.keys():
                met[i] += weight
    return met


def _worth_a_look(one: Weighed, other: Weighed, weight: int) -> bool:
    """Whether what two statements share may make them one claim, or one a part of the other."""
    a, b = one.slots, other.slots
    # What an article repeats, it repeats whole.
    if a.ref.article == b.ref.article and (a.is_part or b.is_part):
        return False
    return LEAST_SHARE * min(totals(one, other)) <= weight or _same_figures(a, b)


def _same_figures(a: Slots, b: Slots) -> bool:
    return bool(a.quotes and b.quotes) or bool(a.numbers and b.numbers and compare_numbers(a.numbers, b.numbers).same)

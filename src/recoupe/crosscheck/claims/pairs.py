"""Weighed statements → the pairs that are worth comparing, each with the weight of what the two share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from recoupe.crosscheck.claims.features import Pair, Weighed
from recoupe.crosscheck.claims.likeness import same_number
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
    common = {feature for feature, count in counts.items() if count > COMMON}
    # Language → feature → the statements before that have it.
    held: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    shared: dict[Pair, int] = {}
    for j, weighed in enumerate(found):
        telling = [feature for feature in weighed.features if 1 < counts[feature] <= COMMON]
        for language, holders in held.items():
            met = _met(telling, weighed.weights(language), holders)
            for i, weight in _with_common(met, j, found, common) if common else met.items():
                if (
                    weight
                    and not _within_one(found[i], weighed)
                    and ((i, j) in kept or _worth_a_look(found[i], weighed, weight))
                ):
                    shared[i, j] = weight
        own = held[weighed.slots.language]
        for feature in telling:
            own[feature].append(j)
    return shared


def _met(telling: Sequence[str], weights: Mapping[str, int], holders: Mapping[str, Sequence[int]]) -> dict[int, int]:
    """The statements that have any of some features, each with the weight of those that it has."""
    met: dict[int, int] = {}
    for feature in telling:
        if feature in holders:
            weight = weights.get(feature, 0)
            for i in holders[feature]:
                met[i] = met.get(i, 0) + weight
    return met


def _with_common(
    met: Mapping[int, int], j: int, found: Sequence[Weighed], common: Collection[str]
) -> Iterator[tuple[int, int]]:
    """The same with the weight of the features that many have."""
    ours = [feature for feature in found[j].features if feature in common]
    for i, weight in met.items():
        mine, theirs = found[j].weights(found[i].slots.language), found[i].weights(found[j].slots.language)
        yield i, weight + sum(mine[feature] for feature in ours if feature in mine and feature in theirs)


def _worth_a_look(one: Weighed, other: Weighed, weight: int) -> bool:
    """Whether what two statements share may make them one claim, or one a part of the other."""
    a, b = one.slots, other.slots
    if LEAST_SHARE * one.total(b.language) <= weight or LEAST_SHARE * other.total(a.language) <= weight:
        return True
    return _same_figures(a, b)


def _same_figures(a: Slots, b: Slots) -> bool:
    return bool(a.quotes and b.quotes) or bool(a.numbers and b.numbers and same_number(a.numbers, b.numbers))


def _within_one(one: Weighed, other: Weighed) -> bool:
    """Whether both are of one article, and one is a part of a statement: what an article repeats, it repeats whole."""
    a, b = one.slots, other.slots
    return a.ref.article == b.ref.article and (a.is_part or b.is_part)

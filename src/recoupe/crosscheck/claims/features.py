"""Slots of a story's statements → what each tells, by weight, the rarer the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from recoupe.crosscheck.claims.slots import Slots
from recoupe.world.concepts import notions_of

# What a word weighs however often it stands in the story, in thousandths: its main claim is told in its most frequent
# words. On the dev stories 300 to 500 find more of the claims than 0, at the same precision.
LEAST_WEIGHT = 300
# In one language a notion weighs this part of a word, since the word itself counts beside it.
NOTION = 2
# Who and what a statement speaks of tells less than what is done: a notion of a role, a body or a good weighs this part
# of another. On the dev stories 0.3 to 0.5 do equally well, 1 loses claims.
PARTICIPANT = 0.4
# What a word without notion or cognate weighs across languages, where it can meet nothing.
OPAQUE = 0.3


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement with what its features tell in this story: those that meet in one language, and across languages.

    Weights are whole thousandths, so that sums do not depend on the order of adding.
    """

    slots: Slots
    features: Collection[str]
    within: Mapping[str, int]
    across: Mapping[str, int]
    within_total: int
    across_total: int

    def weights(self, language: str) -> Mapping[str, int]:
        """What may meet in a statement of this language, and how much it tells."""
        return self.within if language == self.slots.language else self.across


def weigh(found: Sequence[Slots]) -> list[Weighed]:
    """The statements of a story with the weights of their features: the rarer, the more (`LEAST_WEIGHT` to 1000)."""
    features = [_features(slots) for slots in found]
    counts = Counter(chain.from_iterable(map(chain.from_iterable, features)))
    scale = (1000 - LEAST_WEIGHT) / math.log(1 + len(found)) if found else 0.0
    by_count = {
        count: LEAST_WEIGHT + round(scale * math.log(1 + len(found) / count)) for count in sorted(set(counts.values()))
    }
    weights = {feature: by_count[count] for feature, count in counts.items()}
    return [_weighed(slots, told, weights) for slots, told in zip(found, features, strict=True)]


def _weighed(slots: Slots, told: _Features, weights: Mapping[str, int]) -> Weighed:
    light = _participants()
    notions = {f: round(weights[f] * PARTICIPANT) if f in light else weights[f] for f in told.notions}
    names = {f: weights[f] for f in told.everywhere}
    within = names | {f: w // NOTION for f, w in notions.items()} | {f: weights[f] for f in told.words}
    across = names | notions | {f: weights[f] for f in told.cognates}
    opaque = round(OPAQUE * sum([weights[f"{slots.language}:{stem}"] for stem in slots.opaque]))
    features = (*told.everywhere, *told.notions, *told.words, *told.cognates)
    return Weighed(slots, features, within, across, sum(within.values()), sum(across.values()) + opaque)


@cache
def _participants() -> frozenset[str]:
    """Features of notions of who and what takes part."""
    return frozenset(f"c:{name}" for name in notions_of("role") | notions_of("body") | notions_of("good"))


def totals(a: Weighed, b: Weighed) -> tuple[int, int]:
    """Weights of the one and of the other, of what could meet."""
    if a.slots.language == b.slots.language:
        return a.within_total, b.within_total
    return a.across_total, b.across_total


class _Features(NamedTuple):
    """All features of a statement by kind, each with a mark of its kind.

    Entities, numbers, days and who denies something meet everywhere, notions as well; words in one language, cognates
    across languages.
    """

    everywhere: Collection[str]
    notions: Collection[str]
    words: Collection[str]
    cognates: Collection[str]


def _features(slots: Slots) -> _Features:
    numbers = {f"n:{number.low:g} {number.unit or ''}" for number in slots.numbers} if slots.numbers else ()
    denier = (f"s:{slots.source}",) if slots.negative and slots.source else ()
    return _Features(
        everywhere=(*[f"e:{e}" for e in slots.entities], *numbers, *[f"d:{a}/{b}" for a, b in slots.days], *denier),
        notions=["c:" + concept for concept in slots.concepts],
        words=[f"{slots.language}:{stem}" for stem in slots.stems],
        cognates=["k:" + cognate for cognate in slots.cognates],
    )

"""Slots of a story's statements → what each tells, by weight, the rarer the more; and what pairs of them share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

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
# Features that stand in more statements than this find no candidates: they would pair everything with everything.
COMMON = 40

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement with what its features tell in this story: those that meet in one language, and across languages.

    Weights are whole thousandths, so that sums do not depend on the order of adding.
    """

    slots: Slots
    within: Mapping[str, int]
    across: Mapping[str, int]
    within_total: int
    across_total: int


def weigh(found: Sequence[Slots]) -> list[Weighed]:
    """The statements of a story with the weights of their features: the rarer, the more (`LEAST_WEIGHT` to 1000)."""
    counts = Counter(feature for slots in found for feature in _features(slots))
    scale = (1000 - LEAST_WEIGHT) / math.log(1 + len(found)) if found else 0.0
    by_count = {
        count: LEAST_WEIGHT + round(scale * math.log(1 + len(found) / count)) for count in sorted(set(counts.values()))
    }
    weights = {feature: by_count[count] for feature, count in counts.items()}
    return [_weighed(slots, weights) for slots in found]


def _weighed(slots: Slots, weights: Mapping[str, int]) -> Weighed:
    names = {f: weights[f] for f in _everywhere(slots)}
    light = _participants()
    notions = {f: round(weights[f] * PARTICIPANT) if f in light else weights[f] for f in _notions(slots)}
    within = names | {f: w // NOTION for f, w in notions.items()} | {f: weights[f] for f in _words(slots)}
    across = names | notions | {f: weights[f] for f in _cognates(slots)}
    opaque = round(OPAQUE * sum(weights[f"{slots.language}:{stem}"] for stem in slots.opaque))
    return Weighed(slots, within, across, sum(within.values()), sum(across.values()) + opaque)


@cache
def _participants() -> frozenset[str]:
    """Features of notions of who and what takes part."""
    return frozenset(f"c:{name}" for name in notions_of("role") | notions_of("body") | notions_of("good"))


def totals(a: Weighed, b: Weighed) -> Pair:
    """Weights of the one and of the other, of what could meet."""
    if a.slots.language == b.slots.language:
        return a.within_total, b.within_total
    return a.across_total, b.across_total


def shared_weight(one: Weighed, other: Weighed) -> int:
    """Weight of all that two statements have in common; words count within one language only."""
    if one.slots.language == other.slots.language:
        return sum(map(one.within.__getitem__, one.within.keys() & other.within.keys()))
    return sum(map(one.across.__getitem__, one.across.keys() & other.across.keys()))


def pairs_sharing(found: Sequence[Weighed]) -> dict[Pair, int]:
    """Pairs of statements with something in common that is not common to all, and the weight of all they share."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, weighed in enumerate(found):
        for feature in weighed.within.keys() | weighed.across.keys():
            holders[feature].append(i)
    meeting = {pair for held in holders.values() if 1 < len(held) <= COMMON for pair in combinations(held, 2)}
    shared = ((pair, shared_weight(found[pair[0]], found[pair[1]])) for pair in sorted(meeting))
    return {pair: weight for pair, weight in shared if weight}


def _features(slots: Slots) -> Iterator[str]:
    """All features of a statement, each with a mark of its kind."""
    yield from _everywhere(slots)
    yield from _notions(slots)
    yield from _words(slots)
    yield from _cognates(slots)


def _everywhere(slots: Slots) -> Iterator[str]:
    """Features that meet in any two languages: entities, numbers, days."""
    yield from (f"e:{entity}" for entity in slots.entities)
    yield from {f"n:{number.low:g}" for number in slots.numbers}
    yield from (f"d:{first}/{last}" for first, last in slots.days)


def _notions(slots: Slots) -> Iterator[str]:
    return (f"c:{concept}" for concept in slots.concepts)


def _words(slots: Slots) -> Iterator[str]:
    return (f"{slots.language}:{stem}" for stem in slots.stems)


def _cognates(slots: Slots) -> Iterator[str]:
    return (f"k:{cognate}" for cognate in slots.cognates)

"""Two statements → how surely they say the same: learnt weights, and vetoes for what must not differ."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

import msgspec

from recoupe.crosscheck.claims.features import Pair, Weighed, totals
from recoupe.crosscheck.claims.slots import Deed, Number, Slots
from recoupe.crosscheck.contrasts import contrary
from recoupe.world.concepts import contraries

VETO = -100.0
"""Score of a pair that must not come together: so low that no other pair of the two groups outweighs it."""

# What the chance is left with where one thing tells against one claim, whatever else two statements share: below the
# threshold even for equal words. On the stories, such pairs are one claim less than half as often as others.
DOUBTED = 0.2
# ... where each names others, who may be others' names for the same; and where words narrow the one and not the other.
OTHER_NAMES = 0.35
NARROWED = 0.8
# Statements of which the longer has this part in common with the other, and which one thing tells apart, differ in it
# alone. With 0.6, pairs made to differ in one point are joined by their parts; with 0.4 claims lose statements.
ALIKE = 0.5
# A chance below this is none; most pairs have no greater one.
NO_CHANCE = 0.2
# More shared weight than this, in thousandths, tells no more: about four words.
MOST_SHARED = 4000
# Numbers so near each other may be one number rounded; `about` allows more.
CLOSE = 0.02
ROUGHLY = 0.1
# Smaller numbers without a unit stand in too many statements to tell anything.
TELLING = 10
# More numbers than this that the other lacks tell no more.
MOST_LACKING = 2


TRAITS = (
    "shared",
    "aligned",
    "share",
    "share_of_shorter",
    "numbers_lacking",
    "numbers",
    "same_number",
    "other_polarity",
    "one_article",
    "one_language",
    "other_source",
)
"""What is learnt from, in the order in which `traits` gives it."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What claims/weights.toml says."""

    source: str
    bias: float
    weights: dict[str, float]


@cache
def learnt() -> Weights:
    """The weights, read once."""
    text = (files("recoupe.crosscheck.claims") / "weights.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)


class Comparison(NamedTuple):
    """Two statements, or parts of statements, of one story.

    Args:
        pair: their numbers.
        one: the first.
        other: the second.
        shared: the weight of what they have in common.
        aligned: how surely both stand at the same place of two passages that run together (0 if they do not).
    """

    pair: Pair
    one: Weighed
    other: Weighed
    shared: int
    aligned: float


def likenesses(compared: Iterable[Comparison], model: Weights) -> dict[Pair, float]:
    """How surely two statements say the same (0 to 1), or `VETO`, for each pair that may.

    Of two statements that say the same but for one thing that must not differ, the parts are kept apart as well: "40
    people fell ill at the school" and "60 people fell ill at the school" do not both say that some fell ill.
    """
    weights = [model.weights[name] for name in TRAITS]
    known: list[tuple[Comparison, float, float]] = []
    opposed: set[tuple[str, str]] = set()
    for at in compared:
        chance = 1 / (1 + math.exp(-sum(map(mul, weights, traits(at)), model.bias)))
        if chance >= NO_CHANCE:
            left = _doubts(at)
            known.append((at, chance, left))
            if left <= DOUBTED and _differ_in_one_point(at):
                opposed.add(_statements(at))
    return {at.pair: VETO if not left or _statements(at) in opposed else left * chance for at, chance, left in known}


def _statements(compared: Comparison) -> tuple[str, str]:
    return compared.one.slots.ref.statement.id, compared.other.slots.ref.statement.id


def _differ_in_one_point(compared: Comparison) -> bool:
    """Whether two whole statements have most in common."""
    one, other = compared.one.slots, compared.other.slots
    return compared.shared >= ALIKE * max(totals(compared.one, compared.other)) and not (one.is_part or other.is_part)


def traits(compared: Comparison) -> tuple[float, ...]:
    """What speaks for one claim or against it, in the order of `TRAITS`; 0 for what is not there."""
    a, b, shared = compared.one.slots, compared.other.slots, compared.shared
    one, other = totals(compared.one, compared.other)
    numbers = compare_numbers(a.numbers, b.numbers) if a.numbers or b.numbers else NO_NUMBERS
    return (
        min(shared, MOST_SHARED) / 1000,
        compared.aligned,
        shared and shared / math.sqrt(one * other),
        shared and shared / min(one, other),
        min(numbers.lacking, MOST_LACKING),
        bool(a.numbers and b.numbers),
        numbers.same,
        a.negative != b.negative,
        a.ref.article == b.ref.article,
        a.language == b.language,
        bool(a.source and b.source) and a.source != b.source,
    )


# Notions of what two do together, so that it is one whoever is named first.
MUTUAL = frozenset({"talk", "agree", "treaty", "sign", "meeting", "war", "peace", "border", "match", "cross", "train"})


def _doubts(compared: Comparison) -> float:
    """What is left of the chance that two statements are one claim; nothing if their numbers differ."""
    a, b = compared.one.slots, compared.other.slots
    if a.numbers and b.numbers:
        numbers = compare_numbers(a.numbers, b.numbers)
        if numbers.differ or (numbers.replaced and (compared.aligned > 0 or _same_quote(a, b))):
            return 0.0
    factor = 1.0
    if a.language == b.language:
        if a.negative != b.negative or a.contrasts.rebuts != b.contrasts.rebuts:
            factor *= DOUBTED
        if a.contrasts.scopes != b.contrasts.scopes:
            factor *= NARROWED
        if a.named and b.named and a.named.isdisjoint(b.named):
            factor *= OTHER_NAMES
    if a.silent != b.silent or _contrary(a, b):
        factor *= DOUBTED
    if a.days and b.days and _other_day(a.days, b.days):
        factor *= DOUBTED
    if a.deed and b.deed and _swapped(a.deed, b.deed):
        factor *= DOUBTED
    return factor


def _contrary(a: Slots, b: Slots) -> bool:
    """One uses a word of the language, or names a notion, and the other its contrary."""
    if a.language == b.language and contrary(a.contrasts, b.contrasts):
        return True
    if a.turned.isdisjoint(b.concepts):
        return False
    return any(contraries().get(notion) in b.concepts - a.concepts for notion in a.concepts - b.concepts)


def _swapped(a: Deed, b: Deed) -> bool:
    """A does to B what B does to A."""
    return a.actors == b.actors[::-1] and bool((shared := a.words & b.words) and not shared & MUTUAL)


def _same_quote(a: Slots, b: Slots) -> bool:
    return any(q in r or r in q for q in a.quotes for r in b.quotes)


def _other_day(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> bool:
    """Both name days, and no day of one lies within those of the other."""
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)


class Numbers(NamedTuple):
    """The numbers of two statements beside each other.

    Args:
        lacking: how many numbers of the one the other does not have.
        same: they share a number that tells something: a large one, or one with a unit.
        differ: they give different numbers of the same thing.
        replaced: they give equally many numbers, not all the same: different ones, if the statements run in parallel.
    """

    lacking: int
    same: bool
    differ: bool
    replaced: bool


NO_NUMBERS = Numbers(lacking=0, same=False, differ=False, replaced=False)


# The parts of a statement give its numbers again, and its copies as well.
@lru_cache(2**12)
def compare_numbers(left: tuple[Number, ...], right: tuple[Number, ...]) -> Numbers:
    """How the numbers of one statement and those of another stand to each other."""
    close = [(n, m) for n in left for m in right if _close(n, m)]
    over_left = [n for n in left if not any(_close(n, m) for m in right)]
    over_right = [m for m in right if not any(_close(m, n) for n in left)]
    return Numbers(
        lacking=len(over_left) + len(over_right),
        same=any(n.unit == m.unit and (n.unit is not None or n.low >= TELLING) for n, m in close),
        differ=any(_same_thing(n, m) for n in over_left for m in over_right),
        replaced=len(left) == len(right) and bool(over_left),
    )


def _close(a: Number, b: Number) -> bool:
    room = (ROUGHLY if a.rough or b.rough else CLOSE) * max(abs(a.high), abs(b.high))
    return a.low - room <= b.high and b.low - room <= a.high


def _same_thing(a: Number, b: Number) -> bool:
    if a.of and b.of:
        return bool(a.of & b.of) and (a.unit == b.unit or not (a.unit and b.unit))
    return a.unit is not None and a.unit == b.unit

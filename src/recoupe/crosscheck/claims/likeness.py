"""Two statements → how surely they say the same: learnt weights, and vetoes for what must not differ."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
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
    "share",
    "share_of_shorter",
    "aligned",
    "numbers",
    "same_number",
    "numbers_lacking",
    "other_polarity",
    "one_article",
    "one_language",
    "other_source",
)
"""What is learnt from, by name."""


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
    likely = ((at, chance) for at in compared if (chance := _chance(at, model)) >= NO_CHANCE)
    known = [(at, chance, _doubts(at)) for at, chance in likely]
    opposed = {_statements(at) for at, _, left in known if left <= DOUBTED and _differ_in_one_point(at)}
    return {at.pair: VETO if not left or _statements(at) in opposed else left * chance for at, chance, left in known}


def _statements(compared: Comparison) -> tuple[str, str]:
    return compared.one.slots.ref.statement.id, compared.other.slots.ref.statement.id


def _differ_in_one_point(compared: Comparison) -> bool:
    """Whether two whole statements have most in common."""
    parts = compared.one.slots.is_part or compared.other.slots.is_part
    return not parts and compared.shared >= ALIKE * max(totals(compared.one, compared.other))


def _chance(compared: Comparison, model: Weights) -> float:
    odds = model.bias
    for name, value in traits(compared).items():
        odds += model.weights[name] * value
    return 1 / (1 + math.exp(-odds))


def traits(compared: Comparison) -> dict[str, float]:
    """What speaks for one claim or against it, by name; what is not there is left out."""
    a, b = compared.one.slots, compared.other.slots
    one, other = totals(compared.one, compared.other)
    found = {"shared": min(compared.shared, MOST_SHARED) / 1000, "aligned": compared.aligned}
    if compared.shared:
        found["share"] = compared.shared / math.sqrt(one * other)
        found["share_of_shorter"] = compared.shared / min(one, other)
    if a.numbers or b.numbers:
        lacking = _lacking(a.numbers, b.numbers) + _lacking(b.numbers, a.numbers)
        found["numbers_lacking"] = min(lacking, MOST_LACKING)
        if a.numbers and b.numbers:
            found["numbers"], found["same_number"] = 1.0, same_number(a.numbers, b.numbers)
    if a.negative != b.negative:
        found["other_polarity"] = 1.0
    if a.ref.article == b.ref.article:
        found["one_article"] = 1.0
    if a.language == b.language:
        found["one_language"] = 1.0
    if a.source and b.source and a.source != b.source:
        found["other_source"] = 1.0
    return found


def _lacking(left: Sequence[Number], right: Sequence[Number]) -> int:
    """How many numbers of the one the other does not have."""
    return sum(not any(_close(n, m) for m in right) for n in left)


# Notions of what two do together, so that it is one whoever is named first.
MUTUAL = frozenset({"talk", "agree", "treaty", "sign", "meeting", "war", "peace", "border", "match", "cross", "train"})


def _doubts(compared: Comparison) -> float:
    """What is left of the chance that two statements are one claim; nothing if their numbers differ."""
    a, b = compared.one.slots, compared.other.slots
    parallel = compared.aligned > 0 or _same_quote(a, b)
    if a.numbers and b.numbers and numbers_differ(a.numbers, b.numbers, strict=parallel):
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


def same_number(left: Sequence[Number], right: Sequence[Number]) -> bool:
    """Whether the statements share a number that tells something: a large one, or one with a unit."""
    return any(
        n.unit == m.unit and (n.unit is not None or n.low >= TELLING) and _close(n, m) for n in left for m in right
    )


def numbers_differ(left: Sequence[Number], right: Sequence[Number], *, strict: bool) -> bool:
    """Whether the statements give different numbers of the same thing.

    Args:
        left: numbers of one statement.
        right: numbers of the other.
        strict: the statements run in parallel, so that numbers left over on both sides are of the same thing.
    """
    over_left = [n for n in left if not any(_close(n, m) for m in right)]
    over_right = [m for m in right if not any(_close(m, n) for n in left)]
    if strict and len(left) == len(right) and over_left:
        return True
    return any(_same_thing(n, m) for n in over_left for m in over_right)


def _close(a: Number, b: Number) -> bool:
    room = (ROUGHLY if a.rough or b.rough else CLOSE) * max(abs(a.high), abs(b.high))
    return a.low - room <= b.high and b.low - room <= a.high


def _same_thing(a: Number, b: Number) -> bool:
    if a.of and b.of:
        return bool(a.of & b.of) and (a.unit == b.unit or not (a.unit and b.unit))
    return a.unit is not None and a.unit == b.unit

"""Two statements → how surely they say the same: slots first, words second, and vetoes for what must not differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from recoupe.crosscheck.claims.features import Weighed, totals
from recoupe.crosscheck.claims.slots import Deed, Number, Slots
from recoupe.crosscheck.contrasts import contrary
from recoupe.world.concepts import contraries, notions_of

VETO = -100.0
"""Score of a pair that must not come together: so low that no other pair of the two groups outweighs it."""

# What speaks for one claim and against it, in log odds: fitted (logistic regression) to the pairs of statements of the
# dev stories that stand in gold claims. Leaving each out in turn costs 0.005 of B-cubed.
NOTHING_KNOWN = -3.3
# ... the shared weight as a share of the mean of both weights.
SHARE = 8.3
# ... both stand at the same place of passages that run together; have the same quotation; the same telling number.
ALIGNED = 4.3
SAME_QUOTE = 3.7
SAME_NUMBER = 4.3
# ... one states and the other negates or denies; both stand in one article.
OTHER_POLARITY = -1.5
ONE_ARTICLE = -0.8
# The same for a statement that says what another says and more: the weight shared, in thousandths and no more than two
# words' worth, and as a share of the part's.
PART_NOTHING_KNOWN = -3.6
PART_SHARED = 1.3
PART_MOST = 2.0
PART_SHARE = 3.6
PART_QUOTE = 4.4
PART_NUMBER = 3.9
PART_NUMBER_LACKS = -0.8
PART_OTHER_POLARITY = -1.5
PART_ONE_ARTICLE = -1.3

# Factors for what makes a pair unlikely whatever else they share; all but the last two keep even equal words apart.
CONTRARY = 0.2
NEGATED = 0.2
OTHER_DAY = 0.2
SWAPPED = 0.2
SILENT = 0.2
OTHER_NAMES = 0.4
OTHER_SCOPE = 0.8
QUESTIONED = 0.5
# Part of the deeds of a statement that a longer one must have to contain it.
MOST_DEEDS = 2 / 3
# A chance no greater is none.
NO_CHANCE = 0.05
# A statement this much heavier than another may say the same and more.
LONGER = 1.2
# Numbers so near each other may be one number rounded; `about` allows more.
CLOSE = 0.02
ROUGHLY = 0.1
# What shares less than this part of the lighter statement, and no number or quotation, stays below every threshold.
LEAST_SHARE = 1 / 5
# Smaller numbers without a unit stand in too many statements to tell anything.
TELLING = 10


def likeness(one: Weighed, other: Weighed, shared: int, aligned: float = 0.0) -> float:
    """How surely the statements say the same (0 to 1), or `VETO`.

    Args:
        one: a statement.
        other: another of the same story.
        shared: the weight of what they have in common.
        aligned: how surely both stand at the same place of two passages that run together (0 if they do not).
    """
    a, b = one.slots, other.slots
    quoted = bool(a.quotes and b.quotes) and _same_quote(a, b)
    counted = bool(a.numbers and b.numbers)
    if counted and numbers_differ(a.numbers, b.numbers, strict=bool(aligned) or quoted):
        return VETO
    small, large = totals(one, other)
    odds = NOTHING_KNOWN + (SHARE * shared / math.sqrt(small * large) if shared else 0.0)
    odds += ALIGNED * aligned + SAME_QUOTE * quoted + ONE_ARTICLE * (a.ref.article == b.ref.article)
    odds += SAME_NUMBER * (counted and same_number(a.numbers, b.numbers)) + OTHER_POLARITY * (a.negative != b.negative)
    chance = _chance(odds)
    return chance * _doubts(a, b) if chance > NO_CHANCE else 0.0


def may_be_one(one: Weighed, other: Weighed, shared: int, aligned: float, least: float) -> bool:
    """Whether two statements can be as like as this, seen from afar: quotations and numbers count as the same."""
    a, b = one.slots, other.slots
    small, large = totals(one, other)
    odds = NOTHING_KNOWN + ALIGNED * aligned + (SHARE * shared / math.sqrt(small * large) if shared else 0.0)
    odds += SAME_QUOTE * bool(a.quotes and b.quotes) + SAME_NUMBER * bool(a.numbers and b.numbers)
    return _chance(odds) >= least


def containment(part: Weighed, whole: Weighed, shared: int, least: float = NO_CHANCE) -> float:
    """How surely a longer statement says all that another says as well, and more (`least` to 1, or 0)."""
    small, large = totals(part, whole)
    if not shared or large < LONGER * small:
        return 0.0
    a, b = part.slots, whole.slots
    odds = PART_NOTHING_KNOWN + PART_SHARED * min(PART_MOST, shared / 1000) + PART_SHARE * shared / small
    odds += PART_ONE_ARTICLE * (a.ref.article == b.ref.article) + PART_OTHER_POLARITY * (a.negative != b.negative)
    if a.numbers:
        if b.numbers and numbers_differ(a.numbers, b.numbers, strict=False):
            return 0.0
        odds += PART_NUMBER * same_number(a.numbers, b.numbers)
        odds += PART_NUMBER_LACKS * any(not any(_close(n, m) for m in b.numbers) for n in a.numbers)
    if a.quotes and b.quotes and _same_quote(a, b):
        odds += PART_QUOTE
    chance = _chance(odds)
    return chance * _doubts(a, b) if chance > least and _does_the_same(a, b) else 0.0


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


# Notions of what two do together, so that it is one whoever is named first.
MUTUAL = frozenset({"talk", "agree", "treaty", "sign", "meeting", "war", "peace", "border", "match", "cross", "train"})


def _doubts(a: Slots, b: Slots) -> float:
    factor = 1.0
    if a.language == b.language:
        if a.negative != b.negative or a.contrasts.rebuts != b.contrasts.rebuts:
            factor *= NEGATED
        if a.contrasts.scopes != b.contrasts.scopes:
            factor *= OTHER_SCOPE
        if a.entities and b.entities and a.entities.isdisjoint(b.entities):
            factor *= OTHER_NAMES
    if _contrary(a, b):
        factor *= CONTRARY
    if a.silent != b.silent:
        factor *= SILENT
    if (a.ref.statement.certainty == "questioned") != (b.ref.statement.certainty == "questioned"):
        factor *= QUESTIONED
    if a.days and b.days and _other_day(a.days, b.days):
        factor *= OTHER_DAY
    if a.deed and b.deed and _swapped(a.deed, b.deed):
        factor *= SWAPPED
    return factor


def _does_the_same(part: Slots, whole: Slots) -> bool:
    """Whether most of what the part says is done is done in the whole as well."""
    done = part.concepts & _deeds()
    return len(done & whole.concepts) >= MOST_DEEDS * len(done)


@cache
def _deeds() -> frozenset[str]:
    return notions_of("act") | notions_of("harm")


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

"""Two statements → how surely they say the same: slots first, words second, and vetoes for what must not differ."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.claims.slots import Deed, Number, Slots
from recoupe.crosscheck.contrasts import contrary


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement with what its features tell in this story: those that meet in one language, and across languages.

    Weights are whole thousandths, so that sums do not depend on the order of adding.
    """

    slots: Slots
    features: frozenset[str]
    within: Mapping[str, int]
    across: Mapping[str, int]
    within_total: int
    across_total: int


VETO = -100.0
"""Score of a pair that must not come together: so low that no other pair of the two groups outweighs it."""

# Share of the smaller statement in the measure, the rest being the larger. Statements that say all of another and more
# come in by containment (claims.py), so that here both count alike; with 0.85 two halves of one long sentence would
# meet through it. B-cubed on the dev stories is flat from 0.5 to 0.85.
SMALLER = 0.5
# What a word weighs however often it stands in the story: its main claim is told in its most frequent words. On the dev
# stories 300 to 500 find more of the claims than 0, at the same precision.
LEAST_WEIGHT = 300
# Two statements at the head of their articles probably tell the main thing of the story, so that they count more.
BOTH_LEAD = 1.5
# Weight, in thousandths of a word that stands nowhere else, that two statements must share before their likeness counts
# in full.
ENOUGH = 1600
# For containment, half a word less than that, in a statement at least so much heavier than the part.
ENOUGH_PART = 600
LONGER = 1.2
# In one language a notion weighs this part of a word, since the word itself counts beside it.
NOTION = 2
# Factors for what makes a pair unlikely without ruling it out. The first four keep even equal words below the
# threshold of claims.py, as the examples of the language files ask; 0.3 to 0.6 gave one B-cubed on the dev stories.
OTHER_POLARITY = 0.28
CONTRARY = 0.28
OTHER_DAY = 0.28
SWAPPED = 0.28
OTHER_SCOPE = 0.8
SAME_ARTICLE = 0.8
# ... both name somebody, and nobody that the other names: said of other people, it is another claim.
OTHER_NAMES = 0.6
QUESTIONED = 0.5
# ... and for two statements that share names or days only: people are named for many reasons.
NAMES_ONLY = 0.3
# Passages of weak alignment often stop short, so that statements at their rim stand beside strangers: without any
# likeness of their own these count half.
SOMETHING = 0.05
SURE_ALIGNMENT = 0.75
# What a shared quotation is worth at least.
SAME_QUOTE = 0.9
# Numbers so near each other may be one number rounded; `about` allows more.
CLOSE = 0.02
ROUGHLY = 0.1


def weigh(found: Sequence[Slots]) -> list[Weighed]:
    """The statements of a story with the weights of their features: the rarer, the more (`LEAST_WEIGHT` to 1000)."""
    held = [_features(slots) for slots in found]
    counts = Counter(feature for features in held for feature in features)
    scale = (1000 - LEAST_WEIGHT) / math.log(1 + len(found)) if found else 0.0
    weights = {
        feature: LEAST_WEIGHT + round(scale * math.log(1 + len(found) / count)) for feature, count in counts.items()
    }
    return [_weighed(slots, features, weights) for slots, features in zip(found, held, strict=True)]


def _weighed(slots: Slots, features: frozenset[str], weights: Mapping[str, int]) -> Weighed:
    names = {f: weights[f] for f in _everywhere(slots)}
    notions = {f: weights[f] for f in _notions(slots)}
    within = names | {f: w // NOTION for f, w in notions.items()} | {f: weights[f] for f in _words(slots)}
    across = names | notions | {f: weights[f] for f in _cognates(slots)}
    return Weighed(slots, features, within, across, sum(within.values()), sum(across.values()))


def _features(slots: Slots) -> frozenset[str]:
    """All features of a statement, each with a mark of its kind."""
    return frozenset((*_everywhere(slots), *_notions(slots), *_words(slots), *_cognates(slots)))


def shared_weight(one: Weighed, other: Weighed) -> int:
    """Weight of all that two statements have in common; words count within one language only."""
    if one.slots.language == other.slots.language:
        return sum(map(one.within.__getitem__, one.within.keys() & other.within.keys()))
    return sum(map(one.across.__getitem__, one.across.keys() & other.across.keys()))


def likeness(one: Weighed, other: Weighed, shared: int, aligned: float = 0.0) -> float:
    """How surely the statements say the same (0 to 1), or `VETO`.

    Args:
        one: a statement.
        other: another of the same story.
        shared: their `shared_weight`.
        aligned: how surely both stand at the same place of two passages that run together (0 if they do not).
    """
    a, b = one.slots, other.slots
    quoted = SAME_QUOTE if a.quotes and b.quotes and _same_quote(a, b) else 0.0
    if a.numbers and b.numbers and numbers_differ(a.numbers, b.numbers, strict=bool(aligned or quoted)):
        return VETO
    measure = _measure(one, other, shared)
    beside = aligned if measure >= SOMETHING or aligned >= SURE_ALIGNMENT else aligned / 2
    doubts = _doubts(a, b)
    if a.leads and b.leads and doubts == 1.0:
        measure = min(1.0, BOTH_LEAD * measure)
    return max(measure, beside, quoted) * doubts


def containment(part: Weighed, whole: Weighed, shared: int) -> float:
    """How much of what one statement says a longer one says as well (0 to 1): all of its numbers, some of its names."""
    if shared < ENOUGH_PART:
        return 0.0
    small, large = _totals(part, whole)
    if large < LONGER * small:
        return 0.0
    if any(not any(_close(n, m) for m in whole.slots.numbers) for n in part.slots.numbers):
        return 0.0
    if part.slots.entities and not part.slots.entities & whole.slots.entities:
        return 0.0
    return shared / small * _doubts(part.slots, whole.slots)


def _measure(a: Weighed, b: Weighed, shared: int) -> float:
    if not shared:
        return 0.0
    small, large = sorted(_totals(a, b))
    counted = shared if _share_content(a.slots, b.slots) else shared * NAMES_ONLY
    return counted / (SMALLER * small + (1 - SMALLER) * large) * min(1.0, counted / ENOUGH)


def _share_content(a: Slots, b: Slots) -> bool:
    """Whether the statements share more than names and days: what is said of them."""
    if not a.concepts.isdisjoint(b.concepts) or (a.language == b.language and not a.stems.isdisjoint(b.stems)):
        return True
    return not a.cognates.isdisjoint(b.cognates) or any(_close(n, m) for n in a.numbers for m in b.numbers)


def _totals(a: Weighed, b: Weighed) -> tuple[int, int]:
    """Weights of the one and of the other, of what could meet."""
    if a.slots.language == b.slots.language:
        return a.within_total, b.within_total
    return a.across_total, b.across_total


def _everywhere(slots: Slots) -> Iterator[str]:
    """Features that meet in any two languages: entities, numbers, days."""
    yield from (f"e:{entity}" for entity in slots.entities)
    yield from (f"n:{number.low:g}" for number in slots.numbers)
    yield from (f"d:{first}/{last}" for first, last in slots.days)


def _notions(slots: Slots) -> Iterator[str]:
    return (f"c:{concept}" for concept in slots.concepts)


def _words(slots: Slots) -> Iterator[str]:
    return (f"{slots.language}:{stem}" for stem in slots.stems)


def _cognates(slots: Slots) -> Iterator[str]:
    return (f"k:{cognate}" for cognate in slots.cognates)


def _doubts(a: Slots, b: Slots) -> float:
    factor = 1.0
    if (a.contrasts.negated != a.denied) != (b.contrasts.negated != b.denied):
        factor *= OTHER_POLARITY
    if a.language == b.language and contrary(a.contrasts, b.contrasts):
        factor *= CONTRARY
    if a.language == b.language and a.contrasts.scopes != b.contrasts.scopes:
        factor *= OTHER_SCOPE
    if (a.ref.statement.certainty == "questioned") != (b.ref.statement.certainty == "questioned"):
        factor *= QUESTIONED
    if _other_day(a.days, b.days):
        factor *= OTHER_DAY
    if a.deed and b.deed and _swapped(a.deed, b.deed):
        factor *= SWAPPED
    if a.entities and b.entities and not a.entities & b.entities:
        factor *= OTHER_NAMES
    return factor * (SAME_ARTICLE if a.ref.article == b.ref.article else 1.0)


# Notions of what two do together, so that it is one whoever is named first.
MUTUAL = frozenset({"talk", "agree", "treaty", "sign", "meeting", "war", "peace", "border", "match", "cross", "train"})


def _swapped(a: Deed, b: Deed) -> bool:
    """A does to B what B does to A."""
    return a.actors == b.actors[::-1] and bool((shared := a.words & b.words) and not shared & MUTUAL)


def _same_quote(a: Slots, b: Slots) -> bool:
    return any(q in r or r in q for q in a.quotes for r in b.quotes)


def _other_day(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> bool:
    """Both name days, and no day of one lies within those of the other."""
    return bool(left and right) and not any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)


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

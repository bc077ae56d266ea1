"""Two statements → how surely they say the same: slots first, words second, and vetoes for what must not differ."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from recoupe.crosscheck.contrasts import contrary
from recoupe.crosscheck.slots import Number, Slots

Weights = Mapping[str, float]
"""Feature → how much it tells in this story (0 to 1): what stands in every statement tells nothing."""

VETO = -100.0
"""Score of a pair that must not come together: so low that no other pair of the two groups outweighs it."""

# Share of the smaller statement in the measure, the rest being the larger: a clause of one paper is often a whole sentence of
# the next. 0.7 of 0.5 to 0.9 was best by B-cubed on the dev stories.
SMALLER = 0.7
# Weight that two statements must share before their likeness counts in full: about two words that stand nowhere else.
ENOUGH = 1.6
# Share of the weight of a word that a notion has, since the word itself counts beside it in one language.
NOTION = 0.5
# Factors for what makes a pair unlikely without ruling it out ("felt right" on the dev stories).
OTHER_POLARITY = 0.4
CONTRARY = 0.4
OTHER_DAY = 0.6
OTHER_SCOPE = 0.8
SAME_ARTICLE = 0.8
# What a shared quotation is worth at least.
SAME_QUOTE = 0.9
# Numbers so near each other may be one number rounded; `about` allows more.
CLOSE = 0.02
ROUGHLY = 0.1


def weigh(found: Sequence[Slots]) -> Weights:
    """How rare each feature is among the statements of the story."""
    counts = Counter(feature for slots in found for feature in features(slots))
    scale = math.log(1 + len(found))
    return {feature: math.log(1 + len(found) / count) / scale for feature, count in counts.items()}


def features(slots: Slots) -> frozenset[str]:
    """All features of a statement, each with a mark of its kind."""
    return frozenset((*_shared_features(slots), *_words(slots), *_cognates(slots)))


def likeness(a: Slots, b: Slots, weights: Weights, aligned: float = 0.0) -> float:
    """How surely the statements say the same (0 to 1), or `VETO`.

    Args:
        a: one statement.
        b: the other.
        weights: what the features tell in this story.
        aligned: score of the passages in which both stand at the same place, if they do.
    """
    strong = max(aligned, SAME_QUOTE if _same_quote(a, b) else 0.0)
    if numbers_differ(a.numbers, b.numbers, strict=strong > 0):
        return VETO
    score = max(strong, _measure(a, b, weights))
    return score * _doubts(a, b) if strong < 1 else score


def _measure(a: Slots, b: Slots, weights: Weights) -> float:
    words, notion = (_words, NOTION) if a.language == b.language else (_cognates, 1.0)
    left = {*_shared_features(a), *words(a)}
    right = {*_shared_features(b), *words(b)}
    shared = _weight(left & right, weights, notion)
    small, large = sorted((_weight(left, weights, notion), _weight(right, weights, notion)))
    return shared / (SMALLER * small + (1 - SMALLER) * large) * min(1.0, shared / ENOUGH) if shared else 0.0


def _weight(found: Iterable[str], weights: Weights, notion: float) -> float:
    return sum(
        sorted(weights.get(f, 1.0) * KINDW.get(f[:2], 1.0) * (notion if f.startswith("c:") else 1.0) for f in found)
    )


KINDW = {}


def _shared_features(slots: Slots) -> Iterable[str]:
    yield from (f"e:{entity}" for entity in slots.entities)
    yield from (f"c:{concept}" for concept in slots.concepts)
    yield from (f"n:{number.low:g}" for number in slots.numbers)
    yield from (f"d:{first}/{last}" for first, last in slots.days)


def _words(slots: Slots) -> Iterable[str]:
    return (f"{slots.language}:{stem}" for stem in slots.stems)


def _cognates(slots: Slots) -> Iterable[str]:
    return (f"k:{cognate}" for cognate in slots.cognates)


def _doubts(a: Slots, b: Slots) -> float:
    factor = 1.0
    if (a.contrasts.negated != a.denied) != (b.contrasts.negated != b.denied):
        factor *= OTHER_POLARITY
    if a.language == b.language and contrary(a.contrasts, b.contrasts):
        factor *= CONTRARY
    if a.language == b.language and a.contrasts.scopes != b.contrasts.scopes:
        factor *= OTHER_SCOPE
    if _other_day(a.days, b.days):
        factor *= OTHER_DAY
    return factor * (SAME_ARTICLE if a.ref.article == b.ref.article else 1.0)


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

"""Two figures → whether they are about one thing, so that they conflict if they differ."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import product

from recoupe.crosscheck.claims.alike import across, alike
from recoupe.crosscheck.conflicts.denials import denies_plainly
from recoupe.crosscheck.conflicts.figures import COUNT, MONEY, Figure, begun_sentence
from recoupe.crosscheck.conflicts.points import Point, Scene, copied
from recoupe.crosscheck.readings import touching
from recoupe.world.concepts import notions_of

# How alike the words beside two figures (weighted Dice), and all that the two statements speak of, must be for them to
# be about one thing: where both count the same thing, and where it cannot be told what they count. In news of a real
# pile, nine of ten pairs below these are of other months, places or people.
_COUNTED, _COUNTED_WHOLE = 0.2, 0.3
_UNTOLD = 0.5
# Where the statements are alike as a whole, or one of them disputes what another says, a few words beside are enough.
_BARELY, _MOSTLY = 0.05, 0.45
# The same where a copyist's slip shows: exchanged digits in a copy (38, 83), one number with another unit (4 cm, 4 mm).
_SLIP = 0.08
# Dimensions of which a story has many values, that differ with time: what has them is hardly ever told by the words
# beside them. Only a copy, a correction or a denial shows that two are of one thing.
_SHARE = "share"
_FLEETING = frozenset({_SHARE, "time"})
# Beyond this ratio, two numbers count different things (a village, a country).
_FAR = 5.0
# Beyond this ratio, two tolls are of different events, or of an event and all of its kind.
_OTHER_TOLL = 4.0
_YEAR = len("2026")
# Notion of arrests, which unlike the dead and hurt are counted by the hour.
_HOURLY = "c:arrest"


def comparable(scene: Scene, one: Figure, two: Figure, weights: Mapping[str, int]) -> bool:
    """Whether two figures that differ are about one thing.

    Args:
        scene: the story.
        one: a figure.
        two: another of the same dimension.
        weights: how much each topic beside a figure says.
    """
    if same_value(one, two) or (far(one, two) and not slip(one, two)):
        return False
    if one.point.article.id == two.point.article.id:
        return _two_voices(one.point, two.point) and of_one_toll(one, two)
    if one.dimension not in _FLEETING and _changed(scene, one, two):
        least = _SLIP if one.dimension in (COUNT, MONEY) else _SLIP / 2
        if alike(one.context, two.context, weights) >= least:
            return True
    if _elsewhere(one, two) or another_day(one, two):
        return False
    if _harmed(one, two):
        return of_one_toll(one, two)
    return _alike(scene, one, two, weights)


def _elsewhere(one: Figure, two: Figure) -> bool:
    """Both sentences name places, and none that the other names."""
    return bool(one.places and two.places) and one.places.isdisjoint(two.places)


def another_day(one: Figure, two: Figure) -> bool:
    """Both sentences name days, and none that the other names."""
    pairs = product(one.days, two.days)
    return bool(one.days and two.days) and not any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


def _changed(scene: Scene, one: Figure, two: Figure) -> bool:
    """Whether one may be the other miscopied: what is measured to the last digit hardly has the same by chance."""
    if one.quantity.value == two.quantity.value:
        return True
    measured = one.dimension not in (COUNT, MONEY) and all(len(f.written) == len(f.digits) for f in (one, two))
    return slip(one, two) and (measured or copied(scene, one.point, two.point))


def _alike(scene: Scene, one: Figure, two: Figure, weights: Mapping[str, int]) -> bool:
    same_language = one.point.article.language == two.point.article.language
    shared = bool(one.counted & two.counted)
    if (
        (one.counted and two.counted and not shared and same_language)
        or one.dimension == _SHARE
        or (one.dimension in _FLEETING and not shared)
    ):
        return False
    beside = alike(one.context, two.context, weights)
    whole = alike(*across(one.point.topics, two.point.topics, same_language=same_language), scene.rarity)
    if not shared:
        return beside >= _UNTOLD and whole >= _UNTOLD
    if one.dimension not in _FLEETING and beside >= _COUNTED and whole >= _COUNTED_WHOLE:
        return True
    return beside >= _BARELY and (whole >= _MOSTLY or _disputes(one) or _disputes(two))


def _disputes(figure: Figure) -> bool:
    """Whether the sentence of a figure has a word for denying."""
    return denies_plainly(figure.point.reading, begun_sentence(figure.point))


def far(one: Figure, two: Figure) -> bool:
    """Whether one number is many times the other."""
    return _ratio(one, two) > _FAR


def slip(one: Figure, two: Figure) -> bool:
    """Whether one may be the other miscopied."""
    if one.quantity.value == two.quantity.value or (len(one.digits) > 1 and one.digits == two.digits):
        return True
    return len(one.written) == len(two.written) > 1 and sorted(one.written) == sorted(two.written)


def same_value(one: Figure, two: Figure) -> bool:
    """Whether they give one value in one unit."""
    return one.quantity.value == two.quantity.value and one.quantity.unit == two.quantity.unit


def _ratio(one: Figure, two: Figure) -> float:
    small, large = sorted(figure.low if math.isinf(figure.high) else figure.high for figure in (one, two))
    return large / small if small > 0 else math.inf if large else 1.0


def of_one_toll(one: Figure, two: Figure) -> bool:
    """Whether both count the dead, hurt or missing, by two sources, in statements that speak of no other year."""
    if not _harmed(one, two) or _HOURLY in one.counted & two.counted or _ratio(one, two) > _OTHER_TOLL:
        return False
    return one.point.path.key != two.point.path.key and not (_of_a_year(one.point) or _of_a_year(two.point))


def _harmed(one: Figure, two: Figure) -> bool:
    """Whether both count those to whom the same harm was done."""
    return one.dimension == COUNT and bool(one.counted & two.counted & _harms())


@cache
def _harms() -> frozenset[str]:
    return frozenset(f"c:{notion}" for notion in notions_of("harm"))


def _of_a_year(point: Point) -> bool:
    times = touching(point.reading.times, point.start, point.end)
    return any(time.type == "duration" or len(time.value or "") == _YEAR for time in times)


def _two_voices(one: Point, two: Point) -> bool:
    """Within one article, only what two sources say can be a conflict; the rest is a whole and its parts."""
    told = one.path.spans and two.path.spans
    return bool(told) and one.path.key != two.path.key and (one.end <= two.start or two.end <= one.start)

"""Points → conflicts of number: two values for one thing, and those that only look like it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.crosscheck.conflicts.corrections import find_rejected
from recoupe.crosscheck.conflicts.figures import COUNT, MONEY, Figure, agree
from recoupe.crosscheck.conflicts.pairing import Pair, about_one_thing, disputed, place, slipped
from recoupe.crosscheck.conflicts.points import Scene, copied, later
from recoupe.model import Conflict, Side

Explanation = Literal["older", "scope", "rounding", "unit"]

_DAY = len("2026-11-20")
# Units that many languages have one word for, and how far they lie apart (907 kg, 1,000 kg), with a little room.
_TONS = frozenset({"t", "ston"})
_TON = 0.12
# Notion of advice: what somebody advises is not what somebody does.
_ADVISED = "c:recommend"


def find_numbers(
    scene: Scene, of_point: Mapping[int, Sequence[Figure]], quarrels: Collection[Pair] = ()
) -> Iterator[Conflict]:
    """Conflicts between figures that are about the same thing; equal pairs of values of one thing are one conflict.

    Args:
        scene: the story.
        of_point: the figures of each point, by number.
        quarrels: points, by number, of which one denies the other: their figures are about the same thing.
    """
    told = [figure for figures in of_point.values() for figure in figures]
    found = list({place(figure): figure for figure in told}.values())
    same = _by_place(told)
    dates = _first_dates(found)
    found_apart = _Parted(defaultdict(set), defaultdict(set))
    for given, rejected, held in find_rejected(found):
        _add(found_apart, given, rejected, None, (given, *(held or [rejected])))
    corrected = {key[:3] for key in found_apart.sides}
    slips = slipped(scene, found)
    for i, j in about_one_thing(scene, found, slips | disputed(of_point, found, quarrels)):
        one, two = sorted((found[i], found[j]), key=lambda f: (f.shown, f.point.claim))
        explained = _explain(scene, one, two, dates, changed=(i, j) in slips)
        if explained is None or (one.dimension, one.shown, two.shown) not in corrected:
            ends = (f for end in (one, two) for f in same[place(end)] if _alike_written(f, end))
            _add(found_apart, one, two, explained, ends)
    for values, explained, sides in _together(found_apart):
        yield Conflict("", "number", tuple(sides), explained, " against ".join(values))


_Key = tuple[str, str, str, Explanation | None]


@dataclass(frozen=True, slots=True)
class _Parted:
    """Dimension, two values and what explains them → where they stand, and what both count."""

    sides: defaultdict[_Key, set[Side]]
    counted: defaultdict[_Key, set[str]]


def _add(parted: _Parted, one: Figure, two: Figure, explained: Explanation | None, ends: Iterable[Figure]) -> None:
    first, second = sorted((one.shown, two.shown))
    key = (one.dimension, first, second, explained)
    parted.sides[key].update(map(_side, ends))
    parted.counted[key].update(one.counted & two.counted)


def _together(parted: _Parted) -> Iterator[tuple[tuple[str, ...], Explanation | None, set[Side]]]:
    """Values of one counted thing that all part from each other are one conflict; all other pairs stand alone."""
    groups: defaultdict[tuple[str, str, Explanation | None], dict[tuple[str, str], set[Side]]] = defaultdict(dict)
    for (dimension, a, b, explained), sides in parted.sides.items():
        groups[dimension, min(parted.counted[dimension, a, b, explained], default=""), explained][a, b] = sides
    for (_, of, explained), pairs in sorted(groups.items(), key=lambda item: (item[0][:2], item[0][2] or "")):
        values = tuple(sorted({value for pair in pairs for value in pair}))
        if of and len(values) > 2 and len(pairs) == math.comb(len(values), 2):
            yield values, explained, set().union(*pairs.values())
        else:
            yield from ((pair, explained, sides) for pair, sides in sorted(pairs.items()))


def _first_dates(found: Sequence[Figure]) -> Mapping[str, str]:
    """When each value first stood in a dated article."""
    dates: dict[str, str] = {}
    for figure in found:
        published = figure.point.article.published
        if published is not None:
            dates[figure.shown] = min(published.value[:_DAY], dates.get(figure.shown, "~"))
    return dates


def _by_place(told: Sequence[Figure]) -> Mapping[tuple[str, int], list[Figure]]:
    """All figures with which the claims of a figure give its value; one of several claims is told once for each."""
    same: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in told:
        same[figure.point.claim, figure.shown].append(figure)
    held: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in told:
        held[place(figure)] += same[figure.point.claim, figure.shown]
    return held


def _alike_written(one: Figure, two: Figure) -> bool:
    """Not in another unit or scale (240 million, 0.24 billion), which would be no part of the quarrel."""
    return one.written == two.written or not (one.written and two.written)


def _explain(scene: Scene, one: Figure, two: Figure, dates: Mapping[str, str], *, changed: bool) -> Explanation | None:
    if one.dimension == MONEY and one.quantity.unit != two.quantity.unit:
        # An equal number of another currency is a slip of the copyist, not a conversion.
        return None if one.quantity.value == two.quantity.value and _alike_written(one, two) else "unit"
    if _of_doubtful_tons(one, two):
        return "unit"
    if agree(one, two) and one.quantity.value != two.quantity.value:
        return "rounding" if one.quantity.unit == two.quantity.unit else "unit"
    if (_ADVISED in one.context) != (_ADVISED in two.context) and not (changed and copied(scene, one.point, two.point)):
        return "scope"
    # A copied passage has one scope, whether or not the words for it are known in both languages.
    if one.scopes != two.scopes and not (changed and copied(scene, one.point, two.point)):
        return "scope"
    return "older" if _outdated(scene, one, two, dates) or _outdated(scene, two, one, dates) else None


def _of_doubtful_tons(one: Figure, two: Figure) -> bool:
    """Tonnes beside short tons: many who write of tons do not say of which, so that they may be off by that much."""
    small, large = sorted((one.low, two.low))
    return {one.quantity.unit, two.quantity.unit} == _TONS and large <= (1 + _TON) * small


def _outdated(scene: Scene, old: Figure, new: Figure, dates: Mapping[str, str]) -> bool:
    """A count that has grown since, or one that the article itself calls an earlier one; a copy has no later count."""
    if old.earlier:
        return True
    if old.dimension != COUNT or old.low >= new.low or copied(scene, old.point, new.point):
        return False
    return later(new.point, old.point) or dates.get(old.shown, "~") < dates.get(new.shown, "")


def _side(figure: Figure) -> Side:
    return Side(figure.point.article.id, figure.quantity.start, figure.quantity.end, figure.shown)

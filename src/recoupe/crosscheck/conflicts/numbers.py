"""Points → conflicts of number: two values for one thing, and those that only look like it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from recoupe.crosscheck.claims.alike import alike, sharing, weigh
from recoupe.crosscheck.conflicts.figures import COUNT, MONEY, Figure, agree, figures
from recoupe.crosscheck.conflicts.points import Point, Scene, copied, in_text_order, later
from recoupe.crosscheck.conflicts.slips import parted
from recoupe.model import Conflict, Side

Explanation = Literal["older", "scope", "rounding", "unit"]
_Pair = tuple[int, int]

# How alike the words around two figures must be (weighted Dice) for them to be about one thing: where both count the
# same thing, and where it cannot be told. In one claim, less will do. Chosen on the dev stories.
_SAME_COUNTED = 0.2
_UNTOLD = 0.35
# The same where a copyist's slip shows: exchanged digits (38, 83), or one number with another unit (4 cm, 4 mm).
_SLIP = 0.08
_DAY = len("2026-11-20")
# Dimensions in which a story measures many things; a speed or a weight is hardly that of something else.
_COMMON = frozenset({COUNT, MONEY, "time", "length", "share"})
# Units that many languages have one word for, and how far they lie apart (907 kg, 1,000 kg), with a little room.
_TONS = frozenset({"t", "ston"})
_TON = 0.12
# Notion of advice: what somebody advises is not what somebody does.
_ADVISED = "c:recommend"
# Beyond this ratio, two numbers count different things (a village, a country).
_FAR = 5.0


def find_numbers(scene: Scene) -> Iterator[Conflict]:
    """Conflicts between figures that are about the same thing; equal pairs of values of one thing are one conflict."""
    of_point = {index: figures(scene.points[index]) for index in in_text_order(scene.points)}
    found = [figure for index in sorted(of_point) for figure in of_point[index]]
    same = _by_claim_and_value(found)
    dates = _first_dates(found)
    sides: defaultdict[tuple[str, str, str, str, Explanation | None], set[Side]] = defaultdict(set)
    slips = _slips(scene, found)
    for i, j in _about_one_thing(scene, found, slips):
        one, two = sorted((found[i], found[j]), key=lambda f: (f.shown, f.point.claim))
        of = min(one.counted & two.counted, default="")
        key = (one.dimension, of, one.shown, two.shown, _explain(scene, one, two, dates, slip=(i, j) in slips))
        sides[key].update(
            _side(f) for end in (one, two) for f in same[end.point.claim, end.shown] if _alike_written(f, end)
        )
    for values, explained, given in _together(sides):
        yield Conflict("", "number", tuple(given), explained, " against ".join(values))


_Key = tuple[str, str, str, str, Explanation | None]


def _together(sides: Mapping[_Key, set[Side]]) -> Iterator[tuple[tuple[str, ...], Explanation | None, set[Side]]]:
    """Values of one counted thing that all part from each other are one conflict; all other pairs stand alone."""
    groups: defaultdict[tuple[str, str, Explanation | None], dict[tuple[str, str], set[Side]]] = defaultdict(dict)
    for (dimension, of, a, b, explained), given in sides.items():
        groups[dimension, of, explained][a, b] = given
    for (_, of, explained), pairs in sorted(groups.items(), key=lambda item: (item[0][:2], item[0][2] or "")):
        values = tuple(sorted({value for pair in pairs for value in pair}))
        if of and len(values) > 2 and len(pairs) == math.comb(len(values), 2):
            yield values, explained, set().union(*pairs.values())
        else:
            yield from ((pair, explained, given) for pair, given in sorted(pairs.items()))


def _first_dates(found: Sequence[Figure]) -> Mapping[str, str]:
    """When each value first stood in a dated article."""
    dates: dict[str, str] = {}
    for figure in found:
        published = figure.point.article.published
        if published is not None:
            dates[figure.shown] = min(published.value[:_DAY], dates.get(figure.shown, "~"))
    return dates


def _by_claim_and_value(found: Sequence[Figure]) -> Mapping[tuple[str, str], list[Figure]]:
    """All figures with which a claim gives a value."""
    same: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        same[figure.point.claim, figure.shown].append(figure)
    return same


def _about_one_thing(scene: Scene, found: Sequence[Figure], slips: Collection[_Pair]) -> list[_Pair]:
    """Pairs of figures that differ and are about the same thing."""
    weights = weigh([figure.context for figure in found])
    given = {(f.point.article.id, f.shown) for f in found}
    of_claim = Counter((f.point.claim, f.point.path.ref.statement.id, f.dimension) for f in found)
    pairs = sharing([_keys(figure) for figure in found])
    comparable = {(i, j) for i, j in pairs if _comparable(scene, found[i], found[j], weights, of_claim)}
    comparable.update(slips)
    return [(i, j) for i, j in sorted(comparable) if not _both_know(found[i], found[j], given)]


def _slips(scene: Scene, found: Sequence[Figure]) -> set[_Pair]:
    """Pairs of figures of which one was changed when the passage was copied or translated."""
    of_article: defaultdict[str, list[int]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for index in sorted(range(len(found)), key=lambda i: (found[i].quantity.start, found[i].quantity.end, i)):
        place = found[index].point.article.id, found[index].quantity.start
        if place not in seen:
            seen.add(place)
            of_article[place[0]].append(index)
    return {
        (min(i, j), max(i, j))
        for i, j in parted(
            scene,
            of_article,
            lambda i: (found[i].quantity.start, found[i].quantity.end),
            lambda i, j: _same(found[i], found[j]) or (_one_kind(found[i], found[j]) and agree(found[i], found[j])),
            lambda i, j: _exchangeable(found[i], found[j]),
        )
    }


def _one_kind(one: Figure, two: Figure) -> bool:
    return one.dimension == two.dimension and (one.dimension != MONEY or one.quantity.unit == two.quantity.unit)


def _exchangeable(one: Figure, two: Figure) -> bool:
    return one.dimension == two.dimension and (_slip(one, two) or not _far(one, two))


def _both_know(one: Figure, two: Figure, given: Collection[tuple[str, str]]) -> bool:
    """Two articles that each give both numbers do not differ over them."""
    a, b = one.point.article.id, two.point.article.id
    return a != b and (a, two.shown) in given and (b, one.shown) in given


def _keys(figure: Figure) -> list[tuple[str, str]]:
    """Figures of one dimension meet in one claim, over exchanged digits, or over a word around them."""
    met = (f"claim {figure.point.claim}", f"digits {figure.digits}", *figure.context)
    return [(figure.dimension, key) for key in met]


def _comparable(
    scene: Scene, one: Figure, two: Figure, weights: Mapping[str, int], of_claim: Mapping[tuple[str, str, str], int]
) -> bool:
    if _same(one, two) or (one.point.article.id == two.point.article.id and not _two_voices(one.point, two.point)):
        return False
    told = bool(one.counted and two.counted)
    shared = bool(one.counted & two.counted)
    if one.point.article.id == two.point.article.id and one.dimension in (COUNT, MONEY) and not shared:
        return False
    same_language = one.point.article.language == two.point.article.language
    if told and same_language and not shared:
        return False
    if _far(one, two) and not _slip(one, two):
        return False
    if one.point.claim == two.point.claim:
        alone = all(of_claim[f.point.claim, f.point.path.ref.statement.id, f.dimension] == 1 for f in (one, two))
        return shared or alone
    least = _SLIP if _slip(one, two) else _SAME_COUNTED if shared or one.dimension not in _COMMON else _UNTOLD
    return (_slip(one, two) and copied(scene, one.point, two.point)) or alike(
        one.context, two.context, weights
    ) >= least


def _far(one: Figure, two: Figure) -> bool:
    small, large = sorted(figure.low if math.isinf(figure.high) else figure.high for figure in (one, two))
    return large > _FAR * max(small, 0.0)


def _slip(one: Figure, two: Figure) -> bool:
    """One may be the other miscopied."""
    return (len(one.digits) > 1 and one.digits == two.digits) or one.quantity.value == two.quantity.value


def _same(one: Figure, two: Figure) -> bool:
    return one.quantity.value == two.quantity.value and one.quantity.unit == two.quantity.unit


def _alike_written(one: Figure, two: Figure) -> bool:
    """Not in another unit or scale (240 million, 0.24 billion), which would be no part of the quarrel."""
    return one.written == two.written or not (one.written and two.written)


def _two_voices(one: Point, two: Point) -> bool:
    """Within one article, only what two sources say can be a conflict; the rest is a whole and its parts."""
    told = one.path.spans and two.path.spans
    return bool(told) and one.path.key != two.path.key and (one.end <= two.start or two.end <= one.start)


def _explain(scene: Scene, one: Figure, two: Figure, dates: Mapping[str, str], *, slip: bool) -> Explanation | None:
    if one.dimension == MONEY and one.quantity.unit != two.quantity.unit:
        # An equal number of another currency is a slip of the copyist, not a conversion.
        return None if one.quantity.value == two.quantity.value and _alike_written(one, two) else "unit"
    if _of_doubtful_tons(one, two):
        return "unit"
    if agree(one, two) and one.quantity.value != two.quantity.value:
        return "rounding" if one.quantity.unit == two.quantity.unit else "unit"
    if (_ADVISED in one.context) != (_ADVISED in two.context) and not (slip and copied(scene, one.point, two.point)):
        return "scope"
    # A copied passage has one scope, whether or not the words for it are known in both languages.
    if one.scopes != two.scopes and not (slip and copied(scene, one.point, two.point)):
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

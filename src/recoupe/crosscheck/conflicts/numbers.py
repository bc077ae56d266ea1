"""Points → conflicts of number: two values for one thing, and those that only look like it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from recoupe.crosscheck.claims.alike import alike, sharing, weigh
from recoupe.crosscheck.conflicts.figures import COUNT, MONEY, Figure, agree, digits, figures, shown
from recoupe.crosscheck.conflicts.points import Point, Scene, copied, later
from recoupe.lang import load
from recoupe.model import Conflict, Side
from recoupe.text.normal import fold

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
_RARE = 0.04
_COMMON = frozenset({COUNT, MONEY, "time", "length", "share"})
# Beyond this ratio, two numbers count different things (a village, a country).
_FAR = 5.0


def find_numbers(scene: Scene) -> Iterator[Conflict]:
    """Conflicts between figures that are about the same thing; equal pairs of values of one thing are one conflict."""
    found = [figure for point in scene.points for figure in figures(point)]
    same = _by_claim_and_value(found)
    dates = _first_dates(found)
    sides: defaultdict[tuple[str, str, str, str, Explanation | None], set[Side]] = defaultdict(set)
    for i, j in _about_one_thing(scene, found):
        one, two = sorted((found[i], found[j]), key=lambda f: (shown(f), f.point.claim))
        of = min(one.counted & two.counted, default="")
        key = (one.dimension, of, shown(one), shown(two), _explain(scene, one, two, dates))
        sides[key].update(_side(f) for end in (one, two) for f in same[end.point.claim, shown(end)])
    for (_, _, a, b, explained), given in sorted(sides.items(), key=lambda item: (item[0][:4], item[0][4] or "")):
        yield Conflict("", "number", tuple(given), explained, f"{a} against {b}")


def _first_dates(found: Sequence[Figure]) -> Mapping[str, str]:
    """When each value first stood in a dated article."""
    dates: dict[str, str] = {}
    for figure in found:
        published = figure.point.article.published
        if published is not None:
            dates[shown(figure)] = min(published.value[:_DAY], dates.get(shown(figure), "~"))
    return dates


def _by_claim_and_value(found: Sequence[Figure]) -> Mapping[tuple[str, str], list[Figure]]:
    """All figures with which a claim gives a value."""
    same: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        same[figure.point.claim, shown(figure)].append(figure)
    return same


def _about_one_thing(scene: Scene, found: Sequence[Figure]) -> list[_Pair]:
    """Pairs of figures that differ and are about the same thing."""
    weights = weigh([figure.context for figure in found])
    given = {(f.point.article.id, shown(f)) for f in found}
    of_claim = Counter((f.point.claim, f.point.path.ref.statement.id, f.dimension) for f in found)
    pairs = sharing([_keys(figure) for figure in found])
    comparable = ((i, j) for i, j in sorted(pairs) if _comparable(scene, found[i], found[j], weights, of_claim))
    return [(i, j) for i, j in comparable if not _both_know(found[i], found[j], given)]


def _both_know(one: Figure, two: Figure, given: Collection[tuple[str, str]]) -> bool:
    """Two articles that each give both numbers do not differ over them."""
    a, b = one.point.article.id, two.point.article.id
    return a != b and (a, shown(two)) in given and (b, shown(one)) in given


def _keys(figure: Figure) -> list[tuple[str, str]]:
    """Figures of one dimension meet in one claim, over exchanged digits, or over a word around them."""
    met = (f"claim {figure.point.claim}", f"digits {digits(figure)}", *figure.context)
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
    return (len(digits(one)) > 1 and digits(one) == digits(two)) or one.quantity.value == two.quantity.value


def _same(one: Figure, two: Figure) -> bool:
    return one.quantity.value == two.quantity.value and one.quantity.unit == two.quantity.unit


def _currency(figure: Figure) -> str | None:
    return figure.quantity.unit if figure.dimension == MONEY else None


def _two_voices(one: Point, two: Point) -> bool:
    """Within one article, only what two sources say can be a conflict; the rest is a whole and its parts."""
    told = one.path.spans and two.path.spans
    return bool(told) and one.path.key != two.path.key and (one.end <= two.start or two.end <= one.start)


def _explain(scene: Scene, one: Figure, two: Figure, dates: Mapping[str, str]) -> Explanation | None:
    if one.dimension == MONEY and one.quantity.unit != two.quantity.unit:
        # An equal number of another currency is a slip of the copyist, not a conversion.
        return None if one.quantity.value == two.quantity.value else "unit"
    if agree(one, two) and one.quantity.value != two.quantity.value:
        return "rounding" if one.quantity.unit == two.quantity.unit else "unit"
    if one.scopes != two.scopes:
        return "scope"
    return "older" if _outdated(scene, one, two, dates) or _outdated(scene, two, one, dates) else None


def _outdated(scene: Scene, old: Figure, new: Figure, dates: Mapping[str, str]) -> bool:
    """A count that has grown since, or one that the article itself calls an earlier one; a copy has no later count."""
    if _called_earlier(old):
        return True
    if old.dimension != COUNT or old.low >= new.low or copied(scene, old.point, new.point):
        return False
    return later(new.point, old.point) or dates.get(shown(old), "~") < dates.get(shown(new), "")


def _called_earlier(figure: Figure) -> bool:
    article = figure.point.article
    said = f" {fold(article.text[figure.point.start : figure.point.end])} "
    return any(f" {fold(word)} " in said for word in load(article.language).comparison.earlier)


def _side(figure: Figure) -> Side:
    return Side(figure.point.article.id, figure.quantity.start, figure.quantity.end, shown(figure))

"""Points → media to which one claim is credited, each by articles that do not credit the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.crosscheck.conflicts.points import Point, Scene, near, side
from recoupe.model import Side
from recoupe.world.agencies import find_agency

# How alike two claims must be (cosine) for their credits to be for the same thing: well above chance, since two
# reports of one story share many words anyway.
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two media, by their keys and names, that are credited with the same thing, and where."""

    media: tuple[str, str]
    names: tuple[str, str]
    sides: tuple[Side, ...]


def find_credits(scene: Scene) -> Iterator[Disputed]:
    """The media that articles credit for one claim."""
    citing = {point.claim for point in scene.points if _key(point)}
    if len({_key(point) for point in scene.points} - {""}) < 2:
        return
    for claim in sorted(citing):
        credited = _credited(scene, claim)
        for one, two in combinations(sorted(credited), 2):
            if _parted(scene, credited, one, two):
                points = (*credited[one], *credited[two])
                names = _name(credited[one][0]), _name(credited[two][0])
                yield Disputed((one, two), names, tuple(side(point, _name(point)) for point in points))


def _credited(scene: Scene, claim: str) -> Mapping[str, list[Point]]:
    """Medium → the points that credit it: those of the claim, and those of other claims that say nearly the same."""
    around = (claim, *(other for _, other in near(scene, claim, _LEAST)))
    found: defaultdict[str, list[Point]] = defaultdict(list)
    for index in sorted({index for one in around for index in scene.mates[one]}):
        point = scene.points[index]
        if _key(point):
            found[_key(point)].append(point)
    return found


def _parted(scene: Scene, credited: Mapping[str, list[Point]], one: str, two: str) -> bool:
    """Media of one kind, no article that credits both, and neither has it from itself."""
    first, second = credited[one], credited[two]
    agencies = [is_agency(scene, key, _name(points[0])) for key, points in ((one, first), (two, second))]
    if agencies[0] != agencies[1] or _articles(first) & _articles(second):
        return False
    newsrooms = scene.sources.newsrooms.own
    own = {key: {article for article, newsroom in newsrooms.items() if newsroom.key == key} for key in (one, two)}
    if own[one] or own[two]:
        return bool(_articles(first) & own[two] or _articles(second) & own[one])
    speakers = _speakers(first) & _speakers(second)
    return bool(speakers) or not (_speakers(first) or _speakers(second))


def is_agency(scene: Scene, key: str, name: str) -> bool:
    """Whether a medium is one whose texts others print."""
    return key in scene.sources.newsrooms.agencies or find_agency(name) is not None


def _articles(points: Sequence[Point]) -> set[str]:
    return {point.article.id for point in points}


def _speakers(points: Sequence[Point]) -> set[str]:
    return {point.path.key for point in points if point.path.named}


def _key(point: Point) -> str:
    return "" if point.path.cites is None else point.path.cites.key


def _name(point: Point) -> str:
    return "" if point.path.cites is None else point.path.cites.name

"""Points → conflicts of attribution: the same thing credited to different media by articles that know only one each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.crosscheck.conflicts.points import Point, Scene, near, side
from recoupe.model import Conflict

# How alike two claims must be (cosine) for their credits to be for the same thing: well above chance, since two
# reports of one story share many words anyway.
_LEAST = 0.3


def find_credits(scene: Scene) -> Iterator[Conflict]:
    """Conflicts between the media that articles credit for one claim."""
    citing = {point.claim for point in scene.points if _key(point)}
    if len({_key(point) for point in scene.points} - {""}) < 2:
        return
    for claim in sorted(citing):
        credited = _credited(scene, claim)
        for one, two in combinations(sorted(credited), 2):
            if _parted(scene, credited, one, two):
                points = (*credited[one], *credited[two])
                note = f"{_name(credited[one][0])} against {_name(credited[two][0])}"
                yield Conflict("", "attribution", tuple(side(point, _name(point)) for point in points), None, note)


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
    agencies = scene.sources.newsrooms.agencies
    first, second = credited[one], credited[two]
    if (one in agencies) != (two in agencies) or _articles(first) & _articles(second):
        return False
    newsrooms = scene.sources.newsrooms.own
    own = {key: {article for article, newsroom in newsrooms.items() if newsroom.key == key} for key in (one, two)}
    if own[one] or own[two]:
        return bool(_articles(first) & own[two] or _articles(second) & own[one])
    speakers = _speakers(first) & _speakers(second)
    return bool(speakers) or not (_speakers(first) or _speakers(second))


def _articles(points: Sequence[Point]) -> set[str]:
    return {point.article.id for point in points}


def _speakers(points: Sequence[Point]) -> set[str]:
    return {point.path.key for point in points if point.path.named}


def _key(point: Point) -> str:
    return "" if point.path.cites is None else point.path.cites.key


def _name(point: Point) -> str:
    return "" if point.path.cites is None else point.path.cites.name

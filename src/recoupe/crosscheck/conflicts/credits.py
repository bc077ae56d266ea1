"""Points → media to which one claim is credited, each by articles that do not credit the other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.crosscheck.conflicts.points import COMMON, Point, Scene
from recoupe.model import Place
from recoupe.world.agencies import find_agency

# How alike two claims must be (cosine) for their credits to be for the same thing: well above chance, since two
# reports of one story share many words anyway.
_LEAST = 0.3
# Only this many claims most like one are looked at.
_NEAREST = 8


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two media, by their keys and names, that are credited with the same thing, and where each is."""

    media: tuple[str, str]
    names: tuple[str, str]
    places: tuple[tuple[Place, ...], tuple[Place, ...]]


def find_credits(scene: Scene) -> Iterator[Disputed]:
    """The media that articles credit for one claim."""
    citing = {point.claim for point in scene.points if _key(point)}
    if len({_key(point) for point in scene.points} - {""}) < 2:
        return
    vectors = {claim: _vector(scene, claim) for claim in scene.mates}
    lengths = {claim: _length(vector) for claim, vector in vectors.items()}
    for claim in sorted(citing):
        credited = _credited(scene, [claim, *_near(scene, vectors, lengths, claim)])
        for one, two in combinations(sorted(credited), 2):
            if _parted(scene, credited, one, two):
                names = _name(credited[one][0]), _name(credited[two][0])
                yield Disputed((one, two), names, (_places(credited[one]), _places(credited[two])))


def _places(points: Iterable[Point]) -> tuple[Place, ...]:
    return tuple(Place(point.article.id, point.start, point.end) for point in points)


def _vector(scene: Scene, claim: str) -> Mapping[str, int]:
    """Each topic of a claim, with how much it says: more the rarer it is, and the more of its statements have it.

    Whole numbers, so that sums do not depend on order.
    """
    count = Counter(topic for index in scene.mates[claim] for topic in scene.points[index].topics)
    return {topic: round(scene.rarity[topic] * math.sqrt(statements)) for topic, statements in count.items()}


def _near(
    scene: Scene, vectors: Mapping[str, Mapping[str, int]], lengths: Mapping[str, float], claim: str
) -> list[str]:
    """The claims most like one (cosine of their vectors), best first.

    Claims are compared rather than statements, since a claim told in two languages meets claims in both.
    """
    products: Counter[str] = Counter()
    for topic, weight in vectors[claim].items():
        held = scene.holders[topic]
        for other in held if len(held) <= COMMON else ():
            products[other] += weight * vectors[other][topic]
    del products[claim]
    own = lengths[claim]
    scored = ((round(product / (own * lengths[other]), 6), other) for other, product in products.items())
    best = sorted((-score, other) for score, other in scored if score >= _LEAST)
    return [other for _, other in best[:_NEAREST]]


def _length(vector: Mapping[str, int]) -> float:
    return math.sqrt(sum([weight * weight for weight in vector.values()])) or 1.0


def _credited(scene: Scene, claims: Iterable[str]) -> Mapping[str, list[Point]]:
    """Medium → the points of some claims that credit it."""
    found: defaultdict[str, list[Point]] = defaultdict(list)
    for index in sorted({index for claim in claims for index in scene.mates[claim]}):
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

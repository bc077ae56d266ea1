"""Articles and claims → points: each statement with all that is compared, and a way to find those near it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.contrasts import Contrasts, find_contrasts
from recoupe.crosscheck.origins.newsrooms import ACCEPTED
from recoupe.crosscheck.origins.paths import Followed, Path, Paths, Sources
from recoupe.crosscheck.readings import Reading, topics_within
from recoupe.model import Alignment, Article, Claim, Derivation, Side, Statement

# A topic of more claims than this says nothing about which two belong together, and comparing all of them would cost.
COMMON = 60


@dataclass(frozen=True, slots=True)
class Point:
    """A statement of a claim, followed to its source, and what it speaks of."""

    path: Path
    reading: Reading
    claim: str
    topics: frozenset[str]
    start: int
    end: int

    @property
    def article(self) -> Article:
        """The article in which it stands."""
        return self.reading.article


@dataclass(frozen=True, slots=True)
class Scene:
    """All points of a story, ready to be compared.

    Args:
        points: in the order of claims, then of publication.
        mates: claim → its points.
        rarity: topic → how much it says, in whole numbers, so that sums do not depend on order.
        holders: topic → the claims that have it.
        derived: (derived article, article it derives from).
        alignments: passages that say the same in the same words or in two languages.
    """

    points: tuple[Point, ...]
    mates: Mapping[str, tuple[int, ...]]
    rarity: Mapping[str, int]
    holders: Mapping[str, Sequence[str]]
    derived: frozenset[tuple[str, str]]
    alignments: tuple[Alignment, ...]
    sources: Sources
    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]


def set_scene(
    readings: Mapping[str, Reading],
    claims: Iterable[Claim],
    followed: Followed,
    derivations: Sequence[Derivation],
    alignments: Sequence[Alignment],
) -> Scene:
    """Gather the points of a story."""
    claims = sorted(claims, key=lambda claim: claim.id)
    points = _points(readings, claims, followed.paths)
    mates: defaultdict[str, list[int]] = defaultdict(list)
    for index, point in enumerate(points):
        mates[point.claim].append(index)
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for claim, held in mates.items():
        told = (points[i].topics for i in held)
        for topic in points[held[0]].topics if len(held) == 1 else frozenset[str]().union(*told):
            holders[topic].append(claim)
    return Scene(
        points=points,
        mates={claim: tuple(members) for claim, members in mates.items()},
        rarity=_rarity(holders, len(mates)),
        holders=holders,
        derived=frozenset((d.derived, d.used) for d in derivations if d.probability >= ACCEPTED),
        alignments=tuple(alignments),
        sources=followed.sources,
        claims={claim.id: claim for claim in claims},
        articles={id_: reading.article for id_, reading in readings.items()},
        readings=readings,
    )


def _rarity(holders: Mapping[str, Sequence[str]], claims: int) -> dict[str, int]:
    by_count = {count: round(100 * math.log(1 + claims / count)) for count in set(map(len, holders.values()))}
    return {topic: by_count[len(held)] for topic, held in holders.items()}


def in_text_order(points: Sequence[Point]) -> list[int]:
    """The points by number, article by article: what is remembered of a text is asked for at one time."""
    return sorted(range(len(points)), key=lambda i: (points[i].article.id, points[i].start, i))


def side(point: Point, value: str) -> Side:
    """The whole statement as one side of a conflict."""
    return Side(point.article.id, point.start, point.end, value)


def copied(scene: Scene, one: Point, two: Point) -> bool:
    """Whether one of two articles derives from the other."""
    a, b = one.article.id, two.article.id
    return (a, b) in scene.derived or (b, a) in scene.derived


def one_party(one: Point, two: Point) -> bool:
    """Whether two points come from one source, or from two that speak for one body."""
    return bool({one.path.key, *one.path.also} & {two.path.key, *two.path.also})


def contrasts(point: Point) -> Contrasts:
    """What a statement has of the words that turn it round."""
    return find_contrasts(point.article.text[point.start : point.end], point.reading.language)


def negated(point: Point) -> bool:
    """Whether a negation turns a statement round."""
    return contrasts(point).negated


def later(one: Point, two: Point) -> bool:
    """Whether the article of the first was published after that of the second, as far as both are dated."""
    a, b = one.article.published, two.article.published
    if a is None or b is None:
        return False
    exact = min(len(a.value), len(b.value))
    return a.value[:exact] > b.value[:exact]


def _points(readings: Mapping[str, Reading], claims: Iterable[Claim], paths: Paths) -> tuple[Point, ...]:
    claims_of: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for id_ in claim.statements:
            claims_of[id_].append(claim.id)
    points = [
        point
        for reading in readings.values()
        for statement in reading.article.statements
        for point in _points_of(reading, statement, claims_of.get(statement.id, ()), paths)
    ]
    return tuple(sorted(points, key=lambda p: (p.claim, _date(p.article), p.article.id, p.start, p.end)))


def _points_of(reading: Reading, statement: Statement, claims: Sequence[str], paths: Paths) -> Iterator[Point]:
    if claims:
        topics = topics_within(reading, statement.start, statement.end)
        path = paths[reading.article.id, statement.id]
        for claim in claims:
            yield Point(path, reading, claim, topics, statement.start, statement.end)


def _date(article: Article) -> str:
    return article.published.value if article.published is not None else "~"

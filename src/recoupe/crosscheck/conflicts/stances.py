"""Points → conflicts of stance: one source says it, another denies it, or one that denied it admits it later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.crosscheck.conflicts.answers import find_answers
from recoupe.crosscheck.conflicts.denials import denies_plainly, find_denials, find_denied
from recoupe.crosscheck.conflicts.points import Point, Scene, contrasts, later, one_party, side
from recoupe.crosscheck.readings import ROOTS_AND_NOTIONS
from recoupe.lang import load
from recoupe.model import Conflict, Side

# A topic that more claims of the story have does not tell what somebody denied and now admits.
_RARE = 12


@dataclass(frozen=True, slots=True)
class _Clash:
    """Points, by number, that deny something, and those that say it."""

    no: frozenset[int]
    yes: frozenset[int]


def find_quarrels(scene: Scene) -> list[tuple[int, int]]:
    """Points, by number: a denial, and what it denies or answers."""
    denials = find_denials(scene)
    return sorted({*find_denied(scene, denials), *find_answers(scene, denials)})


def find_stances(scene: Scene, quarrels: Sequence[tuple[int, int]]) -> Iterator[Conflict]:
    """Conflicts of stance: denials with what they deny or answer, and admissions; one for each quarrel."""
    clashes = (_Clash(frozenset([i]), frozenset([j])) for i, j in quarrels)
    for clash in _joined(scene, [*clashes, *_admissions(scene), *_rebuttals(scene)]):
        no, yes = ([scene.points[i] for i in sorted(side)] for side in (clash.no, clash.yes))
        note = f"{_names(no)}: denied; {_names(yes)}: said"
        yield Conflict("", "stance", (*_sides(yes), *_sides(no, denies=True)), None, note)


def _admissions(scene: Scene) -> Iterator[_Clash]:
    """What a party denied and admits later: the two may be worded quite differently, but share a telling word."""
    named = [(j, point) for j, point in enumerate(scene.points) if point.path.named]
    admitted = [(j, p) for j, p in named if p.path.stance == "confirms"]
    denials = find_denials(scene) if admitted else []
    for j, other in admitted:
        for denial in denials:
            point = scene.points[denial.index]
            if not later(other, point) or not _telling(scene, point, other):
                continue
            if _speaks_for(scene, point, other) or _after_denial(other):
                yield _Clash(frozenset([denial.index]), frozenset([j]))


def _rebuttals(scene: Scene) -> Iterator[_Clash]:
    """One party says that another will not do something; the other says it never refused: one subject, one verb."""
    named = [(i, p, contrasts(p)) for i, p in enumerate(scene.points) if p.path.named and _told(p)]
    for i, point, said in named:
        for j, other, told in named if said.rebuts else ():
            if told.negated and not one_party(point, other) and _one_subject(point, other):
                yield _Clash(frozenset([i]), frozenset([j]))


def _one_subject(one: Point, two: Point) -> bool:
    """They name one party, and share another word or one that has a contrary ("refused")."""
    shared = one.topics & two.topics
    if not any(topic.startswith("e:") for topic in shared):
        return False
    return bool(_words([one]) & _words([two]) or contrasts(one).sides & contrasts(two).sides)


def _speaks_for(scene: Scene, one: Point, two: Point) -> bool:
    """Both are of one party, or the sentence that names the source of the first names that of the second as well."""
    if one_party(one, two):
        return True
    at = one.path.spans[0].start if one.path.spans else one.start
    around = next((s for s in one.article.sentences if s.start <= at < s.end), None)
    names = scene.sources.names[one.article.id] if around is not None else ()
    return any(around.start <= n.start < around.end and n.entity == two.path.key for n in names if around is not None)


def _after_denial(point: Point) -> bool:
    """Whether the sentence, or the one before it, tells that something was denied ("two days after it denied all")."""
    at = bisect_right(point.article.sentences, point.start, key=lambda span: span.start)
    near = point.article.sentences[max(0, at - 2) : at]
    return any(denies_plainly(point.reading, sentence) for sentence in near)


def _telling(scene: Scene, one: Point, two: Point) -> bool:
    """Whether two points share a notion, or the root of a long word, that few claims have."""
    shared = (topic for topic in one.topics & two.topics if topic.startswith(ROOTS_AND_NOTIONS))
    return any(len(scene.holders.get(topic, ())) <= _RARE for topic in shared)


def _joined(scene: Scene, clashes: Sequence[_Clash]) -> list[_Clash]:
    """Clashes of one party over the same claims made one: a denial repeated in other words is one denial."""
    joined: list[_Clash] = []
    for clash in clashes:
        same = [other for other in joined if _one_quarrel(scene, clash, other)]
        no, yes = (frozenset[int]().union(*(getattr(c, side) for c in (clash, *same))) for side in ("no", "yes"))
        joined = [*(other for other in joined if other not in same), _Clash(no, yes - no)]
    return joined


def _one_quarrel(scene: Scene, one: _Clash, two: _Clash) -> bool:
    if not _parties(scene, one.no) & _parties(scene, two.no):
        return False
    return bool(_claims(scene, one.no) & _claims(scene, two.no) or _claims(scene, one.yes) & _claims(scene, two.yes))


def _claims(scene: Scene, points: Iterable[int]) -> set[str]:
    return {scene.points[i].claim for i in points}


def _parties(scene: Scene, points: Iterable[int]) -> set[str]:
    return {scene.points[i].path.key for i in points}


def _names(points: Sequence[Point]) -> str:
    return ", ".join(dict.fromkeys(point.path.name for point in points))


def _told(point: Point) -> bool:
    """A source says it, in a language in which a negation would be seen."""
    return bool(point.path.spans) and bool(load(point.article.language).comparison.negations)


def _words(points: Sequence[Point]) -> set[str]:
    return {topic for point in points for topic in point.topics if not topic.startswith("e:")}


def _sides(points: Sequence[Point], *, denies: bool = False) -> tuple[Side, ...]:
    return tuple(replace(side(point, point.path.name), denies=denies) for point in points)

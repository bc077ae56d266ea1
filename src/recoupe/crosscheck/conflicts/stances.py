"""Points → conflicts of stance: one source says it, another denies it, or one that denied it admits it later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.crosscheck.conflicts.answers import find_answers
from recoupe.crosscheck.conflicts.points import Point, Scene, contrasts, covering, later, negated, one_party, side
from recoupe.crosscheck.readings import ROOTS_AND_NOTIONS
from recoupe.lang import load
from recoupe.model import Conflict, Side

# How much of what a denial speaks of must stand in the claim that it denies: a denial says less than what it denies,
# but hardly anything else. Chosen on the dev stories, where lower values add pairs on other subjects.
_LEAST = 0.3
# A denial answers one claim, or up to three that are nearly equally near it.
_NEARLY = 0.8
_MOST = 3
# What speaks of fewer words and names than this says nothing that could be denied.
_WHOLE = 2
# A topic that more claims of the story have does not tell what somebody denied and now admits.
_RARE = 12


@dataclass(frozen=True, slots=True)
class _Clash:
    """Points, by number, that deny something, and those that say it."""

    no: frozenset[int]
    yes: frozenset[int]


def find_stances(scene: Scene) -> Iterator[Conflict]:
    """Conflicts of stance within claims, and between a denial and the claims nearest to it; one for each quarrel."""
    clashes = [clash for claim, members in sorted(scene.mates.items()) for clash in _clashes(scene, claim, members)]
    answers = (_Clash(frozenset([i]), frozenset([j])) for i, j in find_answers(scene))
    for clash in _joined(scene, [*clashes, *_admissions(scene), *_rebuttals(scene), *answers]):
        no, yes = ([scene.points[i] for i in sorted(side)] for side in (clash.no, clash.yes))
        note = f"{_names(no)}: denied; {_names(yes)}: said"
        yield Conflict("", "stance", (*_sides(yes), *_sides(no, denies=True)), None, note)


def _clashes(scene: Scene, claim: str, members: Sequence[int]) -> Iterator[_Clash]:
    denying = [i for i in members if scene.points[i].path.denies]
    if 2 * len(denying) > len(members):
        for other in _denied_claims(scene, claim, members):
            yield from _clash(scene, members, scene.mates[other])
        return
    contrary = denying or [i for i in members if len(members) > 1 and _negates(scene.points[i])]
    if contrary:
        yield from _clash(scene, contrary, [i for i in members if i not in contrary and _told(scene.points[i])])


def _admissions(scene: Scene) -> Iterator[_Clash]:
    """What a party denied and admits later: the two may be worded quite differently, but share a telling word."""
    named = [(i, point) for i, point in enumerate(scene.points) if point.path.named]
    admitted = [(j, p) for j, p in named if p.path.stance == "confirms" and not p.path.denies and not negated(p)]
    denials = [i for i, p in named if p.path.denies or _negates(p)] if admitted else []
    for j, other in admitted:
        for i in denials:
            point = scene.points[i]
            if later(other, point) and _speaks_for(scene, point, other) and _telling(scene, point, other):
                yield _Clash(frozenset([i]), frozenset([j]))


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


def _telling(scene: Scene, one: Point, two: Point) -> bool:
    """Whether two points share a word or notion that few claims have, beside the names of those concerned."""
    shared = (topic for topic in one.topics & two.topics if not topic.startswith("e:"))
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


def _negates(point: Point) -> bool:
    return _told(point) and negated(point)


def _told(point: Point) -> bool:
    """A source says it, in a language in which a negation would be seen."""
    return bool(point.path.spans) and bool(load(point.article.language).comparison.negations)


def _denied_claims(scene: Scene, claim: str, denying: Sequence[int]) -> list[str]:
    """The claims that the statements of one claim deny."""
    score: dict[str, float] = {}
    for index in denying:
        for share, other in covering(scene, index, _LEAST):
            score[other] = max(share, score.get(other, 0.0))
    around = sorted((other for other in score if _answers(scene, denying, other)), key=lambda c: (-score[c], c))
    return [other for other in around[:_MOST] if score[other] >= _NEARLY * score[around[0]]]


def _answers(scene: Scene, denying: Sequence[int], other: str) -> bool:
    """Somebody else says it, and the two share more than the names of those concerned."""
    ours, theirs = ([scene.points[i] for i in members] for members in (denying, scene.mates[other]))
    return bool(_words(ours) & _words(theirs)) and any(_opposed(one, two) for one in ours for two in theirs)


def _words(points: Sequence[Point]) -> set[str]:
    return {topic for point in points for topic in point.topics if not topic.startswith("e:")}


def _opposed(denial: Point, other: Point) -> bool:
    """Another party says it, or the same one admits it later; neither a refusal to comment nor a negation says it."""
    fragment = sum(not topic.startswith(ROOTS_AND_NOTIONS) for topic in other.topics) < _WHOLE
    if fragment or other.path.denies or other.path.stance == "declines_comment" or negated(other):
        return False
    return not one_party(denial, other) or (later(other, denial) and other.path.stance == "confirms")


def _clash(scene: Scene, denying: Sequence[int], against: Sequence[int]) -> Iterator[_Clash]:
    opposed = [j for j in against if any(_opposed(scene.points[i], scene.points[j]) for i in denying)]
    if opposed:
        yield _Clash(frozenset(denying), frozenset(opposed))


def _sides(points: Sequence[Point], *, denies: bool = False) -> tuple[Side, ...]:
    return tuple(replace(side(point, point.path.name), denies=denies) for point in points)

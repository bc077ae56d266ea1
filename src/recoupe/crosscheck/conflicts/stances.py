"""Points → conflicts of stance: one source says it, another denies it, or one that denied it admits it later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.crosscheck.claims.topics import ROOTS_AND_NOTIONS
from recoupe.crosscheck.conflicts.points import Point, Scene, covering, later, side
from recoupe.crosscheck.contrasts import find_contrasts
from recoupe.lang import load
from recoupe.model import Conflict, Side

# How much of what a denial speaks of must stand in the claim that it denies: a denial says less than what it denies,
# but hardly anything else. Chosen on the dev stories, where lower values add pairs on other subjects.
_LEAST = 0.3
# A denial answers one claim, or two that are nearly equally near it.
_NEARLY = 0.9
_MOST = 2
# What speaks of fewer words and names than this says nothing that could be denied.
_WHOLE = 2


def find_stances(scene: Scene) -> Iterator[Conflict]:
    """Conflicts of stance within claims, and between a claim that is a denial and the claims nearest to it."""
    for claim, members in sorted(scene.mates.items()):
        denying = [i for i in members if scene.points[i].path.denies]
        if 2 * len(denying) > len(members):
            for other in _denied_claims(scene, claim, members):
                yield from _conflict(scene, members, scene.mates[other])
            continue
        contrary = denying or [i for i in members if len(members) > 1 and _negates(scene.points[i])]
        if contrary:
            yield from _conflict(scene, contrary, [i for i in members if i not in contrary and _told(scene.points[i])])


def _negates(point: Point) -> bool:
    return _told(point) and _negated(point)


def _negated(point: Point) -> bool:
    text = point.article.text[point.start : point.end]
    return find_contrasts(text, load(point.article.language)).negated


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
    if fragment or other.path.denies or other.path.stance == "declines_comment" or _negated(other):
        return False
    return not _one_party(denial, other) or (later(other, denial) and other.path.stance == "confirms")


def _one_party(one: Point, two: Point) -> bool:
    return bool({one.path.key, *one.path.also} & {two.path.key, *two.path.also})


def _conflict(scene: Scene, denying: Sequence[int], against: Sequence[int]) -> Iterator[Conflict]:
    opposed = [j for j in against if any(_opposed(scene.points[i], scene.points[j]) for i in denying)]
    if not opposed:
        return
    no = [scene.points[i] for i in denying]
    yes = [scene.points[j] for j in opposed]
    if yes:
        note = f"{no[0].path.name} denies it; {yes[0].path.name} says it"
        yield Conflict("", "stance", (*_sides(yes), *_sides(no)), None, note)


def _sides(points: Sequence[Point]) -> tuple[Side, ...]:
    return tuple(side(point, point.path.name) for point in points)

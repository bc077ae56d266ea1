"""Points → denials and what they answer: news sets a denial right behind the words of those whom it contradicts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.crosscheck.conflicts.points import Point, Scene, in_text_order, negated, one_party, topics_told
from recoupe.crosscheck.readings import ROOTS_AND_NOTIONS

# Sentences between a denial and what it answers: the one before, or one further back. Chosen on the dev stories.
_BACK = 2
# A denial of no more than one word ("denied this", "disputes these figures") does not say for itself what it denies;
# any other answers only what shares a word with it.
_POINTING = 1


def find_answers(scene: Scene) -> Iterator[tuple[int, int]]:
    """Points, by number: a denial, and what another source says in the same article shortly before it."""
    of_article: defaultdict[str, list[int]] = defaultdict(list)
    for index in in_text_order(scene.points):
        of_article[scene.points[index].article.id].append(index)
    for indices in of_article.values():
        for place, index in enumerate(indices):
            if _denies(scene.points[index]):
                yield from ((index, other) for other in _answered(scene, index, indices[:place]))


def _answered(scene: Scene, denial: int, before: Sequence[int]) -> list[int]:
    """What the nearest other source says within the last sentences, unless it has nothing to do with the denial."""
    point = scene.points[denial]
    near = [i for i in before if 0 < _sentence(point) - _sentence(scene.points[i]) <= _BACK]
    said = [i for i in near if _says(scene.points[i]) and not one_party(scene.points[i], point)]
    found = [i for i in said if scene.points[i].path.key == scene.points[said[-1]].path.key]
    told = {topic for topic in topics_told(point, scene.sources) if not topic.startswith("e:")}
    if any(told & scene.points[i].topics for i in found):
        return found
    return found if sum(not topic.startswith(ROOTS_AND_NOTIONS) for topic in told) <= _POINTING else []


def _denies(point: Point) -> bool:
    """A named source denies it by the words of reporting: what is denied by a negation says what it denies."""
    return point.path.denies and point.path.named and not negated(point)


def _says(point: Point) -> bool:
    """A source says it, and neither denies nor keeps silent."""
    path = point.path
    return bool(path.spans) and not path.denies and path.stance not in (None, "declines_comment", "questions")


def _sentence(point: Point) -> int:
    """The number of the sentence in which a point begins."""
    return bisect_right(point.article.sentences, point.start, key=lambda span: span.start)

"""Aligned passages → figures and dates that part: one passage told twice, with one of them changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from recoupe.crosscheck.conflicts.points import Scene
from recoupe.model import Alignment, Article, Place
from recoupe.text.layout import words_within

T = TypeVar("T")
# A translated passage counts where one text derives from the other, or from this score on: there it is right in nine
# cases of ten (see alignments.translations).
_SURE = 0.8
# Words on one side of a number that are the same in a copy and its source, where only the number was changed.
_SAME_WORDS = 2
# A passage with more of them is a list, in which what was left out cannot be told from what was changed.
_MOST = 12


def parted(
    scene: Scene,
    found: Mapping[str, Sequence[T]],
    span: Callable[[T], tuple[int, int]],
    alike: Callable[[T, T], bool],
    comparable: Callable[[T, T], bool],
) -> Iterator[tuple[T, T]]:
    """Pairs that stand in the same place of aligned passages and are not alike.

    Args:
        scene: the story.
        found: what is compared, by article, in the order of the text.
        span: where one of them stands.
        alike: whether two say the same.
        comparable: whether one could stand for the other.
    """
    for alignment in scene.alignments:
        if alignment.kind == "verbatim" or not _one_text(scene, alignment):
            continue
        left, right = (_within(found.get(p.article, ()), p, span) for p in (alignment.left, alignment.right))
        if not (0 < len(left) <= _MOST and 0 < len(right) <= _MOST):
            continue
        ours = [one for one in left if not any(alike(one, two) for two in right)]
        theirs = [two for two in right if not any(alike(one, two) for one in left)]
        # Where an edited passage has more than one new number, it tells of a later state.
        updated = alignment.kind == "edited" and len(ours) > 1 and len(theirs) > 1
        for one in ours if not updated else ():
            others = [two for two in theirs if comparable(one, two)]
            rivals = [other for other in ours if comparable(other, others[0])] if others else []
            if len(others) == len(rivals) == 1 or alignment.kind == "edited":
                yield from ((one, two) for two in others if _in_place(scene, alignment, span(one), span(two)))


def _one_text(scene: Scene, alignment: Alignment) -> bool:
    a, b = alignment.left.article, alignment.right.article
    return (a, b) in scene.derived or (b, a) in scene.derived or alignment.score >= _SURE


def _within(found: Sequence[T], place: Place, span: Callable[[T], tuple[int, int]]) -> Sequence[T]:
    starts = [span(one)[0] for one in found]
    return found[bisect_left(starts, place.start) : bisect_left(starts, place.end)]


def _in_place(scene: Scene, alignment: Alignment, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """In a copy, the words before or behind are the same; in a translation nothing can be told."""
    if alignment.kind == "translated":
        return True
    left, right = scene.articles[alignment.left.article], scene.articles[alignment.right.article]
    return any(near and near == also for near, also in zip(_beside(left, one), _beside(right, two), strict=True))


def _beside(article: Article, at: tuple[int, int]) -> tuple[list[str], list[str]]:
    """The folded words before and behind; none where there are too few."""
    before = [word.folded for word in words_within(article.text, max(0, at[0] - 80), at[0])][-_SAME_WORDS:]
    behind = [word.folded for word in words_within(article.text, at[1], at[1] + 80)][:_SAME_WORDS]
    return (before if len(before) == _SAME_WORDS else []), (behind if len(behind) == _SAME_WORDS else [])

"""Sentences that reject a value for another ("four, not three") → conflicts with those who give the one rejected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.crosscheck.conflicts.comparable import far, same_value, slip
from recoupe.crosscheck.conflicts.figures import COUNT, Figure
from recoupe.crosscheck.conflicts.phrases import any_of
from recoupe.crosscheck.conflicts.points import Point, Scene
from recoupe.crosscheck.readings import inside, touching
from recoupe.lang import Language
from recoupe.model import Conflict, Side, Time
from recoupe.text.normal import fold

# Characters between the two values: what is rejected stands close to what is put in its place.
_NEAR = 60
# A short word may stand between the negation and the value ("and not of 120", "and not the 21st").
_LINK = r"\s?(?:\w{1,3}['\u2019]?\s?)?\Z"
# Smaller numbers without a unit stand in any text, so that more must be shared.
_TELLING = 10
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = 31

_OfArticle = Mapping[str, Sequence[Figure]]


def find_rejected(found: Iterable[Figure]) -> Iterator[tuple[Figure, Figure, list[Figure]]]:
    """A figure, another that the sentence rejects for it, and those with which other articles give that one.

    Args:
        found: the figures of all points of a story.
    """
    of_article = _by_article(found)
    for figures in of_article.values():
        for rejected in filter(is_rejected, figures):
            given = _given_for(rejected, figures)
            if given is not None and not same_value(given, rejected) and _of_one_size(given, rejected):
                yield given, rejected, [f for id_ in sorted(of_article) for f in of_article[id_] if _holds(f, rejected)]


def find_rejected_days(scene: Scene, found: Iterable[Figure]) -> Iterator[Conflict]:
    """Conflicts of date over a day of the month that a sentence rejects ("the 26th of May, not the 21st").

    Args:
        scene: the story.
        found: the figures of all points.
    """
    for figures in _by_article(found).values():
        for rejected in filter(is_rejected, figures):
            if rejected.dimension == COUNT and not rejected.counted and _given_for(rejected, figures) is None:
                yield from _other_day(scene, rejected)


def _by_article(found: Iterable[Figure]) -> _OfArticle:
    """Each figure once, in the order of the text."""
    placed = {(f.point.article.id, f.quantity.start): f for f in found}
    of_article: defaultdict[str, list[Figure]] = defaultdict(list)
    for _, figure in sorted(placed.items(), key=lambda item: item[0]):
        of_article[figure.point.article.id].append(figure)
    return dict(of_article)


def is_rejected(figure: Figure) -> bool:
    """Whether the words right before a figure reject it."""
    return figure.quantity.modifier == "exact" and _is_rejected(figure.point, figure.quantity.start)


def _of_one_size(one: Figure, two: Figure) -> bool:
    return slip(one, two) or not far(one, two)


def _is_rejected(point: Point, start: int) -> bool:
    return rejects(point.article.text[max(0, start - _NEAR) : start], point.reading.language)


def rejects(before: str, language: Language) -> bool:
    """Whether the words before a value say that it is not this one."""
    return bool(any_of(language.comparison.rejections, _LINK).search(fold(before)))


def _given_for(rejected: Figure, beside: Sequence[Figure]) -> Figure | None:
    """What the sentence gives in place of a figure: of several before it, the first tells how many, not of how many."""
    near = [f for f in beside if f is not rejected and f.dimension == rejected.dimension and _is_near(f, rejected)]
    return min(near, key=lambda f: (f.quantity.start > rejected.quantity.start, f.quantity.start), default=None)


def _is_near(one: Figure, two: Figure) -> bool:
    """Whether both stand close to each other in one sentence."""
    first, second = sorted((one.quantity, two.quantity), key=lambda q: q.start)
    parted = any(first.end <= s.start <= second.start for s in one.point.article.sentences)
    return second.start - first.end <= _NEAR and not parted


def _holds(figure: Figure, rejected: Figure) -> bool:
    """Another sentence gives the value as its own, of the same thing as far as that can be told."""
    if figure.dimension != rejected.dimension or (_of_one_article(figure, rejected) and _is_near(figure, rejected)):
        return False
    if not same_value(figure, rejected) or _is_rejected(figure.point, figure.quantity.start):
        return False
    telling = rejected.dimension != COUNT or rejected.low >= _TELLING
    return telling or bool(figure.context & rejected.context or figure.counted & rejected.counted)


def _of_one_article(one: Figure, two: Figure) -> bool:
    return one.point.article.id == two.point.article.id


def _other_day(scene: Scene, rejected: Figure) -> Iterator[Conflict]:
    """A day of the month rejected for another: the dates of that day are against the one given."""
    given = _date_before(rejected.point, rejected.quantity.start)
    if given is None or not 1 <= rejected.low <= _DAYS:
        return
    day = f"{(given.value or '')[:8]}{round(rejected.low):02}"
    held = {
        Side(point.article.id, time.start, time.end, day)
        for point in scene.points
        if point.article.id != rejected.point.article.id
        for time in inside(point.reading.times, point.start, point.end)
        if time.value == day
    }
    if held:
        own = Side(rejected.point.article.id, given.start, given.end, given.value or "")
        yield Conflict("", "date", (own, *held), None, f"{given.value} against {day}")


def _date_before(point: Point, start: int) -> Time | None:
    near = touching(point.reading.times, max(point.start, start - _NEAR), start)
    return next((time for time in reversed(near) if _DAY.fullmatch(time.value or "")), None)

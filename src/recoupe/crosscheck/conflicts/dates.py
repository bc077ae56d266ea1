"""Points → conflicts of date: one event put at two times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.crosscheck.claims.alike import Topics, across, alike, sharing, weigh
from recoupe.crosscheck.claims.slots import day_range
from recoupe.crosscheck.conflicts.points import Point, Scene, copied, in_text_order
from recoupe.crosscheck.conflicts.slips import parted
from recoupe.crosscheck.readings import inside, topics_beside
from recoupe.model import Conflict, Side, Span, Time

# Words on either side of a date that tell what happened then.
_CONTEXT = 8
# How alike these words (weighted Dice), and all that the two statements speak of, must be for two dates to be of one
# event. In a pile of real news, what is less alike is nearly always of two events, or of one that comes every week.
_BESIDE = 0.6
_WHOLE = 0.65


@dataclass(frozen=True, slots=True)
class _Moment:
    """The one date that a statement gives, its first and last day, and the words around it."""

    point: Point
    time: Time
    days: tuple[str, str]
    context: Topics


def find_dates(scene: Scene) -> Iterator[Conflict]:
    """Conflicts between statements of the same thing that give one date each; one conflict for each two dates."""
    of_point = {index: _moment(scene.points[index]) for index in in_text_order(scene.points)}
    moments = [moment for index in sorted(of_point) if (moment := of_point[index]) is not None]
    weights = weigh([moment.context for moment in moments])
    slips = _slips(scene, moments)
    sides: defaultdict[tuple[str, str, Literal["rounding"] | None], set[Side]] = defaultdict(set)
    for i, j in sorted({*sharing([moment.context for moment in moments]), *slips}):
        one, two = moments[i], moments[j]
        if one.time.value == two.time.value or one.point.article.id == two.point.article.id or _years(one, two):
            continue
        if (i, j) in slips or _of_one_event(scene, one, two, weights):
            first, second = sorted((one.time.value or "", two.time.value or ""))
            sides[first, second, _explained(one, two)].update((_side(one), _side(two)))
    for (first, second, explained), given in sorted(sides.items(), key=lambda item: item[0][:2]):
        yield Conflict("", "date", tuple(given), explained, f"{first} against {second}")


def _of_one_event(scene: Scene, one: _Moment, two: _Moment, weights: Mapping[str, int]) -> bool:
    same_language = one.point.article.language == two.point.article.language
    if alike(*across(one.context, two.context, same_language=same_language), weights) < _BESIDE:
        return False
    if _other_numbers(one.point, two.point):
        return False
    return alike(*across(one.point.topics, two.point.topics, same_language=same_language), scene.rarity) >= _WHOLE


def _other_numbers(one: Point, two: Point) -> bool:
    """Each statement gives a number that the other does not give: two events told in the same words."""
    ours, theirs = ({q.value for q in inside(p.reading.quantities, p.start, p.end)} for p in (one, two))
    return bool(ours - theirs and theirs - ours)


def _slips(scene: Scene, moments: Sequence[_Moment]) -> set[tuple[int, int]]:
    """Pairs of dates of which one was changed when the passage was copied or translated."""
    of_article: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(moments)), key=lambda i: (moments[i].time.start, i)):
        of_article[moments[index].point.article.id].append(index)
    found = parted(
        scene,
        of_article,
        lambda i: (moments[i].time.start, moments[i].time.end),
        lambda i, j: moments[i].time.value == moments[j].time.value,
        lambda i, j: len(moments[i].time.value or "") == len(moments[j].time.value or ""),
    )
    # Reports of their own that are aligned may give each a date of its own.
    return {(min(i, j), max(i, j)) for i, j in found if copied(scene, moments[i].point, moments[j].point)}


def _moment(point: Point) -> _Moment | None:
    """The date of a statement that has one; with two, it cannot be known which belongs to the event."""
    within = inside(point.reading.times, point.start, point.end)
    dates = [t for t in within if t.type in ("date", "range") and t.value is not None]
    days = day_range(dates[0].value or "") if len(dates) == 1 else None
    if days is None or not _explicit(point, dates[0]):
        return None
    around = Span(point.start, point.end)
    context = topics_beside(point.reading, dates[0].start, dates[0].end, around, _CONTEXT)
    return _Moment(point, dates[0], days, context)


def _explicit(point: Point, time: Time) -> bool:
    """A day of the month, or a month: weekdays and "yesterday" are too easily those of another event, or mistaken."""
    value = time.value or ""
    written = point.article.text[time.start : time.end]
    return "T" not in value and (any(c.isdigit() for c in written) or len(value) == len("2026-11") or "/" in value)


def _explained(one: _Moment, two: _Moment) -> Literal["rounding"] | None:
    """A month and a day in it, a week and a day in it, are one date told with more or less care."""
    return "rounding" if one.days[0] <= two.days[1] and two.days[0] <= one.days[1] else None


def _years(one: _Moment, two: _Moment) -> bool:
    """A bare year beside a day is the date of something older."""
    lengths = {len(one.time.value or ""), len(two.time.value or "")}
    return len("2026") in lengths and len(lengths) > 1


def _side(moment: _Moment) -> Side:
    return Side(moment.point.article.id, moment.time.start, moment.time.end, moment.time.value or "")

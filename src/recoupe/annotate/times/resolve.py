"""A pattern for a time, found at a place → its ISO value: a small function for each operation of the language files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from recoupe.annotate.patterns import Match
from recoupe.annotate.times import calendar
from recoupe.annotate.times.calendar import Direction
from recoupe.annotate.times.slots import count_of, day_number, integer, month_number, unit_of, year_number

NO_DATE = "no publication date"
VAGUE = "no number given"
IMPOSSIBLE = "no such day"
# Further than this many units from the article, a time is no longer one of the news (66 million years ago).
FARTHEST = 999
# A weekday with a number but no month lies within three weeks; further off, one in seven fits by chance.
CLOSE = 21 * calendar.DAY
_DIRECTIONS: dict[str, Direction] = {"this": "near", "next": "future"}
_WEEKS = {"before_last_week": -2, "of_last_week": -1, "of_next_week": 1, "after_next_week": 2}


class Moment(NamedTuple):
    """What a relative time is seen from: publication, the last day named, the last one close by, and direction.

    `restates`: the phrase says again when a day named before was. `closed`: no word that it could count stands behind.
    """

    reference: date | None
    named: date | None
    close: date | None
    direction: Direction | None
    restates: bool
    closed: bool = False


class Resolved(NamedTuple):
    """The value of a time, or why it has none."""

    value: str | None
    type: Literal["date", "range", "duration", "set"] = "date"
    reason: str | None = None


Operation = Callable[[Moment, Match, str], "str | None"]
# Units in which a train's journey is told; what is so far off is said by the clock.
_WITHIN_A_DAY = frozenset({"second", "minute", "hour"})


def resolve(match: Match, moment: Moment) -> Resolved:
    """The value of a match: `weekday last` is the operation `weekday` with the argument `last`."""
    name, _, argument = match.op.removesuffix(" closed").removesuffix(" listed").partition(" ")
    if name == "from_event":
        name = "duration"
    elif name == "within":
        # "In two days" is a point only where the sentence looks ahead; "the third in two days" is a span, and so is
        # what passes within one day.
        looks_ahead = moment.direction == "future" and moment.reference is not None
        name = "ahead" if looks_ahead and unit_of(match) not in _WITHIN_A_DAY else "duration"
    if name == "vague":
        return Resolved(None, "range", VAGUE)
    if name in _WITHOUT_DATE:
        value = _WITHOUT_DATE[name](moment, match, argument)
    else:
        value = _absolute(match, name)
        seen_from = moment.named if name in _FROM_NAMED else moment.close if name in _FROM_CLOSE else None
        if value is None and moment.reference is None and seen_from is None:
            return Resolved(None, "date", NO_DATE)
        value = value or _WITH_DATE[name](moment, match, argument)
    if value is None:
        return Resolved(None, "date", IMPOSSIBLE)
    return Resolved(value, _kind(name, value))


def day_of(value: str | None) -> date | None:
    """The day that a value names, if it names one day."""
    if value is None or len(value) < 10 or "/" in value:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _kind(name: str, value: str) -> Literal["date", "range", "duration", "set"]:
    if value.startswith("P"):
        return "duration"
    if name == "set":
        return "set"
    return "range" if "/" in value else "date"


def _absolute(match: Match, name: str) -> str | None:
    """Dates that need no reference: those with a year."""
    year = year_number(match)
    if "numeric" in match.slots:
        return str(match.slots["numeric"])
    if name not in ("date", "month", "season", "quarter") or year is None:
        return None
    number, day, last = month_number(match), day_number(match), integer(match, "day2")
    if name == "season":
        return calendar.season(date(year, 1, 1), str(match.slots["season"]), "past", year)
    if name == "quarter":
        return calendar.period(date(year, 3 * (integer(match, "ordinal") or 1), 1), "quarter", 0)
    if number is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{number:02d}"
    return _days(calendar.make_date(year, number, day), last)


def _date(at: Moment, match: Match, which: str) -> str | None:
    number, day = month_number(match), day_number(match)
    at = at._replace(direction=_DIRECTIONS.get(which, at.direction))
    week_day = integer(match, "weekday") if "weekday" in match.slots else integer(match, "anyday")
    if day is None:
        return calendar.month(_day(at), number, at.direction or "near") if number else None
    if number is None:
        return _day_alone(at, match, day, week_day)
    found = calendar.day_of_month(_day(at), number, day, at.direction or "near", week_day)
    # A weekday that never fits is a slip of the author's; the number of the day is less often wrong. It is close by.
    found = found or calendar.day_of_month(
        _day(at), number, day, at.direction or "near" if week_day is None else "near"
    )
    return _days(found, integer(match, "day2"))


def _day_alone(at: Moment, match: Match, day: int, week_day: int | None) -> str | None:
    """A day of the month without the month; behind a weekday that does not fit, the number is something else."""
    found = calendar.day_of_month(_day(at), None, day, at.direction or "near", week_day)
    if week_day is None or (found and (at.closed or abs(found - _day(at)) <= CLOSE)):
        return _days(found, integer(match, "day2"))
    return calendar.weekday(_day(at), week_day, _way(at)).isoformat()


def _weekday(at: Moment, match: Match, which: str) -> str:
    day = next((v for slot in ("weekday", "anyday", "shortday") if (v := integer(match, slot)) is not None), 0)
    here = _day(at)
    if which == "last":
        return calendar.weekday(here - calendar.DAY, day, "past").isoformat()
    if which == "next":
        return calendar.weekday(here + calendar.DAY, day, "future").isoformat()
    if which in _WEEKS:
        return (here + (7 * _WEEKS[which] - here.weekday() + day) * calendar.DAY).isoformat()
    usual: Direction = "near" if which == "this" else "past"
    way: Direction = "future" if at.direction == "future" else "near" if at.direction == "near" else usual
    return calendar.weekday(here, day, way).isoformat()


def _weekdays(at: Moment, match: Match, _: str) -> str:
    """From one weekday to another, as a night or a stay."""
    first = calendar.weekday(_day(at), integer(match, "weekday") or 0, _way(at))
    return f"{first}/{calendar.weekday(first, integer(match, 'weekday2') or 0, 'future')}"


def _month_alone(at: Moment, match: Match, which: str) -> str:
    here, number = _day(at), month_number(match) or 1
    if which in ("last", "next"):
        sign = -1 if which == "last" else 1
        return calendar.month(calendar.add_months(here, sign), number, "past" if sign < 0 else "future")
    return calendar.month(here, number, at.direction or "near")


def _months(at: Moment, match: Match, _: str) -> str:
    """From one month to another, the last of them as any month, the first before it."""
    last = calendar.month(_day(at), integer(match, "month2") or 1, at.direction or "near")
    last = f"{match.slots['year']}{last[4:]}" if "year" in match.slots else last
    first = integer(match, "month") or 1
    return f"{int(last[:4]) - (first > int(last[5:])):04d}-{first:02d}/{last}"


def _season(at: Moment, match: Match, which: str) -> str:
    here, name = _day(at), str(match.slots["season"])
    if which == "last":
        return calendar.season(calendar.add_months(here, -3), name, "past")
    if which == "next":
        return calendar.season(calendar.add_months(here, 1), name, "future")
    return calendar.season(here, name, at.direction or "near")


def _feast(at: Moment, match: Match, which: str) -> str | None:
    here, year, way = _day(at), year_number(match), at.direction or "near"
    if which == "last":
        here, way = here - calendar.DAY, "past"
    elif which == "next":
        here, way = here + calendar.DAY, "future"
    elif which == "year":
        year = here.year
    feast = str(match.slots.get("feast") or match.slots["anyfeast"])
    found = calendar.feast(here, feast, way, year, strict=bool(which))
    return found.isoformat() if found else None


def _nth_weekday(at: Moment, match: Match, which: str) -> str | None:
    """The first Monday of a month: the one that has the month without a year."""
    number, year = month_number(match) or 1, year_number(match)
    year = year or int(calendar.month(_day(at), number, at.direction or "near")[:4])
    order = 0 if which == "last" else integer(match, "ordinal") or 1
    found = calendar.nth_weekday(year, number, order, integer(match, "weekday") or 0)
    return found.isoformat() if found else None


def _day_of_month(at: Moment, match: Match, months: str) -> str | None:
    """A day of the month that lies so many months away: "on the 15th of next month"."""
    first = calendar.add_months(_day(at).replace(day=1), int(months))
    return _days(calendar.make_date(first.year, first.month, day_number(match) or 1), None)


def _week_of(at: Moment, match: Match, _: str) -> str | None:
    """The week that a date lies in: "the week of 9 March"."""
    day = day_of(_absolute(match, "date") or _date(at, match, ""))
    return calendar.period(day, "week", 0) if day else None


def _near_day(at: Moment, match: Match, argument: str) -> str:
    return calendar.shifted(_day(at), int(argument), "day")


def _anchor(at: Moment, match: Match, argument: str) -> str:
    """So many days from the day last named; a day named just before in the sentence is restated, not left."""
    if at.restates and at.close:
        return at.close.isoformat()
    return calendar.shifted(at.named or _day(at), int(argument), "day")


def _part(at: Moment, match: Match, _: str) -> str:
    return (at.close or _day(at)).isoformat()


def _night(at: Moment, match: Match, _: str) -> str:
    here = _day(at)
    other = calendar.weekday(here + calendar.DAY, (here.weekday() + 1) % 7, "future")
    return f"{here}/{other}" if at.direction == "future" else f"{here - calendar.DAY}/{here}"


def _clock(at: Moment, match: Match, zone: str) -> str | None:
    if "hhmm" in match.slots:
        hour, minute = divmod(integer(match, "hhmm") or 0, 60)
    else:
        hour, minute = integer(match, "hour") or 0, integer(match, "minute") or 0
    if zone == "pm" and hour < 12:
        hour += 12
    if zone == "am" and hour == 12:
        hour = 0
    return f"{at.close or _day(at)}T{hour % 24:02d}:{minute:02d}{'Z' if zone == 'z' else ''}"


def _away(sign: int, *, named: bool = True) -> Operation:
    def shift(at: Moment, match: Match, unit: str) -> str | None:
        count = count_of(match)
        if named and at.restates and at.close:
            return at.close.isoformat()
        base = (at.named or _day(at)) if named else _day(at)
        if "unit2" in match.slots:
            return _away_in_parts(base, sign, match)
        if count > FARTHEST:
            return None
        if "weekday" in match.slots:
            day = calendar.away(base, sign * count, unit or unit_of(match))
            return calendar.weekday(day, integer(match, "weekday") or 0, "near").isoformat() if day else None
        return calendar.shifted(base, sign * count, unit or unit_of(match))

    return shift


def _away_in_parts(base: date, sign: int, match: Match) -> str | None:
    """The day some years, months and days off, each count with its unit."""
    day: date | None = base
    for part in ("", "2", "3"):
        count = integer(match, f"n{part}")
        if count is not None and day:
            day = calendar.away(day, sign * count, str(match.slots[f"unit{part}"])) if count <= FARTHEST else None
    return day.isoformat() if day else None


def _period(offset: int, *, named: bool = False) -> Operation:
    def of(at: Moment, match: Match, unit: str) -> str | None:
        base, unit = (at.named or _day(at)) if named else _day(at), unit or unit_of(match)
        if unit == "weekend" and offset == 0 and at.direction != "future" and not named and base.weekday() < 3:
            # Early in the week, "this weekend" is the one just over.
            return calendar.period(base, unit, -1)
        return calendar.period(base, unit, offset)

    return of


def _stretch(sign: int) -> Operation:
    def run(at: Moment, match: Match, unit: str) -> str | None:
        count = count_of(match)
        return calendar.stretch(_day(at), count, unit or unit_of(match), sign) if count <= FARTHEST else None

    return run


def _since_start(at: Moment, match: Match, unit: str) -> str | None:
    here, unit = _day(at), unit or unit_of(match)
    first = {"year": here.replace(month=1, day=1), "month": here.replace(day=1)}
    first["week"] = here - here.weekday() * calendar.DAY
    return f"{first[unit]}/{here}" if unit in first else None


def _quarter(at: Moment, match: Match, _: str) -> str | None:
    """A quarter without a year: the last one that has begun."""
    here, ordinal = _day(at), integer(match, "ordinal") or 1
    begin = calendar.month(here, 3 * (ordinal - 1) + 1, at.direction or "past")
    return calendar.period(date(int(begin[:4]), int(begin[5:]), 1), "quarter", 0) if ordinal <= 4 else None


def _years(_: Moment, match: Match, __: str) -> str:
    return f"{match.slots['year']}/{match.slots['year2']}"


def _year(_: Moment, match: Match, __: str) -> str:
    return str(match.slots["year"])


def _decade(_: Moment, match: Match, __: str) -> str | None:
    return calendar.period(date(integer(match, "year") or 1, 1, 1), "decade", 0)


def _duration(_: Moment, match: Match, unit: str) -> str | None:
    return calendar.duration(count_of(match), unit or unit_of(match))


def _set(_: Moment, match: Match, unit: str) -> str | None:
    """TIMEX writes a weekday of every week as XXXX-WXX-1."""
    if "weekday" in match.slots:
        return f"XXXX-WXX-{(integer(match, 'weekday') or 0) + 1}"
    return calendar.duration(1, unit or unit_of(match))


def _hours(at: Moment, match: Match, _: str) -> str | None:
    """A bare number of hours: times.py makes it a clock where a day stands before it."""
    return calendar.duration(integer(match, "hour") or 0, "hour")


_WITHOUT_DATE: dict[str, Operation] = {
    "year": _year,
    "years": _years,
    "decade": _decade,
    "duration": _duration,
    "set": _set,
    "hours": _hours,
}
_WITH_DATE: dict[str, Operation] = {
    "date": _date,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "month": _month_alone,
    "months": _months,
    "season": _season,
    "feast": _feast,
    "nth": _nth_weekday,
    "in_month": _day_of_month,
    "week_of": _week_of,
    "day": _near_day,
    "anchor": _anchor,
    "part": _part,
    "night": _night,
    "clock": _clock,
    "ago": _away(-1, named=False),
    "ahead": _away(1, named=False),
    "before": _away(-1),
    "after": _away(1),
    "before_event": _away(-1),
    "after_event": _away(1),
    "last": _period(-1),
    "this": _period(0),
    "next": _period(1),
    "preceding": _period(-1, named=True),
    "that": _period(0, named=True),
    "following": _period(1, named=True),
    "past": _stretch(-1),
    "coming": _stretch(1),
    "since": _since_start,
    "quarter": _quarter,
}
_FROM_NAMED = frozenset({"anchor", "before", "after", "before_event", "after_event", "preceding", "that", "following"})
_FROM_CLOSE = frozenset({"clock", "part"})
OPERATIONS = frozenset({*_WITHOUT_DATE, *_WITH_DATE, "within", "from_event", "vague", "tail", "skip"})
"""What a pattern of a language file can do. `tail` is a part of the day behind a date; `skip` is no time at all."""


def _day(at: Moment) -> date:
    """The day of reference; resolve() has made sure that there is one."""
    return at.reference or at.close or at.named or date.min


def _way(at: Moment) -> Direction:
    return at.direction or "past"


def _days(first: date | None, last: int | None) -> str | None:
    """One day, or a range up to another day of the same month."""
    if first is None or last is None:
        return first.isoformat() if first else None
    until = calendar.make_date(first.year, first.month, last)
    return f"{first}/{until}" if until and until > first else None

"""Arithmetic of the calendar: from a day of reference to ISO values."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "near"]
"""Which of the days that fit is meant: the last one, the next one, or the nearer of the two (the last if equal)."""

DAY = timedelta(days=1)
# News speaks of a feast that is less than so many days ahead, hardly ever of the one a year ago (a guess).
AT_HAND = 45 * DAY
# A day further off is named with its year: a weekday that fits only then is a slip.
YEAR = 366 * DAY
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
# First month of the meteorological seasons of the northern half of the world, in which most news is written.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MOVABLE = re.compile(r"(?P<base>easter|orthodox|advent|(?P<month>\d\d)-(?P<which>\d)-(?P<day>\d))(?P<shift>[+-]\d+)?")
_DURATIONS = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "month": "{}M",
    "year": "{}Y",
}
_IN_BASE = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "semester": (6, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}


def weekday(reference: date, day: int, direction: Direction) -> date:
    """The day of the week (Monday is 0) that is meant; the day of reference itself if it is one."""
    last = reference - DAY * ((reference.weekday() - day) % 7)
    return last if last == reference else _choose(reference, last, last + 7 * DAY, direction)


def day_of_month(
    reference: date, month: int | None, day: int, direction: Direction, week_day: int | None = None
) -> date | None:
    """The day of a month without a year (or without month and year); a weekday that is named with it must agree."""
    months = [month] if month else range(1, 13)
    years = (
        range(reference.year - 8, reference.year + 9) if day == 29 else range(reference.year - 2, reference.year + 3)
    )
    found = [d for y in years for m in months if (d := make_date(y, m, day)) and week_day in (None, d.weekday())]
    if week_day is not None:
        found = [d for d in found if abs(d - reference) <= YEAR]
    last = max((d for d in found if d <= reference), default=None)
    following = min((d for d in found if d >= reference), default=None)
    if last is None or following is None:
        return last or following
    return _choose(reference, last, following, "near" if week_day is not None else direction)


def feast(
    reference: date, day: str, direction: Direction, year: int | None = None, *, strict: bool = False
) -> date | None:
    """A feast by its rule: a fixed day (`12-25`), so many days from the Easter of the West or the East or from Advent
    Sunday (`easter-2`, `orthodox+1`, `advent-7`), or from a weekday of a month (`11-4-3+1`, see `nth_weekday`).
    """
    years = [year] if year else range(reference.year - 1, reference.year + 2)
    found = [d for y in years if (d := _feast_in(y, day))]
    last = max((d for d in found if d <= reference), default=None)
    following = min((d for d in found if d >= reference), default=None)
    if year or last is None or following is None:
        return last or following
    # Even a sentence in the past means the Christmas that is at hand.
    at_hand = not strict and following - reference <= AT_HAND
    return _choose(reference, last, following, "near" if at_hand else direction)


def nth_weekday(year: int, month: int, which: int, day: int) -> date | None:
    """The first, second ... (or with 0 the last) Monday (0), Tuesday ... of a month."""
    if not which:
        end = add_months(date(year, month, 1), 1) - DAY
        return end - DAY * ((end.weekday() - day) % 7)
    first = date(year, month, 1)
    return make_date(year, month, 1 + (day - first.weekday()) % 7 + 7 * (which - 1))


def _feast_in(year: int, rule: str) -> date | None:
    found = _MOVABLE.fullmatch(rule)
    if found is None:
        of_year, of_month = rule.split("-")
        return make_date(year, int(of_year), int(of_month))
    if found["base"] == "easter":
        base = _easter(year)
    elif found["base"] == "orthodox":
        base = _orthodox_easter(year)
    elif found["base"] == "advent":
        base = weekday(date(year, 11, 27), 6, "future")
    else:
        base = nth_weekday(year, int(found["month"]), int(found["which"]), int(found["day"])) or date(year, 1, 1)
    return base + int(found["shift"] or 0) * DAY


def _orthodox_easter(year: int) -> date:
    """Meeus' rule for the Julian calendar, 13 days behind from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month_number, day = divmod(moon + offset + 114, 31)
    return date(year, month_number, day + 1) + 13 * DAY


def _easter(year: int) -> date:
    # The rule of Oudin (1940) for the Gregorian calendar.
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    offset = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month_number = 3 + (offset + 40) // 44
    return date(year, month_number, offset + 28 - 31 * (month_number // 4))


def month(reference: date, number: int, direction: Direction) -> str:
    """The month that is meant, `2026-03`; the current one if it is that."""
    past = reference.year if number <= reference.month else reference.year - 1
    future = reference.year if number >= reference.month else reference.year + 1
    year = past if past == future else {"past": past, "future": future}.get(direction)
    if year is None:
        back, ahead = (
            reference.month - number + 12 * (reference.year - past),
            number - reference.month + 12 * (future - reference.year),
        )
        year = future if ahead < back else past
    return f"{year:04d}-{number:02d}"


def season(reference: date, name: str, direction: Direction, year: int | None = None) -> str:
    """The three months of a season, `2025-09/2025-11`."""
    first = _SEASONS[name]
    if year is None:
        begin = month(reference, first, direction)
        year = int(begin[:4])
        if first == 12 and direction != "past" and reference.month <= 2:
            year = reference.year - 1
    return f"{_month_value(year, first)}/{_month_value(year, first + 2)}"


def shifted(reference: date, count: float, unit: str) -> str:
    """A point some units away, as exact as the unit: days and weeks give a day, months a month, years a year."""
    if unit in _DAYS:
        return (_add_days(reference, round(count * _DAYS[unit]))).isoformat()
    if unit in _MONTHS:
        return _month_value(reference.year, reference.month + round(count * _MONTHS[unit]))
    if unit in _YEARS:
        return f"{reference.year + round(count * _YEARS[unit]):04d}"
    return reference.isoformat()


def period(reference: date, unit: str, offset: int) -> str | None:
    """The day, week, month ... that the reference lies in (0), the one before (-1) or after (1)."""
    if unit == "weekend":
        saturday = _add_days(reference, 5 - reference.weekday() + 7 * offset)
        return f"{saturday}/{saturday + DAY}"
    if unit == "week":
        return "{:04d}-W{:02d}".format(*_add_days(reference, 7 * offset).isocalendar()[:2])
    if unit in ("quarter", "semester"):
        size = _MONTHS[unit]
        first = (reference.month - 1) // size * size + 1 + offset * size
        return f"{_month_value(reference.year, first)}/{_month_value(reference.year, first + size - 1)}"
    if unit in ("decade", "century"):
        first = reference.year // _YEARS[unit] * _YEARS[unit] + offset * _YEARS[unit]
        return f"{first:04d}/{first + _YEARS[unit] - 1:04d}"
    return shifted(reference, offset, unit) if unit in ("day", "month", "year") else None


def stretch(reference: date, count: float, unit: str, sign: int) -> str | None:
    """The last (-1) or next (1) so many units, from day to day: `2026-08-31/2026-09-14`."""
    if unit in _DAYS or unit == "hour":
        days = count * _DAYS[unit] if unit in _DAYS else count / 24
        other = _add_days(reference, sign * max(1, round(days)))
    elif unit in _MONTHS or unit in _YEARS:
        months = round(count * (_MONTHS.get(unit) or 12 * _YEARS[unit]))
        other = add_months(reference, sign * months)
    else:
        return None
    return f"{min(reference, other)}/{max(reference, other)}"


def away(day: date, count: float, unit: str) -> date | None:
    """The day some units from a day that is named, exact whatever the unit: two months before 9 March."""
    if unit in _DAYS:
        return _add_days(day, round(count * _DAYS[unit]))
    months = _MONTHS.get(unit) or 12 * _YEARS.get(unit, 0)
    return add_months(day, round(count * months)) if months else None


def duration(count: float, unit: str) -> str | None:
    """ISO 8601 duration: `P3D`, `PT2H`."""
    times, base = _IN_BASE.get(unit, (1, unit))
    return "P" + _DURATIONS[base].format(f"{count * times:g}") if base in _DURATIONS else None


def add_months(day: date, count: int) -> date:
    """The same day some months away, or the last day of that month if it is shorter."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return next(d for n in range(day.day, 0, -1) if (d := make_date(max(1, min(year, 9999)), index + 1, n)))


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _choose(reference: date, last: date, following: date, direction: Direction) -> date:
    if direction == "near":
        return following if following - reference < reference - last else last
    return last if direction == "past" else following


def _add_days(day: date, days: int) -> date:
    try:
        return day + days * DAY
    except OverflowError:
        return date.max if days > 0 else date.min


def _month_value(year: int, month: int) -> str:
    """`month` may lie outside 1 to 12."""
    over, index = divmod(month - 1, 12)
    return f"{year + over:04d}-{index + 1:02d}"

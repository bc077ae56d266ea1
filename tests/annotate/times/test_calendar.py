from __future__ import annotations

from datetime import date

import pytest

from recoupe.annotate.times import calendar
from recoupe.annotate.times.calendar import Direction

THURSDAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "direction", "expected"),
    [
        (3, "past", "2026-03-12"),
        (3, "future", "2026-03-12"),
        (0, "past", "2026-03-09"),
        (0, "future", "2026-03-16"),
        (5, "near", "2026-03-14"),
        (1, "near", "2026-03-10"),
    ],
)
def test_a_weekday_is_the_day_itself_or_the_one_on_the_side_asked_for(
    day: int, direction: Direction, expected: str
) -> None:
    assert calendar.weekday(THURSDAY, day, direction).isoformat() == expected


@pytest.mark.parametrize(
    ("month", "direction", "expected"),
    [
        (3, "past", "2026-03"),
        (12, "past", "2025-12"),
        (12, "future", "2026-12"),
        (12, "near", "2025-12"),
        (7, "near", "2026-07"),
        (9, "near", "2025-09"),
    ],
)
def test_a_month_without_a_year(month: int, direction: Direction, expected: str) -> None:
    assert calendar.month(THURSDAY, month, direction) == expected


def test_a_weekday_named_with_the_date_decides_the_year() -> None:
    # 6 October was a Tuesday in 2020 and will be in 2026.
    assert calendar.day_of_month(date(2026, 3, 12), 10, 6, "past", 1) == date(2026, 10, 6)


def test_the_29th_of_february_lies_in_the_last_leap_year() -> None:
    assert calendar.day_of_month(THURSDAY, 2, 29, "past") == date(2024, 2, 29)


def test_a_day_that_does_not_exist_is_none() -> None:
    assert calendar.day_of_month(THURSDAY, 2, 30, "past") is None


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (-3, "day", "2026-03-09"),
        (-3, "week", "2026-02-19"),
        (-3, "month", "2025-12"),
        (-2, "year", "2024"),
        (2, "hour", "2026-03-12"),
    ],
)
def test_a_shift_is_as_exact_as_its_unit(count: int, unit: str, expected: str) -> None:
    assert calendar.shifted(THURSDAY, count, unit) == expected


@pytest.mark.parametrize(
    ("unit", "offset", "expected"),
    [
        ("week", 0, "2026-W11"),
        ("week", -1, "2026-W10"),
        ("weekend", 0, "2026-03-14/2026-03-15"),
        ("month", 1, "2026-04"),
        ("quarter", -1, "2025-10/2025-12"),
        ("year", -1, "2025"),
        ("decade", 0, "2020/2029"),
    ],
)
def test_periods(unit: str, offset: int, expected: str) -> None:
    assert calendar.period(THURSDAY, unit, offset) == expected


def test_the_week_of_new_year_belongs_to_the_year_of_its_thursday() -> None:
    assert calendar.period(date(2027, 1, 1), "week", 0) == "2026-W53"


def test_a_stretch_runs_from_day_to_day() -> None:
    assert calendar.stretch(date(2026, 9, 14), 2, "week", -1) == "2026-08-31/2026-09-14"


def test_a_winter_runs_over_the_turn_of_the_year() -> None:
    assert calendar.season(THURSDAY, "winter", "past") == "2025-12/2026-02"


def test_months_are_added_to_the_last_day_of_a_shorter_month() -> None:
    assert calendar.add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("year", "easter"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter(year: int, easter: str) -> None:
    assert str(calendar.feast(date(year, 6, 1), "easter", "past", year)) == easter


def test_feasts_count_from_easter() -> None:
    assert calendar.feast(THURSDAY, "easter-2", "future") == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(3, "day", "P3D"), (2, "hour", "PT2H"), (1.5, "year", "P1.5Y"), (1, "fortnight", "P2W"), (2, "nothing", None)],
)
def test_durations(count: float, unit: str, expected: str | None) -> None:
    assert calendar.duration(count, unit) == expected


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter", 2026, "2026-04-05"),
        ("easter+1", 2025, "2025-04-21"),
        ("orthodox", 2024, "2024-05-05"),
        ("orthodox-7", 2026, "2026-04-05"),
        ("advent", 2023, "2023-12-03"),
        ("advent-7", 2025, "2025-11-23"),
        ("11-4-3+1", 2026, "2026-11-27"),
        ("05-0-0", 2026, "2026-05-25"),
        ("12-25", 2026, "2026-12-25"),
    ],
)
def test_a_feast_lies_where_its_rule_puts_it(rule: str, year: int, day: str) -> None:
    assert str(calendar.feast(date(2026, 1, 1), rule, "near", year)) == day


def test_the_last_feast_is_past_however_near_the_next_one_is() -> None:
    here = date(2026, 3, 20)
    assert str(calendar.feast(here, "easter", "past")) == "2026-04-05"
    assert str(calendar.feast(here, "easter", "past", strict=True)) == "2025-04-20"


def test_a_fifth_monday_is_none_where_a_month_has_four() -> None:
    assert calendar.nth_weekday(2026, 2, 5, 0) is None
    assert calendar.nth_weekday(2026, 3, 5, 0) == date(2026, 3, 30)
    assert calendar.nth_weekday(2026, 2, 0, 0) == date(2026, 2, 23)


def test_a_distance_from_a_named_day_is_exact() -> None:
    assert calendar.away(date(2026, 3, 31), -1, "month") == date(2026, 2, 28)
    assert calendar.away(date(2026, 3, 31), 2, "fortnight") == date(2026, 4, 28)
    assert calendar.away(date(2026, 3, 31), 3, "hour") is None

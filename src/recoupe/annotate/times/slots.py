"""Slots of a pattern found → the numbers and the unit that they hold, whatever they are called."""

from __future__ import annotations

from recoupe.annotate.patterns import Match


def integer(match: Match, slot: str) -> int | None:
    """The number in a slot."""
    value = match.slots.get(slot)
    return None if value is None else int(value)


def month_number(match: Match) -> int | None:
    """The month, by its name or its number."""
    if both := _day_and_month(match):
        return both // 100
    return next(
        (v for slot in ("month", "anymonth", "monthnumber", "suremonth", "spokenmonth") if (v := integer(match, slot))),
        None,
    )


def day_number(match: Match) -> int | None:
    """The day of the month."""
    if both := _day_and_month(match):
        return both % 100
    return next((v for slot in ("day", "daynumber", "nth") if (v := integer(match, slot))), None)


def year_number(match: Match) -> int | None:
    """The year, in digits or words."""
    return next((v for slot in ("year", "wordyear", "shortyear") if (v := integer(match, slot))), None)


def count_of(match: Match) -> float:
    """How many units; one if no number is said."""
    value = match.slots.get("n", 1)
    return float(value)


def unit_of(match: Match) -> str:
    """The unit, or nothing."""
    return str(match.slots.get("unit", ""))


def _day_and_month(match: Match) -> int | None:
    return next((v for slot in ("daymonth", "daypointmonth", "zeroedmonth") if (v := integer(match, slot))), None)

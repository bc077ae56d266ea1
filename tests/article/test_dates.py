"""Dates are read in digits and in the month names of any language of CLDR."""

from __future__ import annotations

import pytest

from recoupe.article.dates import find_clock, find_dates


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Publié le 1er mars 2026", (2026, 3, 1)),
        ("fr", "10/03/2026 09:48", (2026, 3, 10)),
        ("fr", "6 oct. 2026", (2026, 10, 6)),
        ("en", "March 9, 2026 8:02 PM", (2026, 3, 9)),
        ("en", "Thu 12 Nov 2026", (2026, 11, 12)),
        ("en", "03/04/2026", (2026, 3, 4)),
        ("en-GB", "03/04/2026", (2026, 4, 3)),
        ("en", "13/04/2026", (2026, 4, 13)),
        ("de", "Mittwoch, 11. März 2026", (2026, 3, 11)),
        ("de", "11.03.2026, 14:32 Uhr", (2026, 3, 11)),
        ("es", "19 de mayo de 2026", (2026, 5, 19)),
        ("it", "19 maggio 2026", (2026, 5, 19)),
        ("ru", "7 октября 2026", (2026, 10, 7)),
        ("uk", "7 жовтня 2026, 08:15", (2026, 10, 7)),
        ("pl", "9 czerwca 2026", (2026, 6, 9)),
        ("zh", "2026年3月10日", (2026, 3, 10)),
        ("ja", "2026年3月10日", (2026, 3, 10)),
        ("ar", "2026/03/10", (2026, 3, 10)),
        ("hu", "2026. március 10.", (2026, 3, 10)),
        ("fr", "mardi 10 mars", (None, 3, 10)),
    ],
)
def test_a_date_is_read(code: str, text: str, expected: tuple[int | None, int, int]) -> None:
    (found,) = find_dates(text, code)
    assert (found.year, found.month, found.day) == expected
    assert found.start < found.end <= len(text)


@pytest.mark.parametrize("text", ["2026", "le 31/02/2026", "1.234.567", "192.168.10.1", "45 personnes", "10-12-8", ""])
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:48", (9, 48, None)),
        ("06h12", (6, 12, None)),
        ("21 h 10", (21, 10, None)),
        ("18h", (18, None, None)),
        ("8:02 PM GMT", (20, 2, "+00:00")),
        ("10.41 GMT", (10, 41, "+00:00")),
        ("7:15 am", (7, 15, None)),
        ("05:30:00+02:00", (5, 30, "+02:00")),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: tuple[int, int | None, str | None]) -> None:
    found = find_clock(text)
    assert found is not None
    assert (found.hour, found.minute, found.zone) == expected

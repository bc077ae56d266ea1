from __future__ import annotations

import pytest

from recoupe.world.units import base, currencies, units


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (3, "km", (3000, "length")),
        (1, "mi", (1609.344, "length")),
        (1, "ston", (907.18474, "mass")),
        (1000, "l", (1, "volume")),
        (50, "°F", (10, "temperature")),
        (5, None, (5, None)),
        (5, "EUR", (5, "EUR")),
    ],
)
def test_values_in_base_units(value: float, unit: str | None, expected: tuple[float, str | None]) -> None:
    made = base(value, unit)
    assert made[0] == pytest.approx(expected[0])
    assert made[1] == expected[1]


def test_no_sign_stands_for_two_units() -> None:
    signs = [s for unit in units().values() for s in unit.signs] + [
        s for listed in currencies().values() for s in listed
    ]
    assert len(signs) == len(set(signs))


def test_every_unit_has_a_size() -> None:
    assert all(unit.factor > 0 for unit in units().values())

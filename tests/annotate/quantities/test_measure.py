from __future__ import annotations

import pytest

from recoupe.annotate.quantities.measure import bounds, comparable
from recoupe.model import Quantity


def quantity(value: float, unit: str | None = None, of: str | None = None) -> Quantity:
    return Quantity(0, 1, value, unit, of)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity(3, of="mort"), quantity(7, of="mort"), True),
        (quantity(3, of="mort"), quantity(7, of="bless"), False),
        (quantity(3), quantity(7), False),
        (quantity(3, of="mort"), quantity(7), False),
        (quantity(38, "m"), quantity(125, "ft"), True),
        (quantity(38, "m", "eau"), quantity(125, "ft"), True),
        (quantity(38, "m"), quantity(38, "t"), False),
        (quantity(38, "m"), quantity(38, of="mort"), False),
        (quantity(5, "EUR"), quantity(5, "USD"), False),
        (quantity(5, "EUR"), quantity(6, "EUR"), True),
    ],
)
def test_quantities_are_comparable_if_they_measure_the_same(a: Quantity, b: Quantity, expected: bool) -> None:
    assert comparable(a, b) is expected
    assert comparable(b, a) is expected


def test_bounds_are_in_base_units() -> None:
    assert bounds(Quantity(0, 1, (1.0, 2.0), "km")) == (1000.0, 2000.0)
    assert bounds(quantity(125, "ft"))[0] == pytest.approx(38.1)

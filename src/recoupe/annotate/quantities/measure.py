"""Two quantities → can they be laid side by side, and are they in the same unit when they are?"""

from __future__ import annotations

from recoupe.model import Quantity
from recoupe.world.units import base


def comparable(a: Quantity, b: Quantity) -> bool:
    """Do both measure the same dimension of the same thing?

    Bare numbers must both say what they count. Of measures (metres, euros, per cent) it is enough that they do not
    say different things: "a 38 m crack" and "38 metres long" meet.
    """
    if dimension(a) != dimension(b):
        return False
    if a.of is None or b.of is None:
        return dimension(a) is not None
    return a.of == b.of


def dimension(quantity: Quantity) -> str | None:
    """What a quantity measures (`length`), its currency, or None for a bare number."""
    return base(0.0, quantity.unit)[1]


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest value in base units; equal for a single value."""
    low, high = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
    return base(low, quantity.unit)[0], base(high, quantity.unit)[0]

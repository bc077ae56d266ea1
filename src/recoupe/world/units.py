"""Units of the world: what each measures, and its size in base units (units.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A unit: `(value - offset) * factor` is the value in the base unit of its dimension."""

    dimension: str
    factor: float
    cldr: str
    signs: tuple[str, ...]
    offset: float = 0.0


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    units: dict[str, Unit]
    currencies: dict[str, tuple[str, ...]]


def base(value: float, unit: str | None) -> tuple[float, str | None]:
    """A value in the base unit of its dimension, and that dimension: `base(3, "km") == (3000.0, "length")`.

    A bare number has no dimension; a currency is a dimension of its own, as is a unit that is not known.
    """
    if unit is None:
        return value, None
    known = units().get(unit)
    if known is None:
        return value, unit
    return (value - known.offset) * known.factor, known.dimension


def units() -> dict[str, Unit]:
    """All units by their script-free form."""
    return _table().units


def currencies() -> dict[str, tuple[str, ...]]:
    """ISO code of a currency → its signs, the code itself among them."""
    return _table().currencies


@cache
def _table() -> _Table:
    text = (files("recoupe.world") / "units.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)

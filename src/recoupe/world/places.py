"""Countries and cities by their names in a language: from CLDR, and world/places.toml for what it lacks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from recoupe.text.normal import fold
from recoupe.world.other_names import names_of_places

# Zones that are no cities, and the bases in Antarctica.
_NOT_CITIES = ("Etc/", "Antarctica/")
# Unions, and codes for tests.
_NOT_PLACES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})
_QUALIFIED = re.compile(r"[\[(/]")


@cache
def place_names(code: str) -> frozenset[str]:
    """Folded names of countries, territories and large cities, as the language writes them."""
    names = {*_territories(code), *_cities(code), *_listed()}
    return frozenset(fold(name) for name in names if len(name) > 1)


def _territories(code: str) -> Iterator[str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        return
    for key, name in locale.territories.items():
        if not _QUALIFIED.search(name) and key not in _NOT_PLACES:
            yield name


def _cities(code: str) -> Iterator[str]:
    """The cities that name time zones: several hundred. CLDR translates those whose name differs from the zone's."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        zones = Locale.parse(code).time_zones
    except (ValueError, UnknownLocaleError):
        return
    for zone in sorted({*get_global("zone_territories"), *zones}):
        # A zone with three parts is a village of Indiana, Kentucky or Dakota.
        if zone.startswith(_NOT_CITIES) or zone.count("/") != 1:
            continue
        name = zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if not _QUALIFIED.search(name):
            yield name


@cache
def _listed() -> tuple[str, ...]:
    data = (files("recoupe.world") / "places.toml").read_text(encoding="utf-8")
    return (*tomllib.loads(data)["names"], *names_of_places())

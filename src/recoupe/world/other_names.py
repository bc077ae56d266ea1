"""Names of one person or place in several languages that do not sound alike: Kyiv and Kiev, Mykola and Nikolai."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from recoupe.text.keys import name_key
from recoupe.text.normal import fold


@cache
def _lists(kind: str) -> tuple[tuple[str, ...], ...]:
    data = tomllib.loads((files("recoupe.world") / "other_names.toml").read_text(encoding="utf-8"))
    return tuple(map(tuple, data[kind]))


@cache
def _known() -> dict[str, str]:
    known = (names for kind in ("places", "organisations") for names in _lists(kind))
    return {fold(name): names[0] for names in known for name in names}


@cache
def _given() -> dict[str, str]:
    found: dict[str, str] = {}
    for names in _lists("given"):
        for name in names:
            found.setdefault(name_key(name), name_key(names[0]))
    return found


def names_of_places() -> tuple[str, ...]:
    """All names of the places that these lists know."""
    return tuple(name for names in _lists("places") for name in names)


def known_name(name: str) -> str | None:
    """The name under which lists know a place or a body, if they know it."""
    return _known().get(fold(name))


def given_name_key(key: str) -> str:
    """Key of a given name → key of the name that it is in other languages; itself if none is known."""
    return _given().get(key, key)

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
def _given() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for names in _lists("given"):
        for key in map(name_key, names):
            found[key] = found.get(key, frozenset()) | {names[0]}
    return found


def names_of_places() -> tuple[str, ...]:
    """All names of the places that these lists know."""
    return tuple(name for names in _lists("places") for name in names)


def names_of_bodies() -> tuple[str, ...]:
    """All names of two words and more of the bodies that these lists know: shorter ones may be common words."""
    return tuple(name for names in _lists("organisations") for name in names if " " in name)


def known_name(name: str) -> str | None:
    """The name under which lists know a place or a body, if they know it."""
    return _known().get(fold(name))


def given_names(key: str) -> frozenset[str]:
    """Key of a given name → the names that it is in other languages, each by its first form; none if lists lack it."""
    return _given().get(key, frozenset())


def is_given_name_of(one: str, other: str) -> bool | None:
    """Whether the keys of two given names are one name in two languages; None unless lists know both of them."""
    known, its = given_names(one), given_names(other)
    return one == other or bool(known & its) if known and its else None

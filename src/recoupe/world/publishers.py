"""Outlets: newspapers, broadcasters and sites, with their names, domains and owners."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from recoupe.text.normal import fold

# Marks before a name in the file.
_SHARED, _COMMON = _MARKS = "~!"
# The one domain of a country that is not its ISO code.
_COUNTRY_OF_DOMAIN = {"UK": "GB"}


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher of news.

    Args:
        id: short name that never changes; reports point to it.
        name: as it writes itself.
        aliases: acronyms, short forms, names in other scripts.
        shared: those of its names that other outlets go by as well.
        common: those of its names that also mean something that is no outlet.
        domains: registered domains it publishes on.
        country: ISO 3166 code.
        owner: the group it belongs to, where that is well known.
        kind: newspaper, broadcaster, magazine, online, portal, aggregator, or agency.
        control: state, public, exile, or nothing.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    owner: str = ""
    kind: str = "newspaper"
    control: str = ""


def find_outlet(name: str, host: str = "") -> Outlet | None:
    """The outlet that goes by exactly this name, in any case and spacing.

    A name that means more than one is told by the host that the text comes from: its domain, or that of its country.
    """
    key = outlet_key(name)
    sole, others = _by_name().get(key), _by_shared_name().get(key, ())
    if host and others:
        candidates = (sole, *others) if sole else others
        there = outlet_of_domain(host)
        near = [one for one in candidates if one is there] or [one for one in candidates if one.country == _land(host)]
        if len(near) == 1:
            return near[0]
    return sole


def is_outlet_name(name: str) -> bool:
    """Whether one or more outlets go by this name and nothing else does."""
    key = outlet_key(name)
    return key in _by_name() or any(key == outlet_key(one) for o in _by_shared_name().get(key, ()) for one in o.shared)


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet that publishes on this host or on a domain above it."""
    labels = host.lower().removeprefix("www.").split(".")
    above = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((outlet for domain in above if (outlet := _by_domain().get(domain))), None)


@cache
def outlet_names() -> tuple[str, ...]:
    """Names that mean an outlet wherever they stand in a text."""
    return tuple(
        name
        for outlet in outlets()
        for name in (outlet.name, *outlet.aliases)
        if name not in outlet.common and "(" not in name
    )


_NOT_WORD = re.compile(r"[^\w]+")


def outlet_key(name: str) -> str:
    """Letters and digits of a name, folded: `Le Monde.fr` and `LE MONDE .FR` are one."""
    folded = fold(name)
    return folded if folded.isalnum() else _NOT_WORD.sub("", folded)


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, in the order of the file."""
    data = tomllib.loads((files("recoupe.world") / "publishers.toml").read_text(encoding="utf-8"))
    return tuple(_outlet(row, country) for country, rows in data["outlets"].items() for row in rows.split("\n") if row)


def _outlet(row: str, country: str) -> Outlet:
    id_, marked, domains, owner, kind, control = [*map(str.strip, row.split("|")), "", "", "", ""][:6]
    forms = marked.split("; ")
    names = [form.lstrip(_MARKS) for form in forms]
    return Outlet(
        id=id_,
        name=names[0],
        aliases=tuple(names[1:]),
        shared=tuple(form[1:] for form in forms if form[0] == _SHARED),
        common=tuple(form[1:] for form in forms if form[0] == _COMMON),
        domains=tuple(domains.split()),
        country=country,
        owner=owner,
        kind=kind or "newspaper",
        control=control,
    )


@cache
def _by_name() -> dict[str, Outlet]:
    return {key: outlet for outlet in outlets() for key in _sole_keys(outlet)}


@cache
def _by_shared_name() -> dict[str, tuple[Outlet, ...]]:
    found: dict[str, list[Outlet]] = {}
    for outlet in outlets():
        for name in (*outlet.shared, *outlet.common):
            found.setdefault(outlet_key(name), []).append(outlet)
    return {key: tuple(those) for key, those in found.items()}


def _sole_keys(outlet: Outlet) -> Iterator[str]:
    ambiguous = {outlet_key(name) for name in (*outlet.shared, *outlet.common)}
    keys = (outlet_key(form) for form in (outlet.name, *outlet.aliases, *outlet.domains))
    return (key for key in keys if key not in ambiguous)


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def _land(host: str) -> str:
    """The country whose domain the host is in."""
    last = host.rpartition(".")[2].upper()
    return _COUNTRY_OF_DOMAIN.get(last, last)

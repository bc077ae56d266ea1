"""Outlets: newspapers, broadcasters and sites, with their names, domains and owners."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from recoupe.text.normal import fold


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A publisher of news.

    Args:
        id: short name that never changes; reports point to it.
        name: as it writes itself.
        aliases: acronyms, short forms, names in other scripts. Only forms that mean nothing else.
        domains: registered domains it publishes on.
        country: ISO 3166 code.
        owner: the group it belongs to, where that is well known.
        kind: newspaper, broadcaster, magazine, online, or agency.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    owner: str = ""
    kind: str = "newspaper"


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, in the order of the file."""
    data = (files("recoupe.world") / "publishers.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data)["outlet"], tuple[Outlet, ...])


@cache
def _by_name() -> dict[str, Outlet]:
    return {
        outlet_key(form): outlet for outlet in outlets() for form in (outlet.name, *outlet.aliases, *outlet.domains)
    }


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


_NOT_WORD = re.compile(r"[^\w]+")


def outlet_key(name: str) -> str:
    """Letters and digits of a name, folded: `Le Monde.fr` and `LE MONDE .FR` are one."""
    return _NOT_WORD.sub("", fold(name))


def find_outlet(name: str) -> Outlet | None:
    """The outlet that goes by exactly this name, in any case and spacing."""
    return _by_name().get(outlet_key(name))


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet that publishes on this host or on a domain above it."""
    labels = host.lower().removeprefix("www.").split(".")
    above = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((outlet for domain in above if (outlet := _by_domain().get(domain))), None)

"""Outlets are found by name, alias and domain; each has one entry, and what the file says is well formed."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from babel import Locale

from recoupe.world import find_outlet, outlet_of_domain, outlets
from recoupe.world.publishers import outlet_key, outlet_names

KINDS = {"newspaper", "broadcaster", "magazine", "online", "portal", "aggregator", "agency"}
CONTROLS = {"", "state", "public", "exile"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("WSJ", "wsj"),
        ("le monde", "lemonde"),
        ("Le Monde.fr", "lemonde"),
        ("ле монд", "lemonde"),
        ("لوموند", "lemonde"),
        ("BFM TV", "bfmtv"),
        ("新华网", "xinhua"),
        ("Российская газета", "rg"),
        ("Nobody's Daily", None),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(name: str, expected: str | None) -> None:
    outlet = find_outlet(name)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("name", "host", "expected"),
    [
        ("The Guardian", "", "guardian"),
        ("The Guardian", "www.theguardian.com", "guardian"),
        ("The Guardian", "guardian.ng", "guardianng"),
        ("La Tribune", "", None),
        ("La Tribune", "www.latribune.ca", "latribune-ca"),
        ("La Tribune", "blog.example.fr", "latribune"),
        ("La Tribune", "blog.example.org", None),
        ("The Standard", "news.example.co.uk", "standard"),
        ("Elle", "", None),
        ("Elle", "www.elle.fr", "ellefr"),
        ("WSJ", "blog.example.fr", "wsj"),
    ],
)
def test_a_name_of_several_is_told_by_the_host(name: str, host: str, expected: str | None) -> None:
    outlet = find_outlet(name, host)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [("www.lemonde.fr", "lemonde"), ("sport.lemonde.fr", "lemonde"), ("notlemonde.fr", None), ("fr", None), ("", None)],
)
def test_a_host_belongs_to_the_outlet_of_its_domain(host: str, expected: str | None) -> None:
    outlet = outlet_of_domain(host)
    assert (outlet.id if outlet else None) == expected


def test_there_are_many_outlets_of_many_countries() -> None:
    assert len(outlets()) >= 2000
    assert len({outlet.country for outlet in outlets()}) >= 120


def test_ids_and_domains_are_unique() -> None:
    for values in ([o.id for o in outlets()], [d for o in outlets() for d in o.domains]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_a_name_alone_means_one_outlet_at_most() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets():
        ambiguous = {outlet_key(name) for name in (*outlet.shared, *outlet.common)}
        for key in {outlet_key(name) for name in (outlet.name, *outlet.aliases)} - ambiguous:
            owners[key].add(outlet.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_each_outlet_can_be_found() -> None:
    lost = [o.id for o in outlets() if not o.domains and not any(map(find_outlet, (o.name, *o.aliases)))]
    assert lost == []


def test_kinds_controls_and_countries_are_known() -> None:
    territories = Locale("en").territories
    assert {outlet.kind for outlet in outlets()} == KINDS
    assert {outlet.control for outlet in outlets()} == CONTROLS
    assert [outlet.id for outlet in outlets() if outlet.country not in territories] == []


def test_a_group_is_written_in_one_way() -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets():
        spellings[outlet_key(outlet.owner).removeprefix("groupe").removeprefix("grupo")].add(outlet.owner)
    assert {key: names for key, names in spellings.items() if len(names) > 1} == {}


def test_domains_are_written_bare() -> None:
    wrong = [d for o in outlets() for d in o.domains if d != d.lower() or d.startswith("www.") or "." not in d]
    assert wrong == []


def test_words_of_the_language_do_not_mean_an_outlet_in_a_text() -> None:
    assert {"Le Monde", "La Tribune", "CNN"} <= set(outlet_names())
    assert {"Elle", "Time", "DNA", "ici", "Voici"}.isdisjoint(outlet_names())

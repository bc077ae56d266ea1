"""Outlets are found by name, alias and domain; each has one entry."""

from __future__ import annotations

from collections import Counter

import pytest

from recoupe.world import find_outlet, outlet_of_domain, outlets
from recoupe.world.publishers import outlet_key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("WSJ", "wsj"),
        ("le monde", "lemonde"),
        ("Le Monde.fr", "lemonde"),
        ("BFM TV", "bfmtv"),
        ("新华网", "xinhua"),
        ("Nobody's Daily", None),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(name: str, expected: str | None) -> None:
    outlet = find_outlet(name)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [("www.lemonde.fr", "lemonde"), ("sport.lemonde.fr", "lemonde"), ("notlemonde.fr", None), ("fr", None), ("", None)],
)
def test_a_host_belongs_to_the_outlet_of_its_domain(host: str, expected: str | None) -> None:
    outlet = outlet_of_domain(host)
    assert (outlet.id if outlet else None) == expected


def test_ids_and_domains_are_unique() -> None:
    for values in ([o.id for o in outlets()], [d for o in outlets() for d in o.domains]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_no_name_belongs_to_two_outlets() -> None:
    keys = [(outlet_key(form), o.id) for o in outlets() for form in {o.name, *o.aliases}]
    owners = {key: {owner for k, owner in keys if k == key} for key, _ in keys}
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}

"""Agencies are found under all the names they go by, and not within other names."""

from __future__ import annotations

import pytest

from recoupe.text.normal import fold
from recoupe.world import agencies, agencies_in, find_agency
from recoupe.world.agencies import agency_of_footer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("afp", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("ТАСС", "TASS"),
        ("新华社", "Xinhua"),
        ("Deutsche Presse-Agentur", "dpa"),
    ],
)
def test_an_agency_is_found_by_any_of_its_names(name: str, expected: str) -> None:
    agency = find_agency(name)
    assert agency is not None
    assert agency.name == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Avec AFP et Reuters", ["AFP", "Reuters"]),
        ("Vigo / Efe / Redacción", ["EFE"]),
        ("来源：新华社", ["Xinhua"]),
        ("a map of the region", []),
        ("Petra Lindner", []),
        ("CAPAFP", []),
    ],
)
def test_agencies_of_a_credit_line_are_found_in_its_order(line: str, expected: list[str]) -> None:
    assert [agency.name for agency, _, _ in agencies_in(line)] == expected


def test_no_form_belongs_to_two_agencies() -> None:
    forms = [fold(form) for agency in agencies() for form in {agency.name, *agency.aliases} if form]
    owners = {form: {a.name for a in agencies() if form in {fold(x) for x in (a.name, *a.aliases)}} for form in forms}
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_every_kind_is_known() -> None:
    assert {agency.kind for agency in agencies()} == {"text", "photo"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by Ann Lee in Orlem; Editing by Tom Roe)", "Reuters"),
        ("(Jeanne Petit, pour le service français, édité par Anne Roy)", "Reuters"),
        ("(Bericht von Anna Roth, redigiert von Olaf Bock)", "Reuters"),
        ("Edited by Tom Roe", None),
        ("Reporting by Ann Lee", None),
    ],
)
def test_a_house_form_tells_the_agency_that_a_credit_does_not_name(line: str, expected: str | None) -> None:
    found = agency_of_footer(line)
    assert (found.name if found else None) == expected


def test_there_are_agencies_of_more_than_eighty_countries() -> None:
    assert len({agency.country for agency in agencies()}) > 80

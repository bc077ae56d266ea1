"""Words for `according to`: before the source, behind it, and around a possessive."""

from __future__ import annotations

import pytest

from tests.annotate.articles import who_said

Said = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Selon la mairie, le pont est fermé.", [("mairie", "le pont est fermé")]),
        ("fr", "Le pont est fermé, selon la mairie.", [("mairie", "Le pont est fermé")]),
        ("de", "Dem Sender zufolge wurden drei Menschen verletzt.", [("Sender", "wurden drei Menschen verletzt")]),
        ("pl", "Według policji most jest stary.", [("policji", "most jest stary")]),
        ("fr", "Selon une note de mai, que nous avons lue, le pont est vieux.", [("note", "le pont est vieux")]),
    ],
)
def test_the_rest_of_the_clause_is_what_is_said(language: str, text: str, expected: Said) -> None:
    assert who_said(text, language) == expected


def test_a_possessive_stands_for_the_source() -> None:
    text = "Anna Kowal zamyka most. Jej zdaniem remont potrwa rok."
    assert who_said(text, "pl") == [("Anna Kowal", "remont potrwa rok")]


def test_a_name_in_another_case_is_the_same_person() -> None:
    text = "Most zamyka Anna Kowalska. Zdaniem Kowalskiej remont potrwa rok."
    assert who_said(text, "pl") == [("Anna Kowalska", "remont potrwa rok")]

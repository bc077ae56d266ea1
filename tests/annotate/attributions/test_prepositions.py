"""Words for `according to`: before the source, behind it, and around a possessive."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article

Said = list[tuple[str, str]]


def _said(text: str, language: str) -> Said:
    made = annotate(article(text, language)).attributions
    return [(a.source.name, " … ".join(text[s.start : s.end] for s in a.content)) for a in made]


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
    assert _said(text, language) == expected


def test_a_possessive_stands_for_the_source() -> None:
    text = "Anna Kowal zamyka most. Jej zdaniem remont potrwa rok."
    assert _said(text, "pl") == [("Anna Kowal", "remont potrwa rok")]


def test_a_name_in_another_case_is_the_same_person() -> None:
    text = "Most zamyka Anna Kowalska. Zdaniem Kowalskiej remont potrwa rok."
    assert _said(text, "pl") == [("Anna Kowalska", "remont potrwa rok")]

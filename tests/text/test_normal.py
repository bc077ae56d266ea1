"""The one normal form of a text, and the form for comparing words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.normal import fold, normalise


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2029d", "a\nb\nc\nd"),
        ("nul\x00and\x07bell", "nulandbell"),
        ("e\u0301", "é"),
        ("\ufeffBOM", "BOM"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_line_ends_controls_and_accents_have_one_form(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [("L’État", "l'etat"), ("«Oui»", '"oui"'), ("Straße", "STRASSE"), ("Ёлка", "елка"), ("1\u202f000", "1 000")],
)
def test_folding_makes_words_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text(), st.text())
def test_a_text_folds_to_its_folded_words(left: str, right: str) -> None:
    assert fold(f"{left} {right}") == f"{fold(left)} {fold(right)}"

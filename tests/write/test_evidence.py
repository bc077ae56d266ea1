"""Reasons in the reader's words."""

from __future__ import annotations

import pytest

from recoupe.model import Evidence
from recoupe.write.evidence import reason
from recoupe.write.lookup import look_up
from recoupe.write.texts import texts

from .factories import REPORT


@pytest.mark.parametrize(
    ("signal", "detail", "expected"),
    [
        ("cites", "AFP", "cite : AFP"),
        ("derivation", "flash", "texte repris de : Lorraine Flash"),
        ("speaks-for", "e2", "parle au nom de : Odile Brandmayer"),
        ("credit", "", "crédite"),
        ("of-tomorrow", "x < y", "of-tomorrow : x < y"),
    ],
)
def test_a_reason_is_worded(signal: str, detail: str, expected: str) -> None:
    french = texts("fr")
    assert reason(Evidence(signal, 0.5, detail), look_up(REPORT, french), french) == expected

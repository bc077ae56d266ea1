"""`As X said`: what is said stands beside it, or is the few words that it goes with."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Comme l'a indiqué Paul Masson, le pont est fermé depuis lundi.", "Paul Masson", "le pont est fermé"),
        ("Le pont compte huit piles, et non dix comme l'affirme Paul Masson.", "Paul Masson", "et non dix"),
        ("Le pont est fermé, comme l'avait annoncé la mairie.", "mairie", "Le pont est fermé"),
    ],
)
def test_as_somebody_said(text: str, source: str, content: str) -> None:
    (made,) = annotate(article(text, "fr")).attributions
    assert made.source.name == source
    assert text[made.content[0].start : made.content[0].end].startswith(content)

"""`One says`: the body named beside it, or the source that follows, says it after all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.model import Publisher
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Au ministère, on assure que le dossier avance.", "ministère"),
        ("« Tout est prêt », rétorque-t-on à la préfecture.", "préfecture"),
        ("On assure au ministère que le dossier avance.", "ministère"),
        ("Au village, on dit que le pont tombera.", "on"),
        ("« Tout va bien », confie-t-on au journal.", "on"),
        ("Le pont est fermé, a-t-on appris de source policière.", "source policière"),
    ],
)
def test_nobody_speaks_for_the_body_beside_him(text: str, source: str) -> None:
    assert [a.source.name for a in annotate(article(text, "fr")).attributions] == [source]


def test_what_one_has_seen_for_oneself_is_said_by_the_newsroom() -> None:
    own = replace(
        article("Le pont restait fermé lundi, a-t-on constaté sur place.", "fr"),
        publisher=Publisher("Le Fanal", None, "masthead"),
    )
    assert [(a.source.name, a.source.kind) for a in annotate(own).attributions] == [("Le Fanal", "outlet")]

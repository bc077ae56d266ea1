"""Whom a relative pronoun stands for."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le pont a perdu deux piles, selon la mairie, qui affirme que tout va bien.", ["mairie", "mairie"]),
        ("Le pont tombe, affirme l'ancienne clerc, qui dit avoir signé le plan.", ["ancienne clerc", "ancienne clerc"]),
    ],
)
def test_it_is_the_whole_phrase_before_it(text: str, names: list[str]) -> None:
    assert [a.source.name for a in annotate(article(text, "fr")).attributions] == names

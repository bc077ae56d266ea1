"""Verbs of learning: whom it was learned from says it, the medium stands in between."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("language", "text", "source", "via"),
    [
        ("fr", "Le pont sera fermé, a appris Le Figaro de source judiciaire.", "source judiciaire", ("Le Figaro",)),
        ("fr", "Le pont sera fermé, a appris Le Figaro auprès de deux élus.", "élus", ("Le Figaro",)),
        ("fr", "L'AFP a appris auprès de la préfecture que le pont est fermé.", "préfecture", ("AFP",)),
        ("en", "Reuters has learned from two officials that the bridge is closed.", "officials", ("Reuters",)),
    ],
)
def test_who_told_the_medium_is_the_source(language: str, text: str, source: str, via: tuple[str, ...]) -> None:
    made = annotate(article(text, language)).attributions
    assert [(a.source.name, a.via) for a in made] == [(source, via)]


def test_without_an_informant_the_medium_says_it() -> None:
    (made,) = annotate(article("Le Figaro a appris que le pont sera fermé lundi.", "fr")).attributions
    assert (made.source.name, made.via) == ("Le Figaro", ())


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("“The bridge is closed,” Reuters quoted Anna Moss as saying.", "Anna Moss", ("Reuters",)),
        ("Reuters quoted the mayor, Anna Moss, as saying that the bridge was closed.", "Anna Moss", ("Reuters",)),
    ],
)
def test_who_is_quoted_as_saying_it_is_the_source(text: str, source: str, via: tuple[str, ...]) -> None:
    made = annotate(article(text, "en")).attributions
    assert [(a.source.name, a.via) for a in made] == [(source, via)]


def test_quoting_a_document_from_somewhere_is_no_saying() -> None:
    assert annotate(article("The mayor quoted a song from May.", "en")).attributions == ()

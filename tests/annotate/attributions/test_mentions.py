"""Who is named, with what the words beside the names tell."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


def _sources(text: str, language: str) -> list[str]:
    return [a.source.name for a in annotate(article(text, language)).attributions]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "fr",
            "Un homme se faisant appeler « mite9 » a vendu les plans. « Tout est vrai », écrit le vendeur.",
            ["mite9"],
        ),
        ("en", "“It was dark,” said a passenger who gave his name only as Tom.", ["Tom"]),
        (
            "en",
            "A seller going by “moth9” sold the plans. The seller told a forum that the plans were genuine.",
            ["moth9"],
        ),
    ],
)
def test_who_only_gives_himself_a_name_goes_by_it(language: str, text: str, names: list[str]) -> None:
    assert _sources(text, language) == names


def test_a_surname_alone_has_the_gender_of_the_full_name() -> None:
    text = "Paul Masson et Claire Brun ont visité le pont. Masson a posé des questions lundi matin. Elle a assuré que le pont était sûr."
    assert _sources(text, "fr") == ["Claire Brun"]


def test_a_noun_of_an_adverbial_is_no_function_of_the_name_behind_it() -> None:
    text = "Devant cent habitants, Paul Masson a confirmé sa démission. Le maire a dit que le pont fermerait."
    assert _sources(text, "fr")[0] == "Paul Masson"
    text = "Devant cent habitants, Paul Masson est monté sur le pont. Les habitants ont assuré que tout allait bien."
    assert _sources(text, "fr") == ["habitants"]

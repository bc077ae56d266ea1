"""Descriptions and the names that go with them: the name may follow, or have stood just before."""

from __future__ import annotations

from recoupe.annotate import annotate
from tests.annotate.articles import article


def _sources(text: str, language: str) -> list[str]:
    return [a.source.name for a in annotate(article(text, language)).attributions]


def test_a_description_takes_the_name_that_follows_with_the_quotation() -> None:
    text = "A doctor at the hospital said that two drivers were hurt. “One of them lost a finger,” Mary Hollis said."
    assert _sources(text, "en") == ["Mary Hollis", "Mary Hollis"]


def test_a_speaker_with_another_function_is_somebody_else() -> None:
    text = (
        "A doctor at the hospital said that two drivers were hurt. “The road is closed,” said Mary Hollis, the mayor."
    )
    assert _sources(text, "en")[0] != "Mary Hollis"


def test_a_function_behind_a_quotation_varies_the_name_before() -> None:
    text = "Lundi soir, Marie Delorme a fermé son cabinet. « Nous avons trop de malades », soupire la pharmacienne."
    assert _sources(text, "fr") == ["Marie Delorme"]


def test_a_woman_is_not_meant_by_a_mans_function() -> None:
    text = "Lundi soir, Marie Delorme a fermé son cabinet. « Nous avons trop de malades », soupire le pharmacien."
    assert "Marie Delorme" not in _sources(text, "fr")


def test_the_name_may_come_with_the_quotation_of_the_next_paragraph() -> None:
    text = "The mayor of Tourville denied on Monday that the bridge was unsafe.\n\n“Nobody lied,” Mary Hollis told reporters."
    assert _sources(text, "en") == ["Mary Hollis", "Mary Hollis"]


def test_a_name_taken_up_by_a_pronoun_there_is_somebody_else() -> None:
    text = (
        "Le pont tombe, affirme une ancienne employée lundi.\n\n"
        "Me Paul Masson balaie ces accusations. « Elle se venge », assure-t-il."
    )
    assert _sources(text, "fr")[0] == "ancienne employée"

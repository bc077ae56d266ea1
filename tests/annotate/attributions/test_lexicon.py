"""The lexicon: how texts are cut into words and compared, and what is unfolded from a language file."""

from __future__ import annotations

import pytest

from recoupe.annotate.attributions.lexicon import WORD, lexicon, lower, with_compounds
from recoupe.lang import load


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'eau est là", ["l'", "eau", "est", "là"]),
        ("d'« eau »", ["d'", "«", "eau", "»"]),
        ('d\'"eau"', ["d'", '"', "eau", '"']),
        ("3,5 millions", ["3,5", "millions"]),
        ("警方说", ["警", "方", "说"]),
        ("قالَ الوزير", ["قالَ", "الوزير"]),
    ],
)
def test_a_text_is_cut_into_words_signs_and_marks(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


def test_marks_of_other_scripts_are_compared_as_those_of_latin() -> None:
    assert lower("说，「好」？ نعم، لا؛ L’eau") == "说,「好」? نعم, لا; l'eau"


def test_a_lowered_text_keeps_its_length() -> None:
    assert len(lower("İSTANBUL")) == len("İSTANBUL")


def test_a_noun_for_a_source_has_its_plural() -> None:
    assert lexicon(load("fr")).noun_kinds[("vendeurs",)] == "person"


def test_words_of_a_stance_may_have_alternatives() -> None:
    promised = dict(lexicon(load("en")).content_stances["would"])["promises"]
    assert promised.match("would be refunded")
    assert not promised.match("would be pleased")


def test_a_compound_of_a_noun_for_a_source_is_one() -> None:
    words = with_compounds(lexicon(load("de")), ["hafenfirma", "überfirmen", "hafen"])
    assert words.noun_kinds[("hafenfirma",)] == "organisation"
    assert ("hafen",) not in words.noun_kinds
    assert ("hafenfirma",) not in lexicon(load("de")).noun_kinds

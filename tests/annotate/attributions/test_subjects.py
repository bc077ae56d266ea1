"""Whose a cue is."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


def _sources(text: str, language: str) -> list[str]:
    return [a.source.name for a in annotate(article(text, language)).attributions]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Kate Ryder toured the docks and said the crane was safe.", "Kate Ryder"),
        ("en", "The harbour office closed the quay, telling reporters that the crane was unsafe.", "harbour office"),
        (
            "en",
            "At a meeting in York, on Friday, Senator Kate Ryder left early, saying that she was ill.",
            "Kate Ryder",
        ),
        ("fr", "Marie Delorme a visité le port et a assuré que la grue était sûre.", "Marie Delorme"),
    ],
)
def test_a_cue_shares_the_subject_of_a_verb_that_no_list_knows(language: str, text: str, source: str) -> None:
    assert _sources(text, language) == [source]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "Aus dem Protokoll geht hervor, dass die Grube leer war.", "Protokoll"),
        ("pl", "Z protokołu wynika, że sejf był pusty.", "protokołu"),
        ("nl", "Uit het verslag blijkt dat de kluis leeg was.", "verslag"),
    ],
)
def test_a_document_is_the_source_of_what_follows_from_it(language: str, text: str, source: str) -> None:
    assert _sources(text, language) == [source]


def test_behind_an_adverbial_the_subject_follows_a_verb_that_stands_second() -> None:
    assert _sources("Nach einem Treffen mit dem Minister kritisierte die Ärztin den Plan.", "de") == ["Ärztin"]


def test_the_antecedent_of_a_relative_clause_may_go_with_a_verb_of_its_own() -> None:
    text = "Kate Ryder sided with the mayor, who has said that the quay is safe."
    spans = [a.source_span for a in annotate(article(text, "en")).attributions]
    assert [span and text[span.start : span.end] for span in spans] == ["the mayor"]

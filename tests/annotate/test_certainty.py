"""Certainty: what hedges a clause, what only looks like it, and what a question is."""

from __future__ import annotations

import pytest

from recoupe.annotate.attributions.lexicon import WORD, lower
from recoupe.annotate.certainty import find_markers, is_question
from recoupe.lang import load
from recoupe.model import Span


def _markers(text: str, language: str, quoted: tuple[Span, ...] = ()) -> list[str]:
    places = [match.span() for match in WORD.finditer(text)]
    found = find_markers([lower(text[a:b]) for a, b in places], places, quoted, load(language))
    return [text[m.start : m.end] for m in found]


def test_a_conditional_hedges_in_a_report_and_not_in_a_quotation() -> None:
    text = "Le train aurait heurté un camion."
    assert _markers(text, "fr") == ["aurait"]
    assert _markers(text, "fr", (Span(0, len(text)),)) == []


def test_a_condition_takes_the_hedge_away() -> None:
    assert _markers("Le train aurait heurté le camion si la barrière avait cédé.", "fr") == []


def test_the_future_in_the_past_is_no_hedge() -> None:
    assert _markers("Le maire a dit que la route serait fermée.", "fr") == []


def test_every_hedge_of_a_sentence_is_found() -> None:
    assert _markers("The truck reportedly hit a wall and allegedly fled.", "en") == ["reportedly", "allegedly"]


@pytest.mark.parametrize("text", ["Who knew?", "من يعلم؟", "谁知道？"])
def test_a_question_mark_of_any_script_asks(text: str) -> None:
    assert is_question(text, Span(0, len(text)))


def test_a_language_without_hedges_hedges_nothing() -> None:
    assert _markers("Der Zug soll entgleist sein.", "xx") == []


def test_a_past_conditional_hedges_in_reported_speech_as_well() -> None:
    assert _markers("Le maire a dit que le chauffeur aurait quitté la route.", "fr") == ["aurait"]
    assert _markers("Le maire a dit que la réunion aurait lieu au gymnase.", "fr") == []

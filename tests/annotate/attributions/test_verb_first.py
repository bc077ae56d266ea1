"""Subjects that stand behind their cue."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


def _said(text: str, language: str) -> list[tuple[str, str, str]]:
    made = annotate(article(text, language)).attributions
    return [(a.source.name, text[a.content[0].start : a.content[-1].end], a.rule) for a in made]


def test_what_cannot_speak_before_a_cue_is_its_object() -> None:
    assert _said("Die Vorwürfe bestritt Peter Lang.", "de") == [("Peter Lang", "Die Vorwürfe", "object")]


def test_a_subject_stands_between_a_verb_and_its_preposition() -> None:
    assert _said("وأشار المدير إلى أن الجسر آمن.", "ar") == [("المدير", "الجسر آمن", "clause")]


def test_a_preposition_written_together_with_its_noun_begins_the_object() -> None:
    assert _said("وطالبت النقابة بإغلاق الجسر.", "ar") == [("النقابة", "بإغلاق الجسر", "object")]


@pytest.mark.parametrize("medium", ["", "«Рубежу» "])
def test_a_word_for_what_was_said_before_may_have_the_medium_behind_it(medium: str) -> None:
    text = f"Склад сгорел. Об этом {medium}рассказал офицер флота."
    assert _said(text, "ru") == [("офицер флота", "Склад сгорел", "back")]

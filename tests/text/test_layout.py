"""The words of a part of a text, cut from those of the whole."""

from __future__ import annotations

from recoupe.text.layout import words_within
from recoupe.text.words import words

TEXT = "Le maire a annoncé 1 250 emplois. Il l'a dit à Brest."


def test_the_words_of_a_part_are_those_that_begin_in_it() -> None:
    start, end = TEXT.index("Il"), len(TEXT)

    assert list(words_within(TEXT, start, end)) == words(TEXT, start, end)


def test_nothing_stands_between_a_place_and_itself() -> None:
    assert not words_within(TEXT, 5, 5)

"""Words with their offsets, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.lang import load
from recoupe.text.scripts import main_script
from recoupe.text.words import content_stems, words


@given(st.text())
def test_offsets_give_back_the_words(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'État n'a rien dit", ["l", "etat", "n", "a", "rien", "dit"]),
        ("1 200 000,5 tonnes", ["1 200 000,5", "tonnes"]),
        ("秘密会谈", ["秘", "密", "会", "谈"]),
        ("Патрушев сказал", ["патрушев", "сказал"]),
        ("", []),
    ],
)
def test_words_are_found_in_every_script(text: str, expected: list[str]) -> None:
    assert [word.folded for word in words(text)] == expected


def test_inflected_words_share_a_stem_and_function_words_are_left_out() -> None:
    french = load("fr")
    assert content_stems("Les négociations de la ville", french) == content_stems("la négociation des villes", french)


@pytest.mark.parametrize(
    ("text", "script"),
    [("Патрушев (RF)", "Cyrl"), ("abc", "Latn"), ("محادثات", "Arab"), ("秘密", "Hani"), ("123", "Zyyy")],
)
def test_the_script_of_most_letters_is_the_script_of_a_text(text: str, script: str) -> None:
    assert main_script(text) == script

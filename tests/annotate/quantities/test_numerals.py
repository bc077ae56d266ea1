from __future__ import annotations

import pytest

from recoupe.annotate.lexemes import lexemes
from recoupe.annotate.quantities.numerals import read_number
from recoupe.lang import load


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "vingt et un", 21),
        ("fr", "soixante et onze", 71),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "deux cent trois", 203),
        ("fr", "mille neuf cent quatre-vingt-quatre", 1984),
        ("fr", "trois millions deux cent mille", 3_200_000),
        ("en", "thirty-one", 31),
        ("en", "a hundred and five", 105),
        ("en", "two hundred thousand", 200_000),
        ("en", "three million four hundred thousand", 3_400_000),
        ("en", "half a million", 500_000),
        ("en", "a quarter of a billion", 250_000_000),
    ],
)
def test_a_number_in_words(code: str, text: str, value: float) -> None:
    read = read_number(lexemes(text), 0, load(code))
    assert read == (value, len(lexemes(text).lows))


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "trente et quarante", 30),
        ("fr", "deux trois", 2),
        ("en", "two and three", 2),
        ("en", "twenty thirty", 20),
    ],
)
def test_two_numbers_side_by_side_stay_two(code: str, text: str, value: float) -> None:
    read = read_number(lexemes(text), 0, load(code))
    assert read == (value, 1)


@pytest.mark.parametrize(("code", "text"), [("fr", "millions"), ("en", "million"), ("fr", "maison"), ("und", "deux")])
def test_what_is_no_number(code: str, text: str) -> None:
    assert read_number(lexemes(text), 0, load(code)) is None


def test_endless_number_words_are_cut() -> None:
    assert read_number(lexemes("cent mille " * 1000), 0, load("fr")) is not None


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [("de", "dreitausend", 3000), ("it", "duemila", 2000), ("pl", "milion", 1e6), ("pt", "mil milh\u00f5es", 1e9)],
)
def test_some_big_words_are_numbers_alone(code: str, text: str, value: float) -> None:
    assert read_number(lexemes(text), 0, load(code)) == (value, len(lexemes(text).lows))

"""Lexemes: what times and quantities are read from."""

from __future__ import annotations

import pytest

from recoupe.annotate.lexemes import lexemes


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Le 3 mars, 18h30", ["le", "3", "mars", ",", "18", "h", "30"]),
        ("jusqu\u2019en 2026\u201327", ["jusqu", "'", "en", "2026", "-", "27"]),
        ("п\u02bcять днів", ["п", "'", "ять", "днів"]),
        ("3月8日", ["3", "月", "8", "日"]),
    ],
)
def test_marks_of_one_kind_are_one(text: str, lows: list[str]) -> None:
    assert lexemes(text).lows == lows


def test_a_capital_that_grows_when_lowered_keeps_the_offsets() -> None:
    text = "\u0130zmir, 3 Mart"
    found = lexemes(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == ["\u0130zmir", ",", "3", "Mart"]


def test_digits_and_asked_words_come_in_order() -> None:
    found = lexemes("Entre 12 et 15 blessés, dont 2 graves")
    everywhere = range(len(found.lows))
    assert [found.lows[i] for i in found.numbers_or({"et", "dont"}, everywhere)] == ["12", "et", "15", "dont", "2"]
    assert found.numbers_or({"et"}, range(0)) == []

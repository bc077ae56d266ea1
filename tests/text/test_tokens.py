"""Tokens, column by column, whatever the pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.tokens import cut

WORD = re.compile(r"(\w+)")


@given(st.text())
def test_gaps_and_tokens_by_turns_give_back_the_text(text: str) -> None:
    found = cut(WORD, text)
    assert "".join(gap + form for gap, form in zip(found.gaps, [*found.forms, ""], strict=True)) == text


@pytest.mark.parametrize(("start", "end"), [(0, None), (3, None), (3, 15), (5, 5)])
def test_offsets_point_into_the_whole_text(start: int, end: int | None) -> None:
    text = "Le maire, à Brest, démissionne"
    found = cut(WORD, text, start, end)
    places = zip(found.starts, found.ends, strict=True)
    assert [text[a:b] for a, b in places] == found.forms == WORD.findall(text[start:end])


def test_a_text_without_tokens_is_one_gap() -> None:
    assert cut(WORD, "... !") == ([], ["... !"], [], [])

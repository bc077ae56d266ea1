"""Runs of words as hashes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.shingles import SIZE, lowest, shingles
from recoupe.text.words import words


def test_a_shingle_is_the_same_on_every_machine() -> None:
    assert (
        shingles(words("the quick brown fox"))[0] == shingles(words("The Quick, Brown fox!"))[0] == 8136938508107280505
    )


@given(st.text())
def test_there_is_one_shingle_for_each_word_that_can_begin_one(text: str) -> None:
    found = words(text)
    assert len(shingles(found)) == max(0, len(found) - SIZE + 1)


def test_a_changed_word_changes_the_shingles_that_hold_it_and_no_others() -> None:
    one, other = (shingles(words(t)) for t in ("a b c d e f g h i", "a b c d X f g h i"))
    assert [x == y for x, y in zip(one, other, strict=True)] == [True, False, False, False, False, True]


@given(st.lists(st.integers(0, 50)))
def test_a_sketch_does_not_depend_on_order_or_repetition(hashes: list[int]) -> None:
    assert lowest(hashes, 5) == lowest([*hashes[::-1], *hashes], 5)

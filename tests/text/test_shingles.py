"""Runs of words as hashes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.shingles import SIZE, shingles, sketch
from recoupe.text.words import words


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


def test_a_shingle_is_the_same_on_every_machine() -> None:
    assert (
        shingles(folded("the quick brown fox"))[0]
        == shingles(folded("The Quick, Brown fox!"))[0]
        == 8136938508107280505
    )


@given(st.text())
def test_there_is_one_shingle_for_each_word_that_can_begin_one(text: str) -> None:
    found = folded(text)
    assert len(shingles(found)) == max(0, len(found) - SIZE + 1)


def test_a_changed_word_changes_the_shingles_that_hold_it_and_no_others() -> None:
    one, other = (shingles(folded(t)) for t in ("a b c d e f g h i", "a b c d X f g h i"))
    assert [x == y for x, y in zip(one, other, strict=True)] == [True, False, False, False, False, True]


@given(st.sets(st.integers(0, 2**64 - 1)), st.sets(st.integers(0, 2**64 - 1)))
def test_what_two_texts_share_is_in_both_sketches_or_in_none(one: set[int], other: set[int]) -> None:
    left, right = (set(sketch(sorted(hashes), 4, 0)) for hashes in (one | other, other))
    assert left & other == right


def test_a_short_text_keeps_its_lowest_hashes() -> None:
    high = [2**64 - n for n in (5, 9, 7)]
    assert sketch(high, 4, 2) == sorted(high)[:2]

"""Sentences of two languages laid along each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.crosscheck.alignments.sentences import sentences
from recoupe.crosscheck.alignments.translations import length_fit, matches
from tests.crosscheck.dispatch import DISPATCH, TRANSLATION


@pytest.mark.parametrize(("ours", "theirs"), [(100, 100), (100, 130), (40, 60)])
def test_sentences_of_like_length_may_translate_each_other(ours: int, theirs: int) -> None:
    assert length_fit(ours, theirs) == length_fit(theirs, ours) > 0.5


def test_a_sentence_does_not_translate_one_of_thrice_its_length() -> None:
    assert length_fit(50, 200) == 0


def test_matches_run_forward_in_both_articles() -> None:
    beads = [bead for bead, _ in matches(sentences(DISPATCH), sentences(TRANSLATION))]
    assert all(a.left_end <= b.left and a.right_end <= b.right for a, b in pairwise(beads))
    assert len(beads) >= 4


def test_a_sentence_without_names_is_matched_by_its_neighbours() -> None:
    ours, theirs = sentences(DISPATCH), sentences(TRANSLATION)
    starts = {
        (DISPATCH.text[ours[b.left].start :][:8], TRANSLATION.text[theirs[b.right].start :][:8])
        for b, _ in matches(ours, theirs)
    }
    assert ('"We were', "« Nous a") in starts


def test_nothing_matches_nothing() -> None:
    assert matches([], sentences(DISPATCH)) == []

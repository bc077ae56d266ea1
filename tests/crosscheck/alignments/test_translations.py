"""Sentences of two languages laid along each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.crosscheck.alignments.sentences import sentences
from recoupe.crosscheck.alignments.translations import length_fit, matches
from tests.crosscheck.dispatch import DISPATCH, TRANSLATION
from tests.group.told import told


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


def test_a_sentence_without_names_is_matched_by_the_notions_in_it() -> None:
    ours = told(
        "en",
        """
        Marta Brandl of the Hallstein court will decide in May.
        The prisoner escaped through a tunnel below the hospital.
        Police found a truck with stolen weapons near the border.
        The minister refused to resign.
        """,
    )
    theirs = told(
        "fr",
        """
        Marta Brandl, du tribunal de Hallstein, tranchera en mai.
        Le ministre a refusé de démissionner.
        Le détenu s'est évadé par un tunnel creusé sous l'hôpital.
        La police a trouvé près de la frontière un camion rempli d'armes volées.
        """,
        language="fr",
    )
    here, there = sentences(ours), sentences(theirs)
    pairs = {(bead.left, bead.right) for bead, _ in matches(here, there)}
    assert {(1, 2), (2, 3)} <= pairs
    assert (1, 1) not in pairs


def test_a_common_name_does_not_make_two_sentences_one() -> None:
    ours = told("en", "Marta Brandl was born in Hallstein in a house by the harbour.\nShe has two sons.")
    theirs = told(
        "fr", "Selon Marta Brandl, la grève des éboueurs finira dimanche.\nHallstein sent mauvais.", language="fr"
    )
    assert matches(sentences(ours), sentences(theirs)) == []

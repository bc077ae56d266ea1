"""Cues: verb groups, what negation does to them, and what only looks like one."""

from __future__ import annotations

import pytest

from recoupe.annotate.attributions.cues import Cue, find_cues
from recoupe.annotate.attributions.lexicon import lexicon
from recoupe.annotate.attributions.tokens import Unit, units
from recoupe.lang import load
from tests.annotate.articles import article, who_said


def _cues(text: str, language: str) -> list[tuple[str, str]]:
    unit = units(article(text, language))[0]
    return [(_words(text, unit, cue), cue.stance) for cue in find_cues(unit.tokens, lexicon(load(language)))]


def _words(text: str, unit: Unit, cue: Cue) -> str:
    return text[unit.tokens[cue.wide].start : unit.tokens[cue.last - 1].end]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le maire a déclaré que la route était fermée.", [("a déclaré", "asserts")]),
        ("fr", "Le maire n'a pas confirmé la vente.", [("n'a pas confirmé", "declines_comment")]),
        ("fr", "Le maire n'a pas démenti la vente.", [("n'a pas démenti", "confirms")]),
        ("fr", "Le maire a refusé de commenter.", [("a refusé de commenter", "declines_comment")]),
        ("fr", "Le maire a fait savoir que la route était fermée.", [("a fait savoir", "asserts")]),
        ("fr", "Le maire s'est dit surpris.", [("s'est dit", "asserts")]),
        ("en", "The mayor has said that the road is closed.", [("has said", "asserts")]),
        ("en", "The mayor did not deny the sale.", [("did not deny", "confirms")]),
        ("en", "The mayor would not say why.", [("would not say", "declines_comment")]),
        ("en", "The mayor went on to say that the road was closed.", [("went on to say", "asserts")]),
    ],
)
def test_a_verb_group_is_one_cue(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert _cues(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une annonce de la mairie est attendue."),
        ("fr", "La demande de permis a été déposée."),
        ("en", "The report was long."),
        ("en", "A request for more funds was made."),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_no_cue(language: str, text: str) -> None:
    assert _cues(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire n'a pas écrit que la route était fermée."),  # nothing is said, and nothing is refused
        ("fr", "La balle est sur la table depuis lundi."),
        ("en", "The mayor did not announce that the road was closed."),
    ],
)
def test_a_verb_that_says_nothing_is_no_cue(language: str, text: str) -> None:
    assert _cues(text, language) == []


def test_a_negative_subject_does_not_negate_a_cue_inserted_behind_a_comma() -> None:
    text = "Aucun ouvrier ne se trouvait là, assure la mairie."
    assert ("assure", "asserts") in _cues(text, "fr")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The firm is denying the sale.", [("is denying", "denies")]),
        ("en", "The phone calls came at night.", []),
        ("en", "A Reuters camera caught the Leeds attack.", []),
        ("en", "Farmers claim that the river is poisoned.", [("claim", "asserts")]),
        ("de", "Das Werk hat die Zahlen bestätigt.", [("hat die Zahlen bestätigt", "confirms")]),
        (
            "de",
            "Der Wirt wollte sich zu den Zahlen nicht äußern.",
            [("wollte sich zu den Zahlen nicht äußern", "declines_comment")],
        ),
        ("de", "Der Wirt wollte sich zu den Zahlen äußern.", [("äußern", "asserts")]),
        ("de", "Der Wirt bestätigte die Zahlen nicht.", [("bestätigte", "declines_comment")]),
        ("ru", "Отвечать на вопросы он отказался.", [("Отвечать на вопросы он отказался", "declines_comment")]),
    ],
)
def test_a_verb_group_may_hold_other_words_or_a_noun_be_none(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _cues(text, language) == expected


def test_a_reflexive_pronoun_makes_another_verb() -> None:
    assert _cues("Le voisin s'appelle Jean Morel.", "fr") == []
    assert _cues("Le maire appelle au calme.", "fr") == [("appelle au", "asserts")]


def test_words_that_go_with_a_verb_may_stand_behind_an_insertion() -> None:
    text = "Un médecin parle, sous couvert d'anonymat, d'un retard."
    assert _cues(text, "fr") == [("parle, sous couvert d'anonymat, d'", "asserts")]


def test_a_noun_with_the_ending_of_adverbs_is_no_adverb() -> None:
    assert who_said("Le document recense trois fissures.", "fr") == [("document", "trois fissures")]

"""How far a cue of a sentence reaches beside others."""

from __future__ import annotations

from recoupe.annotate import annotate
from tests.annotate.articles import article


def _said(text: str, language: str) -> list[tuple[str, str]]:
    made = annotate(article(text, language)).attributions
    return [(a.source.name, text[a.content[0].start : a.content[-1].end]) for a in made]


def test_a_cue_that_closes_the_sentence_takes_all_before_it() -> None:
    text = "The mayor said on Friday that the bridge was closed, Reuters reported."
    assert _said(text, "en") == [
        ("Reuters", "The mayor said on Friday that the bridge was closed"),
        ("mayor", "the bridge was closed"),
    ]


def test_what_is_said_in_a_relative_clause_ends_with_it() -> None:
    text = "The company, which on Monday insisted that its train was slow, now says that it will wait."
    assert _said(text, "en") == [("company", "its train was slow"), ("company", "it will wait")]


def test_a_quotation_within_a_clause_does_not_part_it_from_the_medium_behind() -> None:
    text = "Le maire a prédit que le pont « ne passera pas l'hiver », affirme mardi Reuters."
    assert _said(text, "fr") == [
        ("Reuters", "Le maire a prédit que le pont « ne passera pas l'hiver »"),
        ("maire", "le pont « ne passera pas l'hiver »"),
    ]


def test_a_medium_that_names_its_source_before_its_cue_says_the_same() -> None:
    text = "Reuters, citing two pilots, said the runway was wet."
    assert _said(text, "en") == [("Reuters", "the runway was wet"), ("pilots", "the runway was wet")]


def test_an_inserted_cue_leaves_the_subject_to_the_cue_behind_it() -> None:
    text = "Редактор Анна Смирнова, как сообщает ТАСС, утверждает, что архив цел."
    assert _said(text, "ru")[1] == ("Анна Смирнова", "архив цел")

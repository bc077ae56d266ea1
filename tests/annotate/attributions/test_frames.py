"""Frames: where source and content stand, whatever the order of the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.model import Span
from tests.annotate.articles import article, who_said

Said = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Montag sagte der Minister, die Brücke sei sicher.", [("Minister", "die Brücke sei sicher")]),
        ("de", "Die Brücke sei sicher, sagte der Minister.", [("Minister", "Die Brücke sei sicher")]),
        ("nl", "Gisteren zei de minister dat de brug veilig is.", [("minister", "de brug veilig is")]),
        ("es", "Ayer dijo la ministra Ana Soler que el puente es seguro.", [("Ana Soler", "el puente es seguro")]),
        ("en", "Yesterday the minister said the bridge was safe.", [("minister", "the bridge was safe")]),
    ],
)
def test_the_subject_stands_on_either_side_of_its_verb(language: str, text: str, expected: Said) -> None:
    assert who_said(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Damm ist alt. Das bestätigte die Polizei.", [("Polizei", "Der Damm ist alt")]),
        ("it", "Il ponte è chiuso. Lo ha annunciato la procura.", [("procura", "Il ponte è chiuso")]),
        ("pl", "Most jest stary. Poinformowała o tym policja.", [("policja", "Most jest stary")]),
    ],
)
def test_a_word_for_what_was_said_points_to_the_sentence_before(language: str, text: str, expected: Said) -> None:
    assert who_said(text, language) == expected


def test_a_mood_of_hearsay_goes_on_with_the_speaker() -> None:
    text = "Anna Keller sagte, man habe gewarnt. Niemand sei gekommen. Der Damm ist alt."
    assert who_said(text, "de") == [("Anna Keller", "man habe gewarnt"), ("Anna Keller", "Niemand sei gekommen")]


def test_a_verb_without_subject_goes_on_with_the_speaker() -> None:
    text = "Anna Kowal powiedziała, że most jest stary. Dodała, że remont potrwa rok."
    assert who_said(text, "pl") == [("Anna Kowal", "most jest stary"), ("Anna Kowal", "remont potrwa rok")]


def test_a_relative_clause_is_not_what_is_said() -> None:
    assert who_said("Der Minister lobte die Firma, die den Damm gebaut hat.", "de") == [
        ("Minister", "die Firma, die den Damm gebaut hat")
    ]


def test_an_adverbial_is_not_what_is_said() -> None:
    assert who_said("En outre, a dit le maire, la digue est fragile.", "fr") == [
        ("maire", "En outre … la digue est fragile")
    ]
    assert who_said("En outre, dénonce le maire.", "fr") == []


def test_a_clause_of_the_article_is_not_what_is_said() -> None:
    text = "The bridge is old, the mayor said, while the council denied any delay."
    assert who_said(text, "en") == [("mayor", "The bridge is old"), ("council", "any delay")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The quay is safe,” Kate Ryder told Reuters in a short call from York.", "The quay is safe,"),
        ("“The quay is safe and dry,” Kate Ryder said in a note to the crew.", "The quay is safe and dry,"),
    ],
)
def test_behind_a_quotation_of_its_own_nothing_else_is_said(text: str, content: str) -> None:
    made = annotate(article(text, "en")).attributions
    assert [(a.source.name, [text[s.start : s.end] for s in a.content]) for a in made] == [("Kate Ryder", [content])]


def test_a_quotation_with_its_full_stop_inside_is_what_the_next_words_attribute() -> None:
    text = "“大门始终敞开。”外交部发言人王伟说。"
    made = annotate(replace(article(text, "zh"), sentences=(Span(0, 9), Span(9, len(text))))).attributions
    assert [(a.source.name, text[a.content[0].start : a.content[0].end]) for a in made] == [("王伟", "大门始终敞开。")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Marc Sorel, conseiller du roi, a eu des entretiens avec ses voisins, rapporte le journal.",
            [("journal", "Marc Sorel, conseiller du roi, a eu des entretiens avec ses voisins")],
        ),
        (
            "fr",
            "Le pont, 68 ans, avait été repeint en mai, explique la mairie.",
            [("mairie", "Le pont, 68 ans, avait été repeint en mai")],
        ),
    ],
)
def test_a_clause_before_an_insertion_is_what_is_said_though_commas_part_its_subject(
    language: str, text: str, expected: Said
) -> None:
    assert who_said(text, language) == expected


def test_what_is_said_goes_on_behind_a_colon() -> None:
    assert who_said("Faux, rétorque un voisin : la vanne était ouverte.", "fr") == [
        ("voisin", "Faux … la vanne était ouverte")
    ]


def test_nobody_is_no_source() -> None:
    assert who_said("Nobody answered the calls.", "en") == []
    assert who_said("The company answered no calls.", "en") == []
    assert [source for source, _ in who_said("The company did not answer calls.", "en")] == ["company"]


def test_a_complementiser_in_a_relative_clause_of_the_source_is_not_its_own() -> None:
    assert who_said("« La digue tient », raconte le patron d'un bar, qui demande qu'on taise son nom.", "fr") == [
        ("patron d'un bar", "La digue tient")
    ]


def test_a_relative_pronoun_behind_an_object_opens_no_content_clause() -> None:
    assert who_said("Le maire dénonce la loi que le parlement a votée.", "fr") == [
        ("maire", "la loi que le parlement a votée")
    ]


def test_a_participle_behind_a_single_comma_has_no_subject() -> None:
    text = "The clinic said the woman, admitted on Sunday with a fever, was scanned late."
    assert who_said(text, "en") == [("clinic", "the woman, admitted on Sunday with a fever, was scanned late")]

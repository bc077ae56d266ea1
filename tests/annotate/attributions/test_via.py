"""The media between the article and the source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.model import Publisher
from tests.annotate.articles import article


def _via(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(a.source.name, a.via) for a in annotate(article(text, language)).attributions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le pont est fermé », a dit Paul Masson à Reuters."),
        ("fr", "Le pont est fermé, a annoncé le maire, Paul Masson, au micro de Reuters."),
        ("fr", "« Le pont est fermé », a assuré Paul Masson, invité de Reuters."),
        ("fr", "Dans les colonnes de Reuters, Paul Masson dénonce plus de deux ans de retard."),
        ("en", "“The bridge is closed,” Paul Masson told Reuters."),
    ],
)
def test_whom_a_source_speaks_to_is_in_between(language: str, text: str) -> None:
    assert _via(text, language) == [("Paul Masson", ("Reuters",))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor said on Friday that the bridge was closed, Reuters reported."),
        ("en", "Reuters reported that the mayor said that the bridge was closed."),
        ("fr", "Le maire a assuré que le pont était fermé, a rapporté Reuters."),
    ],
)
def test_what_a_medium_says_that_others_say_came_through_it(language: str, text: str) -> None:
    found = dict(_via(text, language))
    assert found["Reuters"] == ()
    assert [via for name, via in found.items() if name != "Reuters"] == [("Reuters",)]


def test_the_publisher_is_never_in_between_by_its_short_name_either() -> None:
    own = replace(
        article("“The bridge is closed,” Paul Masson told The Ledger.", "en"),
        publisher=Publisher("The Northern Ledger", None, "masthead"),
    )
    assert [a.via for a in annotate(own).attributions] == [()]


def test_the_medium_goes_on_with_the_speaker_but_not_with_a_refusal() -> None:
    text = "“The bridge is closed,” Paul Masson told Reuters. “For good,” he added. He declined to say why."
    assert [via for _, via in _via(text, "en")] == [("Reuters",), ("Reuters",), ()]


def test_what_somebody_says_of_his_own_saying_is_part_of_what_he_says() -> None:
    assert _via("Mary Hollis said she would expect the bridge to fall.", "en") == [("Mary Hollis", ())]

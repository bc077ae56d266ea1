"""Quotations: pairing of marks of every kind, across paragraphs, and what is no quotation."""

from __future__ import annotations

import pytest

from recoupe.annotate.quotes import find_article_quotes, find_quotes
from recoupe.model import Article, Region


def _inner(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Elle a répondu : « Pas encore », avant de partir.", ["Pas encore"]),
        ("Elle a répondu : «\u00a0Pas encore\u00a0».", ["Pas encore"]),
        ("She said “not yet” and left.", ["not yet"]),
        ('She said "not yet" and "never".', ["not yet", "never"]),
        ("„Noch nicht“, sagte sie. „Nie“", ["Noch nicht", "Nie"]),
        ("»Noch nicht«, sagte sie.", ["Noch nicht"]),
        ("„Jeszcze nie”, powiedziała.", ["Jeszcze nie"]),
        ("”Inte än”, sade hon.", ["Inte än"]),
        ("»Ei vielä», hän sanoi.", ["Ei vielä"]),
        ("‚Nie‘, sagte sie.", ["Nie"]),
        ("‘Not yet,’ she said.", ["Not yet,"]),
        ("她说：「还没有」。", ["还没有"]),
        ("‹ Jamais › et ›niemals‹", ["Jamais", "niemals"]),
        ("<<Encore>> et ''ancora''", ["Encore", "ancora"]),
        ('" mot " et " autre "', ["mot", "autre"]),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "L’été d'hier n’était qu’un début.",
        "rock 'n' roll in the '90s",
        "the workers' union",
        'a 12" pipe',
        "«»",
        "5'10\" tall",
    ],
)
def test_apostrophes_and_inches_are_no_quotation(text: str) -> None:
    assert _inner(text) == []


def test_a_quotation_within_a_quotation_is_deeper() -> None:
    text = "« Il m’a dit : “oui”, puis « non ». »"
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotes(text)] == [
        ("Il m’a dit : “oui”, puis « non ».", 0),
        ("oui", 1),
        ("non", 1),
    ]


def test_a_plural_apostrophe_does_not_end_a_quotation() -> None:
    assert _inner("'The workers' union won,' she said.") == ["The workers' union won,"]


def test_a_repeated_opening_mark_continues_the_quotation() -> None:
    text = "“One thing.\n\n“Another thing.”\nThe end."
    assert [(text[q.inner_start : q.inner_end], q.continues) for q in find_quotes(text)] == [
        ("One thing.", True),
        ("Another thing.", False),
    ]


def test_a_quotation_may_end_in_the_next_paragraph() -> None:
    text = "« Un début.\nUne suite », dit-elle.\nFin."
    assert [(text[q.start : q.end], q.closed) for q in find_quotes(text)] == [
        ("« Un début.", True),
        ("Une suite »", True),
    ]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "Elle dit : « Un début sans fin.\nUn autre « mot » suit."
    assert [(text[q.start : q.end], q.closed) for q in find_quotes(text)] == [
        ("« Un début sans fin.", False),
        ("« mot »", True),
    ]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    text = "« Un début. Puis « une suite » et rien."
    assert [(text[q.start : q.end], q.closed) for q in find_quotes(text)] == [
        ("« Un début. Puis", False),
        ("« une suite »", True),
    ]


@pytest.mark.parametrize(
    "text", ['"' * 5001, "« " * 5000, "‘a' " * 5000, "“a\n" * 3000, "“‘" * 3000, "'" * 5000, "»«" * 3000]
)
def test_every_quotation_of_hostile_text_lies_within_it(text: str) -> None:
    for quote in find_quotes(text):
        assert 0 <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)


def test_quotations_do_not_run_from_the_headline_into_the_body() -> None:
    text = "“Unclosed\nSaid “closed” here\nand “more” there"
    regions = (Region(0, 9, "headline"), Region(10, 28, "body"), Region(29, len(text), "related"))
    article = Article(
        id="a", source="a.txt", captures=(), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language="en", language_confidence=None, published=None, agencies=(), text=text, regions=regions,
    )  # fmt: skip
    assert [text[q.start : q.end] for q in find_article_quotes(article)] == ["“Unclosed", "“closed”"]


def test_a_mark_before_a_comma_closes_even_behind_a_space() -> None:
    text = 'Er sagte: "Die Brücke ist zu ", und ging.'
    assert [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text)] == ["Die Brücke ist zu"]

"""The words that stand for a claim can be understood by themselves."""

from __future__ import annotations

from recoupe.crosscheck.claims.wording import words_for
from recoupe.model import Article, Region, Span, Statement


def words(sentence: str, clause: str) -> str:
    start = sentence.index(clause)
    article = Article(
        id="a", source="a", captures=("a",), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language="en", language_confidence=None, published=None, agencies=(), text=sentence,
        regions=(Region(0, len(sentence), "body"),), sentences=(Span(0, len(sentence)),),
    )  # fmt: skip
    span = words_for(article, Statement("s", start, start + len(clause), None, "asserted"))
    return sentence[span.start : span.end]


def test_a_clause_with_its_verb_stands_alone() -> None:
    sentence = "The old ferry was sold to a Danish fund, and nobody had asked the crew."
    assert words(sentence, "The old ferry was sold to a Danish fund") == "The old ferry was sold to a Danish fund"


def test_a_clause_without_a_verb_takes_its_sentence() -> None:
    sentence = "The third of the old ferries, long out of service, was sold."
    assert words(sentence, "The third of the old ferries") == sentence


def test_a_clause_that_opens_with_its_verb_takes_its_sentence() -> None:
    sentence = "The ferry left at dawn and has not been seen since by anybody on shore."
    assert words(sentence, "has not been seen since by anybody on shore") == sentence


def test_a_whole_sentence_keeps_off_its_full_stop() -> None:
    assert words("Two old ferries collided near the quay.", "Two old ferries collided near the quay")[-1] == "y"

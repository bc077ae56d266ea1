"""The words that stand for a claim can be understood by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.crosscheck.claims.wording import claim_words, wordings, words_for
from recoupe.crosscheck.records import StatementRef
from recoupe.model import Article, Attribution, Region, Source, Span, Statement


def article(id_: str, text: str, language: str = "en") -> Article:
    """An article of one sentence, all of which is one statement."""
    whole = Span(0, len(text))
    return Article(
        id=id_, source=id_, captures=(id_,), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language=language, language_confidence=None, published=None, agencies=(), text=text,
        regions=(Region(0, len(text), "body"),), sentences=(whole,),
        statements=(Statement(f"{id_}/s", 0, len(text), None, "asserted"),),
    )  # fmt: skip


def words(sentence: str, clause: str, language: str = "en") -> str:
    start = sentence.index(clause)
    end = start + len(clause)
    said = Attribution(
        "said",
        None,
        None,
        (Span(start, end),),
        "indirect",
        "asserts",
        Source("Ada Rowe", "person", None, None),
        (),
        "t",
    )
    told = replace(article("a", sentence, language), attributions=(said,))
    span = words_for(told, Statement("s", start, end, "said" if start else None, "asserted"))
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


def test_a_clause_about_she_takes_the_sentence_that_says_who() -> None:
    sentence = "Speaking on Monday, Ada Rowe said she had never seen the old ferry before."
    assert words(sentence, "she had never seen the old ferry before") == sentence


def test_a_clause_that_opens_with_an_unstressed_pronoun_and_its_verb_takes_its_sentence() -> None:
    sentence = "El puerto multa al patron y lo ha suspendido de forma inmediata."
    assert words(sentence, "lo ha suspendido de forma inmediata", "es") == sentence


def chosen(*sentences: str, taken: str = "", language: Sequence[str] = ()) -> str:
    """The words for a claim that has these sentences, each an article, one of which may stand for another claim."""
    codes = [*language, *["en"] * (len(sentences) - len(language))]
    articles = {
        f"a{n}": article(f"a{n}", text, code) for n, (text, code) in enumerate(zip(sentences, codes, strict=True))
    }
    refs = [StatementRef(a.id, a.statements[0]) for a in articles.values()]
    worded = {id_: place for a in articles.values() for id_, place in wordings(a).items()}
    marks = {a.id: bytearray([a.text == taken] * len(a.text)) for a in articles.values()}
    place = claim_words(refs, articles, worded, marks)
    assert any(marks[place.article])
    return articles[place.article].text[place.start : place.end]


def test_a_claim_is_told_in_the_language_of_the_story_even_where_the_words_stand_for_another() -> None:
    told = "Der alte Hafen von Elmstadt wurde am Montag geschlossen."
    other = "The old port of Elmstadt was closed on Monday."
    assert chosen(told, other, told, taken=told, language=("de", "en", "de")) == told


def test_words_that_stand_for_no_other_claim_come_first() -> None:
    one, two = "The old ferry of Elmstead was sold on Monday.", "The old Elmstead ferry was sold at last on Monday."
    assert chosen(one, two, taken=one) == two
    assert chosen(one, two, taken=two) == one


def test_a_statement_that_says_who_comes_before_one_that_says_it() -> None:
    assert chosen("It was sold to a Danish fund.", "The ferry was sold to a Danish fund.")[:3] == "The"


def test_a_question_and_half_a_quotation_come_last() -> None:
    plain = "The old ferry was sold to a Danish fund."
    half = "The old ferry was sold to a Danish fund\u201d, she said."
    assert chosen(half, plain) == plain


def test_copies_of_one_sentence_do_not_outvote_what_the_others_say() -> None:
    empty, full = "That was the hard part of it all.", "The ferry of Elmstead was sold for 40 pounds."
    assert chosen(empty, empty, empty, full, "The ferry of Elmstead was sold on Monday.") == full


def test_whose_something_is_must_be_said_first() -> None:
    assert chosen("Her old ferry was sold to a Danish fund.", "Rowe's ferry was sold to a fund.")[:4] == "Rowe"

"""Attributions: whose words are whose, and what holds whatever the language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.model import Article, Attribution, Publisher, Region
from tests.annotate.articles import article


def _only(text: str, language: str = "en") -> Attribution:
    made = annotate(article(text, language)).attributions
    assert len(made) == 1
    return made[0]


def test_spans_give_back_the_words() -> None:
    text = '"The road is closed to all traffic," said Mary Hollis.'
    made = _only(text)
    assert made.source_span is not None
    assert made.cue_span is not None
    assert text[made.source_span.start : made.source_span.end] == "Mary Hollis"
    assert text[made.cue_span.start : made.cue_span.end] == "said"


def test_a_quotation_that_follows_belongs_to_the_same_speaker() -> None:
    text = '"The road is closed to all traffic," said Mary Hollis. "It will not open before Monday."'
    first, second = annotate(article(text, "en")).attributions
    assert (first.source.name, second.source.name) == ("Mary Hollis", "Mary Hollis")
    assert second.cue_span is None


def test_a_quotation_in_another_paragraph_needs_a_speaker_of_its_own() -> None:
    text = "Mary Hollis said the road was closed.\nThe village is old.\nIt was founded in 1810.\n“A road to nowhere in the hills”, a book, tells its story."
    assert all(a.rule != "follow" for a in annotate(article(text, "en")).attributions)


def test_direct_indirect_and_mixed_speech_are_told_apart() -> None:
    assert _only('"The road is closed to all traffic," said Mary Hollis.').mode == "direct"
    assert _only("Mary Hollis said the road was closed.").mode == "indirect"
    assert _only('Mary Hollis said the road was "a death trap".').mode == "mixed"


def test_a_pronoun_names_the_last_speaker_of_its_gender() -> None:
    text = (
        "Mary Hollis said the road was closed. John Carver said the bridge was open. She said the tunnel would follow."
    )
    assert [a.source.name for a in annotate(article(text, "en")).attributions] == [
        "Mary Hollis",
        "John Carver",
        "Mary Hollis",
    ]


def test_the_words_of_a_resolved_source_are_kept() -> None:
    text = "Mary Hollis said the road was closed. She said the tunnel would follow."
    assert annotate(article(text, "en")).attributions[1].source.described_as == "She"


def test_the_newsroom_itself_is_the_publisher() -> None:
    base = article("Selon nos informations, le pont sera fermé mardi.", "fr")
    made = annotate(replace(base, publisher=Publisher("La Vigie", None, "given")))
    assert [(a.source.name, a.source.kind) for a in made.attributions] == [("La Vigie", "outlet")]


def test_a_headline_can_hold_an_attribution() -> None:
    text = "Pont fermé une semaine, selon la préfecture"
    made = annotate(replace(article(text, "fr"), regions=(Region(0, len(text), "headline"),)))
    assert [a.source.name for a in made.attributions] == ["préfecture"]
    assert made.statements == ()


def test_furniture_of_the_page_attributes_nothing() -> None:
    text = "Mary Hollis said the road was closed."
    made = annotate(replace(article(text, "en"), regions=(Region(0, len(text), "related"),), sentences=()))
    assert made.attributions == ()


def test_ids_are_distinct_and_in_the_order_of_the_text() -> None:
    text = "Mary Hollis said the road was closed. John Carver said the bridge was open."
    made = annotate(article(text, "en")).attributions
    assert len({a.id for a in made}) == len(made) == 2
    assert made[0].content[0].start < made[1].content[0].start


@pytest.mark.parametrize("language", ["und", "de", "ar", "zh", "hi"])
def test_a_language_without_a_file_attributes_nothing_and_does_not_fail(language: str) -> None:
    text = "„Die Brücke ist gesperrt“, sagte Anna Berg. الجسر مغلق. 大桥已关闭。 पुल बंद है। 🚧"
    made = annotate(article(text, language))
    assert all(a.content for a in made.attributions)


HOSTILE = [
    "a" * 10_000,
    "said " * 2_000,
    '"' * 3_000,
    "« dit-il, » " * 500,
    "selon selon " * 1_000,
    ", a dit que " * 800,
    "M. " * 2_000,
    "Mary Hollis said that " * 600,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_text_is_read_in_full(text: str, language: str) -> None:
    made: Article = annotate(article(text, language))
    assert all(0 <= s.start < s.end <= len(text) for a in made.attributions for s in a.content)


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("fr", "« Aucun camion n'est entré dans le port », déclare Marie Delorme.", "denies"),
        ("fr", "Marie Delorme assure que le port n'a pas été fermé.", "denies"),
        ("fr", "Marie Delorme explique que le port n'a pas été fermé.", "asserts"),
        ("fr", "« Nous nous sommes trompés », déclare Marie Delorme.", "confirms"),
        ("en", "“There were no trucks in the port that night,” said Mary Hollis.", "denies"),
        ("en", "Mary Hollis maintains that the port was never closed.", "denies"),
        ("en", "Mary Hollis explained that the port was never closed.", "asserts"),
    ],
)
def test_what_is_said_can_tell_the_stance(language: str, text: str, stance: str) -> None:
    assert _only(text, language).stance == stance


def test_the_first_words_that_tell_a_stance_decide() -> None:
    assert _only('"It is a scandal. The report is false," said Anna Moss.').stance == "accuses"
    assert _only('"The report is false. It is a scandal," said Anna Moss.').stance == "denies"


def test_a_question_that_is_quoted_questions() -> None:
    assert _only('"Who signed the order?" said Anna Moss.').stance == "questions"
    assert _only("Anna Moss said who signed the order.").stance == "asserts"


def test_an_unknown_noun_with_an_indefinite_article_is_an_unnamed_speaker() -> None:
    made = _only('"The bell rang," said a glazier.')
    assert (made.source.name, made.source.kind) == ("glazier", "anonymous")


def test_a_preposition_with_no_source_behind_it_attributes_nothing() -> None:
    text = "L'écart s'avère immense selon que l'on est pour ou contre le mouvement."
    assert annotate(article(text, "fr")).attributions == ()


def test_a_medium_that_cannot_confirm_refuses_nothing() -> None:
    assert annotate(article("Reuters could not confirm the report.", "en")).attributions == ()
    assert _only("The mayor could not confirm the report.").stance == "declines_comment"

"""Sentences: regions, line ends, quotations, other scripts, hostile text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.annotate.sentences import find_sentences, split_sentences
from recoupe.lang import load
from recoupe.model import Article, Region


def _split(text: str, code: str = "und") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, load(code))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：“好的。我们走吧！”然后离开。没有。", ["他说：“好的。", "我们走吧！”", "然后离开。", "没有。"]),
        ("ماذا قال؟ لم يقل شيئا. ثم ذهب.", ["ماذا قال؟", "لم يقل شيئا.", "ثم ذهب."]),
        ("वह गया। फिर आया।", ["वह गया।", "फिर आया।"]),
        ("¿Qué pasó? Nadie lo sabe.", ["¿Qué pasó?", "Nadie lo sabe."]),
        ("»Ja.« Er ging. „Nein.“", ["»Ja.«", "Er ging.", "„Nein.“"]),
    ],
)
def test_sentences_end_where_the_script_says(text: str, sentences: list[str]) -> None:
    assert [part.strip() for part in _split(text)] == sentences


def test_a_short_quotation_inside_a_sentence_is_not_divided() -> None:
    assert _split("She cried “Stop! Now!” and ran.") == ["She cried “Stop! Now!” and ran."]


def test_marks_stay_with_their_sentence() -> None:
    assert _split("« C’est fini ! » Elle rit.") == ["« C’est fini ! »", "Elle rit."]


def test_a_wrapped_line_goes_on() -> None:
    text = "A line that was cut by a mail program in the middle of\nits sentence ends here.\nAnother one\nfollows"
    assert _split(text) == [text[:78], "Another one", "follows"]


def test_a_number_at_the_start_of_a_line_counts_it() -> None:
    assert _split("1. Open the door.\n2. Leave.") == ["1. Open the door.", "2. Leave."]


def test_only_what_journalists_wrote_has_sentences() -> None:
    text = "The headline\nBy Ann Onym\nOne thing. Another.\nRead also: this."
    regions = (Region(0, 12, "headline"), Region(13, 24, "byline"), Region(25, 44, "body"), Region(45, 61, "related"))
    article = Article(
        id="a", source="a.txt", captures=(), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language="en", language_confidence=None, published=None, agencies=(), text=text, regions=regions,
    )  # fmt: skip
    found = [text[span.start : span.end] for span in find_sentences(article, load("en"))]
    assert found == ["The headline", "One thing.", "Another."]


@pytest.mark.parametrize(
    "text", ["a" * 9000, "A. " * 3000, "! " * 3000, '"A. ' * 3000, "(a. " * 3000, "." * 9000, ". »" * 3000]
)
def test_sentences_of_hostile_text_are_in_order(text: str) -> None:
    spans = split_sentences(text, load("fr"))
    assert all(left.end <= right.start for left, right in pairwise(spans))

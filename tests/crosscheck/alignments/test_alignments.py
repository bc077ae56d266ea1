"""Passages that articles share word by word."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.alignments import MOST_PARTNERS, align
from recoupe.model import Alignment, Article
from tests.crosscheck.dispatch import COPY, CUT, DISPATCH, INDEPENDENT, TRANSLATION
from tests.group.told import told


def passages(*articles: Article) -> list[tuple[str, str, str]]:
    """Kind and the words of both sides of each alignment, the side of the smaller id first."""
    by_id = {article.id: article.text for article in articles}
    return [
        (found.kind, by_id[found.left.article][found.left.start : found.left.end],
         by_id[found.right.article][found.right.start : found.right.end])
        for found in align(articles)
    ]  # fmt: skip


def a_pair(left: str, right: str) -> list[tuple[str, str, str]]:
    return passages(told("a", left), told("b", right))


def test_a_sentence_taken_over_is_verbatim_to_the_letter() -> None:
    said = "Divers found a tear of two metres in the hull of the ship"
    assert a_pair(f"On Monday it was over. {said}.", f"{said}, and more.") == [("verbatim", said, said)]


def test_case_and_quotation_marks_make_no_difference() -> None:
    left, right = (
        "The crew of the « Sigrun » left the ship before dawn",
        'the crew of the "Sigrun" left the ship before dawn',
    )
    assert [kind for kind, _, _ in a_pair(left, right)] == ["verbatim"]


def test_a_passage_with_a_changed_word_is_one_edited_passage() -> None:
    left = "The owner promised to pay for the cleaning of eleven beaches that had been soiled by the evening"
    right = left.replace("eleven", "all")
    assert a_pair(left, right) == [("edited", left, right)]


@pytest.mark.parametrize("phrase", ["the mayor of the old town", "was taken to hospital on Monday morning"])
def test_a_set_phrase_is_no_passage(phrase: str) -> None:
    assert a_pair(f"Yesterday {phrase} with a cold.", f"They say {phrase} after lunch.") == []


def test_five_quoted_words_are_a_passage() -> None:
    said = "you never warned us once"
    assert len(a_pair(f'He cried: "{said}" and left.', f'"{said}", he was heard to say.')) == 1
    assert a_pair(f"He cried that {said} and left.", f"That {said}, he was heard to say.") == []


def test_a_passage_never_runs_over_a_line_that_is_no_body() -> None:
    text = "The port was closed after oil leaked from a ship\n-- Read also: beaches\nand eleven beaches were soiled by the evening tide"
    assert all("Read also" not in left for _, left, _ in a_pair(text, text))


def test_related_lines_and_captions_do_not_count() -> None:
    line = "The river port of Halvern was closed for good on Monday morning"
    assert a_pair(f"Something else.\n-- {line}", f"[] {line}\nAnother thing.") == []


def test_a_script_without_spaces_is_aligned_too() -> None:
    same = "渔业部一名官员表示双方仅进行了正常的技术磋商没有签署任何协议"
    found = passages(told("a", f"昨天。{same}。", language="zh"), told("b", f"{same}，他说。", language="zh"))
    assert [kind for kind, _, _ in found] == ["verbatim"]


def test_translated_sentences_are_laid_side_by_side() -> None:
    found = [alignment for alignment in align([DISPATCH, TRANSLATION]) if alignment.kind == "translated"]
    pairs = {(DISPATCH.text[a.left.start :][:9], TRANSLATION.text[a.right.start :][:9]) for a in found}
    assert {
        ("The river", "Le port f"),
        ("Divers fo", "Des plong"),
        ("The owner", "Le propri"),
        ("Fishermen", "Des pêche"),
    } <= pairs


def test_independent_reports_in_two_languages_share_no_sentence() -> None:
    assert [a for a in align([INDEPENDENT, TRANSLATION]) if a.kind == "translated"] == []


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles: list[Article] = [DISPATCH, COPY, CUT, TRANSLATION, INDEPENDENT]
    found: tuple[Alignment, ...] = align(articles)
    assert found == align(articles[::-1])


def test_a_text_that_repeats_one_line_ends_in_time() -> None:
    line = "the same line of words again and again without any end\n"
    assert len(a_pair(line * 300, line * 300)) <= 300


def test_in_a_story_from_one_template_each_article_is_laid_beside_few() -> None:
    line = (
        "In commune {} the list of the mayor came first with {} percent of the votes cast, said the prefecture of Varn."
    )
    articles = [told(f"a{n:03}", line.format(n, n % 9 + 30)) for n in range(90)]
    pairs = {(found.left.article, found.right.article) for found in align(articles)}
    assert 90 <= len(pairs) <= 90 * MOST_PARTNERS
    assert len(pairs) < 90 * 89 / 2

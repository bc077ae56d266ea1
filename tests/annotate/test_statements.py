"""Statements: the clauses that state something, whose they are, and how sure."""

from __future__ import annotations

from itertools import pairwise

from recoupe.annotate import annotate
from recoupe.model import Article
from tests.annotate.articles import article


def _texts(made: Article) -> list[str]:
    return [made.text[s.start : s.end] for s in made.statements]


def test_statements_follow_each_other_without_overlap() -> None:
    text = "The road was closed on Monday, but the bridge stayed open. “It is safe for everyone,” said Mary Hollis. Two trucks had to turn back."
    made = annotate(article(text, "en")).statements
    assert all(left.end <= right.start for left, right in pairwise(made))


def test_a_statement_points_to_its_attribution() -> None:
    made = annotate(article("Mary Hollis said the road was closed.", "en"))
    assert _texts(made) == ["the road was closed"]
    assert made.statements[0].attribution == made.attributions[0].id


def test_what_nobody_says_is_the_articles_own() -> None:
    made = annotate(article("The road was closed on Monday.", "en"))
    assert [s.attribution for s in made.statements] == [None]


def test_a_denial_is_one_statement_with_its_source_and_cue() -> None:
    made = annotate(article("The company denied any wrongdoing.", "en"))
    assert _texts(made) == ["The company denied any wrongdoing"]
    assert made.statements[0].certainty == "denied"


def test_who_speaks_is_no_statement() -> None:
    made = annotate(article("“The road is closed to all traffic,” said Mary Hollis, the head of the port.", "en"))
    assert _texts(made) == ["The road is closed to all traffic,"]


def test_a_quotation_of_several_sentences_gives_several_statements() -> None:
    made = annotate(article("« La route est fermée. Le pont reste ouvert. », dit Anne Ravel.", "fr"))
    assert len(made.statements) == 2


def test_two_words_state_nothing() -> None:
    made = annotate(article("The bridge was closed on Monday after the storm.\nPicture: archive", "en"))
    assert _texts(made) == ["The bridge was closed on Monday after the storm"]


def test_time_and_place_behind_a_comma_belong_to_the_clause_before() -> None:
    made = annotate(article("Le pont a été fermé lundi, sans incident notable.", "fr"))
    assert _texts(made) == ["Le pont a été fermé lundi, sans incident notable"]


def test_a_clause_with_its_own_verb_behind_a_comma_stands_alone() -> None:
    made = annotate(article("Le pont a été fermé lundi, mais la route est restée ouverte.", "fr"))
    assert len(made.statements) == 2


def test_a_relative_clause_about_who_speaks_is_a_statement() -> None:
    made = annotate(article("“The road is closed,” said the port, which sold its last crane in March.", "en"))
    assert "which sold its last crane in March" in _texts(made)


def test_the_title_of_who_speaks_is_no_statement() -> None:
    made = annotate(article("“The road is closed to all,” said Mary Hollis, the long-serving head of the port.", "en"))
    assert _texts(made) == ["The road is closed to all,"]

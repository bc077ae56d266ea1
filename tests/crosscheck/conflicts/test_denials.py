"""Denials and what they deny, in one article and across articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.model import Article
from tests.crosscheck.conflicts.test_answers import quarrels
from tests.crosscheck.story_factory import a_claim, an_article, known, says

SAID = "Fire at Brackwater\n\nAda Rowe said that the exits of the hall had been locked."


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ('Northgas denies. "All doors were open," said Jon Pike.', True),
        ('Northgas gives a different account. "All doors were open," said Jon Pike.', True),
        ("Northgas denied any wrongdoing.", True),
        ('The lake is deep. "All doors were open," said Jon Pike.', False),
    ],
    ids=["bare", "rebuttal", "vague", "beside"],
)
def test_a_short_denial_stands_for_what_is_quoted_behind_it(tmp_path: Path, text: str, *, answered: bool) -> None:
    assert any("Ada Rowe" in sides for sides in quarrels(tmp_path, f"{SAID} {text}")) is answered


@pytest.mark.parametrize(
    ("text", "set_against"),
    [
        ("But according to Ada Rowe, the pipe had cracked in March.", True),
        ("According to Ada Rowe, the pipe had cracked in March.", False),
    ],
    ids=["but", "plain"],
)
def test_the_sentence_behind_a_denial_can_be_set_against_it(tmp_path: Path, text: str, *, set_against: bool) -> None:
    denied = f"Leak at Brackwater\n\nJon Pike denied any leak at the plant. {text}"
    assert (quarrels(tmp_path, denied) == {("Ada Rowe", "Jon Pike")}) is set_against


def stances(*articles: Article) -> int:
    claims = [a_claim(f"c{article.id}", article) for article in articles]
    found = find_conflicts(articles, claims, known(articles=articles), ())
    return len([conflict for conflict in found if conflict.kind == "stance"])


def test_a_denial_meets_what_it_denies_in_another_article() -> None:
    denied = says(an_article("a"), "Nobody ever planned to close the quarry", "Jon Pike", stance="denies")
    said = says(an_article("b"), "The board planned to close the quarry in autumn", "Ada Rowe")
    other = says(an_article("c"), "The board planned a party for the children", "Ada Rowe")
    assert stances(denied, said) == 1
    assert stances(denied, other) == 0


def test_a_policy_that_nobody_denies_is_no_quarrel() -> None:
    one = says(an_article("a"), "The quarry will not be closed by the board", "Jon Pike")
    two = says(an_article("b"), "The board wants to close the quarry", "Ada Rowe")
    assert stances(one, two) == 0

"""Why a finding stands, down to the words."""

from __future__ import annotations

import pytest

from recoupe.errors import UsageError
from recoupe.write.reasons import why
from recoupe.write.texts import texts

from .factories import REPORT

EN = texts("en")


def told(asked: str) -> str:
    return "\n".join(why(REPORT, asked, EN))


def test_a_claim_is_told_down_to_the_words_of_its_origins() -> None:
    lines = told("c1")
    assert "disputed, 1 independent origin (between 1 and 2)" in lines
    assert "denied by Gilles Ostermeyer" in lines
    assert "cites: names Le Courrier de la Nied (90%)" in lines
    assert "ont quitté" in lines


def test_a_conflict_names_each_side_with_its_words() -> None:
    lines = told("k1")
    assert "34 t: Le Courrier de la Nied" in lines
    assert "43 tonnes de batteries auraient quitté" in lines


def test_an_article_tells_where_its_text_comes_from() -> None:
    assert "Lorraine Flash rests on Le Courrier de la Nied: rewrite, not credited" in told("flash")


def test_a_name_will_do_for_an_id() -> None:
    assert told("brandmayer") == told("e2")


def test_words_of_a_claim_will_do_for_an_id() -> None:
    assert told("livrées à dillweiler") == told("c2")


def test_the_beginning_of_an_id_will_do() -> None:
    assert told("story") == told("story-1")


def test_an_id_that_could_mean_two_findings_is_an_error_that_lists_them() -> None:
    with pytest.raises(UsageError, match=r"2 findings(.|\n)*k1(.|\n)*k2"):
        told("k")


def test_an_id_that_nothing_has_is_an_error_that_says_it() -> None:
    with pytest.raises(UsageError, match="'no such thing'"):
        told("no such thing")

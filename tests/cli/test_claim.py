"""`recoupe claim` as a user meets it, on the sample pile."""

from __future__ import annotations

import pytest

from recoupe.cli import main
from recoupe.sample import path


def asked(sentence: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["claim", sentence, str(path()), "--ui", "en"]) == 0
    return capsys.readouterr().out


def test_who_says_it_is_told_with_the_words_and_the_origins(capsys: pytest.CaptureFixture[str]) -> None:
    told = asked("34 tonnes de batteries ont disparu du site de Batreva.", capsys)
    first = told.splitlines()[1]
    assert "of 8 articles, 2 independent origins" in first
    assert "rapport d'inspection and Hélène Castagnier (disputed)" in first
    assert "Le Courrier de la Nied (stated): Trente-quatre tonnes de batteries" in told


def test_who_gives_another_number_or_denies_it_stands_against_it(capsys: pytest.CaptureFixture[str]) -> None:
    against = asked("34 tonnes de batteries ont disparu du site de Batreva.", capsys).split("Against it", 1)[1]
    assert "LORRAINE FLASH, 43 t: 43 tonnes" in against
    assert "Batreva: « Aucune batterie n'a disparu de notre site. »" in against


def test_an_article_that_gives_another_number_does_not_say_it(capsys: pytest.CaptureFixture[str]) -> None:
    saying = asked("43 tonnes of batteries have disappeared from the site of Batreva.", capsys).split("Against it")[0]
    assert "LORRAINE FLASH (hedged): 43 tonnes" in saying
    assert "34" not in saying
    assert "Thirty-four" not in saying


def test_what_nobody_says_is_said_by_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("The mayor resigned.", capsys) == "No article says this, and none contradicts it.\n"


def test_a_claim_without_a_word_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claim", "?!", str(path())]) == 2
    assert "'?!'" in capsys.readouterr().err

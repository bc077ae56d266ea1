"""Values in the reader's words."""

from __future__ import annotations

import pytest

from recoupe.model import BriefSentence
from recoupe.write.texts import texts
from recoupe.write.wording import brief_sentence, direction, language_name, moment, one_line, share


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2026-04-14", "Apr 14, 2026", "14 avr. 2026"),
        ("2026-04-14T06:05", "Apr 14, 2026, 06:05", "14 avr. 2026, 06:05"),
        ("2026-04-14T06:05:00+02:00", "Apr 14, 2026, 06:05", "14 avr. 2026, 06:05"),
        ("2025-10", "October 2025", "octobre 2025"),
        ("2025-10/2026-02", "October 2025 – February 2026", "octobre 2025 – février 2026"),
        ("2026-W15", "2026-W15", "2026-W15"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
    ],
)
def test_times_are_worded(value: str, english: str, french: str) -> None:
    assert (moment(value, texts("en")), moment(value, texts("fr"))) == (english, french)


def test_shares_are_percentages() -> None:
    assert share(0.614, texts("en")) == "61%"
    assert share(0.614, texts("fr")).split() == ["61", "%"]


@pytest.mark.parametrize(("code", "name"), [("de", "allemand"), ("pt-BR", "portugais"), ("xx", "xx"), ("", "")])
def test_languages_are_named(code: str, name: str) -> None:
    assert language_name(code, "fr") == name


@pytest.mark.parametrize(
    ("code", "expected"), [("fr", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("und", "auto"), ("", "auto")]
)
def test_a_language_has_a_direction(code: str, expected: str) -> None:
    assert direction(code) == expected


def test_control_characters_do_not_reach_the_reader() -> None:
    assert one_line(" a\x1b[0m\n b\x00\u202ec ") == "a [0m b c"


@pytest.mark.parametrize(
    ("alone", "language", "expected"),
    [
        (None, "en", "The mayor resigned."),
        ("Norpress", "en", "According to Norpress alone: The mayor resigned."),
        ("Norpress", "fr", "D\u2019apr\u00e8s une seule origine, Norpress : The mayor resigned."),
    ],
)
def test_a_sentence_of_the_brief_names_the_one_origin_that_it_does_not_name(
    alone: str | None, language: str, expected: str
) -> None:
    assert brief_sentence(BriefSentence("The mayor resigned.", (), alone), texts(language)) == expected

"""What each word of an article can be known by."""

from __future__ import annotations

import pytest

from recoupe.group.countries import find_countries
from recoupe.group.told import anchors, number_key, tell
from recoupe.text.keys import loose_key
from recoupe.text.words import words

from .pile import FERRY_FR, FERRY_RU
from .told import told


def keys(text: str, language: str = "en") -> set[str]:
    return {anchor.key for anchor in anchors(told("x", text, language=language))}


def test_names_of_two_scripts_have_one_key() -> None:
    shared = {a.key for a in anchors(FERRY_FR)} & {a.key for a in anchors(FERRY_RU)}
    assert {f"&{loose_key('Marwick')}", f"&{loose_key('Torven')}", "#214", "#37"} <= shared


def test_anchors_stand_where_they_say() -> None:
    article = told("x", "The ferry reached Torven with 214 people.")
    found = {article.text[a.start : a.end] for a in anchors(article) if a.key[0] in "&#"}
    assert found == {"Torven", "214"}


@pytest.mark.parametrize(
    ("raw", "key"),
    [("1 140", "1140"), ("1,140", "1140"), ("1.140", "1140"), ("3,4", "3.4"), ("3.4", "3.4"), ("1,234,567", "1234567")],
)
def test_a_number_is_one_in_every_notation(raw: str, key: str) -> None:
    assert number_key(raw) == key


def test_captions_and_related_lines_are_no_part_of_the_story() -> None:
    article = told("x", "The ferry sank.\n[] The port of Brannock in 2019\n-- Read also: Marwick resigns")
    assert not {f"&{loose_key(name)}" for name in ("Brannock", "Marwick")} & {a.key for a in anchors(article)}


def test_a_word_that_opens_a_sentence_is_no_name_for_its_capital() -> None:
    assert f"&{loose_key('Promptly')}" not in keys("Promptly the ferry sank.")
    assert f"&{loose_key('Promptly')}" in keys("The ferry Promptly sank.")


def test_an_acronym_is_kept_as_it_is() -> None:
    assert "&tar" in keys("The line is run by TAR since May.")


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("la pêche mauritanienne", "fr", "MR"),
        ("Mauritania has agreed", "en", "MR"),
        ("в Мавритании", "ru", "MR"),
        ("毛里塔尼亚渔业部", "zh", "MR"),
        ("la Corée du Nord", "fr", "KP"),
        ("le franchir", "fr", None),
    ],
)
def test_a_country_is_found_in_its_language_and_with_its_endings(text: str, language: str, code: str | None) -> None:
    assert [found for _, found in find_countries(text, words(text), language)] == ([code] if code else [])


def test_a_word_of_ten_thousand_letters_has_a_short_key() -> None:
    assert all(len(key) < 100 for key in keys("Then came " + "Ab" * 5000))


def test_every_word_has_its_keys_and_its_stem() -> None:
    found = tell(told("x", "The engines failed off Torven."))
    assert len(found.words) == len(found.keys) == len(found.stems) == found.breaks[-1]
    assert found.stems[1] == "%en:engin"
    assert not found.stems[0]


def test_a_word_in_capitals_is_a_name_even_where_it_opens_a_sentence() -> None:
    assert "&tar" in keys("TAR runs the line.")

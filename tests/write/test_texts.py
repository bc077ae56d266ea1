"""The catalogues: the same keys and places to fill in every language, a text for every value that a report can hold."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import get_args

import pytest

from recoupe import model
from recoupe.write.texts import enumeration, labelled, languages, phrase, texts

VALUES = {
    "reason": model.RejectReason,
    "region": model.RegionKind,
    "status": model.Status,
    "certainty": model.Certainty,
    "stance": model.Stance,
    "entity": model.NameKind,
    "derivation": model.Derivation.__dataclass_fields__["kind"].type,
    "conflict": model.Conflict.__dataclass_fields__["kind"].type,
    "origin": model.Origin.__dataclass_fields__["kind"].type,
    "explained": model.Conflict.__dataclass_fields__["explained"].type,
    "evidence": model.Published.__dataclass_fields__["evidence"].type,
}


def literals(kind: object) -> list[str]:
    found = eval(kind, vars(model)) if isinstance(kind, str) else kind
    return [value for one in get_args(found) for value in (get_args(one) or (one,)) if isinstance(value, str)]


def fields(text: str | Mapping[str, str]) -> set[str]:
    forms = [text] if isinstance(text, str) else list(text.values())
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_english_and_french_are_there() -> None:
    assert {"en", "fr"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_catalogue_has_the_same_keys(language: str) -> None:
    assert texts(language).phrases.keys() == texts("en").phrases.keys()


@pytest.mark.parametrize("language", languages())
def test_every_catalogue_fills_in_the_same_values(language: str) -> None:
    english = texts("en").phrases
    assert {key: fields(text) for key, text in texts(language).phrases.items()} == {
        k: fields(t) for k, t in english.items()
    }


@pytest.mark.parametrize("language", languages())
def test_a_text_that_counts_has_a_form_for_the_rest(language: str) -> None:
    assert all("other" in text for text in texts(language).phrases.values() if not isinstance(text, str))


@pytest.mark.parametrize("section", VALUES)
def test_every_value_of_the_model_has_a_text(section: str) -> None:
    values = literals(VALUES[section])
    assert values
    assert not [value for value in values if f"{section}.{value}" not in texts("en").phrases]


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        ("fr", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("fr-CA", "fr"),
        ("EN", "en"),
        ("C", "en"),
        ("", "en"),
        ("../x", "en"),
        ("tlh", "en"),
    ],
)
def test_the_language_of_the_user_is_found_or_english(asked: str, got: str) -> None:
    assert texts(asked).language == got


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 2, "2 articles"),
        ("fr", 0, "0 article"),
        ("fr", 2, "2 articles"),
    ],
)
def test_plurals_follow_the_language(language: str, n: int, expected: str) -> None:
    assert phrase(texts(language), "report.articles", n=n) == expected


def test_a_list_is_joined_as_the_language_joins_it() -> None:
    assert enumeration(texts("fr"), ["a", "b", "c"]) == "a, b et c"
    assert enumeration(texts("en"), ["a", "b"]) == "a and b"


def test_a_long_list_counts_the_rest() -> None:
    assert enumeration(texts("en"), ["a", "b", "c", "d"], most=2) == "a, b, and 2 more"


def test_a_colon_is_set_as_the_language_sets_it() -> None:
    assert labelled(texts("fr"), "Nombre", "3") == "Nombre : 3"


@pytest.mark.parametrize(("language", "word"), [("en", "true"), ("fr", "vrai")])
def test_no_standing_of_a_claim_is_called_true(language: str, word: str) -> None:
    standings = [str(text) for key, text in texts(language).phrases.items() if key.startswith("status.")]
    assert standings
    assert not [text for text in standings if word in text]

"""Language files load over `und.toml`, and a broken one says where."""

from __future__ import annotations

import pytest

from recoupe.errors import LanguageDataError
from recoupe.lang import codes, digest, examples, function_words, load
from recoupe.lang.load import language_from


@pytest.mark.parametrize("code", codes())
def test_every_language_file_loads_and_carries_examples(code: str) -> None:
    language = load(code)
    assert language.code == code
    assert language.name
    assert examples(code)


def test_a_file_without_examples_has_none() -> None:
    assert examples("und") == ()


def test_a_region_of_a_language_is_the_language() -> None:
    assert load("fr-CA").name == load("fr").name


def test_a_language_without_a_file_runs_on_what_holds_for_all() -> None:
    assert load("sw").code == "sw"
    assert load("sw").words.stop == load("und").words.stop


def test_a_misspelt_key_is_an_error_that_names_file_and_key() -> None:
    with pytest.raises(LanguageDataError, match=r"lang/data/xx\.toml.*`stpo`"):
        language_from({"name": "X", "words": {"stpo": ["a"]}}, "xx")


def test_the_digest_is_stable() -> None:
    assert digest() == digest()
    assert len(digest()) == 16


@pytest.mark.parametrize("code", codes())
def test_function_words_are_those_of_the_whole_file(code: str) -> None:
    assert set(function_words()[code]) <= set(load(code).words.stop)
    assert len(function_words()[code]) >= 50

"""The examples of the language files for words that reject a value, rebut a speaker, or set a sentence against another."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.conflicts.answers import opposes, rebuts
from recoupe.crosscheck.conflicts.corrections import rejects
from recoupe.lang import Example, codes, examples, load

CASES = {
    layer: [
        pytest.param(code, e, id=f"{code}-{e.text}") for code in codes() for e in examples(code) if e.layer == layer
    ]
    for layer in ("rejections", "rebuttals", "adversatives")
}


@pytest.mark.parametrize(("code", "example"), CASES["rejections"])
def test_a_value_is_rejected_for_another(code: str, example: Example) -> None:
    before = example.text[: example.text.index(str(example.expect))]
    assert rejects(before, load(code))
    assert not rejects(example.text[: len(before) // 3], load(code))


@pytest.mark.parametrize(("code", "example"), CASES["rebuttals"])
def test_somebody_contradicts_what_was_said(code: str, example: Example) -> None:
    assert rebuts(example.text, load(code)) is example.expect


@pytest.mark.parametrize(("code", "example"), CASES["adversatives"])
def test_a_sentence_is_set_against_the_one_before(code: str, example: Example) -> None:
    assert opposes(example.text, load(code)) is example.expect
    others = (e.text for e in examples(code) if e.layer == "rejections")
    assert not any(opposes(text, load(code)) for text in others)

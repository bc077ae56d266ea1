"""Every language's own examples for sentences: `expect` lists them."""

from __future__ import annotations

import pytest

from recoupe.annotate.sentences import split_sentences
from recoupe.lang import codes, examples, load
from recoupe.lang.schema import Example

CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in codes()
    for number, example in enumerate(e for e in examples(code) if e.layer == "sentences")
]


@pytest.mark.parametrize(("code", "example"), CASES)
def test_the_sentences_of_an_example_are_found(code: str, example: Example) -> None:
    spans = split_sentences(example.text, load(code))
    assert [example.text[span.start : span.end] for span in spans] == list(example.expect), example.note

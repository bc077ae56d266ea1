"""The examples for times in every language file: `expect` lists all times of the text, as [words, value]."""

from __future__ import annotations

import pytest

from recoupe.annotate.times import find_times
from recoupe.lang import codes, examples, load
from recoupe.lang.schema import Example
from tests.annotate.articles import article

CASES = [(code, example) for code in codes() for example in examples(code) if example.layer == "times"]


@pytest.mark.parametrize(
    ("code", "example"), CASES, ids=lambda value: value.text if isinstance(value, Example) else value
)
def test_example(code: str, example: Example) -> None:
    made = article(example.text, code, example.reference)
    found = [[made.text[t.start : t.end], t.value or ""] for t in find_times(made, load(code))]
    assert found == example.expect

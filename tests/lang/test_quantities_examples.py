"""The examples for quantities in every language file: `expect` lists all of the text, as [words, value, unit, of, modifier]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate.quantities import find_quantities
from recoupe.annotate.times import find_times
from recoupe.lang import codes, examples, load
from recoupe.lang.schema import Example
from recoupe.model import Article, Quantity
from tests.annotate.articles import article

CASES = [(code, example) for code in codes() for example in examples(code) if example.layer == "quantities"]


@pytest.mark.parametrize(
    ("code", "example"), CASES, ids=lambda value: value.text if isinstance(value, Example) else value
)
def test_example(code: str, example: Example) -> None:
    made = article(example.text, code, example.reference)
    made = replace(made, times=find_times(made, load(code)))
    assert [_row(made, q) for q in find_quantities(made, load(code))] == example.expect


def _row(made: Article, q: Quantity) -> list[object]:
    value = list(q.value) if isinstance(q.value, tuple) else q.value
    return [made.text[q.start : q.end], value, q.unit or "", q.of or "", q.modifier]

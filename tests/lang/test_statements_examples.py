"""Each language file's examples for `statements`: the clauses of a text that state something, in order."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from recoupe.lang import codes, examples
from recoupe.lang.schema import Example
from tests.annotate.articles import article as make_article

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "statements"]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}-{i}" for i, (code, _) in enumerate(EXAMPLES)])
def test_the_clauses_are_found(code: str, example: Example) -> None:
    article = annotate(make_article(example.text, code))
    assert [article.text[s.start : s.end] for s in article.statements] == example.expect

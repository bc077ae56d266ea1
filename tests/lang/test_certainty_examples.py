"""Each language file's examples for `certainty`: the first statement of a text that is not asserted, and its marker."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from recoupe.lang import codes, examples
from recoupe.lang.schema import Example
from tests.annotate.articles import article as make_article

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "certainty"]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}-{i}" for i, (code, _) in enumerate(EXAMPLES)])
def test_how_sure_the_text_is_is_found(code: str, example: Example) -> None:
    article = annotate(make_article(example.text, code))
    assert article.statements
    unsure = [s for s in article.statements if s.certainty != "asserted"]
    assert (unsure[0].certainty if unsure else "asserted") == example.expect["certainty"]
    if "marker" in example.expect:
        marker = unsure[0].marker
        assert marker is not None
        assert article.text[marker.start : marker.end] == example.expect["marker"]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_french_and_english_carry_examples(code: str) -> None:
    assert sum(known == code for known, _ in EXAMPLES) >= 25

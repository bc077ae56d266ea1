"""Each language file's examples for `attribution`: all attributions of a text, in order, by the fields given."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.annotate import annotate
from recoupe.lang import codes, examples
from recoupe.lang.schema import Example
from recoupe.model import Article, Attribution
from tests.annotate.articles import article as make_article

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "attribution"]


def _read(article: Article, made: Attribution, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of an attribution that an example names."""
    cue = made.cue_span
    found = {
        "source": made.source.name,
        "cue": article.text[cue.start : cue.end] if cue else None,
        "content": " … ".join(article.text[span.start : span.end] for span in made.content),
        "stance": made.stance,
        "mode": made.mode,
        "kind": made.source.kind,
        "via": list(made.via),
    }
    return {key: found[key] for key in fields}


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}-{i}" for i, (code, _) in enumerate(EXAMPLES)])
def test_who_says_what_is_found(code: str, example: Example) -> None:
    article = annotate(make_article(example.text, code))
    fields = [*example.expect, *({} for _ in article.attributions)]
    made = [_read(article, a, wanted) for a, wanted in zip(article.attributions, fields, strict=False)]
    assert made == example.expect


@pytest.mark.parametrize("code", ["en", "fr"])
def test_french_and_english_carry_examples(code: str) -> None:
    assert sum(known == code for known, _ in EXAMPLES) >= 40

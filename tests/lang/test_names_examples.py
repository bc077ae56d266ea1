"""Every language's own examples for names: `expect` lists all names of the text as [name, kind] or [name, kind, role]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate.names import find_names
from recoupe.annotate.sentences import find_sentences
from recoupe.lang import codes, examples, load
from recoupe.lang.schema import Example
from recoupe.model import Article, Region

CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in codes()
    for number, example in enumerate(e for e in examples(code) if e.layer == "names")
]


@pytest.mark.parametrize(("code", "example"), CASES)
def test_the_names_of_an_example_are_found(code: str, example: Example) -> None:
    text, language = example.text, load(code)
    article = Article(
        id="a", source="a.txt", captures=(), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language=code, language_confidence=None, published=None, agencies=(), text=text, regions=(Region(0, len(text), "body"),),
    )  # fmt: skip
    article = replace(article, sentences=find_sentences(article, language))
    found = [
        [text[name.start : name.end], name.kind, *([text[name.role.start : name.role.end]] if name.role else [])]
        for name in find_names(article, language)
    ]
    assert found == [list(one) for one in example.expect], example.note

"""Each language file's examples for `regions`: `expect` is the kind of every region, in order."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.lang import Example, codes, examples
from recoupe.model import Article, Capture
from recoupe.settings import Settings

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "regions"]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_regions_are_as_the_language_file_says(code: str, example: Example) -> None:
    article = make_article(Capture("example.txt", "text/plain", example.text), Settings(language=code))
    assert isinstance(article, Article)
    found = [(region.kind, article.text[region.start : region.end]) for region in article.regions]
    assert [kind for kind, _ in found] == list(example.expect), found


def test_french_and_english_carry_examples() -> None:
    assert {"en", "fr"} <= {code for code, _ in EXAMPLES}

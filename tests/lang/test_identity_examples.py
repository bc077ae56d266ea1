"""Each language file's examples for `identity`: `expect` names publisher, agencies and date of publication."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.article import make_article
from recoupe.lang import Example, codes, examples
from recoupe.model import Article, Capture
from recoupe.settings import Settings

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "identity"]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda value: str(value)[:60])
def test_identity_is_as_the_language_file_says(code: str, example: Example) -> None:
    article = make_article(Capture("example.txt", "text/plain", example.text), Settings(language=code))
    assert isinstance(article, Article)
    found: dict[str, Any] = {
        "publisher": article.publisher.name if article.publisher else None,
        "agencies": list(article.agencies),
        "published": article.published.value if article.published else None,
    }
    # TOML has no null: a key that is left out of `expect` must not be found.
    assert found == {"publisher": None, "agencies": [], "published": None, **example.expect}


def test_french_and_english_carry_examples() -> None:
    assert {"en", "fr"} <= {code for code, _ in EXAMPLES}

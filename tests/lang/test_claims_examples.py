"""Each language file's examples for `claims`: two sentences, one on each line, that say the same or not."""

import pytest

from recoupe.annotate import annotate
from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.entities import find_entities
from recoupe.lang import codes, examples
from recoupe.lang.schema import Example
from recoupe.model import Article, Published, Region

EXAMPLES = [(code, example) for code in codes() for example in examples(code) if example.layer == "claims"]


def _article(name: str, text: str, code: str, reference: str | None) -> Article:
    made = Article(
        id=name,
        source=name,
        captures=(),
        url=None,
        canonical_url=None,
        publisher=None,
        headline=None,
        byline=None,
        language=code,
        language_confidence=None,
        published=Published(reference or "2026-10-07", "day", "given"),
        agencies=(),
        text=text,
        regions=(Region(0, len(text), "body"),),
    )
    return annotate(made)


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}-{i}" for i, (code, _) in enumerate(EXAMPLES)])
def test_two_sentences_are_one_claim_or_two(code: str, example: Example) -> None:
    articles = tuple(
        _article(f"a{i}", line, code, example.reference) for i, line in enumerate(example.text.splitlines())
    )
    groups = group_statements(articles, find_entities(articles), ())
    together = any(len({ref.article for ref in group}) > 1 for group in groups)
    assert ("same" if together else "different") == example.expect


@pytest.mark.parametrize("code", ["en", "fr"])
def test_french_and_english_carry_examples(code: str) -> None:
    expected = [example.expect for known, example in EXAMPLES if known == code]
    assert min(expected.count("same"), expected.count("different")) >= 20

"""Pairs of sentences in several languages that differ in one point and must not become one claim, and true paraphrases.

`pairs/<language>.tsv` holds the first kind, `pairs/same.tsv` the second; all sentences are our own.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recoupe.annotate import annotate
from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.entities import find_entities
from recoupe.model import Article, Published, Region

PAIRS = Path(__file__).parent / "pairs"
# At most this part of the pairs that differ may be merged, and at least these parts of the paraphrases must be.
MOST_MERGED = 0.01
LEAST_FOUND = {"fr": 0.85, "en": 0.85, "across": 0.85}


def rows(name: str) -> list[list[str]]:
    lines = (PAIRS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def article(name: str, text: str, language: str) -> Article:
    return annotate(
        Article(
            id=name,
            source=name,
            captures=(),
            url=None,
            canonical_url=None,
            publisher=None,
            headline=None,
            byline=None,
            language=language,
            language_confidence=None,
            published=Published("2026-03-20", "day", "given"),
            agencies=(),
            text=f"{text}.",
            regions=(Region(0, len(text) + 1, "body"),),
        )
    )


def merged(one: Article, other: Article) -> bool:
    groups = group_statements((one, other), find_entities((one, other)), ())
    return any(len({ref.article for ref in group}) > 1 for group in groups)


@pytest.mark.parametrize("language", ["de", "en", "es", "fr"])
def test_what_differs_in_one_point_is_another_claim(language: str) -> None:
    pairs = rows(language)
    assert len(pairs) >= 200
    wrong = [
        (kind, one, other)
        for kind, one, other in pairs
        if merged(article("a", one, language), article("b", other, language))
    ]
    assert len(wrong) <= MOST_MERGED * len(pairs), wrong


def test_paraphrases_are_one_claim() -> None:
    found: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for languages, one, other in rows("same"):
        left, _, right = languages.partition("-")
        kind = "across" if right else left
        whole[kind] += 1
        found[kind] += merged(article("a", one, left), article("b", other, right or left))
    assert sum(whole.values()) >= 60
    assert {kind: found[kind] / whole[kind] >= least for kind, least in LEAST_FOUND.items()} == dict.fromkeys(
        LEAST_FOUND, True
    ), (found, whole)

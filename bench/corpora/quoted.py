"""What the two corpora of attributions share: reading them, annotating their texts, and pairing what is alike."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate
from recoupe.model import Article, Region

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
WORD = re.compile(r"\w+")
Words = frozenset[int]
"""Where the words of some spans start: marks and spaces count for nothing."""


def records(name: str) -> list[dict[str, Any]]:
    """The development set of a corpus."""
    with gzip.open(CORPORA / name / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def annotated(text: str, language: str, *, headed: bool = False) -> Article:
    """A text that is all body, but for the first line of a `headed` one, with its layers; the offsets stay its own."""
    head = text.find("\n") if headed else 0
    headline = (Region(0, head, "headline"),) if head > 0 else ()
    return annotate(
        Article(
            id="a",
            source="corpus",
            captures=(),
            url=None,
            canonical_url=None,
            publisher=None,
            headline=None,
            byline=None,
            language=language,
            language_confidence=None,
            published=None,
            agencies=(),
            text=text,
            regions=(*headline, Region(max(head, 0), len(text), "body")),
        )
    )


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> Words:
    """Where the words of the spans start."""
    return frozenset(match.start() for a, b in spans for match in WORD.finditer(text, a, b))


def pairs(gold: Sequence[Words], made: Sequence[Words], least: float) -> Iterator[tuple[int, int]]:
    """Places of gold and made that belong together, best first, each in one pair; overlap as F of words."""
    scored = sorted(
        ((-2 * len(g & m) / (len(g) + len(m)), i, j) for i, g in enumerate(gold) for j, m in enumerate(made) if g & m)
    )
    left: set[int] = set()
    right: set[int] = set()
    for score, i, j in scored:
        if -score > least and i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def f1(hits: float, gold: float, made: float) -> float:
    """F1 from counts."""
    return 2 * hits / (gold + made) if gold + made else 0.0

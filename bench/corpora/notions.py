"""Words of news that carry meaning, in the benchmark's stories and in corpora → the part of them that name a notion.

A content word is a word of three letters or more that is no function word (of Chinese, any sign). A word
within an expression (`cease_fire`) counts as covered.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from recoupe.lang import load
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.text.words import folded_words, stop_words
from recoupe.world.concepts import concepts_of, expressions

STORIES = Path(__file__).parents[1] / "provenance" / "dev"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
# Corpora with running text: file, field that holds it, language (empty: the field `language` says it).
TEXTS = (
    ("gilets-jaunes/dev.jsonl.gz", "text", "fr"),
    ("polnear/dev.jsonl.gz", "text", "en"),
    ("german-quotes/dev.jsonl.gz", "originalText", "de"),
    ("translations/de-fr.jsonl.gz", "text", ""),
    ("translations/fr-de.jsonl.gz", "text", ""),
)
# Texts taken from the beginning of each corpus: enough for a share that stands to half a percent.
TAKEN = 150
# Letters of the shortest word that is counted in a script with spaces.
LEAST = 3
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


def measure() -> dict[str, float]:
    """Share of content words with a notion: for each language of the stories, and for each corpus and language."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for group, language, text in (*_stories(), *_corpora()):
        covered, content = cover(text, language)
        counts[f"notions.{group}.{language}"][0] += covered
        counts[f"notions.{group}.{language}"][1] += content
    return {name: covered / max(content, 1) for name, (covered, content) in sorted(counts.items())}


def cover(text: str, language: str) -> tuple[int, int]:
    """Of the content words of a text: how many name a notion, how many there are."""
    stop = stop_words(load(language))
    words = folded_words(fold(text))
    told = {i for known in expressions(words, language) for i in range(known.start, known.end)}
    content = [i for i, word in enumerate(words) if i in told or _carries(word, stop)]
    return sum(i in told or bool(concepts_of(words[i], language)) for i in content), len(content)


def _carries(word: str, stop: Iterable[str]) -> bool:
    return word.isalpha() and word not in stop and (len(word) >= LEAST or _UNSPACED.match(word) is not None)


def _stories() -> Iterator[tuple[str, str, str]]:
    from recoupe.article import make_article
    from recoupe.model import Article, Rejected
    from recoupe.readers import read
    from recoupe.settings import Settings

    settings = Settings()
    for capture in read([str(STORIES)], settings):
        article = capture if isinstance(capture, Rejected) else make_article(capture, settings)
        if isinstance(article, Article):
            bodies = (article.text[r.start : r.end] for r in article.regions if r.kind == "body")
            yield "stories", article.language.partition("-")[0], "\n".join(bodies)


def _corpora() -> Iterator[tuple[str, str, str]]:
    for file, field, language in TEXTS:
        with gzip.open(CORPORA / file, "rt", encoding="utf-8") as lines:
            rows: list[dict[str, Any]] = [json.loads(line) for _, line in zip(range(TAKEN), lines, strict=False)]
        for row in rows:
            if row.get("kind") != "hyp":
                yield file.partition("/")[0], language or row["language"], row[field]

"""SlavNER: names in six Slavic languages with an identity that holds across them → how well entities are made of them.

`pairs` counts pairs of lemmas in two languages that have one identity, for each topic; `b_cubed` is over all mentions
in running form (inflected), a draw of documents from each topic being one story. Persons, organisations and places
only: Recoupe has no names of products and events.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.crosscheck.entities import find_entities
from recoupe.model import Article, Name, NameKind, Region

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "slavic-names" / "dev.jsonl.gz"
KINDS: Mapping[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
# Documents drawn from a topic for `b_cubed`: a large story.
DRAWN = 300
Row = dict[str, Any]
Mention = tuple[str, str, NameKind, str]
"""Language, written form, kind and identity."""


def measure() -> dict[str, float]:
    """Both figures, over all topics together and for each."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    figures: dict[str, float] = {}
    hits, made, gold = 0, 0, 0
    for topic in sorted({row["topic"] for row in rows}):
        inside = [row for row in rows if row["topic"] == topic]
        found = _pairs(inside)
        hits, made, gold = hits + found[0], made + found[1], gold + found[2]
        drawn = random.Random(topic).sample(inside, min(DRAWN, len(inside)))
        figures[f"slavic_names.pairs.{topic}"] = _f1(*found)
        figures[f"slavic_names.b_cubed.{topic}"] = _b_cubed(_judged([_mentions(row, "surface") for row in drawn]))
    return {"slavic_names.pairs": _f1(hits, made, gold), "slavic_names.precision": hits / max(made, 1), **figures}


def _pairs(rows: Sequence[Row]) -> tuple[int, int, int]:
    """Pairs of lemmas across languages: rightly made, made, in the gold."""
    lemmas = {mention for row in rows for mention in _mentions(row, "lemma")}
    by_language: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(lemmas):
        by_language[mention[0]].append(mention)
    # One article a language: a lemma stands once in the text of its language.
    judged = list(_judged(list(by_language.values())))
    hits, made, gold = (
        _across(((language, key) for language, *key in rows))
        for rows in (
            judged,
            ((language, entity) for language, entity, _ in judged),
            ((language, id_) for language, _, id_ in judged),
        )
    )
    return hits, made, gold


def _across(rows: Iterable[tuple[str, object]]) -> int:
    """Pairs of rows of two languages that have one key."""
    of_key: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for language, key in rows:
        of_key[str(key)][language] += 1
    return sum(counts.total() ** 2 - sum(n * n for n in counts.values()) for counts in of_key.values()) // 2


def _mentions(row: Row, form: str) -> list[Mention]:
    return [
        (row["language"], " ".join(name[form].split()), KINDS[name["type"]], name["id"])
        for name in row["names"]
        if name["type"] in KINDS and name[form].strip()
    ]


def _judged(documents: Iterable[Sequence[Mention]]) -> Iterator[tuple[str, str, str]]:
    """Language, entity and identity of each mention."""
    articles = [_article(f"{at:04}", mentions) for at, mentions in enumerate(documents) if mentions]
    found = find_entities([article for article, _ in articles])
    for article, mentions in articles:
        for name, (language, _, _, id_) in zip(article.names, mentions, strict=True):
            yield language, found.at.get((article.id, name.start, name.end), f"{article.id}:{name.start}"), id_


def _article(id_: str, mentions: Sequence[Mention]) -> tuple[Article, Sequence[Mention]]:
    """An article that consists of the names, one a line."""
    names: list[Name] = []
    at = 0
    for _, written, kind, _ in mentions:
        names.append(Name(at, at + len(written), kind))
        at += len(written) + 1
    text = "\n".join(written for _, written, _, _ in mentions)
    article = Article(
        id=id_,
        source=id_,
        captures=(id_,),
        url=None,
        canonical_url=None,
        publisher=None,
        headline=None,
        byline=None,
        language=mentions[0][0],
        language_confidence=None,
        published=None,
        agencies=(),
        text=text,
        regions=(Region(0, len(text), "body"),),
        names=tuple(names),
    )
    return article, mentions


def _b_cubed(judged: Iterable[tuple[str, str, str]]) -> float:
    rows = [(entity, id_) for _, entity, id_ in judged]
    both, made, gold = Counter(rows), Counter(entity for entity, _ in rows), Counter(id_ for _, id_ in rows)
    precision = sum(n * n / made[entity] for (entity, _), n in both.items()) / max(len(rows), 1)
    recall = sum(n * n / gold[id_] for (_, id_), n in both.items()) / max(len(rows), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _f1(hits: int, made: int, gold: int) -> float:
    return 2 * hits / max(made + gold, 1)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name:32}{figure:6.3f}\n" for name, figure in measure().items()))

"""French articles of five outlets, winter 2018-19 → whether shared agency copy is found across outlets, and only that.

Half of their 6-word runs being the same, two articles are one text, whoever wrote it; `linked` is the share of such
pairs (of two outlets, drawn by a seed) that end in one story and in one family: one is derived from the other, or both
share a passage and come from one text or agency. `linked_by_chance` is the share of random pairs of one day, hardly a
run in common, that do.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate
from recoupe.article import make_article
from recoupe.crosscheck.alignments import align, lay_out
from recoupe.crosscheck.derivations import derive
from recoupe.engines.inline import Inline
from recoupe.group import group
from recoupe.model import Article, Capture
from recoupe.settings import Settings
from recoupe.text.shingles import shingles
from recoupe.text.words import words

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "gilets-jaunes" / "dev.jsonl.gz"
RUN = 6
# Share of the runs of the shorter article that makes two articles one text, and that two articles may have by chance.
SAME_TEXT, BY_CHANCE = 0.5, 0.05
# Articles with fewer runs are teasers; a run that more articles have is boilerplate.
LEAST_RUNS, MOST_ARTICLES = 50, 30
COPIES, RANDOM = 100, 200
Row = dict[str, Any]
Pair = tuple[int, int]


def measure() -> dict[str, float]:
    """Figures over a seeded draw of pairs."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    draw = random.Random(0)
    shared = _shared(rows)
    copies = sorted(pair for pair, share in shared.items() if share >= SAME_TEXT)
    copies = draw.sample(copies, min(COPIES, len(copies)))
    chance = [pair for pair in _same_day(rows) if shared.get(pair, 0.0) < BY_CHANCE]
    chance = draw.sample(chance, min(RANDOM, len(chance)))
    drawn = sorted({at for pair in (*copies, *chance) for at in pair})
    family = _families([_article(at, rows[at]) for at in drawn])
    return {
        "gilets_jaunes.linked": _linked(copies, family),
        "gilets_jaunes.linked_by_chance": _linked(chance, family),
    }


def _shared(rows: Sequence[Row]) -> dict[Pair, float]:
    """Pairs of two outlets with the share of the shorter one's runs that the other has, too."""
    runs = [set(shingles([word.folded for word in words(row["text"])], RUN)) for row in rows]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, own in enumerate(runs):
        for run in own if len(own) >= LEAST_RUNS else ():
            holders[run].append(at)
    common = Counter(pair for held in holders.values() if len(held) <= MOST_ARTICLES for pair in combinations(held, 2))
    return {
        (a, b): n / min(len(runs[a]), len(runs[b]))
        for (a, b), n in common.items()
        if rows[a]["publisher"] != rows[b]["publisher"]
    }


def _same_day(rows: Sequence[Row]) -> list[Pair]:
    """Pairs of two outlets and one day."""
    by_day: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        by_day[row["published"] or ""].append(at)
    pairs = (pair for _, day in sorted(by_day.items()) for pair in combinations(day, 2))
    return [(a, b) for a, b in pairs if rows[a]["publisher"] != rows[b]["publisher"]]


def _article(at: int, row: Row) -> Article:
    given = {key: row[key] for key in ("url", "publisher", "published", "title", "language")}
    made = make_article(Capture(str(at), "text/plain", row["text"], **given), Settings())
    if not isinstance(made, Article):
        raise ValueError(f"{row['id']}: {made.detail}")
    return annotate(made)


def _families(articles: Sequence[Article]) -> dict[int, int]:
    """Article → its family, by positions in the corpus."""
    unique = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    place = {article.id: at for at, article in enumerate(unique)}
    pairs = ((place[a], place[b]) for a, b in _links(unique))
    families = Inline().fold(len(unique), pairs)
    family = {unique[at].id: number for number, members in enumerate(families) for at in members}
    return {int(article.source): family[article.id] for article in articles}


def _links(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    for cluster in group(articles, Inline()):
        pages = lay_out(cluster.articles)
        alignments = align(cluster.articles, pages)
        made = derive(cluster.articles, alignments, pages=pages)
        inside = {article.id for article in cluster.articles}
        yield from ((one.derived, one.used) for one in made if one.used in inside)
        outside = {(one.derived, one.used) for one in made if one.used not in inside}
        for found in alignments:
            if any(
                (found.left.article, used) in outside for article, used in outside if article == found.right.article
            ):
                yield found.left.article, found.right.article


def _linked(pairs: Iterable[Pair], family: dict[int, int]) -> float:
    judged = [family[a] == family[b] for a, b in pairs]
    return sum(judged) / max(len(judged), 1)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name:32}{figure:6.3f}\n" for name, figure in measure().items()))

"""Article extraction benchmark: 181 news pages in 11 languages and their bodies, scored as its own evaluate.py does."""

from __future__ import annotations

import gzip
import json
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "shared" / "corpora" / "article-extraction"
_TOKEN = re.compile(r"\w+")
Counts = tuple[float, float, float]


def measure() -> dict[str, float]:
    """F1, precision, recall of what `make_article` calls body or subhead, with the datelines that open paragraphs."""
    truth = bodies()
    found = [matches(truth[name], body_of(page)) for name, page in pages().items()]
    f1, precision, recall = figures(found)
    return {
        "article_extraction.f1": f1,
        "article_extraction.precision": precision,
        "article_extraction.recall": recall,
    }


def body_of(page: str) -> str:
    """The text of the article's body as recoupe tells it."""
    from recoupe.article import make_article
    from recoupe.model import Article, Capture
    from recoupe.settings import Settings

    article = make_article(Capture("page.html", "text/html", page), Settings())
    if not isinstance(article, Article):
        return ""
    lines = {article.text.rfind("\n", 0, r.start) for r in article.regions if r.kind == "body"}
    kept = [
        r
        for r in article.regions
        if r.kind in ("body", "subhead") or (r.kind == "dateline" and article.text.rfind("\n", 0, r.start) in lines)
    ]
    return "\n".join(article.text[r.start : r.end] for r in kept)


@cache
def bodies() -> dict[str, str]:
    """The true bodies by page."""
    truth = json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))
    return {name: said["articleBody"] for name, said in truth.items()}


@cache
def pages() -> dict[str, str]:
    """The pages by name."""
    return {
        name: gzip.decompress((FOLDER / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        for name in bodies()
    }


@cache
def urls() -> dict[str, str]:
    """The addresses by page."""
    truth = json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))
    return {name: said["url"] for name, said in truth.items()}


def matches(true: str, found: str, *, words: int = 4) -> Counts:
    """Shares of shingles found rightly, found wrongly, and missed, so that long texts weigh no more than short ones."""
    t, f = _shingles(true, words), _shingles(found, words)
    right, wrong, missed = (sum(c.values()) for c in (t & f, f - t, t - f))
    total = right + wrong + missed
    return (right / total, wrong / total, missed / total) if total else (0.0, 0.0, 0.0)


def _shingles(text: str, words: int) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[i : i + words]) for i in range(max(1, len(tokens) - words + 1)))


def figures(found: Iterable[Counts]) -> tuple[float, float, float]:
    """F1 of the mean precision and the mean recall, and both."""
    counts = list(found)
    precision = statistics.mean(right / (right + wrong) for right, wrong, _ in counts if right + wrong)
    recall = statistics.mean(right / (right + missed) for right, _, missed in counts if right + missed)
    return 2 * precision * recall / (precision + recall), precision, recall


def spread(found: Iterable[Counts], *, runs: int = 1000) -> float:
    """Half the width of the 95 % interval of F1 when pages are drawn anew."""
    import random

    counts, draw = list(found), random.Random(0)
    return 1.96 * statistics.stdev(figures(draw.choices(counts, k=len(counts)))[0] for _ in range(runs))


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32}{value:.4f}")

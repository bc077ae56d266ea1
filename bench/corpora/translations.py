"""WMT 2021 news → whether a translation finds its source, and stands apart from what is merely related.

In each pile stand the sources of one direction, as many articles of the same language from the other one, and one
translation of each source, by a person or by a machine. `p_at_1` is how often the source shares most with its
translation; `auc` is how often a translation and its source share more than a translation and the wrong article that
is most like it.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from recoupe.annotate import annotate
from recoupe.article import make_article
from recoupe.crosscheck.alignments import align, lay_out
from recoupe.crosscheck.derivations.retellings import compare
from recoupe.model import Article, Capture
from recoupe.settings import Settings

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "translations"
DIRECTIONS = ("fr-de", "de-fr")
# Translations that are drawn from each direction for people and for machines: enough for a figure in 30 seconds.
DRAWN = 40
Texts = Mapping[str, str]
"""Document → its text."""


def measure() -> dict[str, float]:
    """Figures for translations by people and by machines, over both directions."""
    found = [row for direction in DIRECTIONS for row in _found(direction)]
    figures: dict[str, float] = {}
    for maker in ("human", "machine"):
        rows = [(right, wrong) for made_by, right, wrong in found if made_by == maker]
        figures[f"translations.{maker}.p_at_1"] = sum(right > wrong for right, wrong in rows) / max(len(rows), 1)
        figures[f"translations.{maker}.auc"] = _auc([right for right, _ in rows], [wrong for _, wrong in rows])
    return figures


def _found(direction: str) -> Iterator[tuple[str, float, float]]:
    """For each translation: who made it, how much it shares with its source, and how much at most with another."""
    texts = _texts(direction)
    language, other = direction.split("-")
    distractors = _texts(f"{other}-{language}")["A"]
    candidates = [_article(f"{doc}.src", text, language) for doc, text in sorted(texts["src"].items())]
    candidates += [_article(f"{doc}.other", text, language) for doc, text in sorted(distractors.items())]
    draw = random.Random(direction)
    docs = sorted(texts["src"])
    systems = sorted(texts.keys() - {"src", "A"})
    makers = {
        "human": dict.fromkeys(draw.sample(docs, DRAWN), "A"),
        "machine": {doc: draw.choice(systems) for doc in draw.sample(docs, DRAWN)},
    }
    for maker, by in makers.items():
        made = [_article(f"{doc}.{maker}", texts[system][doc], other) for doc, system in sorted(by.items())]
        shared = _shared(candidates, made)
        for doc in sorted(by):
            own = shared[f"{doc}.{maker}"]
            right = own.pop(f"{doc}.src", 0.0)
            yield maker, right, max(own.values(), default=0.0)


def _texts(direction: str) -> Mapping[str, Texts]:
    """Maker → document → text; `src` is the source, `A` the person, the others are machines."""
    texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    with gzip.open(CORPUS / f"{direction}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            texts[row["by"] or "src"][row["doc"]] = row["text"]
    return texts


def _article(id_: str, text: str, language: str) -> Article:
    made = make_article(Capture(id_, "text/plain", text, language=language), Settings(language=language))
    if not isinstance(made, Article):
        raise ValueError(f"{id_}: {made.detail}")
    return annotate(made)


def _shared(candidates: Iterable[Article], made: Iterable[Article]) -> Mapping[str, dict[str, float]]:
    """Translation → candidate → the share of both texts that is laid along the other."""
    articles = sorted((*candidates, *made), key=lambda article: article.id)
    pages = lay_out(articles)
    source = {article.id: article.source for article in articles}
    language = {article.id: article.language for article in articles}
    shared: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for found in compare(articles, align(articles, pages), pages):
        if language[found.left] != language[found.right]:
            one, two = source[found.left], source[found.right]
            shared[one][two] = shared[two][one] = found.left_share * found.right_share
    return shared


def _auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """How often one of the first is larger than one of the second; a tie is half."""
    won = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return won / max(len(right) * len(wrong), 1)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name:28}{figure:6.3f}\n" for name, figure in measure().items()))

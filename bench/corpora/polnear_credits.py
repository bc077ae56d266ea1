"""PolNeAR → how well the agency of a text and the medium it borrowed from are found.

`wire`: the agency that the corpus names for an article against `agencies`. `credit`: the corpus keeps the line
"h/t: Outlet" apart from the text, so it is put back as the last line; right is such a line in a `credit` region. Texts
that still have their own such line count as well.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "polnear"
_NOTHING = ("None", "NA", "")
_TIP = re.compile(r"\bh/t\b[/:]*\s*(?P<name>[^\n)]*?)[.\s]*(?:\)|$)", re.M)


def measure() -> dict[str, float]:
    """F1, precision and recall of agencies and of credited outlets."""
    if not CORPUS.is_dir():
        return {}
    wire: list[tuple[set[str], set[str]]] = []
    credit: list[tuple[set[str], set[str]]] = []
    for row in _rows():
        tip = "" if row["credit"] in _NOTHING else row["credit"].strip()
        article = make_article(Capture(row["id"], "text/plain", f"{row['text']}\n\n{tip}".strip()), Settings())
        assert isinstance(article, Article)
        wanted = set() if row["wire"] in _NOTHING else {row["wire"].casefold()}
        wire.append((wanted, {agency.casefold() for agency in article.agencies}))
        regions = [article.text[r.start : r.end] for r in article.regions if r.kind == "credit"]
        credit.append((_tips(article.text), {name for region in regions for name in _tips(region)}))
    return _scores("polnear_wire", wire) | _scores("polnear_credit", credit)


def _rows() -> Iterator[dict[str, str]]:
    for part in ("train", "dev"):
        with gzip.open(CORPUS / f"{part}.jsonl.gz", "rt", encoding="utf-8") as rows:
            yield from map(json.loads, rows)


def _tips(text: str) -> set[str]:
    return {found["name"] for found in _TIP.finditer(text)}


def _scores(name: str, pairs: list[tuple[set[str], set[str]]]) -> dict[str, float]:
    right = sum(len(wanted & found) for wanted, found in pairs)
    precision = right / max(sum(len(found) for _, found in pairs), 1)
    recall = right / max(sum(len(wanted) for wanted, _ in pairs), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {name: f1, f"{name}.precision": precision, f"{name}.recall": recall}


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:30} {value:.3f}")

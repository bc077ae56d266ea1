"""Line-noise corpora → how well the regions of plain text tell the lines of an article from those around it.

Web pages of any kind (shops, forums, blogs), each line labelled 1 (keep) or 0 (noise): CC BY(-SA) 4.0, from
TurkuNLP/multilingual-register-labeling. Figures are of the half of the pages that nothing was fitted on.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings
from recoupe.text.normal import normalise

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "line-noise"
CODES = ("de", "en", "es", "fi", "sv")
# What the labels keep of a page; they take bylines, credits, menus, links and comments for noise.
KEPT = frozenset({"headline", "subhead", "dateline", "caption", "body"})


def measure() -> dict[str, float]:
    """F1, precision and recall of noise lines for each language."""
    figures: dict[str, float] = {}
    for code in CODES:
        if not (CORPUS / f"{code}.jsonl.gz").is_file():
            continue
        pairs = [pair for page in pages(code, test=True) for pair in labels(page)]
        found, wanted = sum(got for _, got in pairs), sum(want for want, _ in pairs)
        right = sum(want and got for want, got in pairs)
        precision, recall = right / max(found, 1), right / max(wanted, 1)
        figures[f"line_noise.{code}"] = 2 * precision * recall / max(precision + recall, 1e-9)
        figures[f"line_noise.{code}.precision"] = precision
        figures[f"line_noise.{code}.recall"] = recall
    return figures


def pages(code: str, *, test: bool) -> Iterator[tuple[Sequence[str], Sequence[bool]]]:
    """Lines of each page with whether they are noise. Half of the pages, told by their text, are for testing.

    The sets have some pages several times; they count once.
    """
    seen: set[str] = set()
    with gzip.open(CORPUS / f"{code}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            lines = [" ".join(normalise(line).split()) for line in row["text"]]
            page = "\n".join(lines)
            if bool(zlib.crc32(page.encode()) % 2) is test and page not in seen:
                seen.add(page)
                yield lines, [label == "0" for label in row["labels"]]


def labels(page: tuple[Sequence[str], Sequence[bool]]) -> list[tuple[bool, bool]]:
    """For each line that is not blank: whether it is noise, and whether it is taken for it."""
    lines, noise = page
    made = make_article(Capture("page", "text/plain", "\n".join(lines)), Settings())
    found = _noise_lines(made, lines) if isinstance(made, Article) else [True] * len(lines)
    return [pair for pair, line in zip(zip(noise, found, strict=True), lines, strict=True) if line]


def _noise_lines(article: Article, lines: Sequence[str]) -> list[bool]:
    kept = {region.start for region in article.regions if region.kind in KEPT}
    found, at = [], 0
    for line in lines:
        at = article.text.find(line, at) if line else at
        found.append(not any(start in kept for start in range(at, at + len(line))))
        at += len(line)
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:30} {value:.3f}")

"""`python -m bench.extraction`: the article body out of HTML, ours beside the peers that are installed, in one run.

F1, precision and recall as in the benchmark's own evaluate.py, with the 95 % spread of F1; pages a second on one core,
as the median of three interleaved rounds of processor time. Ours is measured twice: the page taken apart alone, as the
peers do it, and the whole article with its regions, publisher, date and language.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import re
import statistics
import time
from collections.abc import Callable
from html import unescape
from typing import Any

from bench.corpora.article_extraction import FOLDER, bodies, body_of, figures, matches, pages, spread

ROUNDS = 3
_TAG = re.compile(r"<[^<>]*>")
Extract = Callable[[str], str]


def main(rounds: int = ROUNDS) -> None:
    """Measure and print; `make bench` has time for fewer rounds."""
    if not FOLDER.is_dir():
        print(f"no pages at {FOLDER}")
        return
    logging.disable(logging.CRITICAL)
    extractors = _extractors()
    seconds: dict[str, list[float]] = {name: [] for name in extractors}
    found: dict[str, dict[str, str]] = {}
    for _ in range(rounds):
        for name, extract in extractors.items():
            began = time.process_time()
            found[name] = {page: extract(html) for page, html in pages().items()}
            seconds[name].append(time.process_time() - began)
    print(f"{'':34}{'F1':>7}{'±':>7}{'P':>7}{'R':>7}{'pages/s':>9}")
    for name, texts in found.items():
        counts = [matches(bodies()[page], text) for page, text in texts.items()]
        f1, precision, recall = figures(counts)
        rate = len(texts) / statistics.median(seconds[name])
        print(f"{name:34}{f1:7.3f}{spread(counts):7.3f}{precision:7.3f}{recall:7.3f}{rate:9.1f}")


def _extractors() -> dict[str, Extract]:
    """Ours and the peers by name; a peer that is not installed is named and left out."""
    known: dict[str, tuple[str, Callable[[Any], Extract]]] = {
        "trafilatura": ("trafilatura", lambda m: lambda page: m.extract(page, include_comments=False) or ""),
        "trafilatura, fast": ("trafilatura", lambda m: lambda p: m.extract(p, fast=True, include_comments=False) or ""),
        "resiliparse, main content": ("resiliparse.extract.html2text", _resiliparse),
        "newspaper4k": ("newspaper", _newspaper),
        "readability-lxml": ("readability", _readability),
    }
    extractors: dict[str, Extract] = {"recoupe, whole article": body_of, "recoupe, page alone": _blocks}
    for name, (module, make) in known.items():
        if importlib.util.find_spec(module.partition(".")[0]):
            extractors[name] = make(importlib.import_module(module))
        else:
            print(f"{name}: not installed, left out")
    return extractors


def _blocks(page: str) -> str:
    from recoupe.article.html import make_document
    from recoupe.model import Capture

    blocks = make_document(Capture("page.html", "text/html", page)).blocks
    return "\n".join(block.text for block in blocks if block.kind in (None, "body", "subhead"))


def _resiliparse(module: Any) -> Extract:
    return lambda page: str(module.extract_plain_text(page, main_content=True, comments=False, post_meta=False))


def _newspaper(module: Any) -> Extract:
    def extract(page: str) -> str:
        article = module.Article("https://example.com/", fetch_images=False)
        article.download(input_html=page)
        try:
            article.parse()
        except ImportError:  # it has languages that want packages of their own
            return ""
        return str(article.text)

    return extract


def _readability(module: Any) -> Extract:
    def extract(page: str) -> str:
        try:
            return unescape(_TAG.sub(" ", module.Document(page).summary()))
        except (ValueError, module.readability.Unparseable):
            return ""

    return extract


if __name__ == "__main__":
    main()

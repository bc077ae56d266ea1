"""PolNeAR, US political news: how well sources, cues and contents of English attributions are found.

`content` counts contents that overlap by more than 0.3; the `exact` figures ask for the very same words, but for the
complementiser, which PolNeAR reckons to the content. A quotation that goes on in the next sentence is an attribution of
its own for us, and part of the one before for PolNeAR; a refusal is content as a whole for us, while PolNeAR parts its
cue from it. The first line of its texts is their headline.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import Any

from bench.corpora.quoted import Words, annotated, f1, pairs, records, words_of
from recoupe.model import Article, Span

OVERLAP = 0.3
PARTS = ("source", "cue", "content")
COMPLEMENTISER = re.compile(r"that\s", re.IGNORECASE)


def measure() -> dict[str, float]:
    """Figures over the development set."""
    tally: Counter[str] = Counter()
    for record in records("polnear"):
        article = annotated(record["text"], "en", headed=True)
        gold, made = _gold(record), _made(article)
        contents = [attribution["content"] for attribution in gold], [attribution["content"] for attribution in made]
        tally["overlap hits"] += sum(1 for _ in pairs(*contents, OVERLAP))
        tally["gold"] += len(gold)
        tally["made"] += len(made)
        for part in PARTS:
            left, right = Counter(a[part] for a in gold if a[part]), Counter(a[part] for a in made if a[part])
            tally.update({f"{part} hits": (left & right).total()})
            tally.update({f"{part} gold": left.total(), f"{part} made": right.total()})
    figures = {"polnear.content": f1(tally["overlap hits"], tally["gold"], tally["made"])}
    return figures | {
        f"polnear.{part}_exact": f1(tally[f"{part} hits"], tally[f"{part} gold"], tally[f"{part} made"])
        for part in PARTS
    }


def _gold(record: dict[str, Any]) -> list[dict[str, Words]]:
    text = record["text"]
    return [
        {part: words_of(text, (_trimmed(text, *span) for span in attribution.get(part) or ())) for part in PARTS}
        for attribution in record["attributions"]
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    that = COMPLEMENTISER.match(text, start, end)
    return (that.end() if that else start), end


def _made(article: Article) -> list[dict[str, Words]]:
    spans: list[dict[str, tuple[Span, ...]]] = []
    for a in article.attributions:
        if a.rule == "follow" and spans:
            spans[-1]["content"] += a.content
            continue
        source, cue = ((span,) if span else () for span in (a.source_span, a.cue_span))
        spans.append({"source": source, "cue": cue, "content": a.content})
    made = [{part: words_of(article.text, ((s.start, s.end) for s in of[part])) for part in PARTS} for of in spans]
    return [of | {"content": of["content"] - of["cue"]} for of in made]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name:28}{figure:6.3f}\n" for name, figure in measure().items()))

"""German Wikinews: how well quotations, direct and reported, are found, and whose they are.

`quotation` is the F1 of tokens over the best pairs of quotations; `speaker` the share of the quotations found whose
speaker is right.
"""

from __future__ import annotations

import sys
from typing import Any

from bench.corpora.quoted import WORD, annotated, f1, pairs, records, words_of
from recoupe.model import Attribution

# A quotation counts as found if it overlaps by more than this.
FOUND = 0.3


def measure() -> dict[str, float]:
    """Figures over the development set."""
    hits = expected = given = right = found = 0
    for record in records("german-quotes"):
        text = record["originalText"]
        article = annotated(text, "de")
        gold = [words_of(text, _spans(a["quote"])) for a in record["annotations"]]
        made = [words_of(text, ((s.start, s.end) for s in a.content)) for a in article.attributions]
        expected += sum(map(len, gold))
        given += sum(map(len, made))
        for i, j in pairs(gold, made, 0.0):
            hits += len(gold[i] & made[j])
        for i, j in pairs(gold, made, FOUND):
            found += 1
            right += _is_speaker(record["annotations"][i]["speaker"], article.attributions[j])
    return {"german_quotes.quotation": f1(hits, expected, given), "german_quotes.speaker": right / max(1, found)}


def _spans(part: dict[str, Any]) -> list[tuple[int, int]]:
    return [(span["charBegin"], span["charEnd"]) for span in part["spans"]]


def _is_speaker(speaker: dict[str, Any], made: Attribution) -> bool:
    """The same words of the text, or a name that shares a word with them."""
    span = made.source_span
    if span and any(start < span.end and span.start < end for start, end in _spans(speaker)):
        return True
    words = {word.lower() for word in WORD.findall(speaker["text"]) if len(word) > 3}
    return bool(words & {word.lower() for word in WORD.findall(made.source.name)})


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name:28}{figure:6.3f}\n" for name, figure in measure().items()))

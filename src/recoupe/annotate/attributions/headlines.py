"""Tokens of a headline → who says it, by the marks that headlines have instead of a cue (`X: ...`, `... - police`)."""

from __future__ import annotations

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import DASHES, Tokens, can_speak
from recoupe.annotate.attributions.source_phrases import is_person

# A source behind the dash that ends a headline is at most so many tokens long ("US officials").
LAST = 3


def headline_frame(tokens: Tokens, words: Lexicon) -> Frame | None:
    """The frame of a headline without a cue; a place or body before a colon is its subject, not its source."""
    if len(tokens) > LAST + 1 and is_person(tokens[0]) and tokens[1].low == ":":
        return Frame(None, "colon", (0, 1), ((2, len(tokens)),))
    for place in range(len(tokens) - 2, max(1, len(tokens) - 2 - LAST), -1):
        if tokens[place].low in DASHES or tokens[place].low == "-":
            source = place + 1, len(tokens)
            return Frame(None, "colon", source, ((0, place),)) if can_speak(tokens, source, words) else None
    return None

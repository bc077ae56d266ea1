"""Tokens of a headline → who says it, by what headlines have for a cue (`X: ...`, `... - police`, `... (police)`)."""

from __future__ import annotations

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import DASHES, Tokens, can_speak
from recoupe.annotate.attributions.source_phrases import is_person

# A source behind the dash that ends a headline is at most so many tokens long ("US officials").
LAST = 3


def headline_frame(tokens: Tokens, words: Lexicon) -> Frame | None:
    """The frame of a headline without a cue; a place or body before a colon is its subject, not its source."""
    if len(tokens) > LAST + 1 and tokens[0].kind == "quote" and tokens[1].low == ":":
        person = next((k for k in range(2, len(tokens)) if is_person(tokens[k])), None)
        return Frame(None, "colon", (person, person + 1), ((0, 1),)) if person is not None else None
    if len(tokens) > LAST + 1 and tokens[-1].low == ")":
        return _in_brackets(tokens, words)
    long = len(tokens) > LAST + 1 or (len(tokens) > 2 and tokens[2].kind == "quote")
    if long and is_person(tokens[0]) and tokens[1].low == ":":
        return Frame(None, "colon", (0, 1), ((2, len(tokens)),))
    for place in range(len(tokens) - 2, max(1, len(tokens) - 2 - LAST), -1):
        if tokens[place].low in DASHES or tokens[place].low == "-":
            source = place + 1, len(tokens)
            return Frame(None, "colon", source, ((0, place),)) if can_speak(tokens, source, words) else None
    return None


def _in_brackets(tokens: Tokens, words: Lexicon) -> Frame | None:
    """A source in the brackets that end a headline; an acronym there only spells out a name."""
    last = len(tokens) - 1
    opening = next((k for k in range(last - 1, max(1, last - 1 - LAST), -1) if tokens[k].low == "("), None)
    if opening is None or opening + 1 >= last or tokens[opening + 1].first.isupper():
        return None
    source = opening + 1, last
    return Frame(None, "colon", source, ((0, opening),)) if can_speak(tokens, source, words) else None

"""Pronouns that stand for nobody in particular (`one says`) → who speaks after all, as the words beside them tell."""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import STOPS, Range, Tokens, governs, phrase_end
from recoupe.annotate.attributions.tokens import match_phrase

# A body begins within so many tokens behind the preposition: determiner, adjective, noun.
BODY_REACH = 4


def body_of_nobody(tokens: Tokens, frame: Frame, words: Lexicon) -> Range | None:
    """The body where `one` says it: `At the ministry, one says ...`, `"...", one says at the ministry`."""
    cue = frame.cue
    if cue is None or frame.source is None or frame.source[1] - frame.source[0] > 1:
        return None
    inside = {place for first, last in frame.content for place in range(first, last)}
    behind = max(cue.last, frame.source[1])
    openings = (0, behind) if frame.source[0] > 1 else (behind,)
    return next((body for place in openings if (body := _body(tokens, place, inside, words)) is not None), None)


def is_newsroom(tokens: Tokens, frame: Frame, words: Lexicon) -> bool:
    """Whether `one` is the newsroom, by a verb of seeing for oneself (`one saw that ...`)."""
    low = tokens[frame.cue.head].low if frame.cue else ""
    return any(words.has("witnessing", reading.lemma) for reading in words.readings.get(low, ()))


def _body(tokens: Tokens, start: int, inside: set[int], words: Lexicon) -> Range | None:
    """A body behind the preposition at `start`."""
    if start >= len(tokens) or start in inside or not governs(tokens[start], words):
        return None
    for place in range(start + 1, min(start + BODY_REACH, len(tokens))):
        token = tokens[place]
        if token.low == "," or (token.kind == "mark" and token.low in STOPS) or token.time:
            return None
        size = match_phrase(tokens, place, words.nouns)
        kind = words.noun_kinds[tuple(t.low for t in tokens[place : place + size])] if size else ""
        named = token.name is not None and token.name.kind == "organisation"
        if named or kind == "organisation":  # a medium is spoken to
            return place, phrase_end(tokens, place, len(tokens), words, opening=True)
    return None


def without_nobody(cues: list[Cue], words: Lexicon, tokens: Tokens) -> list[Cue]:
    """`one learns from a police source`: "one" is nobody where the source itself follows."""
    kept: list[Cue] = []
    for cue in cues:
        last = kept[-1] if kept else None
        pronoun = words.pronoun_rows.get((tokens[last.inverted].low,)) if last and last.inverted is not None else None
        if (
            last
            and pronoun
            and pronoun.kinds == ("anonymous",)
            and cue.form == "preposition"
            and cue.first - last.last <= 2
        ):
            kept[-1] = replace(cue, wide=last.wide, first=last.wide)
        else:
            kept.append(cue)
    return kept

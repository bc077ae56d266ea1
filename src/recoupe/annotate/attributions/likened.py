"""A cue behind a word for `as` → whom it names, and what is said (`As X said, ...`, `not ten as X says`)."""

from __future__ import annotations

from recoupe.annotate.attributions.content import INSERTS, Frame, Scope, comma_after, said_before
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.phrases import Range, Tokens, phrase_after, phrase_end
from recoupe.annotate.attributions.subjects import subject_before
from recoupe.annotate.attributions.tokens import Token, match_phrase

# Words between `as` and its verb: a subject with its function and name.
LIKENED = 12


def read_likened(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a cue in a clause that opens with `as`; None if it stands in none."""
    tokens, lexicon = scope.tokens, scope.lexicon
    opening, start = _likeness(cue, scope)
    if start <= opening:
        return None
    source = subject_before(tokens, start, cue.wide, lexicon) if start < cue.wide else None
    if source is None and (behind := phrase_after(tokens, cue.last, scope.high, lexicon)) is not None:
        source = behind[0], phrase_end(tokens, behind[0], scope.high, lexicon, opening=True)
    if source is None and not lexicon.data.null_subjects:
        return None
    after = comma_after(tokens, max(cue.last, source[1] if source else 0))
    content = _said(opening, after, scope)
    return Frame(cue, "inversion", source, content) if content else None


def _said(opening: int, after: int, scope: Scope) -> tuple[Range, ...]:
    """What is said: behind the clause that opens the sentence, else before it, or the few words it goes with."""
    tokens = scope.tokens
    if opening <= scope.low:
        long = after + 2 < scope.high or (after + 1 < scope.high and tokens[after + 1].kind == "quote")
        return ((after + 1, scope.high),) if long else ()
    if tokens[opening - 1].low in INSERTS:
        return said_before(tokens, scope.low, opening, after, scope)
    first = next((k + 1 for k in range(opening - 1, scope.low - 1, -1) if tokens[k].low == ","), scope.low)
    return ((first, opening),)


def _likeness(cue: Cue, scope: Scope) -> Range:
    """A word for `as` that opens the clause of the cue; nothing if there is none."""
    tokens, likeness = scope.tokens, scope.lexicon.likeness
    for place in range(max(scope.low, cue.wide - LIKENED), cue.wide):
        if tokens[place].low not in likeness:
            continue
        size = match_phrase(tokens, place, likeness)
        opens = place == scope.low or tokens[place - 1].low in INSERTS or _takes_up(tokens, place + size, cue, scope)
        if size and opens and all(map(_is_inner, tokens[place : cue.wide])):
            return place, min(place + size, cue.wide)
    return cue.wide, cue.wide


def _is_inner(token: Token) -> bool:
    return token.low in "-()" or token.kind not in ("mark", "quote")


def _takes_up(tokens: Tokens, first: int, cue: Cue, scope: Scope) -> bool:
    """Whether a pronoun for what was said stands with the verb, so that no comma is needed before `as`."""
    return any(tokens[k].low in scope.lexicon.sets["object_clitics"] for k in range(first, cue.head))

"""`The paper has learned from X that ...`, `the paper quoted X as saying`: X says it, the paper is the way it came."""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate.attributions.content import INSERTS, Frame, Scope, said_before, said_behind
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import STOPS, Range, Tokens, can_speak, phrase_after, phrase_end
from recoupe.annotate.attributions.subjects import subject_before
from recoupe.annotate.attributions.tokens import match_phrase

# Whom it was learned from stands within so many tokens behind the verb: the medium and a time between.
REACH = 10


def is_learned(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the verb of a cue is one of learning, or of quoting somebody."""
    return any(_is_verb(tokens, cue, key, lexicon) for key in ("learners", "quoters"))


def _is_verb(tokens: Tokens, cue: Cue, key: str, lexicon: Lexicon) -> bool:
    lemmas = lexicon.sets[key]
    return bool(lemmas) and any(r.lemma in lemmas for r in lexicon.readings.get(tokens[cue.head].low, ()))


def read_quoted(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a verb of quoting with whom it quotes "as saying" something; None if that is not said."""
    tokens, lexicon = scope.tokens, scope.lexicon
    source = phrase_after(tokens, cue.last, scope.high, lexicon) if _is_verb(tokens, cue, "quoters", lexicon) else None
    if source is None or not can_speak(tokens, source, lexicon):
        return None
    marks = (
        (k, match_phrase(tokens, k, lexicon.as_saying)) for k in range(source[0], min(len(tokens), cue.last + REACH))
    )
    place, size = next((found for found in marks if found[1]), (0, 0))
    if not size:
        return None
    told, source = replace(cue, bound=frozenset()), (source[0], min(source[1], place))
    medium = subject_before(tokens, scope.low, cue.wide, lexicon)
    start = medium[0] if medium is not None else cue.wide
    if start > scope.low and (tokens[start - 1].kind == "quote" or tokens[start - 1].low in INSERTS):
        content = said_before(tokens, scope.low, start, place + size, scope)
        return Frame(told, "inversion", source, content) if content else None
    first = place + size
    first += first < scope.high and (lexicon.has("complementisers", tokens[first].low) or tokens[first].low in ",:")
    return Frame(told, "clause", source, ((first, scope.high),)) if first + 1 < scope.high else None


def read_learned(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a verb of learning with whom it was learned from; None if the sentence does not tell."""
    tokens, lexicon = scope.tokens, scope.lexicon
    source = _informant(tokens, cue.last, lexicon) if _is_verb(tokens, cue, "learners", lexicon) else None
    if source is None:
        return None
    told = replace(cue, bound=frozenset())  # anybody can tell what a medium learns
    before = tokens[cue.wide - 1] if cue.wide else None
    if before is not None and (before.kind == "quote" or before.low in INSERTS):
        content = said_before(tokens, scope.low, cue.wide, source[1], scope)
        return Frame(told, "inversion", source, content) if content else None
    behind = said_behind(cue, scope)
    return Frame(told, behind[0], source, behind[1]) if behind is not None and behind[0] == "clause" else None


def _informant(tokens: Tokens, start: int, lexicon: Lexicon) -> Range | None:
    """The phrase behind a word for `from`; a noun for a source that belongs to that word is part of it."""
    for place in range(start, min(start + REACH, len(tokens))):
        if tokens[place].low in STOPS or lexicon.has("complementisers", tokens[place].low):
            return None
        size = match_phrase(tokens, place, lexicon.informants)
        if size and place + size < len(tokens):
            noun = match_phrase(tokens, place + size - 1, lexicon.nouns) == 1
            first = place + size - noun
            return first, phrase_end(tokens, first, len(tokens), lexicon)
    return None

"""A word for `according to` in its sentence → whom it names, and what is said around it."""

from __future__ import annotations

from recoupe.annotate.attributions.antecedents import antecedent
from recoupe.annotate.attributions.content import Frame, Scope, said_before
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import (
    STOPS,
    Range,
    Tokens,
    can_speak,
    phrase_end,
)
from recoupe.annotate.attributions.tokens import match_phrase

# What a weak preposition takes: clauses only, at the start of a sentence.
_OPINION = frozenset({"clause"})


def read_preposition(cue: Cue, scope: Scope) -> Frame | None:
    """The rest of the clause: behind it at the start of a sentence, else before it, or around it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    source = _placed_behind(cue, scope) if cue.form == "postposition" else _governed(cue, scope)
    if source is None:
        return None
    first, after = min(cue.first, source[0]), max(cue.last, source[1])
    after += match_phrase(tokens, after, lexicon.preposition_ends) if after < len(tokens) else 0
    if cue.last < len(tokens) and lexicon.has("relative_objects", tokens[cue.last].low):
        quoted = cue.last + 1 < scope.high and tokens[cue.last + 1].kind == "quote"
        long = quoted or scope.high - cue.last > 3
        return Frame(cue, "preposition", source, ((cue.last + 1, scope.high),)) if long else None
    if first <= scope.low + 1 or tokens[first - 1].low in STOPS:
        start = _past_relative(tokens, after, lexicon)
        long = scope.high - start >= 2 or (start < scope.high and tokens[start].kind == "quote")
        return Frame(cue, "preposition", source, ((start, scope.high),)) if long else None
    content = said_before(tokens, scope.low, first, after, scope)
    return Frame(cue, "preposition", source, content) if content else None


# A relative clause behind a source ("a note of May, which we have read, ...") ends within so many tokens.
RELATIVE = 15


def _past_relative(tokens: Tokens, after: int, lexicon: Lexicon) -> int:
    """Where what is said begins: behind the comma, and behind a relative clause between commas."""
    if after >= len(tokens) or tokens[after].low != ",":
        return after
    opening = tokens[after + 1].low if after + 1 < len(tokens) else ""
    related = lexicon.has("relatives", opening) or lexicon.has("complementisers", opening)
    commas = (k for k in range(after + 1, min(len(tokens), after + RELATIVE)) if tokens[k].low == ",")
    return 1 + (next(commas, after) if related else after)


def _placed_behind(cue: Cue, scope: Scope) -> Range | None:
    source = antecedent(scope.tokens, scope.low, cue.first, scope.lexicon)
    return source if source and can_speak(scope.tokens, source, scope.lexicon) else None


def _governed(cue: Cue, scope: Scope) -> Range | None:
    tokens, lexicon, start = scope.tokens, scope.lexicon, cue.last
    own = next((k for k in range(cue.first, cue.last) if lexicon.has("possessives", tokens[k].low)), None)
    if own is not None:
        return own, own + 1
    if start >= len(tokens) or tokens[start].kind in ("mark", "quote"):
        return None
    if lexicon.has("relative_objects", tokens[start].low):
        return antecedent(tokens, scope.low, cue.first, lexicon)
    named = match_phrase(tokens, start - 1, lexicon.nouns) == 1  # the preposition ends with the noun ("de source")
    opening = cue.first <= scope.low + 1
    end = phrase_end(tokens, start, len(tokens), lexicon, opening=opening)
    if (
        opening or lexicon.data.clause_commas
    ) and end >= scope.high:  # no comma, no article and no known verb ends the phrase
        end = _named_end(tokens, start, end, lexicon)
    closing = (k for k in range(start + 1, end) if k + match_phrase(tokens, k, lexicon.preposition_ends) == end)
    span = (start - 1 if named else start, next(closing, end))
    return span if cue.takes != _OPINION or _has_opinion(tokens, span, lexicon) else None


def _named_end(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """The end of the first noun for a source with its complements and name; the end given if there is none."""
    last = end
    for place in range(start, end):
        name = tokens[place].name
        size = int(name is not None) or match_phrase(tokens, place, lexicon.nouns)
        if last < end and (not size or place > last or _is_document(tokens, place, lexicon)):
            break
        last = place + size if size else last
        if name is not None and name.kind == "person":
            break
    return last


def _is_document(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    return lexicon.noun_kinds.get((tokens[place].low,)) == "document"


def _has_opinion(tokens: Tokens, span: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase holds a person, or a noun for somebody who can speak."""
    persons = any(t.name is not None and t.name.kind == "person" for t in tokens[slice(*span)])
    return can_speak(tokens, span, lexicon) and (
        persons or any(match_phrase(tokens, k, lexicon.heads) for k in range(*span))
    )

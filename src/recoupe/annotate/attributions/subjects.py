"""A cue in its sentence → the noun phrase that is its subject."""

from __future__ import annotations

from recoupe.annotate.attributions.antecedents import antecedent
from recoupe.annotate.attributions.content import Scope
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import (
    DASHES,
    HEAD_REACH,
    STOPS,
    Range,
    Tokens,
    can_speak,
    governs,
    is_pronoun,
    is_short,
    opens_phrase,
    phrase_end,
)
from recoupe.annotate.attributions.tokens import match_phrase
from recoupe.annotate.attributions.verb_groups import relative_before, skippable

# A subject is looked for this many tokens before its cue: the longest subject with relative clauses seen was 31.
REACH_BEFORE = 45
# An insertion between dashes is at most this many tokens long.
INSERTION = 20


def subject_before(tokens: Tokens, low: int, wide: int, lexicon: Lexicon) -> Range | None:
    """The subject that ends before token `wide`, not before token `low`."""
    start = _clause_start(tokens, max(low, wide - REACH_BEFORE), wide, lexicon)
    if start >= wide:
        return None
    segments = _segments(tokens, start, wide)
    if not segments:
        return None
    behind_comma = tokens[wide - 1].low == ","
    if not behind_comma:
        own = _noun_phrase(tokens, *segments[-1], lexicon)
        if own is not None or len(segments) == 1:
            return own
    if len(segments) == 1 and lexicon.data.subject == "before":
        return None
    for first, last in segments:
        found = _noun_phrase(tokens, first, last, lexicon)
        if found is not None:
            return (found[0], segments[-1][1])
    return None


def _clause_start(tokens: Tokens, low: int, wide: int, lexicon: Lexicon) -> int:
    """First token of the clause: behind the last stop, quotation or complementiser before the cue."""
    dash = bracket = None
    for place in range(wide - 1, low - 1, -1):
        token = tokens[place]
        if (dash is not None and place > dash) or (bracket is not None and place >= bracket):
            continue
        if token.low in DASHES and (dash is None or place < dash):
            dash = next(
                (k for k in range(place - 1, max(low, place - INSERTION) - 1, -1) if tokens[k].low in DASHES), None
            )
            if dash is not None:
                continue  # an insertion between dashes
        elif dash is not None and place == dash:
            continue
        if token.kind == "quote" and place > low and tokens[place - 1].kind == "word" and is_short(token):
            continue  # the name of a medium
        if token.kind == "quote" or (token.kind == "mark" and token.low in STOPS):
            if token.low == ")" and place > low:
                before = range(place - 1, max(low, place - INSERTION) - 1, -1)
                bracket = next((k for k in before if tokens[k].low == "("), None)
                continue
            if token.low == "(" or (token.low == "." and place > 0 and len(tokens[place - 1].low) <= 3):
                continue
            return place + 1
        if token.low == "," and match_phrase(tokens, place + 1, lexicon.breaks) == 1:
            return place + 2
        if lexicon.has("linkers", token.low) and opens_phrase(tokens, place + 1, lexicon):
            finite = ("auxiliaries", "passives", "negations")  # "nothing is known and the mayor doubts"
            if any(lexicon.has(key, tokens[k].low) for k in range(low, place) for key in finite):
                return place + 1
        if low and lexicon.has("complementisers", token.low):  # without a cue before it, it opens a relative clause
            return place + 1
    return low


def _segments(tokens: Tokens, start: int, end: int) -> list[Range]:
    """What stands between commas, empty ones left out."""
    found, first, depth = [], start, 0
    for place in range(start, end):
        depth += (tokens[place].low == "(") - (tokens[place].low == ")")
        if tokens[place].low == "," and depth <= 0:
            found.append((first, place))
            first = place + 1
    found.append((first, end))
    return [(first, last) for first, last in found if first < last]


def _noun_phrase(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Range | None:
    """The noun phrase that fills a segment, leading joiners and trailing adverbs left out."""
    while first < last and (lexicon.has("linkers", tokens[first].low) or _is_adverb(tokens, first, lexicon)):
        first += 1
    end = last
    while last > first and skippable(tokens, last - 1, lexicon) and not is_pronoun(tokens, last - 1, lexicon):
        last -= 1
    if first + 1 < last < end and governs(tokens[last - 1], lexicon):
        last -= 1  # "X on Monday said"
    if first >= last:
        return None
    if opens_phrase(tokens, first, lexicon) or (last - first <= 2 and is_unknown_name(tokens, first, lexicon)):
        return first, last
    if tokens[first].low in lexicon.sets["nonsubjects"] or tokens[first].kind != "word":
        # German and Dutch put the verb second: behind an adverbial, the subject follows it.
        final = end + 1 >= len(tokens) or tokens[end + 1].kind in ("mark", "quote")
        return _late_phrase(tokens, first, last, lexicon) if final or not lexicon.sets["brackets"] else None
    holds_source = any(tokens[k].kind == "name" or match_phrase(tokens, k, lexicon.nouns) for k in range(first, last))
    return (first, last) if holds_source else None


def is_unknown_name(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """A capitalised word that no list knows, where a subject must stand."""
    token = tokens[index]
    known = (
        token.low in lexicon.sets["nonsubjects"]
        or token.low in lexicon.readings
        or token.low in lexicon.sets["clitics"]
    )
    return token.kind == "word" and token.first.isupper() and len(token.low) > 2 and not known and not token.time


def _is_adverb(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    return skippable(tokens, index, lexicon) and not opens_phrase(tokens, index, lexicon)


def _late_phrase(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Range | None:
    """A subject behind an adverbial that no comma closes ("on Tuesday night the mayor ...")."""
    for place in range(last - 1, first, -1):
        before = tokens[place - 1]
        if governs(before, lexicon) or lexicon.has("determiner", before.low):
            continue
        if (
            tokens[place].kind == "name"
            or lexicon.has("determiner", tokens[place].low)
            or is_pronoun(tokens, place, lexicon)
            or (before.kind == "quote" and match_phrase(tokens, place, lexicon.heads))
        ):
            name = tokens[place].name
            if name is not None and name.kind == "place":
                continue
            return place, last
    return None


def subject_of(cue: Cue, scope: Scope) -> Range | None:
    """The subject before a cue, or what its relative pronoun stands for; None behind a word for `and`."""
    tokens, lexicon = scope.tokens, scope.lexicon
    relative = relative_before(tokens, scope.low, cue.wide, lexicon)
    if relative is not None:
        return antecedent(tokens, scope.low, relative, lexicon)
    if cue.form == "joined" or (cue.wide and lexicon.has("linkers", tokens[cue.wide - 1].low)):
        return None
    before = subject_before(tokens, scope.low, cue.wide, lexicon)
    own = next((k for k in range(cue.wide, cue.first) if lexicon.has("own", tokens[k].low)), None)
    return (own, own + 1) if before is None and own is not None else before  # "we stand by our report"


def document_before(tokens: Tokens, low: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The writing or record that something follows from, whatever preposition stands before it (`from the report`)."""
    for place in range(low, stop):
        size = match_phrase(tokens, place, lexicon.nouns)
        if size and lexicon.noun_kinds.get(tuple(t.low for t in tokens[place : place + size])) == "document":
            return place, phrase_end(tokens, place, stop, lexicon)
    return None


def main_subject(cue: Cue, scope: Scope) -> Range | None:
    """The subject of the sentence: the name, pronoun or noun for a source that opens it, else that of its first part.

    Such is the subject of a gerund ("..., telling reporters that ...").
    """
    tokens, lexicon = scope.tokens, scope.lexicon
    commas = [k for k in range(scope.low + 1, cue.wide) if tokens[k].low == ","]
    opening = opening_source(tokens, scope.low, cue.wide, lexicon)
    if opening is not None:
        return opening
    for comma in commas if tokens[scope.low].low in lexicon.sets["nonsubjects"] else ():
        opening = opening_source(tokens, comma + 1, cue.wide, lexicon)
        if opening is not None and tokens[opening[1]].kind == "word":
            return opening
    return subject_before(tokens, scope.low, commas[0] if commas else cue.wide, lexicon)


def opening_source(tokens: Tokens, low: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The name, pronoun or noun for a source with its name that opens a sentence; None if something else does."""
    place = low
    while place < stop and lexicon.has("determiner", tokens[place].low):
        place += 1
    if place >= stop or not opens_phrase(tokens, low, lexicon):
        return None
    last = place
    for ahead in range(place, min(stop, place + HEAD_REACH)):
        size = 1 if tokens[ahead].kind == "name" else match_phrase(tokens, ahead, lexicon.heads)
        if not size and (last > place or governs(tokens[ahead], lexicon) or tokens[ahead].kind != "word"):
            break
        last = ahead + size if size else last
    return (low, last) if last > low and can_speak(tokens, (low, last), lexicon) else None

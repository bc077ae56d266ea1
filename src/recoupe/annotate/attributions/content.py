"""A cue in its sentence → what is said: the clause, quotation, infinitive or noun behind it, or the words before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import (
    STOPS,
    Range,
    Tokens,
    can_speak,
    governs,
    opens_phrase,
    past_adverbials,
    phrase_after,
)
from recoupe.annotate.attributions.tokens import match_phrase
from recoupe.annotate.attributions.verb_groups import skippable

Rule = Literal[
    "inversion",
    "quote",
    "colon",
    "clause",
    "bare clause",
    "infinitive",
    "object",
    "self",
    "preposition",
    "passive",
    "follow",
    "back",
    "predicate",
]
# A complementiser, colon or quotation belongs to a cue at most this many tokens before it (addressee, time, place).
REACH = 14
# Words between a cue and a colon that are an object of their own ("did not rule out a failure: ...").
OBJECT = 3
Behind = tuple[Rule, tuple[Range, ...]] | None
# Marks that part an inserted cue from what is said.
INSERTS = frozenset({",", "–", "—", "-", "!", "?", "…"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What a cue may reach.

    Args:
        low: behind the cue before.
        high: where the next joined cue begins.
        start: where the sentence begins, behind an opening "according to ...".
        follows: another cue stands before.
    """

    tokens: Tokens
    low: int
    high: int
    start: int
    lexicon: Lexicon
    follows: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Where source and content stand; `source` None means that of the cue before it in the sentence."""

    cue: Cue | None
    rule: Rule
    source: Range | None
    content: tuple[Range, ...]


def said_before(tokens: Tokens, low: int, end: int, after: int, scope: Scope) -> tuple[Range, ...]:
    """What is said before an inserted cue: the quotation beside it, else the words of the sentence on both sides."""
    last = end
    while last > low and tokens[last - 1].low in INSERTS:
        last -= 1
    if last <= low:
        return ()
    first = low if tokens[last - 1].kind == "quote" else min(low, scope.start)
    for place in range(last - 1, first - 1, -1):
        if tokens[place].low in {":", ";"}:
            first = place + 1
            break
    alone = tokens[last - 1].kind == "quote" and (last - 1 == first or tokens[last - 2].kind in ("mark", "quote"))
    said = (last - 1, last) if alone else (first, last)
    return (said, *_resumed(tokens, after, scope, alone))


def _resumed(tokens: Tokens, after: int, scope: Scope, quoted: bool) -> tuple[Range, ...]:
    """The rest of what is said, behind the insertion and a comma; behind a quotation only another one."""
    if after >= scope.high or tokens[after].low not in {",", ".", ":", "–", "—"}:
        return ()
    start = after + 1
    quote = start + (start < scope.high and scope.lexicon.has("linkers", tokens[start].low))
    if quote < scope.high and tokens[quote].kind == "quote":
        return ((quote, quote + 1),)
    if quoted or tokens[after].low != "," or scope.high - start < 2 or _is_other(tokens, start, scope.lexicon):
        return ()
    return ((start, scope.high),)


def _is_other(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Whether a clause of the article itself, or another source, begins here."""
    return bool(match_phrase(tokens, start, lexicon.breaks) or match_phrase(tokens, start, lexicon.prepositions))


def said_behind(cue: Cue, scope: Scope) -> Behind:
    """What stands behind the cue as its content: a clause, a quotation, an infinitive or a noun."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    commas = 0
    for place in range(cue.last, min(cue.last + REACH, high)):
        token = tokens[place]
        if commas and lexicon.data.bare_clause and "clause" in cue.takes and _opens_clause(tokens, cue.last, lexicon):
            break  # "said it would stay, but that ..."
        if lexicon.has("complementisers", token.low) and "clause" in cue.takes:
            return "clause", ((place + 1, before_speech(tokens, place + 1, high)),)
        if token.low == ":" and place + 1 < high and cue.takes & {"quote", "clause"}:
            speech = tokens[place + 1].kind == "quote"
            if not speech and "object" in cue.takes and place - cue.last >= OBJECT:
                return "object", ((past_adverbials(tokens, cue.last, place, lexicon), place),)
            return "colon", ((place + 1, place + 2 if speech else high),)
        if token.kind == "quote" and not _is_long(tokens, place) and _is_addressee(tokens, place, high, lexicon):
            continue  # the name of a medium in quotation marks
        if token.kind == "quote" and (place == cue.last or commas == 0 or tokens[place - 1].low == ","):
            return _quoted(cue, scope, place)
        if token.low == ",":
            if lexicon.data.clause_commas and _opens_bare_clause(cue, scope, place):
                alone = tokens[place + 1].kind == "quote" and place + 2 >= high
                return "quote" if alone else "bare clause", ((place + 1, high),)
            commas += 1
            continue
        if token.kind == "mark" and token.low in STOPS:
            break
    return _plain(cue, scope)


def _is_addressee(tokens: Tokens, place: int, high: int, lexicon: Lexicon) -> bool:
    """Whether a short quotation is whom something is told: behind a word for `to`, or before a content clause."""
    clause = place + 2 < high and tokens[place + 1].low == "," and lexicon.has("complementisers", tokens[place + 2].low)
    return clause or lexicon.has("addressees", tokens[place - 1].low)


def _opens_bare_clause(cue: Cue, scope: Scope, comma: int) -> bool:
    """Whether a comma opens what is said: nothing but adverbials and one party stand between it and the cue."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if "clause" not in cue.takes or comma + 1 >= scope.high or _is_dependent(tokens, comma + 1, lexicon):
        return False
    end = comma - 1 if lexicon.has("particles", tokens[comma - 1].low) else comma
    party = phrase_after(tokens, cue.last, scope.high, lexicon)
    if party is not None and party[0] < end:
        return party[1] <= comma and can_speak(tokens, party, lexicon)
    return all(tokens[k].time or skippable(tokens, k, lexicon) for k in range(cue.last, end))


def _is_dependent(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a clause opens with a complementiser, or a relative pronoun; an article has a noun behind it."""
    if lexicon.has("relatives", tokens[place].low) or lexicon.has("complementisers", tokens[place].low):
        return True
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return lexicon.has("determiner", tokens[place].low) and any(
        lexicon.has(key, after) for key in ("determiner", "nonsubjects", "clitics")
    )


def before_speech(tokens: Tokens, start: int, high: int) -> int:
    """Where a clause ends: before a colon with a quotation behind it."""
    for place in range(start + 1, high - 1):
        if tokens[place].low == ":" and tokens[place + 1].kind == "quote":
            return place
    return high


def _quoted(cue: Cue, scope: Scope, place: int) -> Behind:
    """A quotation behind the cue: alone, or as part of a noun or infinitive phrase."""
    start = past_adverbials(scope.tokens, cue.last, place, scope.lexicon)
    while start < place and scope.tokens[start].low == ",":
        start += 1
    if start == place and "quote" in cue.takes and _is_long(scope.tokens, place):
        return "quote", ((place, place + 1),)
    return "object", ((start, scope.high),)


def _is_long(tokens: Tokens, place: int) -> bool:
    quote = tokens[place].quote
    return quote is not None and quote.inner_end - quote.inner_start > 30


def _plain(cue: Cue, scope: Scope) -> Behind:
    """An infinitive, a bare clause, or a noun behind the cue."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    start = _past_addressee(cue, scope)
    if start < high and not (
        lexicon.has("clause_openers", tokens[start].low) and _opens_clause(tokens, start, lexicon)
    ):
        start = past_adverbials(tokens, start, high, lexicon)
    if start >= high or tokens[start].kind == "mark":
        return None
    if "infinitive" in cue.takes and _opens_infinitive(tokens, start, lexicon):
        return "infinitive", ((start, high),)
    if (
        lexicon.data.bare_clause
        and "clause" in cue.takes
        and _opens_clause(tokens, start, lexicon)
        and high - start > 2
    ):
        return "bare clause", ((start, high),)
    of = lexicon.has("possessors", tokens[start].low)
    if "object" in cue.takes and ((opens_phrase(tokens, start, lexicon) and not of) or (of and start == cue.last)):
        return "object", ((start, high),)
    if (
        "object" in cue.takes
        and (cue.last > cue.head + 1 or cue.reflexive)
        and cue.inverted is None
        and tokens[start].kind != "mark"
    ):
        return "object", ((start, high),)
    if "object" in cue.takes and tokens[start].kind == "word" and tokens[start].low not in lexicon.sets["nonsubjects"]:
        return "object", ((start, high),)
    return None


# The predicate of a clause without complementiser begins within so many tokens ("more than thirty people *were*").
PREDICATE_REACH = 9


def _opens_clause(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a clause can begin here: with a noun phrase, a number, or another word with an auxiliary soon behind."""
    token = tokens[index]
    if opens_phrase(tokens, index, lexicon) or token.first.isdigit() or lexicon.data.clause_commas:
        return True
    if token.kind != "word" or (governs(token, lexicon) and not lexicon.has("clause_openers", token.low)):
        return False
    for ahead in tokens[index + 1 : index + PREDICATE_REACH]:
        if ahead.kind in ("mark", "quote"):
            return False
        modal = any(reading.stance == "leads" for reading in lexicon.readings.get(ahead.low, ()))
        if modal or lexicon.has("auxiliaries", ahead.low) or lexicon.has("passives", ahead.low):
            return True
    return False


def _past_addressee(cue: Cue, scope: Scope) -> int:
    """First token behind whom something is told (`told Reuters`, `told a news conference`)."""
    tokens, lexicon, place = scope.tokens, scope.lexicon, cue.last
    if not lexicon.has("tellers", tokens[cue.last - 1].low) or place >= scope.high:
        return place
    while place < scope.high and lexicon.has("determiner", tokens[place].low):
        place += 1
    place += 1
    for _ in range(3):
        if place >= scope.high or tokens[place].kind != "word" or opens_phrase(tokens, place, lexicon):
            break
        place += 1
    return place


def _opens_infinitive(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive begins here: told by its opener, and by its ending where the language has one."""
    low = tokens[index].low
    ends = low.endswith(lexicon.openings) if lexicon.openings else False
    if low not in lexicon.openers:
        return ends and tokens[index].kind == "word" and not match_phrase(tokens, index, lexicon.nouns)
    index += 1
    while index + 1 < len(tokens) and any(lexicon.has(key, tokens[index].low) for key in ("clitics", "negations")):
        index += 1
    if index >= len(tokens) or lexicon.has("determiner", tokens[index].low):
        return False
    verb = tokens[index].low
    auxiliary = ends or verb in lexicon.openers or tokens[index].kind == "quote"  # "to have" takes any participle
    return auxiliary or not lexicon.openings or verb.endswith(lexicon.openings)

"""A cue in its sentence → what is said: the clause, quotation, infinitive or noun behind it, or the words before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import STOPS, Range, Tokens, opens_phrase, past_adverbials
from recoupe.annotate.attributions.tokens import match_phrase

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
    if start < scope.high and tokens[start].kind == "quote":
        return ((start, start + 1),)
    if quoted or tokens[after].low != "," or scope.high - start < 2:
        return ()
    return ((start, scope.high),)


def said_behind(cue: Cue, scope: Scope) -> Behind:
    """What stands behind the cue as its content: a clause, a quotation, an infinitive or a noun."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    commas = 0
    for place in range(cue.last, min(cue.last + REACH, high)):
        token = tokens[place]
        if lexicon.has("complementisers", token.low) and "clause" in cue.takes:
            return "clause", ((place + 1, before_speech(tokens, place + 1, high)),)
        if token.low == ":" and place + 1 < high and cue.takes & {"quote", "clause"}:
            speech = tokens[place + 1].kind == "quote"
            if not speech and "object" in cue.takes and place - cue.last >= OBJECT:
                return "object", ((past_adverbials(tokens, cue.last, place, lexicon), place),)
            return "colon", ((place + 1, place + 2 if speech else high),)
        if token.kind == "quote" and lexicon.has("addressees", tokens[place - 1].low) and not _is_long(tokens, place):
            continue  # the name of a medium in quotation marks
        if token.kind == "quote" and (place == cue.last or commas == 0 or tokens[place - 1].low == ","):
            return _quoted(cue, scope, place)
        if token.low == ",":
            commas += 1
            continue
        if token.kind == "mark" and token.low in STOPS:
            break
    return _plain(cue, scope)


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
    start = past_adverbials(tokens, _past_addressee(cue, scope), high, lexicon)
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


def _opens_clause(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    return opens_phrase(tokens, index, lexicon) or tokens[index].first.isdigit()


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


def _is_infinitive(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word can be an infinitive behind its opener; told by its ending where the language has one."""
    while index + 1 < len(tokens) and (
        lexicon.has("clitics", tokens[index].low) or lexicon.has("negations", tokens[index].low)
    ):
        index += 1
    low = tokens[index].low
    if lexicon.has("determiner", low):
        return False
    auxiliary = low in lexicon.openers or tokens[index].kind == "quote"
    return auxiliary or not lexicon.openings or low.endswith((*lexicon.openings, *_participles(lexicon)))


def _participles(lexicon: Lexicon) -> tuple[str, ...]:
    """Endings of participles, which follow an auxiliary infinitive ("to have received")."""
    return tuple(ending for c in lexicon.data.classes for ending in c.participle.split() if ending)


def _opens_infinitive(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    low = tokens[index].low
    if low in lexicon.openers:
        return index + 1 < len(tokens) and _is_infinitive(tokens, index + 1, lexicon)
    if tokens[index].kind != "word" or not lexicon.openings or match_phrase(tokens, index, lexicon.nouns):
        return False
    return low.endswith(lexicon.openings)

"""Cue → Frame: where its source and its content stand among the tokens of the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.annotate.cues import Cue
from recoupe.annotate.lexicon import Lexicon
from recoupe.annotate.phrases import (
    STOPS,
    Range,
    Tokens,
    antecedent,
    can_speak,
    holds_verb,
    opens_phrase,
    past_adverbials,
    phrase_after,
    phrase_end,
    subject_before,
)
from recoupe.annotate.tokens import match_phrase

Rule = Literal[
    "inversion", "quote", "colon", "clause", "bare clause", "infinitive", "object", "self", "preposition", "passive", "follow", "back", "predicate"
]
# A complementiser, colon or quotation belongs to a cue at most this many tokens before it (addressee, time, place).
REACH = 14


@dataclass(frozen=True, slots=True)
class Frame:
    """Where source and content stand; `source` None means that of the cue before it in the sentence."""

    cue: Cue | None
    rule: Rule
    source: Range | None
    content: tuple[Range, ...]


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


def read_cue(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a cue, by the first rule that fits."""
    if cue.form == "preposition":
        return _preposition(cue, scope)
    if cue.inverted is not None:
        return _inverted(cue, scope, (cue.inverted, cue.inverted + 1))
    if cue.form == "passive":
        return _passive(cue, scope)
    if cue.form == "infinitive" and not scope.lexicon.data.bare_infinitive:
        return _dependent(cue, scope) if _opened(cue, scope) else None
    if cue.form == "infinitive" and cue.wide and scope.tokens[cue.wide - 1].low in scope.lexicon.openers:
        return None
    if cue.form == "gerund":
        return _dependent(cue, scope)
    return _finite(cue, scope)


def _opened(cue: Cue, scope: Scope) -> bool:
    """A form that shares the subject of its sentence, by the words before it ("avant d'ajouter")."""
    for size in (1, 2, 3):
        start = cue.wide - size
        if start >= 0 and match_phrase(scope.tokens, start, scope.lexicon.gerund_openers) == size:
            return True
    return False


def _dependent(cue: Cue, scope: Scope) -> Frame | None:
    """A gerund or infinitive, whose source is the subject of its sentence."""
    before = scope.tokens[cue.wide - 1].low if cue.wide else ","
    if cue.form == "gerund" and before != "," and not _opened(cue, scope) and not scope.lexicon.has("linkers", before):
        return None
    found = _behind(cue, scope)
    if found is None:
        return None
    source = None if scope.follows else subject_before(scope.tokens, scope.low, _main_end(cue, scope), scope.lexicon)
    return Frame(cue, found[0], source, found[1])


def _main_end(cue: Cue, scope: Scope) -> int:
    """End of the first segment of the sentence, in which its subject stands."""
    for place in range(scope.low + 1, cue.wide):
        if scope.tokens[place].low == ",":
            return place
    return cue.wide


def _finite(cue: Cue, scope: Scope) -> Frame | None:
    """A verb with its subject before it, or behind it where what is said stands before."""
    if "self" in cue.takes:
        subject = _subject(cue, scope)
        end = _before_speech(scope.tokens, cue.last, scope.high)
        return Frame(cue, "self", subject, ((cue.wide, end),)) if subject or scope.follows else None
    behind = _behind(cue, scope)
    turned = _turned(cue, scope, behind)
    if turned is not None:
        return turned
    subject = _subject(cue, scope)
    if behind is not None and (subject is not None or scope.follows or cue.form == "joined"):
        return Frame(cue, behind[0], subject, behind[1])
    if subject is None:
        return None
    return _inserted(cue, scope, subject) or _bare(cue, scope, subject)


def _bare(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """A verb with nothing behind it: what it says was said in the sentence before, or the clause is all there is."""
    if not _ends_here(cue, scope) or not can_speak(scope.tokens, subject, scope.lexicon):
        return None
    clitics = scope.lexicon.sets["object_clitics"]
    if any(scope.tokens[k].low in clitics for k in range(cue.wide, cue.head)):
        return Frame(cue, "back", subject, ())
    if cue.stance in ("denies", "confirms") and cue.form in ("finite", "participle"):
        return Frame(cue, "self", subject, ((subject[0], cue.last),))
    return None


def _turned(cue: Cue, scope: Scope, behind: Behind) -> Frame | None:
    """`"...", a dit X` or `..., a dit X`: what is said stands before the cue, the source behind it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    before = tokens[cue.wide - 1] if cue.wide > scope.low else None
    if before is not None and lexicon.has("likeness", before.low):
        source = phrase_after(tokens, cue.last, scope.high, lexicon)
        content = _said_before(tokens, scope.low, cue.wide - 1, scope.high, scope)
        return Frame(cue, "inversion", source, content) if source and content else None
    if before is None or "quote" not in cue.takes or not (before.kind == "quote" or before.low in _INSERTS):
        return None
    if behind is not None and behind[0] in ("clause", "colon", "quote", "infinitive"):
        return None
    source = phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None:
        return None
    quoted = before.kind == "quote" or (cue.wide - 2 >= scope.low and tokens[cue.wide - 2].kind == "quote")
    if not can_speak(tokens, source, lexicon) and not quoted:
        return None
    if behind is not None and (holds_verb(tokens, source, lexicon) or not _is_end(tokens, source[1])):
        return None
    content = _said_before(tokens, scope.low, cue.wide, source[1], scope)
    return Frame(cue, "inversion", source, content) if content else None


def _is_end(tokens: Tokens, place: int) -> bool:
    return place >= len(tokens) or tokens[place].kind == "mark"


# Marks that part an inserted cue from what is said.
_INSERTS = frozenset({",", "–", "—", "-", "!", "?", "…"})


def _inserted(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """`..., X said.`: what is said stands before subject and cue."""
    if "quote" not in cue.takes or not _ends_here(cue, scope):
        return None
    start = subject[0]
    if start <= scope.low or not (scope.tokens[start - 1].low in _INSERTS or scope.tokens[start - 1].kind == "quote"):
        return None
    content = _said_before(scope.tokens, scope.low, start, _comma_after(scope.tokens, cue.last), scope)
    return Frame(cue, "inversion", subject, content) if content else None


def _subject(cue: Cue, scope: Scope) -> Range | None:
    tokens, lexicon = scope.tokens, scope.lexicon
    if cue.wide > scope.low and lexicon.has("relatives", tokens[cue.wide - 1].low):
        return antecedent(tokens, scope.low, cue.wide - 1, lexicon)
    if cue.form == "joined" or (cue.wide and lexicon.has("linkers", tokens[cue.wide - 1].low)):
        return None
    return subject_before(tokens, scope.low, cue.wide, lexicon)


def _ends_here(cue: Cue, scope: Scope) -> bool:
    """Whether nothing but adverbials stands between the cue and the next stop."""
    for place in range(cue.last, min(cue.last + REACH, scope.high)):
        token = scope.tokens[place]
        if token.low == "," or (token.kind == "mark" and token.low in STOPS):
            return True
        if token.kind == "quote":
            return False
        if scope.lexicon.has("complementisers", token.low):
            return False
    return True


def _said_before(tokens: Tokens, low: int, end: int, after: int, scope: Scope) -> tuple[Range, ...]:
    """What is said before an inserted cue: the quotation beside it, else the words of the sentence on both sides."""
    last = end
    while last > low and tokens[last - 1].low in _INSERTS:
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


Behind = tuple[Rule, tuple[Range, ...]] | None


def _behind(cue: Cue, scope: Scope) -> tuple[Rule, tuple[Range, ...]] | None:
    """What stands behind the cue as its content: a clause, a quotation, an infinitive or a noun."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    commas = 0
    for place in range(cue.last, min(cue.last + REACH, high)):
        token = tokens[place]
        if lexicon.has("complementisers", token.low) and "clause" in cue.takes:
            return "clause", ((place + 1, _before_speech(tokens, place + 1, high)),)
        if token.low == ":" and place + 1 < high and cue.takes & {"quote", "clause"}:
            speech = tokens[place + 1].kind == "quote"
            return "colon", ((place + 1, place + 2 if speech else high),)
        if token.kind == "quote" and (place == cue.last or commas == 0 or tokens[place - 1].low == ","):
            return _quoted(cue, scope, place)
        if token.low == ",":
            commas += 1
            continue
        if token.kind == "mark" and token.low in STOPS:
            break
    return _plain(cue, scope)


def _before_speech(tokens: Tokens, start: int, high: int) -> int:
    """Where a clause ends: before a colon with a quotation behind it."""
    for place in range(start + 1, high - 1):
        if tokens[place].low == ":" and tokens[place + 1].kind == "quote":
            return place
    return high


def _quoted(cue: Cue, scope: Scope, place: int) -> tuple[Rule, tuple[Range, ...]] | None:
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


def _plain(cue: Cue, scope: Scope) -> tuple[Rule, tuple[Range, ...]] | None:
    """An infinitive, a bare clause, or a noun behind the cue."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    start = past_adverbials(tokens, _past_addressee(cue, scope), high, lexicon)
    if start >= high or tokens[start].kind == "mark":
        return None
    if "infinitive" in cue.takes and _opens_infinitive(tokens, start, lexicon):
        return "infinitive", ((start, high),)
    if lexicon.data.bare_clause and "clause" in cue.takes and _opens_clause(tokens, start, lexicon) and high - start > 2:
        return "bare clause", ((start, high),)
    if "object" in cue.takes and (opens_phrase(tokens, start, lexicon) or lexicon.has("possessors", tokens[start].low)):
        return "object", ((start, high),)
    if "object" in cue.takes and cue.last > cue.head + 1 and cue.inverted is None and tokens[start].kind != "mark":
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


def _opens_infinitive(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    low = tokens[index].low
    if low in lexicon.openers:
        return index + 1 < len(tokens) and (tokens[index + 1].low not in lexicon.sets["determiner"])
    if tokens[index].kind != "word" or not lexicon.openings or match_phrase(tokens, index, lexicon.nouns):
        return False
    return low.endswith(lexicon.openings)


def _inverted(cue: Cue, scope: Scope, source: Range) -> Frame | None:
    """`dit-il`: what is said stands before, or on both sides."""
    after = max(cue.last, source[1])
    content = _said_before(scope.tokens, scope.low, cue.wide, _comma_after(scope.tokens, after), scope)
    if content:
        return Frame(cue, "inversion", source, content)
    behind = _behind(cue, scope)
    return Frame(cue, behind[0], source, behind[1]) if behind else None


def _comma_after(tokens: Tokens, start: int) -> int:
    """The next comma within a short adverbial behind an inserted cue."""
    for place in range(start, min(start + 6, len(tokens))):
        if tokens[place].low == ",":
            return place
        if tokens[place].kind in ("mark", "quote"):
            break
    return len(tokens)


def _passive(cue: Cue, scope: Scope) -> Frame | None:
    """`confirmée par X`: the agent is the source, what stands before is the content."""
    tokens, lexicon = scope.tokens, scope.lexicon
    agent = next((k for k in range(cue.last, scope.high) if lexicon.has("agent", tokens[k].low)), None)
    if agent is None:
        return None
    source = phrase_after(tokens, agent + 1, scope.high, lexicon)
    if source is None or source[0] - agent > 3:
        return None
    first = scope.low
    for place in range(cue.wide - 1, scope.low - 1, -1):
        if tokens[place].low in {",", ";", ":"} and place < cue.wide - 1:
            first = place + 1
            break
    return Frame(cue, "passive", source, ((first, cue.last),)) if cue.last - first >= 3 else None


def _preposition(cue: Cue, scope: Scope) -> Frame | None:
    """`selon X`: the rest of its clause, behind it at the start of a sentence, else before it, or around it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    source = _governed_phrase(cue, scope)
    if source is None:
        return None
    after = source[1]
    related = lexicon.has("relative_objects", tokens[cue.last].low)
    opening = cue.first <= scope.low + 1 or tokens[cue.first - 1].low in STOPS
    if related:
        return Frame(cue, "preposition", source, ((cue.last + 1, scope.high),)) if scope.high - cue.last > 3 else None
    if opening:
        start = after + 1 if after < len(tokens) and tokens[after].low == "," else after
        return Frame(cue, "preposition", source, ((start, scope.high),)) if scope.high - start >= 2 else None
    content = _said_before(tokens, scope.low, cue.first, after, scope)
    return Frame(cue, "preposition", source, content) if content else None


# What a weak preposition takes: clauses only, at the start of a sentence.
_OPINION = frozenset({"clause"})


def _governed_phrase(cue: Cue, scope: Scope) -> Range | None:
    tokens, lexicon = scope.tokens, scope.lexicon
    start = cue.last
    if start >= len(tokens) or tokens[start].kind in ("mark", "quote"):
        return None
    if lexicon.has("relative_objects", tokens[start].low):
        return antecedent(tokens, scope.low, cue.first, lexicon)
    named = match_phrase(tokens, start - 1, lexicon.nouns) == 1  # the preposition ends with the noun ("de source")
    opening = cue.first <= scope.low + 1
    span = (start - 1 if named else start, phrase_end(tokens, start, len(tokens), lexicon, opening=opening))
    return span if cue.takes != _OPINION or can_speak(tokens, span, lexicon) else None

"""A cue in its sentence → what is said: the clause, quotation, infinitive or noun behind it, or the words before it."""

from __future__ import annotations

from collections.abc import Iterator
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
from recoupe.annotate.attributions.tokens import Token, match_phrase

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
# An adverbial that closes a sentence is at most this many tokens long.
ADVERBIAL = 6
# An insertion behind a cue is at most this many tokens long.
OPENED = 7
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
    whole = tokens[last - 1].kind != "quote" or (last - 1 > low and tokens[last - 2].kind not in ("mark", "quote"))
    first = min(low, scope.start) if whole else low
    for place in range(last - 1, first - 1, -1):
        if tokens[place].low in {":", ";"}:
            first = place + 1
            break
    alone = tokens[last - 1].kind == "quote" and (last - 1 == first or tokens[last - 2].kind in ("mark", "quote"))
    said = (last - 1, last) if alone else (first, last)
    return (said, *_resumed(tokens, after, scope, alone))


def _resumed(tokens: Tokens, after: int, scope: Scope, quoted: bool) -> tuple[Range, ...]:
    """The rest of what is said, behind the insertion and a comma; behind a quotation only another one."""
    if (
        scope.lexicon.data.clause_commas
        and scope.low < after < scope.high
        and tokens[after].kind != "mark"
        and not quoted
    ):
        return ((after, scope.high),)  # "the boats are, by X, too small", where no comma parts the insertion
    if after >= scope.high or tokens[after].low not in {",", ".", ":", "–", "—"}:
        return ()
    start = after + 1
    if tokens[after].low == ":" and not quoted and start + 1 < scope.high and tokens[start].kind != "quote":
        return ((start, scope.high),)
    quote = start + (start < scope.high and scope.lexicon.has("linkers", tokens[start].low))
    if quote < scope.high and tokens[quote].kind == "quote":
        return ((quote, quote + 1),)
    opening = tokens[start] if start < scope.high else tokens[after]
    short = scope.high - start <= ADVERBIAL and governs(opening, scope.lexicon)  # "..., in a television interview"
    whom = quote + 1 < scope.high and scope.lexicon.has("relative_objects", tokens[start + 1].low)
    related = short or scope.lexicon.has("clauses", opening.low) or (whom and governs(opening, scope.lexicon))
    if (
        quoted
        or related
        or tokens[after].low != ","
        or scope.high - start < 2
        or _is_other(tokens, start, scope.lexicon)
    ):
        return ()
    return ((start, scope.high),)


def _is_other(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Whether a clause of the article itself, or another source, begins here."""
    return bool(match_phrase(tokens, start, lexicon.breaks) or match_phrase(tokens, start, lexicon.prepositions))


def comma_after(tokens: Tokens, start: int) -> int:
    """The next comma within a short adverbial behind an inserted cue."""
    for place in range(start, min(start + 6, len(tokens))):
        if tokens[place].low == ",":
            return place
        if tokens[place].kind in ("mark", "quote"):
            break
    return len(tokens)


def said_behind(cue: Cue, scope: Scope) -> Behind:
    """What stands behind the cue as its content: a clause, a quotation, an infinitive or a noun."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    commas, first = 0, _past_addressee(cue, scope)
    begun = _has_begun(cue, scope, first)
    related = False
    for place in range(first, min(first + REACH, high)):
        token = tokens[place]
        related = related or (commas > 0 and lexicon.has("relatives", token.low) and tokens[place - 1].low == ",")
        if commas and lexicon.data.bare_clause and "clause" in cue.takes and _opens_clause(tokens, first, lexicon):
            break  # "said it would stay, but that ..."
        if lexicon.has("complementisers", token.low) and "clause" in cue.takes and not (begun and place > first):
            if _is_relative(tokens, place, first, commas, lexicon) or (related and tokens[place - 1].low != ","):
                continue  # "said X, who knew that ..."
            if place > first == cue.last and _is_described(cue, tokens, place, lexicon):
                continue
            return "clause", ((place + 1, before_speech(tokens, place + 1, high)),)
        if token.low == ":" and place + 1 < high and cue.takes & {"quote", "clause"}:
            speech = tokens[place + 1].kind == "quote"
            taken_up = any(tokens[k].low in lexicon.sets["object_clitics"] for k in range(cue.wide, cue.head))
            if not speech and not taken_up and "object" in cue.takes and place - cue.last >= OBJECT:
                return "object", ((past_adverbials(tokens, cue.last, place, lexicon), place),)
            return "colon", ((place + 1, place + 2 if speech else high),)
        if token.kind == "quote" and not _is_long(tokens, place) and _is_addressee(tokens, place, high, lexicon):
            continue  # the name of a medium in quotation marks
        if token.kind == "quote" and (place == cue.last or commas == 0 or tokens[place - 1].low == ","):
            return _quoted(cue, scope, first, place)
        if token.low == ",":
            if lexicon.data.clause_commas and _opens_bare_clause(cue, scope, place):
                alone = tokens[place + 1].kind == "quote" and place + 2 >= high
                return "quote" if alone else "bare clause", ((place + 1, high),)
            commas += 1
            continue
        if token.kind == "mark" and token.low in STOPS:
            break
    found = _plain(cue, scope)
    if found is None or found[0] != "object":
        return found
    ((start, end),) = found[1]
    return "object", ((start, next(_joins(tokens, start, end, lexicon), end)),)


def _joins(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """The commas among some tokens behind which another clause is joined (`..., and`)."""
    return (k for k in range(start, end - 1) if tokens[k].low == "," and lexicon.has("linkers", tokens[k + 1].low))


def _has_begun(cue: Cue, scope: Scope, first: int) -> bool:
    """Whether an infinitive or a bare clause begins right behind the cue, so that a later `that` is another's."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if not lexicon.data.bare_clause or first >= scope.high:
        return False
    if "infinitive" in cue.takes and _opens_infinitive(tokens, first, lexicon):
        return True
    told = first > cue.last or "object" not in cue.takes
    return told and opens_phrase(tokens, first, lexicon) and not lexicon.has("complementisers", tokens[first].low)


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
    return past_adverbials(tokens, cue.last, end + 1, lexicon) >= end


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


def _quoted(cue: Cue, scope: Scope, first: int, place: int) -> Behind:
    """A quotation behind the cue: alone, or as part of a noun or infinitive phrase."""
    start = past_adverbials(scope.tokens, first, place, scope.lexicon)
    while start < place and scope.tokens[start].low == ",":
        start += 1
    closes = place + 1 >= scope.high and scope.tokens[place - 1].low == ","
    if start == place and "quote" in cue.takes and (closes or _is_long(scope.tokens, place)):
        return "quote", ((place, place + 1),)
    return "object", ((start, scope.high),)


def _is_long(tokens: Tokens, place: int) -> bool:
    quote = tokens[place].quote
    return quote is not None and quote.inner_end - quote.inner_start > 30


def _plain(cue: Cue, scope: Scope) -> Behind:
    """An infinitive, a bare clause, or a noun behind the cue; a particle of the verb that closes it is left out."""
    tokens, lexicon, high = scope.tokens, scope.lexicon, scope.high
    high -= high - 1 > cue.last and lexicon.has("particles", tokens[high - 1].low)
    first = start = _past_addressee(cue, scope)
    counted = start + 1 < high and lexicon.has("possessors", tokens[start + 1].low)  # "more than two hours"
    opener = start < high and lexicon.has("clause_openers", tokens[start].low)
    if start < high and not (opener and (counted or _opens_clause(tokens, start, lexicon))):
        start = _past_insertion(tokens, past_adverbials(tokens, start, high, lexicon), high, lexicon)
    if start >= high or tokens[start].kind == "mark":
        return None
    asked = _asked(tokens, first, high, lexicon) if "infinitive" in cue.takes else None
    if asked is not None:
        return "infinitive", ((asked, high),)
    if "infinitive" in cue.takes and _opens_infinitive(tokens, start, lexicon):
        return "infinitive", ((start, high),)
    bare = lexicon.data.bare_clause and "clause" in cue.takes and high - start > 2
    if bare and (_opens_clause(tokens, start, lexicon) or (start == first and _can_open(cue, tokens[start], lexicon))):
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
    free = tokens[start].low not in lexicon.sets["nonsubjects"] or (opener and counted)
    if "object" in cue.takes and tokens[start].kind == "word" and free:
        return "object", ((start, high),)
    return None


def _is_relative(tokens: Tokens, place: int, first: int, commas: int, lexicon: Lexicon) -> bool:
    """Whether a complementiser is a relative pronoun: `said the firm, which we asked`, `wrote what it saw`."""
    before = tokens[place - 1].low
    parted = commas == 1 and before == "," and place - 1 > first and lexicon.data.subject == "before"
    return parted or (place - 1 >= first and lexicon.has("definite", before) and lexicon.has("masculine", before))


def _is_described(cue: Cue, tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a complementiser is the relative pronoun of an object (`let slip the word that all awaited`)."""
    noun = lexicon.has("determiner", tokens[cue.last].low) and not any(t.time for t in tokens[cue.last : place])
    return noun and "object" in cue.takes and lexicon.data.subject == "before" and tokens[place - 1].kind == "word"


def _past_insertion(tokens: Tokens, start: int, high: int, lexicon: Lexicon) -> int:
    """First token behind a short insertion that a preposition opens (`mentioned, to the agency, a leak`)."""
    if start + 1 >= high or tokens[start].low != "," or not governs(tokens[start + 1], lexicon):
        return start
    ends = (k for k in range(start + 2, min(high, start + OPENED)) if tokens[k].low == ",")
    return next((past_adverbials(tokens, k + 1, high, lexicon) for k in ends), start)


def _asked(tokens: Tokens, start: int, high: int, lexicon: Lexicon) -> int | None:
    """Where an infinitive begins behind those who are asked (`asks of the residents to stay`)."""
    if not lexicon.has("addressees", tokens[start].low) or lexicon.data.bare_infinitive:
        return None
    ahead = range(start + 2, min(high, start + REACH))
    return next((k for k in ahead if tokens[k].low in lexicon.openers and _opens_infinitive(tokens, k, lexicon)), None)


def _can_open(cue: Cue, token: Token, lexicon: Lexicon) -> bool:
    """Whether any word right behind a verb that takes no noun opens a clause (`says millions lost their homes`)."""
    free = token.kind == "word" and not governs(token, lexicon) and not token.low.endswith(lexicon.participles)
    return free and "object" not in cue.takes


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
    place = _past_noun(tokens, place, scope.high, lexicon)
    for _ in range(3):
        if place >= scope.high or tokens[place].kind != "word" or opens_phrase(tokens, place, lexicon):
            break
        if tokens[place].low in lexicon.openers or tokens[place].time or governs(tokens[place], lexicon):
            break
        place += 1
    inside = place + 1 < scope.high and governs(tokens[place], lexicon) and not tokens[place + 1].time
    inside = inside and not lexicon.has("complementisers", tokens[place].low)
    return _past_noun(tokens, place + 1, scope.high, lexicon) if inside else place


def _past_noun(tokens: Tokens, place: int, high: int, lexicon: Lexicon) -> int:
    """First token behind a noun or name with its determiners."""
    while place < high and lexicon.has("determiner", tokens[place].low):
        place += 1
    return place + 1


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

"""Tokens around a cue → the noun phrase that names the source, before the cue or behind it."""

from __future__ import annotations

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.tokens import Token, match_phrase
from recoupe.annotate.attributions.verb_groups import skippable

Range = tuple[int, int]
Tokens = tuple[Token, ...]
STOPS = frozenset(".;:!?()…–—[]|•")
# A subject is looked for this many tokens before its cue: the longest subject with relative clauses seen was 31.
REACH_BEFORE = 45
# An inverted subject begins within this many tokens behind its cue (addressee, time and place between).
REACH_AFTER = 16
LONGEST = 40
DASHES = frozenset("–—")
# An insertion between dashes is at most this many tokens long.
INSERTION = 20
# The head of a source phrase stands among its first words: determiner, number, adjectives, noun.
HEAD_REACH = 9


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
    while last > first and skippable(tokens, last - 1, lexicon) and not _pronoun(tokens, last - 1, lexicon):
        last -= 1
    if first >= last:
        return None
    if opens_phrase(tokens, first, lexicon) or (last - first <= 2 and is_unknown_name(tokens, first, lexicon)):
        return first, last
    if tokens[first].low in lexicon.sets["nonsubjects"] or tokens[first].kind != "word":
        return _late_phrase(tokens, first, last, lexicon)
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
            or _pronoun(tokens, place, lexicon)
        ):
            name = tokens[place].name
            if name is not None and name.kind == "place":
                continue
            return place, last
    return None


def governs(token: Token, lexicon: Lexicon) -> bool:
    """Whether what follows this word depends on it (a preposition, a word for `of` or `to`)."""
    return not token.time and lexicon.has("dependence", token.low)  # "said on Tuesday the mayor"


def _pronoun(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    return bool(match_phrase(tokens, index, lexicon.pronouns))


def opens_phrase(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can begin here: a name, a determiner, a pronoun, or a bare noun for a source."""
    token = tokens[index]
    if token.kind == "name":
        return True
    if token.kind != "word":
        return False
    if token.low in lexicon.sets["nonsubjects"] and token.low not in lexicon.sets["indefinite_plural"]:
        return False
    if lexicon.has("possessors", token.low):
        return token.low in lexicon.sets["indefinite_plural"] and index + 1 < len(tokens)
    return (
        lexicon.has("determiner", token.low)
        or bool(match_phrase(tokens, index, lexicon.heads))
        or lexicon.has("own", token.low)
        or is_title(tokens, index, lexicon)
    )


def is_title(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """A form of address before a name (`M. X`, `Ms X`)."""
    low = tokens[index].low
    titles = lexicon.sets["address"]
    ahead = index + 1
    if ahead < len(tokens) and tokens[ahead].low == ".":
        low, ahead = f"{low}.", ahead + 1
    return low in titles and ahead < len(tokens) and tokens[ahead].kind == "name"


def past_adverbials(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """First token behind adverbs, times and short prepositional phrases ("to the agency", "in a statement")."""
    place = start
    while place < stop:
        size = match_phrase(tokens, place, lexicon.skips)
        token = tokens[place]
        if size:
            place += size
        elif token.time or (skippable(tokens, place, lexicon) and not lexicon.has("determiner", token.low)):
            place += 1
        elif _leads_phrase(tokens, place, lexicon) and (end := _short_phrase(tokens, place, stop, lexicon)):
            place = end
        else:
            break
    return place if place < stop else start


def _leads_phrase(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    low = tokens[place].low
    if low in lexicon.openers and place + 1 < len(tokens) and not opens_phrase(tokens, place + 1, lexicon):
        return False  # "to" before an infinitive
    return (low in lexicon.sets["nonsubjects"] or low in lexicon.sets["addressees"]) and not lexicon.has(
        "possessors", low
    )


def _short_phrase(tokens: Tokens, place: int, stop: int, lexicon: Lexicon) -> int:
    """End of a preposition with its noun; 0 if it does not end soon or at a place where something can follow."""
    end = place + 1
    while end < stop and (lexicon.has("determiner", tokens[end].low) or _leads_phrase(tokens, end, lexicon)):
        end += 1
    end += 1
    return end if end < stop and tokens[end - 1].kind in ("word", "name") else 0


def phrase_after(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The first noun phrase behind a cue that does not depend on a preposition, with its appositions."""
    inside = False
    for place in range(start, min(start + REACH_AFTER, stop)):
        token = tokens[place]
        if token.kind == "quote" and _is_spoken_to(tokens, place, start, lexicon):
            continue
        if token.kind == "quote" or (token.kind == "mark" and token.low in STOPS and token.low != "("):
            return None
        if lexicon.has("complementisers", token.low):
            return None
        before = tokens[place - 1] if place > start else None
        if before is not None and (governs(before, lexicon) or lexicon.has("determiner", before.low)):
            inside = True
            continue
        if (
            inside
            and token.kind == "name"
            and token.name is not None
            and token.name.kind != "person"
            and tokens[place - 1].kind == "word"
        ):
            continue
        if token.time or (lexicon.has("clitics", token.low) and not lexicon.has("determiner", token.low)):
            continue
        if opens_phrase(tokens, place, lexicon):
            if token.kind == "word" and lexicon.has("possessors", token.low) and place > start:
                continue
            return place, phrase_end(tokens, place, stop, lexicon)
    return None


# The name of a medium in quotation marks has at most so many letters.
MEDIUM = 30


def _is_spoken_to(tokens: Tokens, place: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a quotation is the name of a medium that somebody speaks to: the speaker is named behind it."""
    quote = tokens[place].quote
    short = quote is not None and quote.inner_end - quote.inner_start <= MEDIUM
    named = short and place + 1 < len(tokens) and tokens[place + 1].kind == "name"
    return named or (place > start and governs(tokens[place - 1], lexicon))


def phrase_end(tokens: Tokens, start: int, stop: int, lexicon: Lexicon, *, opening: bool = False) -> int:
    """End of a noun phrase that begins at `start`: over commas only for appositions and relative clauses.

    At the `opening` of a sentence, an apposition has a comma behind it as well, else it is the subject.
    """
    place, named, headed, related = start, False, False, False
    while place < min(stop, start + LONGEST):
        token = tokens[place]
        named = named or (token.kind == "name" and not _is_complement(tokens, start, place, lexicon))
        headed = headed or named or bool(match_phrase(tokens, place, lexicon.nouns))
        related = related or lexicon.has("relatives", token.low) or lexicon.has("interviews", token.low)
        if headed and not related and place > start and _new_phrase(tokens, place, lexicon):
            break
        if token.kind == "quote" or (token.kind == "mark" and token.low in STOPS and not _inner_stop(tokens, place)):
            break
        if lexicon.has("complementisers", token.low):
            break
        if token.low == "," and not _goes_on(tokens, place + 1, stop, named, lexicon):
            break
        if token.low == "," and opening and not _is_closed(tokens, place + 1, stop, lexicon):
            break
        place += 1
    return place


def _is_complement(tokens: Tokens, start: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a name hangs on a preposition, over its determiner."""
    back = place - 1
    if back > start and lexicon.has("determiner", tokens[back].low) and not governs(tokens[back], lexicon):
        back -= 1
    return back >= start and governs(tokens[back], lexicon)


def _is_closed(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether an apposition ends with a comma: at once behind a name, else after a participle or relative clause."""
    token = tokens[start]
    if token.kind == "name":
        return start + 1 < stop and tokens[start + 1].low == ","
    if not (lexicon.has("relatives", token.low) or lexicon.has("interviews", token.low)) and lexicon.has(
        "determiner", token.low
    ):
        return False
    return any(tokens[k].low == "," for k in range(start, min(stop, start + LONGEST)))


def _new_phrase(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether another phrase or the predicate begins here: an auxiliary, or a determiner that nothing governs."""
    low, before = tokens[place].low, tokens[place - 1]
    if lexicon.has("auxiliaries", low) and low not in lexicon.sets["addressees"]:
        return True
    if not lexicon.has("definite", low) or before.low == "," or lexicon.has("determiner", before.low):
        return False
    joined = lexicon.has("linkers", before.low) or lexicon.has("agent", before.low)
    return not joined and not governs(before, lexicon)


def _inner_stop(tokens: Tokens, place: int) -> bool:
    """A point of an abbreviation, or brackets inside the phrase."""
    low = tokens[place].low
    if low == ".":
        return (
            place + 1 < len(tokens) and len(tokens[place - 1].low) <= 3 and tokens[place + 1].kind in ("word", "name")
        )
    return low in "()" and place + 1 < len(tokens)


def _goes_on(tokens: Tokens, start: int, stop: int, named: bool, lexicon: Lexicon) -> bool:
    """Whether what follows a comma still describes the phrase: a name that it lacked, a function, a relative clause."""
    if start >= stop or tokens[start].kind == "quote":
        return False
    token = tokens[start]
    if token.kind == "name":
        return not named
    if lexicon.has("relatives", token.low) or lexicon.has("interviews", token.low):
        return True
    plain = start + 1 if lexicon.has("determiner", token.low) and start + 1 < stop else start
    return bool(match_phrase(tokens, plain, lexicon.nouns))


def antecedent(tokens: Tokens, low: int, relative: int, lexicon: Lexicon) -> Range | None:
    """The noun phrase that a relative pronoun stands for: the nearest one that does not depend on another."""
    end = relative - 1 if relative > low and tokens[relative - 1].low == "," else relative
    for place in range(end - 1, max(low, end - LONGEST) - 1, -1):
        if tokens[place].kind == "quote":
            return None
        if not opens_phrase(tokens, place, lexicon):
            continue
        if lexicon.has("possessors", tokens[place].low):
            continue
        before = tokens[place - 1] if place > low else None
        if before is not None and (governs(before, lexicon) or lexicon.has("determiner", before.low)):
            continue
        return place, end
    return None


def can_speak(tokens: Tokens, span: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase is headed by a name, a pronoun or a noun for a source."""
    for place in range(span[0], min(span[1], span[0] + HEAD_REACH)):
        token = tokens[place]
        if place > span[0] and (governs(token, lexicon) or token.low == ","):
            return False
        if token.kind == "name" and token.name is not None:
            return token.name.kind != "place" or span[1] - span[0] <= 3
        if match_phrase(tokens, place, lexicon.heads) or lexicon.has("own", token.low):
            return True
    return False


def holds_verb(tokens: Tokens, span: Range, lexicon: Lexicon) -> bool:
    """Whether a finite auxiliary stands in the phrase outside a relative clause, so that it is a clause."""
    for place in range(*span):
        low = tokens[place].low
        if lexicon.has("relatives", low):
            return False
        if lexicon.has("auxiliaries", low) or lexicon.has("passives", low):
            return True
        if any(r.stance == "leads" and r.form == "finite" and not r.rest for r in lexicon.readings.get(low, ())):
            return True
    return False

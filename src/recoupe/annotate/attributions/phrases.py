"""Tokens around a cue → the noun phrase that names the source, before the cue or behind it."""

from __future__ import annotations

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.tokens import Token, match_phrase
from recoupe.annotate.attributions.verb_groups import skippable

Range = tuple[int, int]
Tokens = tuple[Token, ...]
STOPS = frozenset(".;:!?()…–—[]|•")
# An inverted subject begins within this many tokens behind its cue (addressee, time and place between).
REACH_AFTER = 16
LONGEST = 40
DASHES = frozenset("–—")
# The head of a source phrase stands among its first words: determiner, number, adjectives, noun.
HEAD_REACH = 9


def governs(token: Token, lexicon: Lexicon) -> bool:
    """Whether what follows this word depends on it (a preposition, a word for `of` or `to`)."""
    return not token.time and lexicon.has("dependence", token.low)  # "said on Tuesday the mayor"


def is_pronoun(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun for a source stands here."""
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
            if size == 1 and lexicon.has("determiner", token.low) and not _is_adverbial(tokens, place + 1, lexicon):
                break  # "any delay"
            place += size
        elif token.time or (skippable(tokens, place, lexicon) and not lexicon.has("determiner", token.low)):
            place += 1
        elif _leads_phrase(tokens, place, lexicon) and (end := _short_phrase(tokens, place, stop, lexicon)):
            place = end
        else:
            break
    return place if place < stop else start


def _is_adverbial(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    return place < len(tokens) and (tokens[place].time or tokens[place].low in lexicon.lone_skips)


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
            inside = not token.time  # "said on Tuesday The Mail"
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
            if before is not None and _describes(before, token, lexicon):
                continue
            return place, phrase_end(tokens, place, stop, lexicon)
    return None


def _describes(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a bare noun behind another describes it, where subjects follow their verb (`conference press`)."""
    bare = token.kind == "word" and not token.low.startswith(lexicon.definite_prefixes)
    led = before.kind == "word" and not before.time and before.low not in lexicon.lone_skips
    return lexicon.data.subject == "behind" and bare and led and before.low not in lexicon.readings


# The name of a medium in quotation marks has at most so many letters.
MEDIUM = 30


def _is_spoken_to(tokens: Tokens, place: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a quotation is the name of a medium that somebody speaks to: the speaker is named behind it."""
    named = is_short(tokens[place]) and place + 1 < len(tokens) and tokens[place + 1].kind == "name"
    return named or (place > start and governs(tokens[place - 1], lexicon))


def is_short(token: Token) -> bool:
    """Whether a token is a quotation so short that it can be the name of a medium."""
    return token.quote is not None and token.quote.inner_end - token.quote.inner_start <= MEDIUM


def phrase_end(tokens: Tokens, start: int, stop: int, lexicon: Lexicon, *, opening: bool = False) -> int:
    """End of a noun phrase that begins at `start`: over commas only for appositions and relative clauses.

    At the `opening` of a sentence, an apposition has a comma behind it as well, else it is the subject.
    """
    place, named, headed, related = start, False, False, False
    while place < min(stop, start + LONGEST):
        token = tokens[place]
        named = named or (token.kind == "name" and not _is_complement(tokens, start, place, lexicon))
        headed = headed or named or bool(match_phrase(tokens, place, lexicon.heads))
        related = related or lexicon.has("relatives", token.low) or lexicon.has("interviews", token.low)
        if headed and not related and place > start and _new_phrase(tokens, place, lexicon):
            break
        if place > start and not related and lexicon.sets["brackets"] and _is_finite(token.low, lexicon):
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
    while place - 1 > start and (tokens[place - 1].low == "(" or lexicon.has("post_negations", tokens[place - 1].low)):
        place -= 1
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
    if match_phrase(tokens, place, lexicon.prepositions) or _follows_name(tokens, place, lexicon):
        return True
    if lexicon.data.subject == "either" and tokens[place].first.islower() and _is_finite(low, lexicon):
        return True
    if not lexicon.has("definite", low) or before.low == "," or lexicon.has("determiner", before.low):
        return False
    joined = lexicon.has("linkers", before.low) or lexicon.has("agent", before.low)
    return not joined and not governs(before, lexicon)


def _follows_name(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a name stands right behind a name that is a subject behind its verb (`accused Moscow Kyiv of ...`)."""
    first, second = tokens[place - 1].name, tokens[place].name
    return lexicon.data.subject == "behind" and first is not None and second is not None and second.kind != "person"


def _is_finite(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is a verb of saying, and no noun."""
    readings = lexicon.readings.get(low, ())
    return any(r.form == "finite" and not r.rest for r in readings) and not lexicon.has("homographs", low)


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
    described = named and plain > start and plain + 1 < stop and not governs(tokens[plain], lexicon)
    later = described and tokens[plain].kind == "word" and match_phrase(tokens, plain + 1, lexicon.nouns)
    return bool(match_phrase(tokens, plain, lexicon.nouns) or later)  # "Mary Hollis, the former mayor"


def is_document(tokens: Tokens, span: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase is headed by a noun for a writing or record."""
    sizes = ((place, match_phrase(tokens, place, lexicon.nouns)) for place in range(*span))
    first = next(((place, size) for place, size in sizes if size), None)
    return (
        first is not None and lexicon.noun_kinds.get(tuple(t.low for t in tokens[first[0] : sum(first)])) == "document"
    )


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

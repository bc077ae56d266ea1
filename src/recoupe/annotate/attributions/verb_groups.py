"""Tokens around a verb → its group: auxiliary, negation, clitics, inverted pronoun, agent, words that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.annotate.attributions.lexicon import Lexicon, Reading
from recoupe.annotate.attributions.tokens import Token, match_phrase

# How far a participle may stand from its auxiliary, in tokens: "a-t-il toutefois bien voulu" is 8; 9 is room enough.
AUXILIARY_REACH = 9
# How far behind a participle its agent may begin: "confirmed on Tuesday to the agency by" is 6.
AGENT_REACH = 8
REST_GAP = 4
# An insertion between an auxiliary and its participle ("has, for the moment, declined") is at most so long.
INSERTION = 6
# A particle stands this far behind its verb at most: subject, addressee, time and object between.
PARTICLE_REACH = 16
# Tokens of a subject between a verb and the words that go with it, where the verb comes first.
SUBJECT_GAP = 6


def find_auxiliary(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> tuple[int | None, range]:
    """The auxiliary of a participle, over adverbs, negations, clitics and an inverted pronoun, and what is between."""
    phrase = index  # first token of an adverbial phrase that ends where we look
    for back in range(index - 1, max(-1, index - 1 - AUXILIARY_REACH), -1):
        if back >= phrase:
            continue
        low = tokens[back].low
        if lexicon.has("auxiliaries", low) or lexicon.has("passives", low):
            further = back - 1
            if further >= 0 and lexicon.has("auxiliaries", tokens[further].low):
                back = further
            return back, range(back + 1, index)
        phrase = _skipped_phrase(tokens, back, lexicon)
        if low == ",":
            phrase = _insertion(tokens, back)
        if phrase > back and not (skippable(tokens, back, lexicon) or low == "-" or lexicon.has("inverted", low)):
            return None, range(0)
    return None, range(0)


# Words between an auxiliary and the participle that closes its clause: subject, object and adverbials.
BRACKET = 25


def find_bracket(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> int | None:
    """The auxiliary of a participle that closes its clause, over subject and object (German `hat ... abgelehnt`)."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.kind not in ("mark", "quote") and not lexicon.has("linkers", after.low):
        return None
    for back in range(index - 1, max(-1, index - 1 - BRACKET), -1):
        if tokens[back].kind == "mark" and tokens[back].low != "-":
            return None
        if lexicon.has("brackets", tokens[back].low):
            return back
    return None


def is_negated_behind(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether a negation follows the verb, or closes its clause where subject and object stand before it."""
    if index + 1 < len(tokens) and lexicon.has("post_negations", tokens[index + 1].low):
        return True
    if not lexicon.sets["brackets"]:
        return False
    clause = list(_clause(tokens, index + 1, BRACKET))
    return bool(clause) and clause[-1] + 1 < len(tokens) and lexicon.has("post_negations", tokens[clause[-1]].low)


def _insertion(tokens: tuple[Token, ...], comma: int) -> int:
    """The comma that opens an insertion closed by this one; the token behind it if there is none."""
    commas = (k for k in range(comma - 1, max(-1, comma - 1 - INSERTION), -1) if tokens[k].low == ",")
    return next(commas, comma + 1)


def _skipped_phrase(tokens: tuple[Token, ...], last: int, lexicon: Lexicon) -> int:
    """First token of a phrase of adverbs that ends with this one; the token behind it if there is none."""
    if tokens[last].low not in lexicon.skip_ends:
        return last + 1
    sizes = (size for size in (4, 3, 2) if last - size + 1 >= 0)
    found = (size for size in sizes if match_phrase(tokens, last - size + 1, lexicon.skips) == size)
    return last - next(found, 0) + 1


def skippable(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether a word may stand inside a verb group: an adverb, a time, a negation, a clitic."""
    token = tokens[index]
    if token.kind != "word":
        return False
    low = token.low
    if token.time or low in lexicon.lone_skips:
        return True
    ended = len(low) > 4 and bool(lexicon.skip_endings) and low.endswith(lexicon.skip_endings)
    return ended and low not in lexicon.nouns and not (index and lexicon.has("determiner", tokens[index - 1].low))


def widen(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> tuple[int, bool]:
    """First token of the group with its clitics and negation, and whether there is a negation."""
    first, negated = index, False
    while first > 0 and tokens[first - 1].kind == "word":
        low = tokens[first - 1].low
        if lexicon.has("negations", low):
            negated = True
        elif not lexicon.has("clitics", low):
            break
        first -= 1
    return first, negated


def relative_before(tokens: tuple[Token, ...], low: int, verb: int, lexicon: Lexicon) -> int | None:
    """The relative pronoun that is the subject of a verb, over the adverbs and times between them."""
    place = verb - 1
    while place > low and (
        tokens[place].time
        or skippable(tokens, place, lexicon)
        or (place + 1 < verb and tokens[place + 1].time and lexicon.has("dependence", tokens[place].low))
    ):
        place -= 1
    return place if place >= low and lexicon.has("relatives", tokens[place].low) else None


def inverted_after(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """A pronoun behind the verb and a hyphen, and the first token after the group."""
    place = index + 1
    while place < min(index + 5, len(tokens)) and (
        tokens[place].low == "-" or lexicon.has("clitics", tokens[place].low)
    ):
        if tokens[place].low != "-" and tokens[place - 1].low != "-":
            break
        if lexicon.has("inverted", tokens[place].low):
            return place, place + 1
        place += 1
    if place < len(tokens) and tokens[place - 1].low == "-" and lexicon.has("inverted", tokens[place].low):
        return place, place + 1
    return None, index + 1


def inverted_between(tokens: tuple[Token, ...], first: int, index: int, lexicon: Lexicon) -> int | None:
    """The pronoun in `a-t-il dit`."""
    for place in range(first + 1, index):
        if tokens[place - 1].low == "-" and lexicon.has("inverted", tokens[place].low):
            return place
    return None


def find_agent(tokens: tuple[Token, ...], start: int, lexicon: Lexicon) -> int | None:
    """The word for `by` within reach, with no stop before it."""
    for place in range(start, min(start + AGENT_REACH, len(tokens))):
        if tokens[place].kind != "word":
            if tokens[place].kind == "mark" and tokens[place].low not in "-(":
                return None
            continue
        if lexicon.has("agent", tokens[place].low):
            return place
    return None


def rest_end(reading: Reading, tokens: tuple[Token, ...], after: int, lexicon: Lexicon) -> int | None:
    """End of the words that must follow the verb, adverbs between them skipped; None if they do not."""
    place = after
    for words in reading.rest:
        if place < len(tokens) and tokens[place].low == "," and reading.takes and words & lexicon.sets["government"]:
            place = _past_insertion(words, tokens, place)
        found = _next(words, tokens, place, lexicon)
        if found is not None:
            place = found + (tokens[found].low in words)  # a prefix stays with its word
        elif words.isdisjoint(lexicon.sets["particles"]) or not _is_parted(words, tokens, place, lexicon):
            return None
    return place


def _past_insertion(words: frozenset[str], tokens: tuple[Token, ...], comma: int) -> int:
    """First token behind an insertion before one of some words (`spoke, he too, of`); the comma if there is none."""
    closing = (k for k in range(comma + 1, min(comma + INSERTION, len(tokens) - 1)) if tokens[k].low == ",")
    return next((k + 1 for k in closing if is_one(tokens[k + 1], words)), comma)


def _next(words: frozenset[str], tokens: tuple[Token, ...], place: int, lexicon: Lexicon) -> int | None:
    """The next of some words, adverbs before it skipped."""
    if lexicon.data.subject == "behind" or (lexicon.sets["brackets"] and not words & lexicon.sets["opening"]):
        # the subject may stand between
        place = next((k for k in _clause(tokens, place, SUBJECT_GAP) if is_one(tokens[k], words)), place)
    gap = 0
    while place < len(tokens) and gap < REST_GAP:
        size = match_phrase(tokens, place, lexicon.skips)
        if is_one(tokens[place], words) and size < 2:  # the "of" of the verb, not that of an adverbial
            return place
        size = size or int(skippable(tokens, place, lexicon))
        if not size:
            return None
        place, gap = place + size, gap + size
    return place if place < len(tokens) and is_one(tokens[place], words) else None


# A word that begins with a prefix has more letters than these (Arabic "b-" and a noun).
PREFIXED = 4


def is_one(token: Token, words: frozenset[str]) -> bool:
    """Whether a token is one of some words, or begins with one of those that are prefixes (written with a hyphen)."""
    if token.low in words:
        return True
    return token.kind == "word" and len(token.low) >= PREFIXED and f"{token.first}-" in words


def _is_parted(words: frozenset[str], tokens: tuple[Token, ...], start: int, lexicon: Lexicon) -> bool:
    """Whether the particle of a verb closes its clause."""
    for place in _clause(tokens, start, PARTICLE_REACH):
        last = place + 1 == len(tokens) or tokens[place + 1].kind in ("mark", "quote")
        if tokens[place].low in words and (last or lexicon.has("linkers", tokens[place + 1].low)):
            return True
    return False


def _clause(tokens: tuple[Token, ...], start: int, reach: int) -> Iterator[int]:
    """Tokens within reach, up to the next mark or quotation."""
    for place in range(start, min(start + reach, len(tokens))):
        if tokens[place].kind == "quote" or (tokens[place].kind == "mark" and tokens[place].low != "-"):
            return
        yield place

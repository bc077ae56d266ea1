"""A relative pronoun → the noun phrase that it stands for."""

from __future__ import annotations

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import LONGEST, Range, Tokens, governs, opens_phrase
from recoupe.annotate.attributions.tokens import match_phrase

# Words of the prepositions for `according to`.
PREPOSITION = (1, 2, 3, 4)


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
        if before is not None and (lexicon.has("determiner", before.low) or _is_led(tokens, low, place, lexicon)):
            continue
        bound = before is not None and governs(before, lexicon) and not _is_source(tokens, place, lexicon)
        if bound and not _behind_verb(tokens, place - 1, low, lexicon):
            continue
        return place, end
    return None


def _is_source(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a word for `by` or `according to` stands right before a phrase."""
    sizes = (size for size in PREPOSITION if size <= place)
    told = any(match_phrase(tokens, place - size, lexicon.prepositions) == size for size in sizes)
    return told or lexicon.has("agent", tokens[place - 1].low)


def _is_led(tokens: Tokens, low: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether a determiner and an adjective stand before a bare noun ("the former clerk")."""
    bare = tokens[noun].kind == "word" and not lexicon.has("determiner", tokens[noun].low) and noun - 2 >= low
    adjective = tokens[noun - 1]
    known = governs(adjective, lexicon) or adjective.low in lexicon.readings or lexicon.has("linkers", adjective.low)
    return bare and adjective.kind == "word" and not known and lexicon.has("determiner", tokens[noun - 2].low)


def _behind_verb(tokens: Tokens, preposition: int, low: int, lexicon: Lexicon) -> bool:
    """Whether a preposition goes with a verb, as it stands two words behind a name (`Hart sided with the mayor`)."""
    before = preposition - 1
    if before - 1 < low or lexicon.has("possessors", tokens[preposition].low):
        return False
    verb = tokens[before].kind == "word" and tokens[before].first.islower()
    known = match_phrase(tokens, before, lexicon.nouns) or governs(tokens[before], lexicon)
    return verb and not known and tokens[before - 1].kind == "name"

"""Quotations that no cue takes → whose they are: by a colon, as a predicate, or going on from the one before."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.lexicon import WORD, Lexicon, lower
from recoupe.annotate.attributions.phrases import (
    Range,
    Tokens,
    can_speak,
    governs,
    holds_verb,
    opens_phrase,
    phrase_end,
)
from recoupe.annotate.attributions.subjects import subject_before
from recoupe.annotate.attributions.tokens import Token, Unit
from recoupe.model import Article

# A quotation shorter than this, in characters, is a word in quotation marks rather than speech.
SPEECH = 25
# One that is the predicate of its sentence (`the firm "does not comment"`) may be as short as this.
PREDICATE = 12


def loose_quotes(
    article: Article, unit: Unit, covered: Sequence[Range], words: Lexicon, spoken: frozenset[int] | None
) -> list[Frame]:
    """Frames of the quotations outside `covered`.

    Args:
        article: the article.
        unit: the sentence.
        covered: what other frames of the sentence take.
        words: the lexicon.
        spoken: where the sources of this sentence end; None if nobody has been quoted in this paragraph or the last.
    """
    found: list[Frame] = []
    for place, token in enumerate(unit.tokens):
        if token.quote is None or any(first <= place < last for first, last in covered):
            continue
        size = token.quote.inner_end - token.quote.inner_start
        frame = None
        if size >= SPEECH or (place == 0 and len(unit.tokens) <= 2):
            named = spoken is not None and place - 1 in spoken  # "adds Mary Hollis: ..."
            frame = _going_on(unit.tokens, place) if named else _by_colon(unit.tokens, place, words)
            frame = _by_unknown_verb(unit.tokens, place, words) or frame
        if frame is None and size >= PREDICATE and token.first.islower():
            frame = _predicate(article, unit.tokens, place, words)
        if frame is None and (size >= SPEECH or place == 0) and (spoken is not None or found):
            frame = _going_on(unit.tokens, place)
        if frame is not None:
            found.append(frame)
    return found


def is_term(token: Token) -> bool:
    """Whether a token is no quotation, or one too short to be speech."""
    return token.quote is None or token.quote.inner_end - token.quote.inner_start < SPEECH


def _by_colon(tokens: Tokens, place: int, words: Lexicon) -> Frame | None:
    """A speaker, or a sentence about the speaker, then a colon and what is said."""
    if place == 0 or tokens[place - 1].low != ":":
        return None
    subject = _first_phrase(tokens, place - 1, words)
    return Frame(None, "colon", subject, ((place, place + 1),)) if subject else None


def _by_unknown_verb(tokens: Tokens, place: int, words: Lexicon) -> Frame | None:
    """`"...", chuckled the mayor.`: a word that no list knows between a quotation and somebody who can speak."""
    verb = place + 2
    if verb + 1 >= len(tokens) or tokens[place + 1].low != ",":
        return None
    verb += words.has("auxiliaries", tokens[verb].low)
    if verb + 1 >= len(tokens) or not _can_be_verb(tokens[verb], words) or not opens_phrase(tokens, verb + 1, words):
        return None
    source = verb + 1, phrase_end(tokens, verb + 1, len(tokens), words)
    ends = source[1] >= len(tokens) or tokens[source[1]].kind == "mark"
    speaks = ends and can_speak(tokens, source, words) and not holds_verb(tokens, source, words)
    return Frame(None, "inversion", source, ((place, place + 1),)) if speaks else None


def _can_be_verb(token: Token, words: Lexicon) -> bool:
    known = ("nonsubjects", "determiner", "complementisers", "linkers", "relatives", "clitics", "negations")
    return token.kind == "word" and token.first.islower() and not any(words.has(key, token.low) for key in known)


def _first_phrase(tokens: Tokens, end: int, words: Lexicon) -> Range | None:
    for last in range(1, end + 1):
        if (
            last == end
            or tokens[last].low in {",", ":"}
            or tokens[last].low in words.readings
            or words.has("auxiliaries", tokens[last].low)
        ):
            found = subject_before(tokens, 0, last, words)
            if found is not None and can_speak(tokens, found, words):
                return found
    return None


def _predicate(article: Article, tokens: Tokens, place: int, words: Lexicon) -> Frame | None:
    """A quotation that holds the verb: its subject stands right before it."""
    end = place
    while end > 0 and (
        words.has("clitics", tokens[end - 1].low)
        or words.has("auxiliaries", tokens[end - 1].low)
        or words.has("negations", tokens[end - 1].low)
    ):
        end -= 1
    subject = subject_before(tokens, 0, end, words) if end else None
    if end == place and not _opens_with_verb(article, tokens[place], words):
        return None
    if subject is None or subject[1] < end - 1 or governs(tokens[end - 1], words):
        return None
    if not can_speak(tokens, subject, words):
        return None
    if place + 1 < len(tokens) and tokens[place + 1].kind == "word" and end == place:
        return None
    return Frame(None, "predicate", subject, ((place, place + 1),))


def _opens_with_verb(article: Article, token: Token, words: Lexicon) -> bool:
    """Whether the first word of a quotation is a negation, an auxiliary or a verb of saying."""
    if token.quote is None:
        return False
    first = WORD.search(article.text, token.quote.inner_start, token.quote.inner_end)
    low = lower(first.group()) if first else ""
    return low in words.readings or any(words.has(key, low) for key in ("negations", "auxiliaries", "passives"))


def _going_on(tokens: Tokens, place: int) -> Frame | None:
    """A quotation without a cue that opens a sentence or follows a mark: the same speaker goes on."""
    opens = place == 0 or tokens[place - 1].kind in ("mark", "quote")
    return Frame(None, "follow", None, ((place, place + 1),)) if opens else None

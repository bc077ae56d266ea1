"""Tokens of a cue and its source → the media that stand between the article and the source."""

from __future__ import annotations

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import Tokens
from recoupe.annotate.attributions.tokens import Token
from recoupe.model import Article
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# Words between "told" or "cited by" and the medium: "quoted anonymously by the agency" is 3.
REACH = 5


def find_via(
    article: Article, tokens: Tokens, frame: Frame, lexicon: Lexicon, medium: str | None = None
) -> tuple[str, ...]:
    """Media to which the source spoke or that quote it, as the sentence says; the article's own outlet is none."""
    zone = _zone(tokens, frame)
    found: list[str] = []
    for place in zone:
        token = tokens[place]
        if (
            token.kind == "name"
            and _links(tokens, place, lexicon)
            and is_medium(article, token, tokens, place, lexicon)
        ):
            name = article.text[token.name.start : token.name.end] if token.name else token.low
            if name not in found and not _is_own(article, name):
                found.append(name)
        elif medium and medium not in found and _is_described_medium(tokens, place, lexicon):
            found.append(medium)
    return tuple(found)


def _zone(tokens: Tokens, frame: Frame) -> list[int]:
    """Tokens around cue and source, outside the content."""
    first = min(
        [p for p in (frame.cue.wide if frame.cue else None, frame.source[0] if frame.source else None) if p is not None]
        or [0]
    )
    last = max(
        [p for p in (frame.cue.last if frame.cue else None, frame.source[1] if frame.source else None) if p is not None]
        or [0]
    )
    start = max(0, first - 12) if first <= 14 else first
    inside = {place for a, b in frame.content for place in range(a, b)} if frame.rule != "self" else set()
    return [place for place in range(start, min(len(tokens), last + 12)) if place not in inside or place < last]


def _links(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a word for `to` or `by` leads to the name, or a verb of telling stands right before it."""
    for back in range(place - 1, max(-1, place - 1 - REACH), -1):
        low = tokens[back].low
        if tokens[back].kind in ("mark", "quote", "name") and low not in "-":
            return False
        if lexicon.has("addressees", low) or lexicon.has("agent", low):
            return True
        if lexicon.has("tellers", low):
            return True
        if back < place - 3:
            return False
    return False


def _is_described_medium(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """`told the paper`: a noun for a medium with a definite article, spoken to or citing."""
    if lexicon.noun_kinds.get((tokens[place].low,)) != "outlet" or tokens[place].kind != "word" or place == 0:
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.kind == "name":
        return False
    before = tokens[place - 1].low
    contracted = lexicon.has("addressees", before) and lexicon.has("masculine", before)
    return (contracted or lexicon.has("definite", before)) and _links(
        tokens, place if contracted else place - 1, lexicon
    )


def is_medium(article: Article, token: Token, tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a name is that of an outlet or agency: by its kind, by the lists of the world, or by the noun before."""
    if token.name is None:
        return False
    text = article.text[token.name.start : token.name.end]
    if token.name.kind == "outlet" or find_agency(text) or find_outlet(text):
        return True
    before = tokens[place - 1].low if place else ""
    return lexicon.noun_kinds.get((before,)) == "outlet"


def _is_own(article: Article, name: str) -> bool:
    if article.publisher is None:
        return False
    own, other = article.publisher.name.lower(), name.lower()
    return own == other or own.endswith(other) or other.endswith(own)

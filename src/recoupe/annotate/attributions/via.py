"""Tokens of a cue and its source → the media that stand between the article and the source."""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.drafts import Draft
from recoupe.annotate.attributions.learned import is_learned
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.mentions import is_masthead
from recoupe.annotate.attributions.phrases import Tokens
from recoupe.annotate.attributions.tokens import Token
from recoupe.model import Article
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# Words between "told" or "cited by" and the medium: "quoted anonymously by the agency" is 3.
REACH = 5
# A noun for a medium stands at most so many tokens before its name ("the regional daily").
NOUN_REACH = 3


def find_via(
    article: Article, tokens: Tokens, frame: Frame, lexicon: Lexicon, medium: str | None = None
) -> tuple[str, ...]:
    """Media to which the source spoke or that quote it, as the sentence says; the article's own outlet is none."""
    zone = _zone(tokens, frame)
    learned = frame.cue is not None and is_learned(tokens, frame.cue, lexicon)
    own = range(*frame.source) if frame.source else range(0)
    found: list[str] = []
    for place in zone:
        token = tokens[place]
        if (
            token.kind == "name"
            and ((learned and place not in own) or _links(tokens, place, lexicon, own.start if place in own else 0))
            and is_medium(article, token, tokens, place, lexicon)
        ):
            name = article.text[token.name.start : token.name.end] if token.name else token.low
            if name not in found and not _is_own(article, name):
                found.append(name)
        elif (
            medium
            and medium not in found
            and _is_described_medium(tokens, place, lexicon, learned and place not in own)
        ):
            found.append(medium)
    return tuple(found)


def nest(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence; what a medium says that others say came through that medium.

    What somebody says of his own saying (`says he would expect ...`) is part of what he says.
    """
    if len(drafts) < 2:
        return drafts
    kept = [draft for draft in drafts if not any(_is_own_word(draft, outer) for outer in drafts)]
    around = ((draft, _around(draft, kept)) for draft in kept)
    return [replace(draft, via=(*media, *draft.via)) if media else draft for draft, media in around]


def _is_own_word(draft: Draft, outer: Draft) -> bool:
    return outer.source.name == draft.source.name and _holds(outer, draft)


def _around(draft: Draft, drafts: list[Draft]) -> tuple[str, ...]:
    """The medium whose content holds the cue and the content of a draft, with what it came through itself."""
    for outer in drafts:
        name = outer.source.name
        if outer.source.kind == "outlet" and name not in (draft.source.name, *draft.via) and _holds(outer, draft):
            return *(via for via in outer.via if via not in draft.via), name
    return ()


def _holds(outer: Draft, draft: Draft) -> bool:
    """Whether the content of a draft holds the cue and the content of another."""
    cue = draft.frame.cue
    if outer is draft or outer.unit is not draft.unit or cue is None:
        return False
    inside = {place for first, last in outer.frame.content for place in range(first, last)}
    return cue.first in inside and all(p in inside for first, last in draft.frame.content for p in range(first, last))


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


def _links(tokens: Tokens, place: int, lexicon: Lexicon, first: int = 0) -> bool:
    """Whether a word for `to` or `by` leads to the name, or a verb of telling stands before it, from `first` on."""
    for back in range(place - 1, max(first - 1, place - 1 - REACH), -1):
        low = tokens[back].low
        if tokens[back].kind in ("mark", "quote", "name") and low not in "-":
            return False
        if any(lexicon.has(key, low) for key in ("addressees", "agent", "tellers", "interviews", "channels")):
            return True
    return False


def _is_described_medium(tokens: Tokens, place: int, lexicon: Lexicon, between: bool) -> bool:
    """`told the paper`: a noun for a medium with a definite article, spoken to or citing (`between`)."""
    if lexicon.noun_kinds.get((tokens[place].low,)) != "outlet" or tokens[place].kind != "word" or place == 0:
        return False
    following = next((t for t in tokens[place + 1 : place + 1 + NOUN_REACH] if t.kind != "word"), None)
    if following is not None and following.kind == "name":
        return False
    before = tokens[place - 1].low
    contracted = lexicon.has("addressees", before) and lexicon.has("masculine", before)
    return (contracted or lexicon.has("definite", before)) and (
        between or _links(tokens, place if contracted else place - 1, lexicon)
    )


def is_medium(article: Article, token: Token, tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a name is that of an outlet or agency: by its kind, by the lists of the world, or by the noun before."""
    if token.name is None:
        return False
    text = article.text[token.name.start : token.name.end]
    if token.name.kind == "outlet" or find_agency(text) or find_outlet(text):
        return True
    before = [t.low for t in tokens[max(0, place - NOUN_REACH) : place]]
    if any(lexicon.noun_kinds.get((low,)) == "outlet" or lexicon.has("channels", low) for low in before):
        return True
    words = token.low.split()
    return is_masthead(text, lexicon) or (token.name.kind != "person" and lexicon.has("mastheads", words[-1]))


def _is_own(article: Article, name: str) -> bool:
    """Whether a name is that of the publisher, or a short form of it (`the Ledger`: The Northern Ledger)."""
    own = article.publisher.name.lower() if article.publisher else ""
    other = name.lower()
    return bool(own) and (own.endswith(other) or own in other or set(other.split()) <= set(own.split()))

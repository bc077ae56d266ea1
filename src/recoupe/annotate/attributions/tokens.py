"""Article → its sentences as tokens: words, marks, names, and each outer quotation as one token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from recoupe.annotate.attributions.lexicon import WORD, Phrases, lower
from recoupe.annotate.quotes import Quote, find_article_quotes
from recoupe.model import Article, Name, Region, RegionKind, Span, Time

TokenKind = Literal["word", "mark", "name", "quote"]
# Sentences joined because a quotation runs over their border; a longer one is cut, so that time stays bounded.
MAX_UNIT = 6000


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a name, or a whole quotation; `low` is its comparable form, `first` its first letter."""

    start: int
    end: int
    low: str
    kind: TokenKind
    name: Name | None = None
    quote: Quote | None = None
    first: str = ""
    time: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """What tokens are cut from: a text with its names, times and outer quotations."""

    text: str
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quotation holds together, with the paragraph and region it stands in."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    region: RegionKind


def units(article: Article) -> tuple[Unit, ...]:
    """The article's sentences in order, each as tokens."""
    quotes = tuple(quote for quote in find_article_quotes(article) if quote.depth == 0)
    layer = Layer(article.text, article.names, article.times, quotes)
    return _units(layer, article.regions, article.sentences)


# Attributions and statements are read from the same tokens, one after the other; one article is all that need be kept.
@lru_cache(maxsize=1)
def _units(layer: Layer, regions: tuple[Region, ...], sentences: tuple[Span, ...]) -> tuple[Unit, ...]:
    starts = [region.start for region in regions]
    made, paragraph, last = [], 0, 0
    for span in _joined(sentences, layer.quotes):
        paragraph += "\n" in layer.text[last : span.start]
        last = span.end
        index = bisect_left(starts, span.start + 1) - 1
        kind = regions[index].kind if index >= 0 else "body"
        made.append(Unit(span.start, span.end, tuple(_tokens(layer, span)), paragraph, kind))
    return tuple(made)


def inside(article: Article, unit: Unit, quote: Quote) -> Unit:
    """The words of a quotation as a sentence of its own."""
    span = Span(quote.inner_start, min(quote.inner_end, unit.end))
    layer = Layer(article.text, article.names, article.times, ())
    return Unit(span.start, span.end, tuple(_tokens(layer, span)), unit.paragraph, unit.region)


def _joined(sentences: tuple[Span, ...], quotes: tuple[Quote, ...]) -> Iterator[Span]:
    """Sentences, joined where a quotation starts in one and ends in the next."""
    starts = [quote.start for quote in quotes]
    current: Span | None = None
    for sentence in sentences:
        if current and _crossed(current, sentence, quotes, starts) and sentence.end - current.start < MAX_UNIT:
            current = Span(current.start, sentence.end)
            continue
        if current:
            yield current
        current = sentence
    if current:
        yield current


def _crossed(left: Span, right: Span, quotes: tuple[Quote, ...], starts: list[int]) -> bool:
    index = bisect_left(starts, right.start) - 1
    return index >= 0 and quotes[index].start >= left.start and quotes[index].end > right.start


def _tokens(layer: Layer, span: Span) -> Iterator[Token]:
    """The tokens of a stretch; names and quotations are taken whole."""
    text, quotes, names, times = layer.text, layer.quotes, layer.names, layer.times
    low = lower(text[span.start : span.end])
    quote_at = bisect_left(quotes, span.start, key=_start)
    name_at = bisect_left(names, span.start, key=_start)
    time_at = bisect_left(times, span.start, key=_start)
    position = span.start
    for match in WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < position:
            continue
        while quote_at < len(quotes) and quotes[quote_at].start < start:
            quote_at += 1
        while name_at < len(names) and names[name_at].start < start:
            name_at += 1
        while time_at < len(times) and times[time_at].end <= start:
            time_at += 1
        if quote_at < len(quotes) and quotes[quote_at].start == start:
            token = _quotation(layer, quotes[quote_at], span.end, name_at)
        elif name_at < len(names) and names[name_at].start == start and names[name_at].end <= span.end:
            name = names[name_at]
            token = Token(start, name.end, lower(text[start : name.end]), "name", name=name, first=text[start])
        else:
            kind: TokenKind = "word" if text[start].isalnum() else "mark"
            timed = time_at < len(times) and times[time_at].start <= start
            token = Token(start, end, low[start - span.start : end - span.start], kind, None, None, text[start], timed)
        yield token
        position = max(token.end, end)


def _start(layered: Quote | Name | Time) -> int:
    return layered.start


def _quotation(layer: Layer, quote: Quote, stop: int, name_at: int) -> Token:
    """A quotation as one token; one that holds nothing but a name is that name."""
    end = min(quote.end, stop)
    for name in layer.names[name_at : name_at + 3]:
        if quote.start < name.start <= quote.inner_start + 4 and name.end >= quote.inner_end - 1 and name.end <= end:
            return Token(quote.start, end, lower(layer.text[name.start : name.end]), "name", name=name)
    return Token(quote.start, end, '"', "quote", quote=quote, first=layer.text[quote.inner_start])


def match_phrase(tokens: tuple[Token, ...], at: int, phrases: Phrases) -> int:
    """Number of tokens from `at` on that spell one of the phrases; 0 if none does."""
    entries = phrases.get(tokens[at].low)
    if not entries:
        return 0
    for words in entries:
        if len(words) == 1:
            return 1
        if at + len(words) <= len(tokens) and all(tokens[at + k].low == word for k, word in enumerate(words)):
            return len(words)
    return 0

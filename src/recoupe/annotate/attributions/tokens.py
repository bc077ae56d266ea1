"""Article → its sentences as tokens: words, marks, names, and each outer quotation as one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeVar

from recoupe.annotate.attributions.lexicon import WORD, Phrases, lower
from recoupe.annotate.quotes import Quote, find_article_quotes
from recoupe.model import Article, Name, RegionKind, Span, Time
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.text.tokens import cut

_CUT = re.compile(f"({WORD.pattern})")
TokenKind = Literal["word", "mark", "name", "quote"]
# Sentences joined because a quotation runs over their border; a longer one is cut, so that time stays bounded.
MAX_UNIT = 6000
# A quotation shorter than this, in characters, has no room for "said X" inside it.
INSERTED = 40


# A tuple rather than a dataclass: an article has hundreds of them, and tuples are made three times as fast.
class Token(NamedTuple):
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
    """What tokens are cut from: a text, its words and marks column by column, its names, times and outer quotations."""

    text: str
    starts: list[int]
    ends: list[int]
    lows: list[str]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quotation holds together, with the paragraph and region it stands in.

    `inner` are its quotations that have room for a cue, each as a sentence of its own; `lows` its words and marks in
    their comparable form, those of names and quotations as well, and `places` where each stands.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    region: RegionKind
    inner: tuple[Unit, ...] = ()
    lows: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


def units(article: Article) -> tuple[Unit, ...]:
    """The article's sentences in order, each as tokens."""
    layer = _layer(article)
    unquoted = replace(layer, quotes=())
    starts = [region.start for region in article.regions]
    made, paragraph, last = [], 0, 0
    for span in _joined(article.text, article.sentences, layer.quotes):
        paragraph += "\n" in layer.text[last : span.start]
        last = span.end
        index = bisect_left(starts, span.start + 1) - 1
        kind = article.regions[index].kind if index >= 0 else "body"
        tokens = tuple(_tokens(layer, span))
        inner = tuple(
            _inside(unquoted, span, token.quote, paragraph, kind)
            for token in tokens
            if token.quote is not None and token.quote.inner_end - token.quote.inner_start >= INSERTED
        )
        words = slice(bisect_left(layer.starts, span.start), bisect_left(layer.starts, span.end))
        places = tuple(zip(layer.starts[words], layer.ends[words], strict=True))
        made.append(Unit(span.start, span.end, tokens, paragraph, kind, inner, tuple(layer.lows[words]), places))
    return tuple(made)


def _layer(article: Article) -> Layer:
    _, _, starts, ends = cut(_CUT, article.text)
    low = lower(article.text)
    quotes = tuple(quote for quote in find_article_quotes(article) if quote.depth == 0)
    lows = [low[start:end] for start, end in zip(starts, ends, strict=True)]
    return Layer(article.text, starts, ends, lows, article.names, article.times, quotes)


def _inside(layer: Layer, unit: Span, quote: Quote, paragraph: int, kind: RegionKind) -> Unit:
    """The words of a quotation as a sentence of its own."""
    span = Span(quote.inner_start, min(quote.inner_end, unit.end))
    return Unit(span.start, span.end, tuple(_tokens(layer, span)), paragraph, kind)


def _joined(text: str, sentences: tuple[Span, ...], quotes: tuple[Quote, ...]) -> Iterator[Span]:
    """Sentences, joined where a quotation starts in one and ends in the next, or its cue has a full stop before it."""
    starts = [quote.start for quote in quotes]
    current: Span | None = None
    for sentence in sentences:
        crossed = current and (_crossed(current, sentence, quotes, starts) or _is_told(text, current, sentence, quotes))
        if current and crossed and sentence.end - current.start < MAX_UNIT:
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


# What stands behind a quotation that ends with its full stop, in a script without spaces, has at most these letters.
TOLD = 30
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


def _is_told(text: str, left: Span, right: Span, quotes: tuple[Quote, ...]) -> bool:
    """Whether a short sentence stands right behind a quotation that is a sentence (`"We go." said X.`)."""
    close = right.start == left.end and right.end - right.start <= TOLD and bool(_UNSPACED.match(text, right.start))
    return close and any(quote.start == left.start and quote.end == left.end for quote in quotes)


def _tokens(layer: Layer, span: Span) -> Iterator[Token]:
    """The tokens of a stretch; names and quotations are taken whole."""
    text, starts = layer.text, layer.starts
    quotes, names, times = _within(layer.quotes, span), _within(layer.names, span), _within(layer.times, span)
    quote, name, time = next(quotes, None), next(names, None), next(times, None)
    position = span.start
    first, stop = bisect_left(starts, span.start), bisect_left(starts, span.end)
    for start, end, low in zip(starts[first:stop], layer.ends[first:stop], layer.lows[first:stop], strict=True):
        if start < position:
            continue
        while quote is not None and quote.start < start:
            quote = next(quotes, None)
        while name is not None and name.start < start:
            name = next(names, None)
        while time is not None and time.end <= start:
            time = next(times, None)
        if quote is not None and quote.start == start:
            token = _quotation(layer, quote, span.end)
            position = max(token.end, end)
        elif name is not None and name.start == start and name.end <= span.end:
            token = Token(start, name.end, lower(text[start : name.end]), "name", name, None, text[start])
            position = max(token.end, end)
        else:
            letter = text[start]
            timed = time is not None and time.start <= start
            token = Token(start, end, low, "word" if letter.isalnum() else "mark", None, None, letter, timed)
        yield token


Layered = TypeVar("Layered", Quote, Name, Time)


def _within(entries: tuple[Layered, ...], span: Span) -> Iterator[Layered]:
    """The entries that begin in a stretch."""
    return iter(entries[bisect_left(entries, span.start, key=_start) : bisect_left(entries, span.end, key=_start)])


def _start(layered: Quote | Name | Time) -> int:
    return layered.start


def _quotation(layer: Layer, quote: Quote, stop: int) -> Token:
    """A quotation as one token; one that holds nothing but a name is that name."""
    end = min(quote.end, stop)
    for name in _within(layer.names, Span(quote.start + 1, quote.inner_start + 5)):
        if name.end >= quote.inner_end - 1 and name.end <= end:
            return Token(quote.start, end, lower(layer.text[name.start : name.end]), "name", name)
    return Token(quote.start, end, '"', "quote", None, quote, layer.text[quote.inner_start])


def match_phrase(tokens: tuple[Token, ...], at: int, phrases: Phrases) -> int:
    """Number of tokens from `at` on that spell one of the phrases; 0 if none does."""
    entries = phrases.get(tokens[at].low)
    if entries is None:
        return 0
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for words in entries:
        size = len(words)
        if size == 1:
            return size
        if words[1] == following and (size == 2 or tuple([token.low for token in tokens[at : at + size]]) == words):
            return size
    return 0

"""Article → its sentences as tokens: words, marks, names, and each outer quotation as one token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recoupe.annotate.lexicon import WORD, Phrases, lower
from recoupe.annotate.quotes import Quote, find_article_quotes
from recoupe.model import Article, Name, RegionKind, Span

TokenKind = Literal["word", "mark", "name", "quote"]
# Sentences joined because a quotation runs over their border; a longer one is cut, so that time stays bounded.
MAX_UNIT = 6000


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a name, or a whole quotation; `low` is its comparable form, `first` its first letter as written."""

    start: int
    end: int
    low: str
    kind: TokenKind
    name: Name | None = None
    quote: Quote | None = None
    first: str = ""
    time: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quotation holds together, with the paragraph and region it stands in."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    region: RegionKind


def units(article: Article) -> list[Unit]:
    """The article's sentences in order, each as tokens."""
    quotes = [quote for quote in find_article_quotes(article) if quote.depth == 0]
    regions = article.regions
    starts = [region.start for region in regions]
    made, paragraph, last = [], 0, 0
    for span in _joined(article.sentences, quotes):
        paragraph += "\n" in article.text[last : span.start]
        last = span.end
        index = bisect_left(starts, span.start + 1) - 1
        kind = regions[index].kind if index >= 0 else "body"
        made.append(Unit(span.start, span.end, tuple(_tokens(article, span, quotes)), paragraph, kind))
    return made


def inside(article: Article, unit: Unit, quote: Quote) -> Unit:
    """The words of a quotation as a sentence of its own."""
    span = Span(quote.inner_start, min(quote.inner_end, unit.end))
    return Unit(span.start, span.end, tuple(_tokens(article, span, [])), unit.paragraph, unit.region)


def _joined(sentences: tuple[Span, ...], quotes: list[Quote]) -> Iterator[Span]:
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


def _crossed(left: Span, right: Span, quotes: list[Quote], starts: list[int]) -> bool:
    index = bisect_left(starts, right.start) - 1
    return index >= 0 and quotes[index].start >= left.start and quotes[index].end > right.start


def _tokens(article: Article, span: Span, quotes: list[Quote]) -> Iterator[Token]:
    text, names = article.text, article.names
    low = lower(text[span.start : span.end])
    quote_at = bisect_left([q.start for q in quotes], span.start)
    name_at = bisect_left([n.start for n in names], span.start)
    times = {k for t in article.times if span.start <= t.start < span.end for k in range(t.start, t.end)}
    position = span.start
    while match := WORD.search(text, position, span.end):
        start, end = match.span()
        while quote_at < len(quotes) and quotes[quote_at].start < start:
            quote_at += 1
        while name_at < len(names) and names[name_at].start < start:
            name_at += 1
        if quote_at < len(quotes) and quotes[quote_at].start == start:
            token = _quotation(article, quotes[quote_at], span.end, name_at)
        elif name_at < len(names) and names[name_at].start == start and names[name_at].end <= span.end:
            name = names[name_at]
            token = Token(start, name.end, lower(text[start : name.end]), "name", name=name, first=text[start])
        else:
            kind: TokenKind = "word" if text[start].isalnum() else "mark"
            low_word = low[start - span.start : end - span.start]
            token = Token(start, end, low_word, kind, first=text[start], time=start in times)
        yield token
        position = max(token.end, end)


def _quotation(article: Article, quote: Quote, stop: int, name_at: int) -> Token:
    """A quotation as one token; one that holds nothing but a name is that name."""
    end = min(quote.end, stop)
    for name in article.names[name_at : name_at + 3]:
        if quote.start < name.start <= quote.inner_start + 4 and name.end >= quote.inner_end - 1 and name.end <= end:
            return Token(quote.start, end, lower(article.text[name.start : name.end]), "name", name=name)
    return Token(quote.start, end, '"', "quote", quote=quote, first=article.text[quote.inner_start])


def match_phrase(tokens: tuple[Token, ...], at: int, phrases: Phrases) -> int:
    """Number of tokens from `at` on that spell one of the phrases; 0 if none does."""
    for words in phrases.get(tokens[at].low, ()):
        if at + len(words) <= len(tokens) and all(tokens[at + k].low == word for k, word in enumerate(words)):
            return len(words)
    return 0

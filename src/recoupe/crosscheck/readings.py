"""Article → its reading: words with what each of them means, names and times, of which any part can be had at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Generic, TypeVar

from recoupe.crosscheck.lexemes import Lexeme, lexicon
from recoupe.lang import Language, load
from recoupe.model import Article, Name, Quantity, Span, Time
from recoupe.text.layout import words_within
from recoupe.text.words import Word

# Topics that stand beside the stem of the same word.
ROOTS_AND_NOTIONS = ("k:", "c:")

T = TypeVar("T", Name, Time, Quantity)


@dataclass(frozen=True, slots=True, eq=False)
class Row(Generic[T]):
    """Names, times or quantities in the order of the text, and where they begin."""

    spans: Sequence[T]
    starts: Sequence[int]


# Compared by identity: to hash one by value would hash its whole article.
@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article read word by word, once for all parts of the cross-check.

    Args:
        article: what is read.
        language: its language.
        words: all words of the text.
        starts: where they begin.
        lexemes: what they mean.
        covered: for each word whether a name or a time holds it whole.
        topics: for each word its topics; none where it begins within a name.
        names: those of the article, like `times` and `quantities`.
    """

    article: Article
    language: Language
    words: Sequence[Word]
    starts: Sequence[int]
    lexemes: Sequence[Lexeme]
    covered: Sequence[bool]
    topics: Sequence[tuple[str, ...]]
    names: Row[Name]
    times: Row[Time]
    quantities: Row[Quantity]

    def within(self, start: int, end: int) -> slice:
        """The numbers of the words that begin in a part of the text."""
        return slice(bisect_left(self.starts, start), bisect_left(self.starts, end))


def read_all(articles: Iterable[Article]) -> dict[str, Reading]:
    """The reading of each article, by id."""
    return {article.id: read(article) for article in articles}


def read(article: Article) -> Reading:
    """The reading of an article."""
    language = load(article.language)
    words = words_within(article.text, 0, len(article.text))
    starts = [word.start for word in words]
    lexemes = list(map(lexicon(language), (word.folded for word in words)))
    covered = [False] * len(words)
    topics = [lexeme.topics for lexeme in lexemes]
    taken = [(n.start, n.end) for n in article.names] + [(t.start, t.end) for t in article.times]
    for start, end in taken:
        for i in range(bisect_left(starts, start), bisect_left(starts, end)):
            covered[i] = covered[i] or words[i].end <= end
    for name in article.names:
        first, end = bisect_left(starts, name.start), bisect_left(starts, name.end)
        topics[first:end] = [()] * (end - first)
    return Reading(
        article=article,
        language=language,
        words=words,
        starts=starts,
        lexemes=lexemes,
        covered=covered,
        topics=topics,
        names=_row(article.names),
        times=_row(article.times),
        quantities=_row(article.quantities),
    )


def topics_within(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Topics of a part of the text, with the entities that it names instead of the words of their names."""
    told = set(chain.from_iterable(reading.topics[reading.within(start, end)]))
    told.update(f"e:{name.entity}" for name in touching(reading.names, start, end) if name.entity is not None)
    return frozenset(told)


def topics_beside(reading: Reading, start: int, end: int, around: Span, most: int) -> frozenset[str]:
    """Topics of up to so many words before and behind a part of the text, of a name's words as well."""
    before, behind = reading.within(around.start, start), reading.within(end, around.end)
    near = (
        *reading.lexemes[max(before.start, before.stop - most) : before.stop],
        *reading.lexemes[behind.start : min(behind.stop, behind.start + most)],
    )
    return frozenset(chain.from_iterable(lexeme.topics for lexeme in near))


def inside(row: Row[T], start: int, end: int) -> list[T]:
    """Those that lie within a part of the text."""
    return [span for span in _between(row, start, end) if span.end <= end]


# No name or time is longer than this, in characters.
_REACH = 300


def touching(row: Row[T], start: int, end: int) -> list[T]:
    """Those that lie at least in part within a part of the text."""
    return [span for span in _between(row, start - _REACH, end) if span.end > start]


def _between(row: Row[T], start: int, end: int) -> Sequence[T]:
    return row.spans[bisect_left(row.starts, start) : bisect_left(row.starts, end)]


def _row(spans: Iterable[T]) -> Row[T]:
    ordered = sorted(spans, key=attrgetter("start"))
    return Row(ordered, [span.start for span in ordered])

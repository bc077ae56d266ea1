"""Article → its page: words, shingles, quotations and sentences, laid out once for all who compare it with others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.annotate.quotes import find_article_quotes
from recoupe.crosscheck.alignments.sentences import Sentence, language_of, sentences
from recoupe.group.told import script_of, tell
from recoupe.model import Article
from recoupe.text.scripts import UNSPACED
from recoupe.text.shingles import SIZE, UNSPACED_FACTOR, shingles
from recoupe.text.words import Word


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out for comparison.

    Args:
        article: its id.
        language: without its region.
        words: the words of its told regions.
        quoted: for each word whether it stands in a quotation: spoken words are common ground of all who heard them.
        breaks: where regions begin, in words, and the number of all words.
        shingles: the shingle that begins with each word; none crosses a region, so that a passage never holds junk.
        size: words in a shingle.
        sentences: as they are compared one by one.
    """

    article: str
    language: str
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    breaks: tuple[int, ...]
    shingles: dict[int, int]
    size: int
    sentences: tuple[Sentence, ...]

    def region_of(self, word: int) -> tuple[int, int]:
        """First word of the region in which a word stands, and the end of the region."""
        at = bisect_right(self.breaks, word)
        return self.breaks[at - 1], self.breaks[at]


def lay_out(articles: Iterable[Article]) -> dict[str, Page]:
    """The page of each article, by id; none for a single article, which there is nothing to compare with."""
    articles = tuple(articles)
    if len(articles) < 2:
        return {}
    return {article.id: page(article) for article in articles}


def page(article: Article) -> Page:
    """The page of an article."""
    told = tell(article)
    size = SIZE * UNSPACED_FACTOR if script_of(article) in UNSPACED else SIZE
    folded = [word.folded for word in told.words]
    places: dict[int, int] = {}
    for first, end in pairwise(told.breaks):
        places.update(enumerate(shingles(folded[first:end], size), start=first))
    return Page(
        article=article.id,
        language=language_of(article),
        words=told.words,
        quoted=_quoted(article, told.words),
        breaks=told.breaks,
        shingles=places,
        size=size,
        sentences=tuple(sentences(article, told)),
    )


def _quoted(article: Article, words: Sequence[Word]) -> tuple[bool, ...]:
    starts = [word.start for word in words]
    quoted = [False] * len(words)
    for quote in find_article_quotes(article):
        if not quote.depth:
            first, end = bisect_left(starts, quote.inner_start), bisect_left(starts, quote.inner_end)
            quoted[first:end] = [True] * (end - first)
    return tuple(quoted)

"""Article → its page: words, shingles, quotations and sentences, laid out once for all who compare it with others."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.annotate.quotes import find_article_quotes
from recoupe.crosscheck.alignments.sentences import Sentence, language_of, sentences
from recoupe.group.keys import region_words, script_of, told_regions
from recoupe.model import Article
from recoupe.text.scripts import UNSPACED
from recoupe.text.shingles import SIZE, UNSPACED_FACTOR, shingles
from recoupe.text.words import Word

# A shingle that one article repeats more often is boilerplate.
MOST_TIMES = 4


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out for comparison.

    Args:
        article: its id.
        language: without its region.
        words: the words of its told regions.
        quoted: for each word whether it stands in a quotation: spoken words are common ground of all who heard them.
        breaks: where regions begin, in words, and the number of all words.
        shingles: where each shingle begins; none crosses a region, so that a passage never holds junk.
        size: words in a shingle.
        sentences: as they are compared one by one.
    """

    article: str
    language: str
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    breaks: tuple[int, ...]
    shingles: dict[int, tuple[int, ...]]
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
    size = SIZE * UNSPACED_FACTOR if script_of(article) in UNSPACED else SIZE
    told: list[Word] = []
    breaks: list[int] = []
    places: defaultdict[int, list[int]] = defaultdict(list)
    for region in told_regions(article):
        found = region_words(article.text, region.start, region.end)
        if not found:
            continue
        breaks.append(len(told))
        for at, shingle in enumerate(shingles(found, size), start=len(told)):
            places[shingle].append(at)
        told += found
    return Page(
        article=article.id,
        language=language_of(article),
        words=tuple(told),
        quoted=_quoted(article, told),
        breaks=(*breaks, len(told)),
        shingles={shingle: tuple(at) for shingle, at in places.items() if len(at) <= MOST_TIMES},
        size=size,
        sentences=tuple(sentences(article)),
    )


def _quoted(article: Article, told: Sequence[Word]) -> tuple[bool, ...]:
    ends = [(quote.inner_start, quote.inner_end) for quote in find_article_quotes(article) if not quote.depth]
    starts = [start for start, _ in ends]
    before = (bisect_right(starts, word.start) - 1 for word in told)
    return tuple(at >= 0 and word.start < ends[at][1] for at, word in zip(before, told, strict=True))

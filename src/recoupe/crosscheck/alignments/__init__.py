"""Articles of one story → passages that run together, word by word in one language, sentence by sentence across two."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.annotate.quotes import find_article_quotes
from recoupe.crosscheck.alignments.sentences import language_of, sentences
from recoupe.crosscheck.alignments.translations import PARTNERS, align_sentences, closest_pairs
from recoupe.group.keys import region_words, script_of, told_regions
from recoupe.model import Alignment, Article, Place
from recoupe.text.scripts import UNSPACED
from recoupe.text.shingles import SIZE, UNSPACED_FACTOR, shingles
from recoupe.text.words import Word

# A shingle that more articles of the story have is a phrase of the story, not a trace of copying (passim's max-DF).
MOST_ARTICLES = 100
# A shingle that one article repeats more often is boilerplate.
MOST_TIMES = 4
# Words that an editor may put in, take out or change between two shared shingles of one passage. Eight: an apposition.
GAP = 8
# Words that a passage must share at least: below, independent reports share set phrases and the titles of people.
SHORTEST = 8
# Spoken words are shorter, and an editor cuts them shorter still; five of them in the same order are one quotation.
SHORTEST_QUOTED = 5


def align(articles: Sequence[Article]) -> tuple[Alignment, ...]:
    """Passages that articles of the story share, ordered by where they stand."""
    ordered = sorted(articles, key=lambda article: article.id)
    pages = [page(article) for article in ordered]
    found = [alignment for a, b in _sharing(pages) for alignment in align_words(pages[a], pages[b])]
    return tuple(sorted([*found, *_translated(ordered)], key=_order))


def _translated(articles: Sequence[Article]) -> list[Alignment]:
    if len({language_of(article) for article in articles}) < 2:
        return []
    told = [sentences(article) for article in articles]
    pairs = closest_pairs(
        [(language_of(a), found) for a, found in zip(articles, told, strict=True)], PARTNERS, same_language=False
    )
    return [found for a, b in pairs for found in align_sentences(articles[a].id, told[a], articles[b].id, told[b])]


def _order(alignment: Alignment) -> tuple[str, str, int, int, int, int]:
    left, right = alignment.left, alignment.right
    return left.article, right.article, left.start, right.start, left.end, right.end


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out for alignment: the words of its told regions, where regions begin, and its shingles."""

    article: str
    language: str
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    breaks: tuple[int, ...]
    shingles: dict[int, tuple[int, ...]]
    size: int


def page(article: Article) -> Page:
    """The article's words and shingles; no shingle crosses a region, so that a passage never holds junk."""
    size = SIZE * UNSPACED_FACTOR if script_of(article) in UNSPACED else SIZE
    told: list[Word] = []
    breaks: list[int] = []
    places: defaultdict[int, list[int]] = defaultdict(list)
    for region in told_regions(article):
        found = region_words(article.text, region.start, region.end)
        breaks.append(len(told))
        for at, shingle in enumerate(shingles(found, size)):
            places[shingle].append(len(told) + at)
        told += found
    kept = {shingle: tuple(at) for shingle, at in places.items() if len(at) <= MOST_TIMES}
    return Page(article.id, language_of(article), tuple(told), quoted_words(article, told), tuple(breaks), kept, size)


def quoted_words(article: Article, told: Sequence[Word]) -> tuple[bool, ...]:
    """For each word whether it stands in a quotation: spoken words are common ground of all who heard them."""
    ends = [(quote.inner_start, quote.inner_end) for quote in find_article_quotes(article) if not quote.depth]
    starts = [start for start, _ in ends]
    before = (bisect_right(starts, word.start) - 1 for word in told)
    return tuple(at >= 0 and word.start < ends[at][1] for at, word in zip(before, told, strict=True))


def _sharing(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Pairs of pages of one language that share a rare shingle."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, found in enumerate(pages):
        for shingle in found.shingles:
            holders[shingle].append(position)
    pairs = {pair for held in holders.values() if 1 < len(held) <= MOST_ARTICLES for pair in combinations(held, 2)}
    return sorted((a, b) for a, b in pairs if pages[a].language == pages[b].language)


@dataclass(slots=True)
class Chain:
    """Shared shingles that follow each other in both pages; `left` and `right` are ranges of words."""

    left: int
    right: int
    left_end: int
    right_end: int


def align_words(left: Page, right: Page) -> Iterator[Alignment]:
    """Passages that two pages share: shared shingles, chained over small gaps, the longest first where they overlap."""
    chains = [_extend(chain, left, right) for chain in _chains(left, right)]
    for chain in _apart(sorted(chains, key=lambda c: (c.left - c.left_end, c.left, c.right)), left, right):
        ours = [word.folded for word in left.words[chain.left : chain.left_end]]
        theirs = [word.folded for word in right.words[chain.right : chain.right_end]]
        least = SHORTEST_QUOTED if left.quoted[chain.left] and right.quoted[chain.right] else SHORTEST
        if (same := _common(ours, theirs)) >= least:
            score = same / max(len(ours), len(theirs))
            yield Alignment(
                Place(left.article, left.words[chain.left].start, left.words[chain.left_end - 1].end),
                Place(right.article, right.words[chain.right].start, right.words[chain.right_end - 1].end),
                "verbatim" if ours == theirs else "edited",
                round(score, 3),
            )


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(ours, theirs)


def _chains(left: Page, right: Page) -> list[Chain]:
    shared = left.shingles.keys() & right.shingles.keys()
    pairs = sorted((i, j) for shingle in shared for i in left.shingles[shingle] for j in right.shingles[shingle])
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    for i, j in pairs:
        open_chains = [chain for chain in open_chains if i - chain.left_end <= GAP]
        fitting = [chain for chain in open_chains if _continues(chain, i, j, left, right)]
        if fitting:
            chain = min(fitting, key=lambda c: (abs((i - c.left) - (j - c.right)), c.left, c.right))
            chain.left_end, chain.right_end = i + left.size, j + left.size
        else:
            chain = Chain(i, j, i + left.size, j + left.size)
            chains.append(chain)
            open_chains.append(chain)
    return chains


def _continues(chain: Chain, i: int, j: int, left: Page, right: Page) -> bool:
    return (
        i + left.size > chain.left_end
        and j + left.size > chain.right_end
        and j - chain.right_end <= GAP
        and _region(left, i) == _region(left, chain.left)
        and _region(right, j) == _region(right, chain.right)
    )


def _region(found: Page, word: int) -> int:
    return bisect_right(found.breaks, word)


def _extend(chain: Chain, left: Page, right: Page) -> Chain:
    """The chain grown at both ends by words that are alike (shingles can be missing where they are repeated often)."""
    start, end = chain.left, chain.left_end
    other_start, other_end = chain.right, chain.right_end
    while start and other_start and _alike(left, right, start - 1, other_start - 1, chain):
        start, other_start = start - 1, other_start - 1
    while end < len(left.words) and other_end < len(right.words) and _alike(left, right, end, other_end, chain):
        end, other_end = end + 1, other_end + 1
    return Chain(start, other_start, end, other_end)


def _alike(left: Page, right: Page, i: int, j: int, chain: Chain) -> bool:
    inside = _region(left, i) == _region(left, chain.left) and _region(right, j) == _region(right, chain.right)
    return inside and left.words[i].folded == right.words[j].folded


def _apart(chains: Iterable[Chain], left: Page, right: Page) -> Iterator[Chain]:
    """Chains that share no word, on either side, with one before them."""
    taken, taken_right = bytearray(len(left.words)), bytearray(len(right.words))
    for chain in chains:
        ours, theirs = slice(chain.left, chain.left_end), slice(chain.right, chain.right_end)
        if not any(taken[ours]) and not any(taken_right[theirs]):
            taken[ours] = b"\x01" * (chain.left_end - chain.left)
            taken_right[theirs] = b"\x01" * (chain.right_end - chain.right)
            yield chain

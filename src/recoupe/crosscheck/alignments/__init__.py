"""Articles of one story → passages that run together, word by word in one language, sentence by sentence across two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from recoupe.crosscheck.alignments.pages import Page, lay_out
from recoupe.crosscheck.alignments.translations import PARTNERS, align_sentences, closest_pairs
from recoupe.model import Alignment, Article, Place

__all__ = ["Page", "align", "lay_out"]

# A shingle that more articles of the story have is a phrase of the story, not a trace of copying (passim's max-DF).
MOST_ARTICLES = 100
# Articles with which one is laid side by side, those that share most shingles with it: bounds the work on a story of
# hundreds of articles from one template. Copies of one text share as much with all: the first ids hold them together.
MOST_PARTNERS = 40
# A shingle that one article repeats more often is boilerplate.
MOST_TIMES = 4
# Words that an editor may put in, take out or change between two shared shingles of one passage. Eight: an apposition.
GAP = 8
# Words that a passage must share at least: below, independent reports share set phrases and the titles of people.
SHORTEST = 8
# Spoken words are shorter, and an editor cuts them shorter still; five of them in the same order are one quotation.
SHORTEST_QUOTED = 5


def align(articles: Sequence[Article], pages: Mapping[str, Page] | None = None) -> tuple[Alignment, ...]:
    """Passages that articles of the story share, ordered by where they stand.

    Args:
        articles: the articles of one story.
        pages: the articles laid out, if that has been done.
    """
    laid = pages or lay_out(articles)
    ordered = [laid[id_] for id_ in sorted(laid)]
    shared = _shared(ordered)
    found = [
        alignment
        for a, b in _sharing(ordered, shared)
        for alignment in align_words(ordered[a], ordered[b], shared[a], shared[b])
    ]
    return tuple(sorted([*found, *_translated(ordered)], key=_order))


def _translated(pages: Sequence[Page]) -> list[Alignment]:
    if len({page.language for page in pages}) < 2:
        return []
    pairs = closest_pairs([(page.language, page.sentences) for page in pages], PARTNERS)
    return [
        found
        for a, b in pairs
        for found in align_sentences(pages[a].article, pages[a].sentences, pages[b].article, pages[b].sentences)
    ]


def _order(alignment: Alignment) -> tuple[str, str, int, int, int, int]:
    left, right = alignment.left, alignment.right
    return left.article, right.article, left.start, right.start, left.end, right.end


@dataclass(frozen=True, slots=True)
class _Shared:
    """The shingles of a page that another page of the story has: in order with their places, and place by shingle."""

    ordered: Sequence[tuple[int, int]]
    places: Mapping[int, Sequence[int]]


def _shared(pages: Sequence[Page]) -> list[_Shared]:
    """What each page shares with any other."""
    df = Counter(shingle for page in pages for shingle in set(page.shingles.values()))
    rare = {shingle for shingle, n in df.items() if 1 < n <= MOST_ARTICLES}
    return [_shared_of(page, rare) for page in pages]


def _shared_of(page: Page, rare: Set[int]) -> _Shared:
    ordered = [(at, shingle) for at, shingle in page.shingles.items() if shingle in rare]
    places: defaultdict[int, list[int]] = defaultdict(list)
    for at, shingle in ordered:
        places[shingle].append(at)
    few = {shingle: found for shingle, found in places.items() if len(found) <= MOST_TIMES}
    return _Shared([(at, shingle) for at, shingle in ordered if shingle in few], few)


def _sharing(pages: Sequence[Page], shared: Sequence[_Shared]) -> list[tuple[int, int]]:
    """Pairs of pages of one language that share a shingle; of a page that has many such, those that share most."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, own in enumerate(shared):
        for shingle in own.places:
            holders[shingle].append(position)
    weight: Counter[tuple[int, int]] = Counter()
    # A long passage in the same articles is hundreds of shingles with the same holders: those are looked at once.
    for held, shingles in Counter(map(tuple, holders.values())).items():
        weight.update(dict.fromkeys(combinations(held, 2), shingles))
    partners: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (a, b), shingles in weight.items():
        if pages[a].language == pages[b].language:
            partners[a].append((-shingles, a, b))
            partners[b].append((-shingles, a, b))
    return sorted({(a, b) for own in partners.values() for _, a, b in nsmallest(MOST_PARTNERS, own)})


@dataclass(slots=True)
class Chain:
    """Shared shingles that follow each other in both pages; `left` and `right` are ranges of words."""

    left: int
    right: int
    left_end: int
    right_end: int


def align_words(left: Page, right: Page, ours: _Shared, theirs: _Shared) -> Iterator[Alignment]:
    """Passages that two pages share: shared shingles, chained over small gaps, the longest first where they overlap."""
    chains = _chains(_runs(ours, theirs, left.size), left, right)
    grown = [_extend(chain, left, right) for chain in chains if chain.left_end - chain.left >= SHORTEST_QUOTED]
    for chain in _apart(sorted(grown, key=lambda c: (c.left - c.left_end, c.left, c.right)), left, right):
        here = [word.folded for word in left.words[chain.left : chain.left_end]]
        there = [word.folded for word in right.words[chain.right : chain.right_end]]
        least = SHORTEST_QUOTED if left.quoted[chain.left] and right.quoted[chain.right] else SHORTEST
        if (same := _common(here, there)) >= least:
            score = same / max(len(here), len(there))
            yield Alignment(
                Place(left.article, left.words[chain.left].start, left.words[chain.left_end - 1].end),
                Place(right.article, right.words[chain.right].start, right.words[chain.right_end - 1].end),
                "verbatim" if here == there else "edited",
                round(score, 3),
            )


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    from rapidfuzz.distance import LCSseq

    return len(ours) if ours == theirs else LCSseq.similarity(ours, theirs)


def _runs(ours: _Shared, theirs: _Shared, size: int) -> list[Chain]:
    """Shared shingles that follow each other directly, in order."""
    runs: list[Chain] = []
    # The last run on each diagonal: where a run goes on, both places grow by one.
    last: dict[int, Chain] = {}
    for i, shingle in ours.ordered:
        for j in theirs.places.get(shingle, ()):
            run = last.get(j - i)
            if run is None or run.left_end != i + size - 1:
                run = last[j - i] = Chain(i, j, i, j)
                runs.append(run)
            run.left_end, run.right_end = i + size, j + size
    return runs


def _chains(runs: Iterable[Chain], left: Page, right: Page) -> list[Chain]:
    """Runs chained over small gaps."""
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    for run in runs:
        open_chains = [chain for chain in open_chains if run.left - chain.left_end <= GAP]
        fitting = [
            chain
            for chain in open_chains
            if -right.size < run.right - chain.right_end <= GAP and _continues(chain, run, left, right)
        ]
        if fitting:
            slant = run.left - run.right
            chain = min(fitting, key=lambda c: (abs(slant - c.left + c.right), c.left, c.right))
            chain.left_end, chain.right_end = run.left_end, run.right_end
        else:
            chains.append(run)
            open_chains.append(run)
    return chains


def _continues(chain: Chain, run: Chain, left: Page, right: Page) -> bool:
    return (
        run.left_end > chain.left_end
        and run.right_end > chain.right_end
        and left.region_of(run.left) == left.region_of(chain.left)
        and right.region_of(run.right) == right.region_of(chain.right)
    )


def _extend(chain: Chain, left: Page, right: Page) -> Chain:
    """The chain grown at both ends by words that are alike (shingles can be missing where they are repeated often)."""
    start, other_start = chain.left, chain.right
    end, other_end = chain.left_end, chain.right_end
    first, last = left.region_of(chain.left)
    other_first, other_last = right.region_of(chain.right)
    while start > first and other_start > other_first and _alike(left, right, start - 1, other_start - 1):
        start, other_start = start - 1, other_start - 1
    while end < last and other_end < other_last and _alike(left, right, end, other_end):
        end, other_end = end + 1, other_end + 1
    return Chain(start, other_start, end, other_end)


def _alike(left: Page, right: Page, i: int, j: int) -> bool:
    return left.words[i].folded == right.words[j].folded


def _apart(chains: Iterable[Chain], left: Page, right: Page) -> Iterator[Chain]:
    """Chains that share no word, on either side, with one before them."""
    taken, taken_right = bytearray(len(left.words)), bytearray(len(right.words))
    for chain in chains:
        ours, theirs = slice(chain.left, chain.left_end), slice(chain.right, chain.right_end)
        if not any(taken[ours]) and not any(taken_right[theirs]):
            taken[ours] = b"\x01" * (chain.left_end - chain.left)
            taken_right[theirs] = b"\x01" * (chain.right_end - chain.right)
            yield chain

"""Articles of one story → passages that run together, word by word in one language, sentence by sentence across two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.crosscheck.alignments.pages import Page, lay_out
from recoupe.crosscheck.alignments.translations import PARTNERS, align_sentences, closest_pairs
from recoupe.model import Alignment, Article, Place

__all__ = ["Page", "align", "lay_out"]

# A shingle that more articles of the story have is a phrase of the story, not a trace of copying (passim's max-DF).
MOST_ARTICLES = 100
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
    found = [alignment for a, b in _sharing(ordered) for alignment in align_words(ordered[a], ordered[b])]
    return tuple(sorted([*found, *_translated(ordered)], key=_order))


def _translated(pages: Sequence[Page]) -> list[Alignment]:
    if len({page.language for page in pages}) < 2:
        return []
    pairs = closest_pairs([(page.language, page.sentences) for page in pages], PARTNERS, same_language=False)
    return [
        found
        for a, b in pairs
        for found in align_sentences(pages[a].article, pages[a].sentences, pages[b].article, pages[b].sentences)
    ]


def _order(alignment: Alignment) -> tuple[str, str, int, int, int, int]:
    left, right = alignment.left, alignment.right
    return left.article, right.article, left.start, right.start, left.end, right.end


def _sharing(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Pairs of pages of one language that share a rare shingle."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, found in enumerate(pages):
        for shingle in found.shingles:
            holders[shingle].append(position)
    # A long passage in the same articles is hundreds of shingles with the same holders: those are looked at once.
    groups = {tuple(held) for held in holders.values() if 1 < len(held) <= MOST_ARTICLES}
    pairs = {pair for held in groups for pair in combinations(held, 2)}
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
    # The chain that ends with each pair of the last words: nearly every pair goes straight on from the one before.
    tips: dict[tuple[int, int], Chain] = {}
    for i, j in pairs:
        chain = tips.pop((i - 1, j - 1), None)
        if chain is None or chain.left_end != i - 1 + left.size or chain.right_end != j - 1 + right.size:
            open_chains = [chain for chain in open_chains if i - chain.left_end <= GAP]
            fitting = [chain for chain in open_chains if _continues(chain, i, j, left, right)]
            chain = min(fitting, key=lambda c: (abs((i - c.left) - (j - c.right)), c.left, c.right), default=None)
        if chain is None:
            chain = Chain(i, j, i, j)
            chains.append(chain)
            open_chains.append(chain)
        chain.left_end, chain.right_end = i + left.size, j + left.size
        tips[i, j] = chain
    return chains


def _continues(chain: Chain, i: int, j: int, left: Page, right: Page) -> bool:
    return (
        i + left.size > chain.left_end
        and -left.size < j - chain.right_end <= GAP
        and left.region_of(i) == left.region_of(chain.left)
        and right.region_of(j) == right.region_of(chain.right)
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

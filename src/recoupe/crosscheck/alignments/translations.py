"""Two articles in two languages → sentences that say the same, found without a dictionary.

Sentences are compared by their anchors (names, numbers, dates, countries, international words) and their length, and
laid along each other in order, as Gale and Church (1993) align translations. Sentences without anchors between two
matched ones are matched by length alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations, pairwise
from math import exp, fsum, log

from recoupe.crosscheck.alignments.sentences import Sentence
from recoupe.model import Alignment, Place

# How much an anchor says by its kind: a number or date more than a word that looks international, a country least.
KIND_WEIGHT = {"#": 1.2, "@": 1.0, "&": 1.0, "~": 0.7, "=": 0.5, "%": 0.5}
# A name or number of one side that the other lacks speaks against a match, half as much as a shared one for it.
LACKING = 0.5
# Weight added below the line of the overlap, so that one shared anchor alone is no match: about two anchors.
PRIOR = 4.0
# Overlap at which a pair of sentences is neither for nor against being matched, and gain where the sentences before
# are matched, too (order is the strongest sign). Both tried on the benchmark's claims that stand in two languages.
NEUTRAL = 0.16
IN_ORDER = 0.06
# Logistic regression on 264 matches of the benchmark whose sentences are in gold claims: overlap, shared anchors,
# shared names and numbers, share of the shorter article that is matched. Precision at LEAST is 0.7, at 0.8 it is 0.9.
BIAS, BY_OVERLAP, BY_SHARED, BY_STRONG, BY_COVERAGE = -2.4, 3.1, 0.11, 0.32, 2.9
MOST_SHARED, MOST_STRONG = 6, 4
LEAST = 0.5
# Partners in other languages for one article, and sentences of an article that may share a key for it to point from one
# sentence to another; both bound the work.
PARTNERS = 8
MOST_HOLDERS = 8
# Sentences whose lengths in Latin letters differ by more than this factor do not translate each other.
LENGTH_FACTOR = 2.2
# Sentences without anchors that may stand between two matched ones, and how alike they must be in length.
MOST_BETWEEN = 2
LEAST_FIT = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences `left` to `left_end` laid against `right` to `right_end`; `shared` are the anchors that both have."""

    left: int
    left_end: int
    right: int
    right_end: int
    overlap: float
    shared: frozenset[str] = frozenset()


def closest_pairs(
    told: Sequence[tuple[str, Sequence[Sentence]]], partners: int, *, same_language: bool
) -> list[tuple[int, int]]:
    """Pairs of positions: for each article the partners with which it shares most rare anchors.

    Args:
        told: language and sentences of each article.
        partners: how many for each article.
        same_language: whether pairs of one language are wanted, or pairs of two.
    """
    languages = [language for language, _ in told]
    keys = [frozenset[str]().union(*(sentence.keys for sentence in found)) for _, found in told]
    df = Counter(key for own in keys for key in own)
    shared: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for a, b in combinations(range(len(told)), 2):
        if (languages[a] == languages[b]) == same_language:
            weight = fsum(1 / df[key] for key in keys[a] & keys[b])
            shared[a].append((weight, a, b))
            shared[b].append((weight, a, b))
    return sorted({(a, b) for own in shared.values() for _, a, b in nlargest(partners, own)})


def align_sentences(left: str, ours: Sequence[Sentence], right: str, theirs: Sequence[Sentence]) -> Iterator[Alignment]:
    """Sentences of two articles that say the same; where one is matched with two, the two are one passage."""
    for bead, score in matches(ours, theirs):
        yield Alignment(
            Place(left, ours[bead.left].start, ours[bead.left_end - 1].end),
            Place(right, theirs[bead.right].start, theirs[bead.right_end - 1].end),
            "translated",
            round(score, 3),
        )


def matches(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], *, pairs_only: bool = False
) -> list[tuple[Bead, float]]:
    """Beads of the best chain with their probability, in order; unlikely ones are left out.

    Args:
        ours: sentences of one article.
        theirs: sentences of the other.
        pairs_only: no bead of three sentences. Translators split sentences, and that is three times the work.
    """
    chain = _best_chain(_beads(ours, theirs, pairs_only), len(ours), len(theirs))
    coverage = len(chain) / max(1, min(len(ours), len(theirs)))
    scored = [(bead, _probability(bead, coverage)) for bead in chain]
    kept = [(bead, score) for bead, score in scored if score >= LEAST]
    return sorted([*kept, *_between(kept, ours, theirs)], key=lambda found: (found[0].left, found[0].right))


def _probability(bead: Bead, coverage: float) -> float:
    strong = sum(key[0] in "#@&" for key in bead.shared)
    linear = BIAS + BY_OVERLAP * bead.overlap + BY_COVERAGE * coverage
    linear += BY_SHARED * min(len(bead.shared), MOST_SHARED) + BY_STRONG * min(strong, MOST_STRONG)
    return 1 / (1 + exp(-linear))


def _beads(ours: Sequence[Sentence], theirs: Sequence[Sentence], pairs_only: bool) -> dict[tuple[int, int], list[Bead]]:
    """Beads, by their end, whose sentences all share an anchor with the other side and that overlap enough."""
    weights = _weights(ours, theirs)
    touching = _touching(ours, theirs)
    found: defaultdict[tuple[int, int], list[Bead]] = defaultdict(list)
    for i, j in sorted(touching):
        two, more = not pairs_only and (i + 1, j) in touching, not pairs_only and (i, j + 1) in touching
        for a, b in ((1, 1), *([(2, 1)] if two else []), *([(1, 2)] if more else [])):
            bead = _bead(ours[i : i + a], theirs[j : j + b], (i, j), weights)
            if bead and bead.overlap > NEUTRAL:
                found[i + a, j + b].append(bead)
    return found


def _touching(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> set[tuple[int, int]]:
    """Pairs of sentences, headline with headline and body with body, that share a key which few sentences have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(theirs):
        for key in sentence.keys:
            holders[key].append(j)
    rare = {key: held for key, held in holders.items() if len(held) <= MOST_HOLDERS}
    pairs = {(i, j) for i, sentence in enumerate(ours) for key in sentence.keys for j in rare.get(key, ())}
    return {(i, j) for i, j in pairs if ours[i].headline == theirs[j].headline}


def _weights(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> dict[str, float]:
    """Weight of each anchor: the rarer among the sentences of both articles, the more."""
    df = Counter(key for side in (ours, theirs) for sentence in side for key in sentence.keys)
    total = len(ours) + len(theirs)
    return {key: KIND_WEIGHT[key[0]] * log(1 + total / n) for key, n in df.items()}


def _bead(
    here: Sequence[Sentence], there: Sequence[Sentence], at: tuple[int, int], weights: dict[str, float]
) -> Bead | None:
    """The bead of these sentences, if they are of one paragraph of each article and alike in length."""
    fit = length_fit(sum(s.length for s in here), sum(s.length for s in there))
    if not fit or here[0].region != here[-1].region or there[0].region != there[-1].region:
        return None
    shared = _union(s.keys for s in here) & _union(s.keys for s in there)
    lacking = (_union(s.telling for s in here) | _union(s.telling for s in there)) - shared
    # fsum: the sum must not depend on the order in which a set gives its items.
    common = fsum(weights[key] for key in shared)
    against = LACKING * fsum(weights[key] for key in lacking)
    overlap = fit * 2 * common / (2 * common + against + PRIOR)
    return Bead(at[0], at[0] + len(here), at[1], at[1] + len(there), overlap, shared)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    first, *others = sets
    return first.union(*others) if others else first


def length_fit(ours: int, theirs: int) -> float:
    """1 for equal lengths, falling to 0 at LENGTH_FACTOR; short sentences may differ more (the added letters)."""
    ratio = abs(log((ours + 10) / (theirs + 10))) / log(LENGTH_FACTOR)
    return max(0.0, 1 - ratio**2)


def _best_chain(beads: dict[tuple[int, int], list[Bead]], left: int, right: int) -> list[Bead]:
    """The beads, ordered in both articles, whose overlaps above NEUTRAL have the highest sum."""
    value = [[0.0] * (right + 1) for _ in range(left + 1)]
    taken: dict[tuple[int, int], Bead] = {}
    for i in range(1, left + 1):
        for j in range(1, right + 1):
            best = max(value[i - 1][j], value[i][j - 1])
            for bead in beads.get((i, j), ()):
                order = IN_ORDER if (bead.left, bead.right) in taken else 0.0
                if (total := value[bead.left][bead.right] + bead.overlap - NEUTRAL + order) > best:
                    best, taken[i, j] = total, bead
            value[i][j] = best
    return _trace(value, taken)


def _trace(value: Sequence[Sequence[float]], taken: dict[tuple[int, int], Bead]) -> list[Bead]:
    chain: list[Bead] = []
    i, j = len(value) - 1, len(value[0]) - 1
    while i and j:
        if (i, j) in taken:
            chain.append(taken[i, j])
            i, j = chain[-1].left, chain[-1].right
        elif value[i][j] == value[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return chain[::-1]


def _between(
    kept: Sequence[tuple[Bead, float]], ours: Sequence[Sentence], theirs: Sequence[Sentence]
) -> Iterator[tuple[Bead, float]]:
    """Sentences without shared anchors between two matched neighbours: equal in number and alike in length."""
    for (before, sure), (after, as_sure) in pairwise(kept):
        gap = after.left - before.left_end
        if gap != after.right - before.right_end or gap > MOST_BETWEEN:
            continue
        for i, j in zip(range(before.left_end, after.left), range(before.right_end, after.right), strict=True):
            fit = length_fit(ours[i].length, theirs[j].length)
            if fit >= LEAST_FIT and ours[i].headline == theirs[j].headline and fit * min(sure, as_sure) >= LEAST:
                yield Bead(i, i + 1, j, j + 1, 0.0), fit * min(sure, as_sure)

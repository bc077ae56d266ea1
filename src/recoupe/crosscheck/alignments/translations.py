"""Two articles in two languages → sentences that say the same, found without a dictionary.

Sentences are compared by their anchors (names, numbers, dates, countries, international words) and their length, and
laid along each other in order, as Gale and Church (1993) align translations. Sentences without anchors between two
matched ones are matched by length alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations, pairwise
from math import exp, fsum, log

from recoupe.crosscheck.alignments.sentences import NOTION, Sentence
from recoupe.model import Alignment, Place

# How much an anchor says by its kind: a number or date more than a word that looks international, a country least.
KIND_WEIGHT = {"#": 1.2, "@": 1.0, "&": 1.0, "~": 0.7, "=": 0.5, "%": 0.5, "^": 0.4}
# A name or number of one side that the other lacks speaks against a match, half as much as a shared one for it.
LACKING = 0.5
# Weight added below the line of the overlap, so that one shared anchor alone is no match: about two anchors.
PRIOR = 4.0
# Overlap at which a pair of sentences is neither for nor against being matched, and gain where the sentences before
# are matched, too (order is the strongest sign). Both tried on the benchmark's claims that stand in two languages.
NEUTRAL = 0.2
IN_ORDER = 0.06


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic function of what two sentences share: probability that they say the same.

    Args:
        bias: its constant.
        overlap: for the overlap of their keys.
        shared: for each shared key that is no notion.
        strong: for each shared name, number or date.
        notions: for each shared notion.
        coverage: for the share of the shorter article that is matched.
    """

    bias: float
    overlap: float
    shared: float
    strong: float
    notions: float
    coverage: float


# Logistic regression on matches of the benchmark whose sentences are in gold claims, 264 of one language, 650 of two;
# across languages precision at LEAST is 0.8 (leaving one story out each time), at 0.8 it is 0.9. Without notions it
# was 0.75 for as many, 0.68 at the former weights.
WITHIN = Weights(bias=-2.4, overlap=3.1, shared=0.11, strong=0.32, notions=0.0, coverage=2.9)
ACROSS = Weights(bias=-3.5, overlap=3.8, shared=0.0, strong=0.2, notions=0.4, coverage=2.4)
MOST_SHARED, MOST_STRONG, MOST_NOTIONS = 6, 4, 6
STRONG = "#@&"
LEAST = 0.5
# Partners in other languages for one article; articles that may share a key for it to make partners of them, and
# sentences of an article for it to point from one sentence to another. They bound the work.
PARTNERS = 8
MOST_ARTICLES = 24
MOST_HOLDERS = 8
# In one language, where stems are keys, too, a rarer one will do.
FEW_HOLDERS = 2
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


def closest_pairs(told: Sequence[tuple[str, Sequence[Sentence]]], partners: int) -> list[tuple[int, int]]:
    """Pairs of positions: for each article the partners in other languages with which it shares most rare anchors.

    Args:
        told: language and sentences of each article.
        partners: how many for each article.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, found) in enumerate(told):
        for key in frozenset[str]().union(*(sentence.keys for sentence in found)):
            holders[key].append(at)
    weight: defaultdict[tuple[int, int], float] = defaultdict(float)
    # In order, so that the sums do not depend on that of a set.
    for _, held in sorted(holders.items()):
        for a, b in combinations(held, 2) if len(held) <= MOST_ARTICLES else ():
            if told[a][0] != told[b][0]:
                weight[a, b] += 1 / len(held)
    shared: defaultdict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for (a, b), sum_ in weight.items():
        shared[a].append((sum_, a, b))
        shared[b].append((sum_, a, b))
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
    weights = WITHIN if pairs_only else ACROSS
    scored = [(bead, _probability(bead, coverage, weights)) for bead in chain]
    kept = [(bead, score) for bead, score in scored if score >= LEAST]
    return sorted([*kept, *_between(kept, ours, theirs)], key=lambda found: (found[0].left, found[0].right))


def _probability(bead: Bead, coverage: float, weights: Weights) -> float:
    kinds = Counter(key[0] for key in bead.shared)
    strong = sum(kinds[mark] for mark in STRONG)
    linear = weights.bias + weights.overlap * bead.overlap + weights.coverage * coverage
    linear += weights.shared * min(len(bead.shared) - kinds[NOTION], MOST_SHARED) + weights.strong * min(
        strong, MOST_STRONG
    )
    return 1 / (1 + exp(-linear - weights.notions * min(kinds[NOTION], MOST_NOTIONS)))


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence, or two of one paragraph; `against` is the weight of what tells against a match where it lacks."""

    start: int
    end: int
    keys: frozenset[str]
    telling: frozenset[str]
    length: int
    against: float


def _units(side: Sequence[Sentence], weights: dict[str, float], *, longest: int) -> list[list[_Unit]]:
    """The units that begin with each sentence, the shorter first."""
    return [
        [
            _unit(side[start:end], start, weights)
            for end in range(start + 1, min(start + longest, len(side)) + 1)
            if side[start].region == side[end - 1].region
        ]
        for start in range(len(side))
    ]


def _unit(parts: Sequence[Sentence], start: int, weights: dict[str, float]) -> _Unit:
    telling = parts[0].telling.union(*(part.telling for part in parts[1:]))
    return _Unit(
        start=start,
        end=start + len(parts),
        keys=parts[0].keys.union(*(part.keys for part in parts[1:])),
        telling=telling,
        length=sum(part.length for part in parts),
        # fsum: the sum must not depend on the order in which a set gives its items.
        against=fsum([weights[key] for key in telling]),
    )


def _beads(ours: Sequence[Sentence], theirs: Sequence[Sentence], pairs_only: bool) -> dict[tuple[int, int], list[Bead]]:
    """Beads, by their end, whose sentences all share an anchor with the other side and that overlap enough."""
    weights = _weights(ours, theirs)
    longest = 1 if pairs_only else 2
    left, right = (_units(side, weights, longest=longest) for side in (ours, theirs))
    touching = _touching(ours, theirs, FEW_HOLDERS if pairs_only else MOST_HOLDERS)
    found: defaultdict[tuple[int, int], list[Bead]] = defaultdict(list)
    for i, j in sorted(touching):
        for one in left[i] if (i + 1, j) in touching else left[i][:1]:
            for other in right[j] if (i, j + 1) in touching and one.end == i + 1 else right[j][:1]:
                bead = _bead(one, other, weights)
                if bead and bead.overlap > NEUTRAL:
                    found[one.end, other.end].append(bead)
    return found


def _touching(ours: Sequence[Sentence], theirs: Sequence[Sentence], most: int) -> set[tuple[int, int]]:
    """Pairs of sentences, headline with headline and body with body, that share a key which few sentences have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(theirs):
        for key in sentence.keys:
            holders[key].append(j)
    rare = {key: held for key, held in holders.items() if len(held) <= most}
    pairs = {(i, j) for i, sentence in enumerate(ours) for key in sentence.keys for j in rare.get(key, ())}
    return {(i, j) for i, j in pairs if ours[i].headline == theirs[j].headline}


def _weights(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> dict[str, float]:
    """Weight of each anchor: the rarer among the sentences of both articles, the more."""
    df = Counter(key for side in (ours, theirs) for sentence in side for key in sentence.keys)
    total = len(ours) + len(theirs)
    return {key: KIND_WEIGHT[key[0]] * log(1 + total / n) for key, n in df.items()}


def _bead(here: _Unit, there: _Unit, weights: dict[str, float]) -> Bead | None:
    """The bead of these sentences, if they are alike in length."""
    fit = length_fit(here.length, there.length)
    if not fit:
        return None
    shared = here.keys & there.keys
    common = fsum([weights[key] for key in shared])
    found = fsum([weights[key] for side in (here, there) for key in shared & side.telling])
    against = LACKING * (here.against + there.against - found)
    overlap = fit * 2 * common / (2 * common + against + PRIOR)
    return Bead(here.start, here.end, there.start, there.end, overlap, shared)


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

"""Statements of a story → groups that say the same thing, whatever their words or language; the rest stand alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from recoupe.crosscheck.claims.likeness import ENOUGH_PART, Weighed, containment, likeness, shared_weight, weigh
from recoupe.crosscheck.claims.slots import Slots, by_article, slots_of
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.engines.agglomerate import agglomerate
from recoupe.model import Alignment, Article, Place

# Least mean likeness of a group. On the dev stories lower values find more of the claims (B-cubed) and count their
# origins worse; 0.3 is the best sum of both. Changed numbers, negations and contrary words stay apart (examples of the
# language files).
THRESHOLD = 0.3
# Least mean share of a group's content that a longer statement must have to stand in the group as well; chosen likewise
# among 0.35 to 0.55.
CONTAINED = 0.4
# Features that stand in more statements than this find no candidates: they would pair everything with everything.
COMMON = 40
# Pairs must share this many features to be compared at all.
LEAST_SHARED = 2

Group = tuple[StatementRef, ...]
Pair = tuple[int, int]


def group_statements(
    articles: Sequence[Article], entities: Entities, alignments: Sequence[Alignment]
) -> tuple[Group, ...]:
    """Groups of statements, each one claim, sorted. Every statement is in at least one; long ones may be in several."""
    found = [s for article in sorted(articles, key=lambda a: a.id) for s in slots_of(article, entities)]
    found.sort(key=lambda s: (s.ref.article, s.ref.statement.start, s.ref.statement.end, s.ref.statement.id))
    aligned = _aligned(found, alignments)
    weighed = weigh(found)
    pairs = sorted(_candidates(weighed) | aligned.keys())
    shared = {(i, j): shared_weight(weighed[i], weighed[j]) for i, j in pairs}
    scores = {
        (i, j): likeness(weighed[i], weighed[j], weight, aligned.get((i, j), 0.0)) for (i, j), weight in shared.items()
    }
    groups = agglomerate(len(found), {pair: score for pair, score in scores.items() if score}, THRESHOLD)
    whole = _with_containing(groups, weighed, shared)
    refs = (tuple(_ref(found[i], more=more) for i, more in sorted(group.items())) for group in whole)
    return tuple(sorted(refs, key=_place))


def _ref(slots: Slots, *, more: bool) -> StatementRef:
    return replace(slots.ref, more=True) if more else slots.ref


def _place(group: Group) -> list[tuple[str, int, int]]:
    return [(ref.article, ref.statement.start, ref.statement.end) for ref in group]


def _candidates(found: Sequence[Weighed]) -> set[Pair]:
    """Pairs of statements that share enough features which are not common to all."""
    holders = defaultdict(list)
    for i, weighed in enumerate(found):
        for feature in weighed.features:
            holders[feature].append(i)
    useful = [held for held in holders.values() if 1 < len(held) <= COMMON]
    shared = Counter(chain.from_iterable(combinations(held, 2) for held in useful))
    return {pair for pair, count in shared.items() if count >= LEAST_SHARED}


def _with_containing(
    groups: Sequence[Sequence[int]], weighed: Sequence[Weighed], shared: Mapping[Pair, int]
) -> list[dict[int, bool]]:
    """The groups, with the longer statements of other groups that say all that the group says, and more.

    Returns:
        For each group its statements, and whether they say more. Of groups of the same statements there is one.
    """
    near: dict[int, dict[int, int]] = defaultdict(dict)
    for (i, j), weight in shared.items():
        if weight >= ENOUGH_PART:
            near[i][j] = near[j][i] = weight
    whole: dict[frozenset[int], dict[int, bool]] = {}
    for group in groups:
        held: dict[int, float] = defaultdict(float)
        for i in group:
            for j, weight in near[i].items():
                held[j] += containment(weighed[i], weighed[j], weight)
        longer = {j for j, sum_ in held.items() if sum_ >= CONTAINED * len(group)}.difference(group)
        whole.setdefault(frozenset(longer.union(group)), dict.fromkeys(group, False) | dict.fromkeys(longer, True))
    return list(whole.values())


def _aligned(found: Sequence[Slots], alignments: Iterable[Alignment]) -> Mapping[Pair, float]:
    """Pairs of statements that stand at the same place of aligned passages, with how surely they do."""
    rows = {_row(slots): i for i, slots in enumerate(found)}
    articles = by_article(found)
    pairs: dict[Pair, float] = {}
    for alignment in alignments:
        left = _covered(articles.get(alignment.left.article, []), alignment.left)
        right = _covered(articles.get(alignment.right.article, []), alignment.right)
        for a, (start, end) in left:
            for b, (first, last) in right:
                beside = (min(end, last) - max(start, first)) / max(end - start, last - first)
                if beside >= PARALLEL:
                    i, j = sorted((rows[_row(a)], rows[_row(b)]))
                    surely = alignment.score * (beside if alignment.kind == "translated" else 1.0)
                    pairs[i, j] = max(pairs.get((i, j), 0.0), surely)
    return pairs


def _row(slots: Slots) -> tuple[str, str]:
    return slots.ref.article, slots.ref.statement.id


# How much of the longer of two statements the other must run beside in aligned passages, both measured as shares of
# their passage: a half, so that each has at most one partner.
PARALLEL = 0.5


def _covered(found: Iterable[Slots], place: Place) -> list[tuple[Slots, tuple[float, float]]]:
    """Statements that lie mostly in the passage, each with the part of the passage that it takes (0 to 1)."""
    size = max(1, place.end - place.start)
    covered = []
    for slots in found:
        start, end = slots.ref.statement.start, slots.ref.statement.end
        inside = min(end, place.end) - max(start, place.start)
        if inside >= PARALLEL * (end - start):
            covered.append(
                (slots, ((max(start, place.start) - place.start) / size, (min(end, place.end) - place.start) / size))
            )
    return covered

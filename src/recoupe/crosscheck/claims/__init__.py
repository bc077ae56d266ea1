"""Statements of a story → groups that say the same thing, whatever their words or language; the rest stand alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from recoupe.crosscheck.claims.features import Weighed, totals, weigh
from recoupe.crosscheck.claims.likeness import NO_CHANCE, containment, likeness, may_be_one
from recoupe.crosscheck.claims.pairs import Pair, pairs_sharing
from recoupe.crosscheck.claims.slots import Slots, slots_of
from recoupe.crosscheck.readings import Reading, read_all
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.engines.agglomerate import agglomerate
from recoupe.engines.shapes import components
from recoupe.model import Alignment, Article, Place

# Least mean likeness of a group. On the dev stories B-cubed is flat from 0.3 to 0.5; 0.5 counts origins best.
THRESHOLD = 0.5
# Least mean chance that a longer statement says what a group says, to stand in that group as well. At 0.25 half of what
# comes in is wrong; at 0.45 claims with several origins lose them.
CONTAINED = 0.35
# Likeness of statements with nothing in common: below 0, so that a third with something of both joins them only if it
# has much. On the dev stories -0.1 to -1 give the same B-cubed as 0.
STRANGE = -0.5

Group = tuple[StatementRef, ...]


def group_statements(
    articles: Sequence[Article],
    entities: Entities,
    alignments: Sequence[Alignment],
    readings: Mapping[str, Reading] | None = None,
) -> tuple[Group, ...]:
    """Groups of statements, each one claim, sorted. Every statement is in at least one; long ones may be in several.

    Args:
        articles: the articles of the story.
        entities: who is who in it.
        alignments: passages that run together.
        readings: the articles read, if that has been done.
    """
    readings = readings or read_all(articles)
    found = [slots for id_ in sorted(readings) for slots in slots_of(readings[id_], entities)]
    found.sort(key=lambda s: (s.ref.article, s.ref.statement.start, s.ref.statement.end, s.ref.statement.id))
    aligned = _aligned(found, alignments)
    weighed = weigh(found)
    shared = pairs_sharing(weighed, aligned)
    groups = agglomerate(len(found), _scores(weighed, shared, aligned), THRESHOLD, _strangers)
    whole = _with_containing(groups, weighed, shared)
    refs = (tuple(_ref(found[i], more=more) for i, more in sorted(group.items())) for group in whole)
    return tuple(sorted(refs, key=_place))


def _scores(weighed: Sequence[Weighed], shared: Mapping[Pair, int], aligned: Mapping[Pair, float]) -> dict[Pair, float]:
    """Likeness of the pairs that bear on a group: most pairs are too unlike, and in a group with neither of the two."""

    def score(pair: Pair) -> float:
        return likeness(weighed[pair[0]], weighed[pair[1]], shared.get(pair, 0), aligned.get(pair, 0.0))

    pairs = sorted(shared.keys() | aligned.keys())
    known = {
        (i, j): score((i, j))
        for i, j in pairs
        if may_be_one(weighed[i], weighed[j], shared.get((i, j), 0), aligned.get((i, j), 0.0), THRESHOLD)
    }
    knots = components(len(weighed), (pair for pair, likely in known.items() if likely >= THRESHOLD))
    knot = {i: number for number, members in enumerate(knots) for i in members}
    tied = (pair for pair in pairs if knot[pair[0]] == knot[pair[1]])
    return {pair: known[pair] if pair in known else score(pair) for pair in tied}


def _strangers(left: Sequence[int], right: Sequence[int]) -> float:
    """Sum of the likeness of two groups none of whose statements were worth a look."""
    return STRANGE * len(left) * len(right)


def _ref(slots: Slots, *, more: bool) -> StatementRef:
    return replace(slots.ref, more=True) if more else slots.ref


def _place(group: Group) -> list[tuple[str, int, int]]:
    return [(ref.article, ref.statement.start, ref.statement.end) for ref in group]


def _with_containing(
    groups: Sequence[Sequence[int]], weighed: Sequence[Weighed], shared: Mapping[Pair, int]
) -> list[dict[int, bool]]:
    """The groups, with the longer statements of other groups that say all that the group says, and more.

    Returns:
        For each group its statements, and whether they say more. Of groups of the same statements there is one.
    """
    own = {i: at for at, group in enumerate(groups) for i in group}
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), weight in shared.items():
        if own[i] != own[j]:
            small, large = totals(weighed[i], weighed[j])
            part, longer = (i, j) if small <= large else (j, i)
            # What stands alone has nobody to make up for a small chance.
            least = CONTAINED if len(groups[own[part]]) == 1 else NO_CHANCE
            chance = containment(weighed[part], weighed[longer], weight, least)
            if chance:
                near[part][longer] = chance
    whole: dict[frozenset[int], dict[int, bool]] = {}
    for group in groups:
        held: dict[int, float] = defaultdict(float)
        for i in group:
            for j, chance in near[i].items() if i in near else ():
                held[j] += chance
        more = {j for j, sum_ in held.items() if sum_ >= CONTAINED * len(group)}.difference(group)
        whole.setdefault(frozenset(more.union(group)), dict.fromkeys(group, False) | dict.fromkeys(more, True))
    return list(whole.values())


def _aligned(found: Sequence[Slots], alignments: Iterable[Alignment]) -> Mapping[Pair, float]:
    """Pairs of statements that stand at the same place of aligned passages, with how surely they do."""
    rows = {_row(slots): i for i, slots in enumerate(found)}
    articles: defaultdict[str, list[Slots]] = defaultdict(list)
    for slots in found:
        articles[slots.ref.article].append(slots)
    pairs: dict[Pair, float] = {}
    for alignment in alignments:
        left = _covered(articles.get(alignment.left.article, []), alignment.left)
        right = _covered(articles.get(alignment.right.article, []), alignment.right)
        for a, (start, end) in left:
            for b, (first, last) in right:
                if first >= end:
                    break
                beside = (min(end, last) - max(start, first)) / max(end - start, last - first)
                if beside >= PARALLEL:
                    i, j = sorted((rows[_row(a)], rows[_row(b)]))
                    surely = alignment.score * (beside if alignment.kind == "translated" else 1.0)
                    pairs[i, j] = max(pairs.get((i, j), 0.0), surely)
    return pairs


def _start(slots: Slots) -> int:
    return slots.ref.statement.start


def _row(slots: Slots) -> tuple[str, str]:
    return slots.ref.article, slots.ref.statement.id


# How much of the longer of two statements the other must run beside in aligned passages, both measured as shares of
# their passage: a half, so that each has at most one partner.
PARALLEL = 0.5


def _covered(found: Sequence[Slots], place: Place) -> list[tuple[Slots, tuple[float, float]]]:
    """Statements that lie mostly in the passage, each with the part of the passage that it takes (0 to 1)."""
    size = max(1, place.end - place.start)
    covered = []
    at = bisect_left(found, place.start, key=_start)
    while at and found[at - 1].ref.statement.end > place.start:
        at -= 1
    for slots in takewhile(lambda slots: _start(slots) < place.end, islice(found, at, None)):
        start, end = slots.ref.statement.start, slots.ref.statement.end
        inside = min(end, place.end) - max(start, place.start)
        if inside >= PARALLEL * (end - start):
            covered.append(
                (slots, ((max(start, place.start) - place.start) / size, (min(end, place.end) - place.start) / size))
            )
    return covered

"""Statements of a story → groups that say the same thing, whatever their words or language; the rest stand alone."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from recoupe.crosscheck.claims.features import Pair, weigh
from recoupe.crosscheck.claims.likeness import Comparison, Weights, learnt, likenesses
from recoupe.crosscheck.claims.pairs import pairs_sharing
from recoupe.crosscheck.claims.slots import Slots, slots_of
from recoupe.crosscheck.readings import Reading, read_all
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.engines.agglomerate import agglomerate
from recoupe.model import Alignment, Article, Place

# Least mean likeness of a group. From 0.25 to 0.4 the stories' claims are found equally well (`bench.train_claims`).
THRESHOLD = 0.35
# Least mean likeness to the statements of a claim for a statement of another to stand in it as well. At 0.25 more is
# found, but claims get origins that are not theirs; at 0.4 they lack some.
ALSO = 0.33
# ... and to a statement that stands alone, which has nobody to make up for a small chance.
ALONE = 0.4
# Likeness of statements with nothing in common: below 0, so that a third with something of both joins them only if it
# has much. On the stories 0 to -0.5 give the same B-cubed.
STRANGE = -0.5

# Of two claims one of which has this part of its statements in the other, both are one.
SAME = 3 / 4

Group = tuple[StatementRef, ...]
Key = tuple[str, str]
Refs = dict[Key, StatementRef]


def group_statements(
    articles: Sequence[Article],
    entities: Entities,
    alignments: Sequence[Alignment],
    readings: Mapping[str, Reading] | None = None,
    model: Weights | None = None,
) -> tuple[Group, ...]:
    """Groups of statements, each one claim, sorted. Every statement is in at least one; long ones may be in several.

    Args:
        articles: the articles of the story.
        entities: who is who in it.
        alignments: passages that run together.
        readings: the articles read, if that has been done.
        model: what tells one claim from two, if not what has been learnt.
    """
    readings = readings or read_all(articles)
    if len(articles) < 2:
        return tuple((StatementRef(a.id, s),) for a in articles for s in a.statements)
    found = laid_out(readings, entities)
    likely = likenesses(comparisons(found, alignments), model or learnt())
    groups = agglomerate(len(found), likely, THRESHOLD, _strangers)
    return tuple(sorted(_claims(_standing_in_others(groups, likely), found), key=_place))


def laid_out(readings: Mapping[str, Reading], entities: Entities) -> list[Slots]:
    """The slots of all statements of a story, and of their parts, in the order of the texts."""
    found = [slots for id_ in sorted(readings) for slots in slots_of(readings[id_], entities)]
    return sorted(found, key=lambda s: (s.ref.article, s.span, s.is_part, s.ref.statement.id))


def comparisons(found: Sequence[Slots], alignments: Iterable[Alignment]) -> Iterator[Comparison]:
    """The pairs of statements, and of parts of statements, that are worth a look."""
    aligned = _aligned(found, alignments)
    weighed = weigh(found)
    for pair, shared in (dict.fromkeys(aligned, 0) | pairs_sharing(weighed, aligned)).items():
        yield Comparison(pair, weighed[pair[0]], weighed[pair[1]], shared, aligned.get(pair, 0.0))


def _strangers(left: Sequence[int], right: Sequence[int]) -> float:
    """Sum of the likeness of two groups of which no pair was worth a look."""
    return STRANGE * len(left) * len(right)


def _standing_in_others(groups: Sequence[Sequence[int]], likely: Mapping[Pair, float]) -> list[dict[int, bool]]:
    """For each group its statements, and whether they say more: those of other groups that are as like it."""
    own = {i: at for at, group in enumerate(groups) for i in group}
    near: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), score in likely.items():
        if own[i] != own[j]:
            near[i, own[j]].append(score)
            near[j, own[i]].append(score)
    whole = [dict.fromkeys(group, False) for group in groups]
    for (i, at), scores in near.items():
        size = len(groups[at])
        if math.fsum(scores) + STRANGE * (size - len(scores)) >= (ALSO if size > 1 else ALONE) * size:
            whole[at][i] = True
    return whole


def _claims(groups: Iterable[Mapping[int, bool]], found: Sequence[Slots]) -> Iterator[Group]:
    """The groups as references to whole statements; those that hold much the same statements are one."""
    told = (_refs(group, found) for group in groups if len(group) > 1 or not all(found[i].is_part for i in group))
    claims: list[Refs] = []
    holding: defaultdict[Key, list[int]] = defaultdict(list)
    for refs in sorted(told, key=lambda refs: (-len(refs), sorted(refs))):
        shared = Counter(at for key in refs for at in holding[key]) if len(refs) > 1 else Counter[int]()
        at = max(shared, key=lambda at: (shared[at], -at), default=-1)
        if shared[at] < SAME * len(refs):
            at = len(claims)
            claims.append({})
        for key in refs.keys() - claims[at].keys():
            claims[at][key] = refs[key]
            holding[key].append(at)
    return (tuple(sorted(refs.values(), key=_start_of)) for refs in claims)


def _refs(group: Mapping[int, bool], found: Sequence[Slots]) -> Refs:
    """The statements of a group. One says more than the claim if only a part of it is there, or if it came in late."""
    refs: Refs = {}
    for i, late in sorted(group.items()):
        ref = found[i].ref
        more = late or found[i].is_part
        key = (ref.article, ref.statement.id)
        refs[key] = replace(ref, more=more and (key not in refs or refs[key].more))
    return refs


def _start_of(ref: StatementRef) -> tuple[str, int, int]:
    return ref.article, ref.statement.start, ref.statement.end


def _place(group: Group) -> list[tuple[str, int, int]]:
    return [_start_of(ref) for ref in group]


def _aligned(found: Sequence[Slots], alignments: Iterable[Alignment]) -> Mapping[Pair, float]:
    """Pairs of statements that stand at the same place of aligned passages, with how surely they do."""
    rows = {id(slots): i for i, slots in enumerate(found)}
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
                    i, j = sorted((rows[id(a)], rows[id(b)]))
                    surely = alignment.score * (beside if alignment.kind == "translated" else 1.0)
                    pairs[i, j] = max(pairs.get((i, j), 0.0), surely)
    return pairs


def _start(slots: Slots) -> int:
    return slots.span.start


# How much of the longer of two statements the other must run beside in aligned passages, both measured as shares of
# their passage: a half, so that each has at most one partner.
PARALLEL = 0.5


def _covered(found: Sequence[Slots], place: Place) -> list[tuple[Slots, tuple[float, float]]]:
    """Statements that lie mostly in the passage, each with the part of the passage that it takes (0 to 1)."""
    size = max(1, place.end - place.start)
    covered = []
    at = bisect_left(found, place.start, key=_start)
    # The last statement that begins before may reach into the passage, with its parts.
    while at and found[at - 1].ref.statement.end > place.start:
        at -= 1
    for slots in takewhile(lambda slots: _start(slots) < place.end, islice(found, at, None)):
        start, end = slots.span.start, slots.span.end
        inside = min(end, place.end) - max(start, place.start)
        if inside >= PARALLEL * (end - start):
            covered.append(
                (slots, ((max(start, place.start) - place.start) / size, (min(end, place.end) - place.start) / size))
            )
    return covered

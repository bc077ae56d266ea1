"""Articles → clusters that tell one story each: candidates by rare keys, scored pairs, average-link grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import Any

from recoupe.engines import Engine
from recoupe.group.explain import why
from recoupe.group.keys import Features, features
from recoupe.group.similarity import Space, block_scores, pair_scores, rarity, space
from recoupe.model import Article

# Keys by which an article looks for its kin: the words and anchors of most weight (often here, rare elsewhere) that
# others have, too. With the 24 rarest instead, two articles in eight languages of the benchmark found no candidate.
KEYS = 24
# A key that more articles have is no sign of one event; bounds candidates to KEYS * KEY_LIMIT / 2 an article.
KEY_LIMIT = 40
# Mean probability of all pairs between two groups at which they are one story. B-cubed F1 is flat from 0.35 to 0.45 on
# the benchmark and ECB+; NeuS would like 0.5, which splits stories of many languages. Weights: see similarity.py.
THRESHOLD = 0.42
# A component beyond this size (one topic of thousands of articles) is first cut at higher thresholds; average-link
# grouping needs all pairs, and a square of 1,500 * 1,500 is 9 MB.
MOST = 1500
STEP = 0.05


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that tell one story, ordered by id, and the shared names, numbers and words that hold them together."""

    articles: tuple[Article, ...]
    why: tuple[str, ...]


def group(articles: Sequence[Article], engine: Engine) -> tuple[Cluster, ...]:
    """The stories of the pile, each article in exactly one, ordered by the id of their first article."""
    ordered = sorted({a.id: a for a in articles}.values(), key=lambda a: a.id)
    pile = list(engine.map(features, ordered))
    return tuple(
        Cluster(tuple(ordered[i] for i in rows), why([ordered[i] for i in rows], [pile[i] for i in rows]))
        for rows in group_features(pile, engine)
    )


def group_features(pile: Sequence[Features], engine: Engine) -> list[list[int]]:
    """Positions in the pile, grouped by story, ordered by their first position."""
    if len(pile) < 2:
        return [[i] for i in range(len(pile))]
    weighed = space(pile)
    return sorted(_groups(weighed, _edges(pile, weighed, engine), range(len(pile)), THRESHOLD, engine))


def candidate_keys(pile: Sequence[Features]) -> list[tuple[str, ...]]:
    """For each article the weightiest of its keys that another one has."""
    df = Counter(key for f in pile for key in f.stems.keys + f.anchors.keys)
    weight = {key: rarity(n, len(pile)) for key, n in df.items() if 1 < n <= KEY_LIMIT}
    return [tuple(_weightiest(found, weight)) for found in pile]


def _weightiest(found: Features, weight: Mapping[str, float]) -> list[str]:
    """Half of the keys from the words, half from the anchors, by which an article finds kin in other languages."""
    return [
        key
        for counted in (found.stems, found.anchors)
        for _, key in nsmallest(
            KEYS // 2,
            (
                (-weight[key] * (1 + log(n)), key)
                for key, n in zip(counted.keys, counted.counts, strict=True)
                if key in weight
            ),
        )
    ]


def _copies(pile: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Articles that share a shingle of their sketches, each with the next: a text may have any number of copies."""
    last: dict[int, int] = {}
    for position, found in enumerate(pile):
        for shingle in found.sketch:
            if shingle in last:
                yield last[shingle], position
            last[shingle] = position


def own_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an article that were chosen beforehand (a function by name, as engines need)."""
    return keys


Edge = tuple[int, int, float]


def _edges(pile: Sequence[Features], weighed: Space, engine: Engine) -> list[Edge]:
    """Candidate pairs that score above the threshold."""
    import numpy as np

    pairs = sorted({*engine.join(own_keys, candidate_keys(pile), limit=KEY_LIMIT), *_copies(pile)})
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    scores = pair_scores(weighed, left, right)
    return [(*pairs[i], float(scores[i])) for i in np.flatnonzero(scores >= THRESHOLD)]


def _groups(weighed: Space, edges: list[Edge], rows: Iterable[int], least: float, engine: Engine) -> list[list[int]]:
    """Components of the edges that score at least `least`, grouped; too large ones are first cut at a higher score."""
    members = sorted(rows)
    place = {row: i for i, row in enumerate(members)}
    kept = [(place[a], place[b]) for a, b, score in edges if score >= least]
    found: list[list[int]] = []
    for component in engine.fold(len(members), kept):
        inside = [members[i] for i in component]
        if len(inside) > MOST and least + STEP < 1:
            within = set(inside)
            found += _groups(
                weighed, [e for e in edges if e[0] in within and e[1] in within], inside, least + STEP, engine
            )
        else:
            found += [inside] if len(inside) > MOST else average_link(weighed, inside)
    return found


def average_link(weighed: Space, rows: Sequence[int]) -> list[list[int]]:
    """Rows in groups whose pairs have a mean probability of at least THRESHOLD."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(rows) == 1:
        return [list(rows)]
    likely = block_scores(weighed, np.array(rows))
    distances = np.round(1.0 - likely[np.triu_indices(len(rows), 1)], 6)
    labels: Any = fcluster(linkage(distances, "average"), 1.0 - THRESHOLD, "distance")
    return [[row for row, label in zip(rows, labels, strict=True) if label == own] for own in sorted(set(labels))]

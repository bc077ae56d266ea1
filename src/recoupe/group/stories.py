"""Articles → clusters that tell one story each: candidates by rare keys, scored pairs, average-link grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest
from math import fsum

from recoupe.engines import Engine
from recoupe.engines.agglomerate import agglomerate
from recoupe.group.copies import find_copies
from recoupe.group.explain import why
from recoupe.group.keys import Features, features
from recoupe.group.similarity import Place, Vector, likelihood, places, rarity
from recoupe.model import Article

# Keys by which an article looks for its kin: the words and anchors of most weight (often here, rare elsewhere) that
# others have, too. With the 24 rarest instead, two articles in eight languages of the benchmark found no candidate.
KEYS = 24
# A key that more articles have is no sign of one event; bounds candidates to KEYS * KEY_LIMIT / 2 an article.
KEY_LIMIT = 40
# Mean probability of all pairs between two groups at which they are one story. B-cubed F1 is flat from 0.35 to 0.45 on
# the benchmark and ECB+; NeuS would like 0.5, which splits stories of many languages. Weights: see similarity.py.
THRESHOLD = 0.42
# Members that speak for a group towards one that shares no candidate pair with it: enough for a mean, few enough that
# a story of thousands of articles is not compared pair by pair. Positions follow ids, which are hashes: a fair draw.
SPEAKERS = 12


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
    rarities = _rarities(pile)
    placed = places(pile, rarities)
    scores = _scores(pile, placed, rarities, engine)
    components = engine.fold(len(pile), scores)
    groups = (
        [component[i] for i in rows]
        for component, inside in zip(components, _by_component(components, scores), strict=True)
        for rows in average_link([placed[i] for i in component], inside)
    )
    return sorted(groups)


Scores = dict[tuple[int, int], float]


def _rarities(pile: Sequence[Features]) -> dict[str, float]:
    """Weight of each key that several articles have."""
    df: Counter[str] = Counter()
    for found in pile:
        df.update(found.stems.keys)
        df.update(found.anchors.keys)
    of_count = {n: rarity(n, len(pile)) for n in set(df.values())}
    return {key: of_count[n] for key, n in df.items() if n > 1}


def _scores(pile: Sequence[Features], placed: Sequence[Place], rarities: Mapping[str, float], engine: Engine) -> Scores:
    """Candidate pairs that score above the threshold."""
    copies = find_copies([found.runs for found in pile], engine)
    pairs = {*engine.join(own_keys, candidate_keys(placed, rarities), limit=KEY_LIMIT), *((a, b) for a, b, _ in copies)}
    scored = (((a, b), likelihood(placed[a], placed[b])) for a, b in sorted(pairs))
    return {pair: score for pair, score in scored if score >= THRESHOLD}


def _by_component(components: Sequence[Sequence[int]], scores: Scores) -> list[Scores]:
    """The scores inside each component, by positions in it."""
    place = {row: (number, i) for number, rows in enumerate(components) for i, row in enumerate(rows)}
    found: list[Scores] = [{} for _ in components]
    for (a, b), score in scores.items():
        (number, i), (_, j) = place[a], place[b]
        found[number][i, j] = score
    return found


def average_link(placed: Sequence[Place], scores: Scores) -> list[list[int]]:
    """Positions in groups whose pairs have a mean probability of at least THRESHOLD."""

    def between(left: Sequence[int], right: Sequence[int]) -> float:
        one, other = sorted(left)[:SPEAKERS], sorted(right)[:SPEAKERS]
        drawn = [likelihood(placed[a], placed[b]) for a in one for b in other]
        return fsum(drawn) / len(drawn) * len(left) * len(right)

    return agglomerate(len(placed), scores, THRESHOLD, between)


def candidate_keys(placed: Sequence[Place], rarities: Mapping[str, float]) -> list[tuple[str, ...]]:
    """For each article the weightiest of its keys that another one has: half of them words, half anchors, by which
    it finds kin in other languages."""
    least = rarity(KEY_LIMIT, len(placed))
    rare = {key for key, weight in rarities.items() if weight >= least}
    return [(*_weightiest(place.stems, rare), *_weightiest(place.anchors, rare)) for place in placed]


def _weightiest(vector: Vector, rare: Set[str]) -> list[str]:
    return [key for _, key in nsmallest(KEYS // 2, [(-vector[key], key) for key in vector.keys() & rare])]


def own_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an article that were chosen beforehand (a function by name, as engines need)."""
    return keys

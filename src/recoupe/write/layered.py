"""Nodes and edges → a layered drawing: every node a place, every edge a path that crosses no node.

The method is the usual one for layered graphs (Sugiyama, Tagawa and Toda 1981): layers by longest path, stand-ins for
edges that pass a layer, order by the mean place of the neighbours, then heights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Rounds of ordering up and down the layers; more change nothing on graphs of a few dozen nodes.
ROUNDS = 6
# Rounds of moving nodes towards their neighbours; a chain of stand-ins needs one for each of its links, and again.
SETTLING = 24


@dataclass(frozen=True, slots=True)
class Box:
    """Something to draw: `key` names it, `height` is what it takes."""

    key: str
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything goes: layer and middle height of each node, and the heights at which edges pass layers."""

    layers: Mapping[str, int]
    middles: Mapping[str, float]
    passing: Mapping[tuple[str, str], tuple[float, ...]]
    height: float


def draw(boxes: Sequence[Box], edges: Sequence[tuple[str, str]], *, gap: float) -> Drawing:
    """Lay out the boxes, given in the order in which they should stand where nothing else decides.

    What hangs together is drawn together; what does not stands below.
    """
    keys = {box.key for box in boxes}
    sound = [(a, b) for a, b in dict.fromkeys(edges) if a != b and a in keys and b in keys]
    whole = Drawing({}, {}, {}, 0.0)
    for part in _parts(boxes, sound):
        inside = {box.key for box in part}
        drawn = _drawn(part, [edge for edge in sound if edge[0] in inside], gap)
        whole = _below(whole, drawn, gap) if whole.layers else drawn
    return whole


def _parts(boxes: Sequence[Box], edges: list[tuple[str, str]]) -> list[list[Box]]:
    """The boxes that hang together, each group in the order given, the largest group first."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    parts, seen = [], set[str]()
    for box in boxes:
        if box.key not in seen:
            reached = _reached(box.key, near)
            seen |= reached
            parts.append([one for one in boxes if one.key in reached])
    return sorted(parts, key=len, reverse=True)


def _below(above: Drawing, drawn: Drawing, gap: float) -> Drawing:
    top = above.height + gap
    return Drawing(
        layers={**above.layers, **drawn.layers},
        middles={**above.middles, **{key: middle + top for key, middle in drawn.middles.items()}},
        passing={**above.passing, **{edge: tuple(h + top for h in heights) for edge, heights in drawn.passing.items()}},
        height=top + drawn.height,
    )


def _drawn(boxes: Sequence[Box], edges: list[tuple[str, str]], gap: float) -> Drawing:
    keys = [box.key for box in boxes]
    layers = _layers(keys, _without_cycles(edges))
    stand_ins = _stand_ins(edges, layers)
    heights = {box.key: box.height for box in boxes} | {key: gap for chain in stand_ins.values() for key in chain}
    links = _links(edges, stand_ins)
    middles = _middles(_ordered(_columns(keys, layers, stand_ins), links), links, heights, gap)
    top = min(middles[key] - heights[key] / 2 for key in middles)
    return Drawing(
        layers=layers,
        middles={key: middles[key] - top for key in keys},
        passing={edge: tuple(middles[key] - top for key in stand_ins.get(edge, ())) for edge in edges},
        height=max(middles[key] + heights[key] / 2 for key in middles) - top,
    )


def _without_cycles(edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The edges that do not close a circle, taken in order: articles that rest on each other still get layers."""
    below: dict[str, set[str]] = defaultdict(set)
    kept = []
    for a, b in edges:
        if a not in _reached(b, below):
            below[a].add(b)
            kept.append((a, b))
    return kept


def _reached(start: str, below: Mapping[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for following in below.get(waiting.pop(), ()):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


def _layers(keys: list[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    layers = dict.fromkeys(keys, 0)
    for _ in keys:  # the longest path has fewer edges than there are nodes
        before = dict(layers)
        for a, b in edges:
            layers[b] = max(layers[b], layers[a] + 1)
        if layers == before:
            break
    return layers


def _stand_ins(edges: list[tuple[str, str]], layers: Mapping[str, int]) -> dict[tuple[str, str], list[str]]:
    """For each edge that passes layers, one key a layer passed."""
    return {
        (a, b): [f"{a}\n{b}\n{layer}" for layer in range(layers[a] + 1, layers[b])]
        for a, b in edges
        if layers[b] - layers[a] > 1
    }


def _columns(
    keys: list[str], layers: Mapping[str, int], stand_ins: Mapping[tuple[str, str], list[str]]
) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    for key in keys:
        columns[layers[key]].append(key)
    for (a, _), chain in stand_ins.items():
        for step, key in enumerate(chain, start=layers[a] + 1):
            columns[step].append(key)
    return columns


def _links(
    edges: list[tuple[str, str]], stand_ins: Mapping[tuple[str, str], list[str]]
) -> dict[str, tuple[list[str], list[str]]]:
    """For each node its neighbours to the left and to the right."""
    links: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for a, b in edges:
        chain = [a, *stand_ins.get((a, b), ()), b]
        for left, right in pairwise(chain):
            links[left][1].append(right)
            links[right][0].append(left)
    return links


def _ordered(columns: list[list[str]], links: Mapping[str, tuple[list[str], list[str]]]) -> list[list[str]]:
    """Each column by the mean rank of the neighbours, to the left on the way out and to the right on the way back."""
    ranks = {key: rank for column in columns for rank, key in enumerate(column)}
    for turn in range(ROUNDS):
        side = turn % 2
        for column in columns if side == 0 else reversed(columns):
            wanted = {key: _mean([ranks[other] for other in links[key][side]], ranks[key]) for key in column}
            column.sort(key=wanted.__getitem__)
            ranks |= {key: rank for rank, key in enumerate(column)}
    return columns


def _middles(
    columns: list[list[str]],
    links: Mapping[str, tuple[list[str], list[str]]],
    heights: Mapping[str, float],
    gap: float,
) -> dict[str, float]:
    """Stack every column, then draw nodes towards their neighbours as far as those above and below leave room."""
    middles: dict[str, float] = {}
    for column in columns:
        middles |= _stacked(column, dict.fromkeys(column, 0.0), heights, gap)
    for turn in range(SETTLING):
        for column in columns if turn % 2 == 0 else reversed(columns):
            wanted = {key: _mean([middles[n] for n in links[key][0] + links[key][1]], middles[key]) for key in column}
            middles |= _stacked(column, wanted, heights, gap)
    return middles


def _stacked(
    column: list[str], wanted: Mapping[str, float], heights: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Each node as near as can be to the height it wants, in order and without overlap.

    What overlaps is joined to a block that stands where its nodes want it on average (pool adjacent violators).
    """
    offsets, offset = [], 0.0
    for key in column:
        offsets.append(offset + heights[key] / 2)
        offset += heights[key] + gap
    blocks: list[tuple[float, int]] = []
    for key, below in zip(column, offsets, strict=True):
        height, size = wanted[key] - below, 1
        while blocks and blocks[-1][0] >= height:
            above, count = blocks.pop()
            height, size = (above * count + height * size) / (count + size), size + count
        blocks.append((height, size))
    heights_of = [height for height, size in blocks for _ in range(size)]
    return {key: height + below for key, height, below in zip(column, heights_of, offsets, strict=True)}


def _mean(values: list[float] | list[int], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise

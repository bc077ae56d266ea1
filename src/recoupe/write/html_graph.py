"""Story → the picture of who rests on whom: origins left, articles right, one line for every debt."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from recoupe.model import Claim, Origin, Story
from recoupe.text.normal import fold
from recoupe.write.debts import credit, debt_sentence
from recoupe.write.findings import shared_claims
from recoupe.write.layered import Box, draw
from recoupe.write.lookup import Lookup, in_order
from recoupe.write.texts import Texts, enumeration, phrase
from recoupe.write.wording import day

# Sizes in pixels. A node holds two or three lines of text, or a port for each line that arrives; the gutter holds
# the bend of a line and the word on it.
NODE_WIDTH, LINE, ASCENT, PADDING, PORT = 186, 16, 12, 14, 18
GUTTER, LABEL = 128, 82
GAP, MARGIN = 16, 6
# Letters that fit into a node, at 7 px each; wide letters (Chinese, Japanese, Korean) count twice.
LETTERS = 24
# Origins drawn; those of more articles first, the rest is counted below the picture.
ORIGINS = 8
# From this many articles on, those that rest on the same texts in the same way share a node.
CROWD = 15


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture; `kind` is `origin` or `article`; its name on one line or two, a note, and both in full."""

    key: str
    kind: str
    name: tuple[str, ...]
    note: str
    full: str
    href: str | None
    x: float = 0.0
    y: float = 0.0
    baseline: float = 0.0
    width: float = NODE_WIDTH
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Edge:
    """A debt: `right` rests on `left`. `word` names the kind of derivation, nothing for a mere citing."""

    left: str
    right: str
    css: str
    word: str = ""
    full: str = ""
    path: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing ready for SVG, and how many origins are left out of it."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def picture(story: Story, lookup: Lookup, catalogue: Texts) -> Picture | None:
    """The picture of a story; None where nothing rests on anything."""
    origins, left_out = _origins(story)
    homes = _homes(story, lookup)
    edges = _unique([*_derivation_edges(story, lookup, catalogue, homes), *_citing_edges(story, origins, homes)])
    if not edges:
        return None
    nodes = [*_origin_nodes(story, origins, edges, catalogue), *_article_nodes(story, lookup, catalogue)]
    if len(story.articles) > CROWD:
        nodes, edges = _grouped(nodes, edges, catalogue)
    return _placed(nodes, edges, left_out)


def _origins(story: Story) -> tuple[list[Origin], int]:
    """The origins behind the shared claims, joined by name, those of most articles first; and how many are left out."""
    claims: Iterable[Claim] = [claim for claim in shared_claims(story) if len(claim.articles) > 1]
    found: dict[str, Origin] = {}
    for origin in (origin for claim in claims for origin in claim.origins):
        key = fold(origin.name)
        known = found.get(key, origin)
        found[key] = replace(known, articles=tuple(sorted({*known.articles, *origin.articles})))
    ranked = sorted(found.values(), key=lambda origin: (-len(origin.articles), fold(origin.name)))
    return ranked[:ORIGINS], len(ranked[ORIGINS:])


def _homes(story: Story, lookup: Lookup) -> dict[str, str]:
    """Folded name of an outlet, in each form it takes → its first article, which then stands for the origin."""
    homes: dict[str, str] = {}
    for article in in_order(story, lookup):
        homes.setdefault(fold(lookup.outlets[article]), article)
    for entity in story.entities:
        forms = [fold(form) for form in (entity.name, *entity.variants)]
        home = next((homes[form] for form in forms if form in homes), None)
        homes = (dict.fromkeys(forms, home) if home else {}) | homes
    return homes


def _derivation_edges(story: Story, lookup: Lookup, catalogue: Texts, homes: Mapping[str, str]) -> Iterable[Edge]:
    for one in sorted(story.derivations, key=lambda one: (one.derived, one.used)):
        left = one.used if one.used in lookup.articles else homes.get(fold(one.used), _origin_key(one.used))
        yield Edge(
            left,
            one.derived,
            credit(one),
            phrase(catalogue, f"derivation.{one.kind}"),
            debt_sentence(one, lookup, catalogue),
        )


def _citing_edges(story: Story, origins: list[Origin], homes: Mapping[str, str]) -> Iterable[Edge]:
    """From an origin to the articles that have it from no other article of the story."""
    parents: dict[str, set[str]] = defaultdict(set)
    for one in story.derivations:
        parents[one.derived].add(one.used)
    for origin in origins:
        home = homes.get(fold(origin.name), _origin_key(origin.name))
        for article in origin.articles:
            if article in story.articles and article != home and not parents[article] & {*origin.articles, home}:
                yield Edge(home, article, "cites", full=origin.name)


def _unique(edges: Iterable[Edge]) -> list[Edge]:
    """One line between two nodes; a derivation, which comes first, says more than a citing."""
    found: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        if edge.left != edge.right:
            found.setdefault((edge.left, edge.right), edge)
    return list(found.values())


def _origin_nodes(story: Story, origins: list[Origin], edges: list[Edge], catalogue: Texts) -> list[Node]:
    """The origins that are no article of the story; also agencies and outlets from which text was taken."""
    names = {_origin_key(name): name for name in sorted(one.used for one in story.derivations)}
    names |= {_origin_key(origin.name): origin.name for origin in origins}
    kinds = {_origin_key(origin.name): phrase(catalogue, f"origin.{origin.kind}") for origin in origins}
    wanted = dict.fromkeys(edge.left for edge in edges if edge.left.startswith(_OUTSIDE))
    return [Node(key, "origin", _short(names[key]), kinds.get(key, ""), names[key], None) for key in wanted]


def _article_nodes(story: Story, lookup: Lookup, catalogue: Texts) -> list[Node]:
    return [
        Node(
            article,
            "article",
            _short(lookup.outlets[article]),
            day(lookup.articles[article].published, catalogue),
            f"{lookup.labels[article]}: {lookup.articles[article].headline or ''}",
            f"#a{lookup.numbers[article]}",
        )
        for article in in_order(story, lookup)
    ]


_OUTSIDE = "outside:"


def _origin_key(name: str) -> str:
    return f"{_OUTSIDE}{fold(name)}"


def _grouped(nodes: list[Node], edges: list[Edge], catalogue: Texts) -> tuple[list[Node], list[Edge]]:
    """Articles on which nothing rests, and which rest on the same nodes in the same way, become one node."""
    debts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for edge in edges:
        debts[edge.right].append((edge.left, edge.css, edge.word))
    lenders = {edge.left for edge in edges}
    alike: dict[tuple[tuple[str, str, str], ...], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind == "article" and node.key not in lenders:
            alike[tuple(sorted(debts[node.key]))].append(node)
    joined = {node.key: group for group in alike.values() if len(group) > 1 for node in group}
    kept = [node for node in nodes if node.key not in joined or joined[node.key][0] is node]
    new_nodes = [_group_node(joined[node.key], catalogue) if node.key in joined else node for node in kept]
    keys = {node.key for node in new_nodes}
    return new_nodes, [edge for edge in edges if edge.right in keys]


def _group_node(group: list[Node], catalogue: Texts) -> Node:
    count = phrase(catalogue, "report.articles", n=len(group))
    names = enumeration(catalogue, [" ".join(node.name) for node in group])
    return replace(group[0], name=(count,), note=_cut(names), full=names, href=None)


def _placed(nodes: list[Node], edges: list[Edge], left_out: int) -> Picture:
    ports: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        ports[edge.right].append(edge)
    sized = [replace(node, height=max(_text_height(node), PORT * len(ports[node.key]) + 10)) for node in nodes]
    drawing = draw([Box(n.key, n.height) for n in sized], [(e.left, e.right) for e in edges], gap=GAP)
    placed = {
        node.key: replace(
            node,
            x=MARGIN + drawing.layers[node.key] * (NODE_WIDTH + GUTTER),
            y=MARGIN + round(drawing.middles[node.key] - node.height / 2, 1),
            baseline=MARGIN + round(drawing.middles[node.key] - (_text_height(node) - PADDING) / 2 + ASCENT, 1),
        )
        for node in sized
    }
    routed = []
    for right, incoming in ports.items():
        incoming.sort(key=lambda edge: _arrives_from(edge, placed, drawing.passing))
        for port, edge in enumerate(incoming, start=1):
            at = placed[right].y + placed[right].height * port / (len(incoming) + 1)
            passing = [MARGIN + height for height in drawing.passing.get((edge.left, edge.right), ())]
            routed.append(_routed(edge, placed[edge.left], placed[right], at, passing))
    columns = max(drawing.layers.values()) + 1
    width = 2 * MARGIN + columns * NODE_WIDTH + (columns - 1) * GUTTER
    return Picture(width, round(drawing.height + 2 * MARGIN, 1), tuple(placed.values()), tuple(routed), left_out)


def _text_height(node: Node) -> float:
    return PADDING + LINE * (len(node.name) + bool(node.note))


def _arrives_from(
    edge: Edge, placed: Mapping[str, Node], passing: Mapping[tuple[str, str], tuple[float, ...]]
) -> tuple[float, str]:
    through = passing.get((edge.left, edge.right), ())
    return (through[-1] + MARGIN if through else placed[edge.left].y + placed[edge.left].height / 2, edge.left)


def _routed(edge: Edge, left: Node, right: Node, port: float, passing: list[float]) -> Edge:
    """Bends in the gutters, straight across the layers that it passes, straight under its word at the end."""
    x, y = left.x + NODE_WIDTH, left.y + left.height / 2
    path = [f"M{x:g} {y:.1f}"]
    for height in passing:
        path.append(_bend(x, y, x + GUTTER, height))
        x, y = x + GUTTER + NODE_WIDTH, height
        path.append(f"H{x:g}")
    straight = right.x - LABEL - 8 if edge.word else right.x - 16
    # A line back to an earlier layer (two that rest on each other) has no gutter to bend in.
    path.append(_bend(x, y, straight, port) if straight > x else f"L{straight:g} {port:.1f}")
    path.append(f"H{right.x - 2:g}")
    return replace(edge, path=" ".join(path), x=right.x - 8 - LABEL / 2, y=round(port, 1))


def _bend(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{middle:g} {y:.1f} {middle:g} {to_y:.1f} {to_x:g} {to_y:.1f}"


def _short(name: str) -> tuple[str, ...]:
    """A name on one line or two, as much of it as fits into a node."""
    lines, width = [""], 0
    for word in name.split():
        wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in word)
        if lines[-1] and width + 1 + wide > LETTERS:
            lines, width = [*lines, word], wide
        else:
            lines[-1], width = f"{lines[-1]} {word}".strip(), width + 1 + wide
    shown = tuple(_cut(line) for line in lines[:2])
    return shown if len(lines) <= 2 else (shown[0], _cut(f"{shown[1]} {lines[2]}"))


def _cut(line: str) -> str:
    width, cut = 0, ""
    for letter in line:
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > LETTERS:
            return f"{cut.rstrip()}…"
        cut += letter
    return line

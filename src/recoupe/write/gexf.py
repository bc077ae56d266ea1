"""Copies → a graph for Gephi and its like: an edge leads from each text that is used to one that derives from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from recoupe.write.copies import Copy
from recoupe.write.wording import one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NODE = {"file": "string", "in_pile": "boolean"}
_EDGE = {"kind": "string", "credited": "boolean", "probability": "double", "reasons": "string"}


def to_gexf(found: Sequence[Copy]) -> bytes:
    """The graph of some copies as GEXF 1.3 (gexf.net); the weight of an edge is the share of the text taken."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed")
    _declare(graph, "node", _NODE)
    _declare(graph, "edge", _EDGE)
    nodes = {one.used: (one.used_outlet, {"file": one.used_file, "in_pile": one.in_pile}) for one in found}
    nodes |= {one.derived: (one.derived_outlet, {"file": one.derived_file, "in_pile": True}) for one in found}
    listed = SubElement(graph, "nodes")
    for id_, (outlet, values) in sorted(nodes.items()):
        _describe(SubElement(listed, "node", id=one_line(id_), label=one_line(outlet)), values)
    edges = SubElement(graph, "edges")
    for number, one in enumerate(found):
        weight = one.probability if one.coverage is None else one.coverage
        ends = {"source": one_line(one.used), "target": one_line(one.derived), "weight": f"{weight:.3f}"}
        edge = SubElement(edges, "edge", {"id": str(number), **ends})
        _describe(edge, {name: getattr(one, name) for name in _EDGE})
    indent(root)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _declare(graph: Element, of: str, types: Mapping[str, str]) -> None:
    from xml.etree.ElementTree import SubElement

    attributes = SubElement(graph, "attributes", {"class": of})
    for name, kind in types.items():
        SubElement(attributes, "attribute", id=name, title=name, type=kind)


def _describe(element: Element, values: Mapping[str, object]) -> None:
    from xml.etree.ElementTree import SubElement

    listed = SubElement(element, "attvalues")
    for name, value in values.items():
        written = str(value).lower() if isinstance(value, bool) else one_line(str(value))
        SubElement(listed, "attvalue", {"for": name, "value": written})

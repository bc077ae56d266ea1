"""Families of texts, as records, trees and graphs."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from recoupe.model import Derivation
from recoupe.write.copies import copies, copies_tree
from recoupe.write.gexf import to_gexf
from recoupe.write.texts import texts

from .factories import ARTICLES, STORY, report

EN = texts("en")
A, B, C = (article.id for article in ARTICLES[:3])


def chain(*pairs: tuple[str, str]) -> tuple[Derivation, ...]:
    return tuple(Derivation(derived, used, "copy", True, 0.9, 0.8, ()) for used, derived in pairs)


def tree(*pairs: tuple[str, str], width: int = 200) -> list[str]:
    return copies_tree(report(story=replace(STORY, derivations=chain(*pairs))), EN, width)


def test_each_level_stands_further_in() -> None:
    lines = tree((A, B), (B, C))
    assert [line.index("─") for line in lines if "─" in line] == [1, 4]


def test_a_text_with_two_parents_stands_below_both() -> None:
    lines = tree((A, C), (B, C))
    assert sum("└─" in line for line in lines) == 2


def test_a_parent_outside_the_pile_is_said_to_be() -> None:
    assert tree(("AFP", A))[0] == "AFP (not in the pile)"


def test_lines_fit_the_terminal() -> None:
    assert max(map(len, tree((A, B), (B, C), width=30))) <= 30


def test_a_copy_says_whether_its_source_is_in_the_pile() -> None:
    made = report(story=replace(STORY, derivations=chain(("AFP", A), (A, B))))
    assert [(one.used, one.in_pile) for one in copies(made, EN)] == sorted([("AFP", False), (A, True)])


def test_control_characters_do_not_break_the_graph() -> None:
    made = report(story=replace(STORY, derivations=chain(("A\x00FP", A))))
    root = ElementTree.fromstring(to_gexf(copies(made, EN)))
    assert next(node.get("label") for node in root.iter("{http://gexf.net/1.3}node")) == "A FP"

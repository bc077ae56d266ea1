"""The picture of who rests on whom."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model import Report
from recoupe.write.html_graph import Picture, picture
from recoupe.write.lookup import look_up
from recoupe.write.texts import texts

from .factories import REPORT, STORY, crowd, report

EN = texts("en")


def drawn(made: Report) -> Picture:
    found = picture(made.stories[0], look_up(made, EN), EN)
    assert found
    return found


def lines(made: Report) -> set[tuple[str, str, str]]:
    names = {node.key: " ".join(node.name) for node in drawn(made).nodes}
    return {(names[edge.left], names[edge.right], edge.css) for edge in drawn(made).edges}


def test_derivations_and_citings_are_lines() -> None:
    assert lines(REPORT) == {
        ("Le Courrier de la Nied", "Lorraine Flash", "uncredited"),
        ("Le Courrier de la Nied", "The Continental Observer", "cites"),
        ("AFP", "The Continental Observer", "credited"),
    }


def test_an_outlet_of_the_pile_is_its_article_not_an_origin_beside_it() -> None:
    assert [node.kind for node in drawn(REPORT).nodes if "Courrier" in node.full] == ["article"]


def test_who_has_it_from_another_article_has_no_line_to_the_origin() -> None:
    assert len([line for line in lines(crowd(6)) if line[2] == "cites"]) == 0


def test_nothing_that_rests_on_nothing_gives_no_picture() -> None:
    alone = replace(STORY, derivations=(), claims=())
    assert picture(alone, look_up(report(story=alone), EN), EN) is None


def test_a_crowd_is_drawn_as_groups() -> None:
    nodes = drawn(crowd(31)).nodes
    assert sorted(node.name for node in nodes) == [("15 articles",), ("15 articles",), ("Le Courrier de la Nied",)]


def test_up_to_fifteen_articles_each_has_its_own_box() -> None:
    assert len(drawn(crowd(15)).nodes) == 15


def test_no_two_boxes_overlap() -> None:
    nodes = drawn(crowd(15)).nodes
    for one in nodes:
        for other in nodes:
            if one.key < other.key and one.x == other.x:
                assert one.y + one.height <= other.y or other.y + other.height <= one.y


def test_a_word_lies_between_the_boxes() -> None:
    made = drawn(crowd(15))
    boxes = {node.key: node for node in made.nodes}
    for edge in made.edges:
        assert boxes[edge.left].x + boxes[edge.left].width < edge.x < boxes[edge.right].x

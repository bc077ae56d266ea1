"""The layered drawing: nothing overlaps, edges run forward, circles do no harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.write.layered import Box, draw

GAP = 10.0
KEYS = "abcdefghijklmno"
graphs = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=30)
BOXES = [Box(key, 30.0 + 7 * (at % 3)) for at, key in enumerate(KEYS)]


@given(graphs)
def test_no_two_nodes_overlap(edges: list[tuple[str, str]]) -> None:
    drawing = draw(BOXES, edges, gap=GAP)
    for one in BOXES:
        for other in BOXES:
            if one.key < other.key and drawing.layers[one.key] == drawing.layers[other.key]:
                apart = abs(drawing.middles[one.key] - drawing.middles[other.key])
                assert apart >= (one.height + other.height) / 2 + GAP - 1e-6


@given(graphs)
def test_no_edge_passes_through_a_node(edges: list[tuple[str, str]]) -> None:
    drawing = draw(BOXES, edges, gap=GAP)
    for (a, _), heights in drawing.passing.items():
        for layer, height in enumerate(heights, start=drawing.layers[a] + 1):
            for box in BOXES:
                if drawing.layers[box.key] == layer:
                    assert abs(drawing.middles[box.key] - height) >= box.height / 2


@given(graphs)
def test_everything_lies_within_the_height(edges: list[tuple[str, str]]) -> None:
    drawing = draw(BOXES, edges, gap=GAP)
    for box in BOXES:
        assert drawing.middles[box.key] - box.height / 2 >= -1e-6
        assert drawing.middles[box.key] + box.height / 2 <= drawing.height + 1e-6


def test_who_rests_on_another_stands_to_its_right() -> None:
    layers = draw(BOXES, [("a", "b"), ("b", "c"), ("a", "c")], gap=GAP).layers
    assert (layers["a"], layers["b"], layers["c"]) == (0, 1, 2)


def test_two_that_rest_on_each_other_are_still_drawn() -> None:
    layers = draw(BOXES, [("a", "b"), ("b", "a")], gap=GAP).layers
    assert (layers["a"], layers["b"]) == (0, 1)


def test_what_does_not_hang_together_stands_below() -> None:
    drawing = draw(BOXES[:6], [("a", "b"), ("a", "c"), ("d", "e"), ("d", "f")], gap=GAP)
    above, below = [[drawing.middles[key] for key in keys] for keys in ("abc", "def")]
    assert max(above) < min(below)


def test_nothing_to_draw_takes_no_room() -> None:
    assert draw([], [], gap=GAP).height == 0.0

"""The cutting of text into well-nested spans, on everything that hypothesis can think of."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.write.segments import Mark, marked, segments

TEXT = 'Il a dit : « Non <script>alert("x")</script> & rien » hier. \u202eعربي\u202c 🙂'


class Read(HTMLParser):
    """Reads marked text back: its words, its ids, and for every character the spans around it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[tuple[str, str | None], ...]] = []
        self.text = ""
        self.around: list[list[tuple[tuple[str, str | None], ...]]] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tuple(attrs))
        self.ids.extend(value for key, value in attrs if key == "id" and value)
        self.sources.extend(value for key, value in attrs if key == "data-source" and value)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.around.extend([list(self.open) for _ in data])


def read(html: str) -> Read:
    reader = Read()
    reader.feed(str(html))
    reader.close()
    return reader


def classes(around: list[tuple[tuple[str, str | None], ...]]) -> set[str]:
    return {dict(attributes)["class"] or "" for attributes in around}


@st.composite
def mark_lists(draw: st.DrawFn) -> list[Mark]:
    edges = st.integers(min_value=-3, max_value=len(TEXT) + 3)
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=14))
    return [Mark(start, end, f"m{i}", id=f"a1-{i}", source=f"s{i}") for i, (start, end) in enumerate(pairs)]


@given(mark_lists())
def test_the_text_comes_out_unchanged(marks: list[Mark]) -> None:
    assert read(marked(TEXT, 0, len(TEXT), marks)).text == TEXT


@given(mark_lists())
def test_every_character_stands_in_its_marks_and_in_no_other(marks: list[Mark]) -> None:
    around = read(marked(TEXT, 0, len(TEXT), marks)).around
    for at, spans in enumerate(around):
        assert classes(spans) == {mark.css for mark in marks if mark.start <= at < mark.end}


@given(mark_lists())
def test_tags_are_balanced_and_only_spans(marks: list[Mark]) -> None:
    reader = read(marked(TEXT, 0, len(TEXT), marks))
    assert reader.open == []
    assert reader.tags <= {"span"}


@given(mark_lists())
def test_every_anchor_inside_the_text_stands_once(marks: list[Mark]) -> None:
    ids = read(marked(TEXT, 0, len(TEXT), marks)).ids
    assert sorted(ids) == sorted(m.id or "" for m in marks if 0 <= m.start < min(m.end, len(TEXT)))


@given(mark_lists())
def test_every_source_that_ends_inside_is_named_once(marks: list[Mark]) -> None:
    sources = read(marked(TEXT, 0, len(TEXT), marks)).sources
    assert sorted(sources) == sorted(m.source or "" for m in marks if max(m.start, 0) < m.end <= len(TEXT))


@given(mark_lists())
def test_the_order_of_marks_does_not_matter(marks: list[Mark]) -> None:
    assert marked(TEXT, 0, len(TEXT), marks) == marked(TEXT, 0, len(TEXT), marks[::-1])


@given(mark_lists(), st.integers(min_value=0, max_value=len(TEXT)))
def test_a_text_cut_in_two_reads_the_same(marks: list[Mark], cut: int) -> None:
    halves = marked(TEXT, 0, cut, marks) + marked(TEXT, cut, len(TEXT), marks)
    reader = read(halves)
    assert reader.text == TEXT
    assert len(reader.ids) == len(set(reader.ids))


def test_a_mark_inside_another_does_not_cut_it() -> None:
    html = marked("abcdef", 0, 6, [Mark(0, 6, "outer"), Mark(2, 4, "inner")])
    assert html == '<span class="outer">ab<span class="inner">cd</span>ef</span>'


def test_of_two_that_cross_the_later_is_cut() -> None:
    html = marked("abcdef", 0, 6, [Mark(0, 4, "first", id="x"), Mark(2, 6, "later", id="y")])
    assert html == (
        '<span class="first" id="x">ab<span class="later" id="y">cd</span></span><span class="later" data-of="y">ef</span>'
    )


@pytest.mark.parametrize("hostile", ["<script>", '" onclick="x', "</span></p>", "&lt;b&gt;"])
def test_text_and_labels_are_data(hostile: str) -> None:
    html = marked(hostile, 0, len(hostile), [Mark(0, 3, "q", source=hostile, title=hostile)])
    reader = read(html)
    assert reader.text == hostile
    assert reader.tags == {"span"}
    assert dict(reader.around[0][0]) == {"class": "q", "data-source": hostile, "title": hostile}


def test_no_text_gives_no_segment() -> None:
    assert list(segments(3, 3, [Mark(0, 9, "q")])) == []

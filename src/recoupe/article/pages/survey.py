"""Page → what is to be known of it as a whole: where text runs, where the headline stands, which hints tell nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from recoupe.article.pages.pieces import Box, Page, Piece

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_LETTERS = re.compile(r"[\W_]+")
# Scripts that say in one character what Latin says in about three.
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ENDS = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u0589]['\"\u2019\u201d\u00bb\u300d\u300f)\]\u201c]{0,3}$"
)
_MARKS = re.compile(r"[.,;!?\u060c\u0964\u061f](?=[\s\"'\u201d\u00bb)]|$)|[\u3001\u3002\uff0c]")
# Running text: so long, with few links, and with the end of a sentence; longer pieces need no end (cut paragraphs).
_PROSE, _SURELY_PROSE, _FEW_LINKS = 60, 120, 0.5
# The first paragraph under the headline is this long at least; shorter lines are dates and names.
_PARAGRAPH = 80
# A box that holds so much of the page's running text is the page; what its name hints at holds for nothing.
_THE_PAGE = 0.6
# A hint that the article's first paragraph bears, as does this share of all running text, is the site's habit.
_HABIT = 0.2
# No hint of something else; and comments may be longer than their article.
_KEPT = frozenset({"content", "articlebody"})
_NEVER_HABIT = _KEPT | {"comment"}
_NONE: frozenset[str] = frozenset()
_DIGITS = re.compile(r"\d+")
# Fewer like boxes than this are no list.
_LIST = 3
# The headline stands among the first pieces, below the menus.
_SEARCHED = 400
# Between a heading and its text there are at most a date, a name, a picture and its caption.
_FOLLOWS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What the page's data say in letters alone: its titles, its descriptions, its text (empty if it is not given)."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """Measures of each piece; sums of `sizes`, `linked` and `prose` before each; hints that hold for each box."""

    page: Page
    said: Said
    letters: list[str]
    sizes: list[int]
    links: list[float]
    ends: list[bool]
    marks: list[int]
    prose: list[float]
    size_before: list[int]
    linked_before: list[float]
    prose_before: list[float]
    headline: int
    first: int
    inherited: dict[Box, frozenset[str]]
    habits: frozenset[str]
    foreign: frozenset[Box]


def survey(page: Page, said: Said) -> Survey:
    """Measure the page. `headline` and `first`, its first paragraph, are -1 if there is none."""
    pieces = page.pieces
    letters = [bare(piece.text) for piece in pieces]
    sizes = [_size(piece.text) for piece in pieces]
    links = [min(1.0, piece.linked / len(piece.text)) for piece in pieces]
    ends = [bool(_ENDS.search(piece.text[-6:])) for piece in pieces]
    marks = [len(_MARKS.findall(piece.text)) for piece in pieces]
    measured = zip(sizes, links, ends, marks, strict=True)
    prose = [size * (1 - link) if _is_prose(size, link, end, mark) else 0.0 for size, link, end, mark in measured]
    headline = _headline(pieces, letters, said)
    if headline < 0:
        headline = _first_heading(pieces, prose)
    first = -1
    if headline >= 0:
        first = next((i for i in range(headline + 1, len(pieces)) if prose[i] > _PARAGRAPH), -1)
    prose_before = [0.0, *accumulate(prose)]
    inherited = _inherited(page, prose_before, headline, first)
    return Survey(
        page=page,
        said=said,
        letters=letters,
        sizes=sizes,
        links=links,
        ends=ends,
        marks=marks,
        prose=prose,
        size_before=[0, *accumulate(sizes)],
        linked_before=[0.0, *accumulate(size * link for size, link in zip(sizes, links, strict=True))],
        prose_before=prose_before,
        headline=headline,
        first=first,
        inherited=inherited,
        habits=_habits(pieces, prose, inherited, first),
        foreign=_foreign(page, first),
    )


def bare(text: str) -> str:
    """Letters and digits alone, without case."""
    return _NOT_LETTERS.sub("", text).casefold()


def ancestors(box: Box | None) -> Iterator[Box]:
    """The box, and those around it."""
    while box is not None:
        yield box
        box = box.parent


def is_heading(box: Box) -> bool:
    """Whether the box is a heading, or stands right in one."""
    return box.tag in HEADINGS or (box.parent is not None and box.parent.tag in HEADINGS)


def _size(text: str) -> int:
    """Letters, counted as if the script were Latin."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def _is_prose(size: int, link: float, end: bool, marks: int) -> bool:
    return size > _PROSE and marks > 0 and link < _FEW_LINKS and (end or size > _SURELY_PROSE)


def _headline(pieces: Sequence[Piece], letters: Sequence[str], said: Said) -> int:
    """The piece that best fits: one that the page's titles name, or a first-level heading."""
    best, points = -1, 0.0
    for i, piece in enumerate(pieces[:_SEARCHED]):
        own = letters[i]
        if len(own) > 300:
            continue
        found = 2.0 if piece.box.tag == "h1" else 1.0 if is_heading(piece.box) else 0.0
        if len(own) > 8 and own in said.titles:
            found += 3
        elif len(own) > 15 and any(t.startswith(own) or (len(t) > 15 and own.startswith(t)) for t in said.titles):
            found += 2
        if found >= 2 and found > points:
            best, points = i, found
    return best


def _first_heading(pieces: Sequence[Piece], prose: Sequence[float]) -> int:
    """Where the page's titles tell nothing: the first heading that running text follows."""
    heads = (i for i, piece in enumerate(pieces[:_SEARCHED]) if is_heading(piece.box))
    return next((i for i in heads if any(prose[i + 1 : i + 1 + _FOLLOWS])), -1)


def _inherited(page: Page, prose_before: list[float], headline: int, first: int) -> dict[Box, frozenset[str]]:
    """For each box the hints of all that it stands in, but for those boxes that hold the article whole."""
    total = prose_before[-1] or 1.0
    inherited: dict[Box, frozenset[str]] = {}
    for box in page.boxes:
        above = inherited[box.parent] if box.parent else _NONE
        own = box.hints
        if own:
            share = (prose_before[box.last] - prose_before[box.first]) / total
            both = box.first <= headline < box.last and box.first <= first < box.last
            if both or (share > _THE_PAGE and "comment" not in own):
                own &= _KEPT
        inherited[box] = above | own if own else above
    return inherited


def _foreign(page: Page, first: int) -> frozenset[Box]:
    """Boxes in a list of like ones (teasers, comments) that stands apart from the article's first paragraph."""
    if first < 0:
        return frozenset()
    kin: Counter[tuple[int, str, str]] = Counter()
    keys = {
        box: (id(box.parent), box.tag, _DIGITS.sub("", box.names.split(" ", 1)[0]))
        for box in page.boxes
        if box.last - box.first > 1 and box.parent and not box.parent.first <= first < box.parent.last
    }
    kin.update(keys.values())
    found: set[Box] = set()
    for box in page.boxes:
        if box.parent in found or (box in keys and kin[keys[box]] >= _LIST):
            found.add(box)
    return frozenset(found)


def _habits(
    pieces: Sequence[Piece], prose: Sequence[float], inherited: dict[Box, frozenset[str]], first: int
) -> frozenset[str]:
    """Hints that the site gives to everything."""
    cover: Counter[str] = Counter()
    for piece, length in zip(pieces, prose, strict=True):
        if length:
            for hint in inherited[piece.box] | piece.box.hints:
                cover[hint] += int(length)
    total = sum(prose) or 1.0
    of_first = inherited[pieces[first].box] if first >= 0 else _NONE
    return frozenset(
        hint
        for hint, length in cover.items()
        if length > (_HABIT if hint in of_first else _THE_PAGE) * total and hint not in _NEVER_HABIT
    )

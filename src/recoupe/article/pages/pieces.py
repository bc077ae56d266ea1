"""Parsed page → its visible pieces of text in reading order, and the tree of boxes that they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from recoupe.article.pages.markup import hints_of, markup

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SPACES = re.compile(r"[ \t\r\n\f\u200b]+")
_BREAKS = re.compile(r" ?(?:\v ?)+")
_HIDING = re.compile(r"(?:display\s?:\s?none|visibility\s?:\s?hidden)", re.I)
# A hostile page may go on without end. The largest of 181 news pages has 4,000 nodes; a thousand comments make 30,000.
_MAX_NODES = 60_000
# Ten times as much text as an article may have.
_MAX_LETTERS = 2_000_000
# The longest class names of real pages have some hundred letters.
_MAX_NAMES = 500
_NONE: frozenset[str] = frozenset()
# Hints of elements within a line that hold for the whole line if they cover most of it.
_MOST = 0.6


@dataclass(slots=True, eq=False)
class Box:
    """An element that parts text, with the range of pieces in it: `first` until `last`."""

    tag: str
    parent: Box | None
    depth: int
    names: str
    hints: frozenset[str]
    first: int = 0
    last: int = 0


@dataclass(slots=True, eq=False)
class Piece:
    """Text between two borders; `linked` and `strong` count the letters in links and in bold type."""

    text: str
    box: Box
    linked: int
    strong: int
    links: int
    hints: frozenset[str]


@dataclass(slots=True)
class Page:
    """The pieces of a page and its boxes, both in reading order; `cut` if there was too much to read."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    cut: bool = False


class _Style(NamedTuple):
    """What the elements within a line say of a text."""

    linked: bool = False
    strong: bool = False
    hints: frozenset[str] = _NONE


_PLAIN = _Style()
_LINKED = _Style(linked=True)
# In boxes of text an element within the line is a part of it; elsewhere names and dates stand apart by their class.
_TEXTUAL = frozenset(
    {
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "td",
        "th",
        "dd",
        "dt",
        "figcaption",
        "caption",
        "pre",
    }
)
_APART = frozenset({"byline", "dateline", "credit", "caption", "share", "tags", "signup", "related", "comment"})


@dataclass(slots=True)
class _Line:
    """The piece that is being gathered."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0
    links: int = 0
    breaks: int = 0
    hinted: dict[str, int] = field(default_factory=dict)


def read_pieces(tree: LexborHTMLParser) -> Page:
    """All visible text of the body; with its own stack, since pages nest deeper than Python may."""
    page, line = Page(), _Line()
    if tree.body is None:
        return page
    hidden, parting = markup().hidden, markup().parting
    root = Box("body", None, 0, "", _NONE)
    page.boxes.append(root)
    stack: list[tuple[Any, Box, _Style]] = [(None, root, _PLAIN), (tree.body.first_child, root, _PLAIN)]
    seen = letters = 0
    while stack:
        node, box, style = stack.pop()
        if node is None:
            line = _flush(page, line, box) if line.parts else line
            box.last = len(page.pieces)
            continue
        seen += 1
        following = node.next
        if following is not None and seen < _MAX_NODES and letters < _MAX_LETTERS:
            stack.append((following, box, style))
        tag = node.tag or "-"  # of a name that no tag can have, the parser has none
        if tag == "-text":
            text = (node.text_content or "")[:_MAX_LETTERS]
            letters += len(text)
            _add(line, text, style)
        elif tag == "br":
            line = _break(page, line, box)
        elif tag not in hidden and tag[0] not in "-!":
            given = node.attributes
            names = _names(given) if given else " "
            child = node.first_child
            if tag in parting or _stands_apart(tag, names, box):
                line = _flush(page, line, box) if line.parts else line
                inner = _enter(page, tag, names, given, box)
                stack.append((None, inner, _PLAIN))
                if child is not None:
                    stack.append((child, inner, _LINKED if style.linked or tag == "a" else _PLAIN))
            elif child is not None:
                stack.append((child, box, _inline(line, tag, names, style)))
    page.cut = seen >= _MAX_NODES or letters >= _MAX_LETTERS
    return page


def _add(line: _Line, text: str, style: _Style) -> None:
    if text.isspace():
        if line.parts:
            line.parts.append(" ")
        return
    line.parts.append(text)
    line.breaks = 0
    if style is not _PLAIN:
        length = len(text)
        line.linked += length * style.linked
        line.strong += length * style.strong
        for hint in style.hints:
            line.hinted[hint] = line.hinted.get(hint, 0) + length


def _break(page: Page, line: _Line, box: Box) -> _Line:
    """One `br` ends a line, two end a paragraph."""
    line.breaks += 1
    if line.breaks > 1 and line.parts:
        return _flush(page, line, box)
    line.parts.append("\v")
    return line


def _names(given: dict[str, str | None]) -> str:
    """Class and id; a space if there are none."""
    return f"{(given.get('class') or '')[:_MAX_NAMES]} {(given.get('id') or '')[:_MAX_NAMES]}"


def _stands_apart(tag: str, names: str, box: Box) -> bool:
    """Whether an element within the line is a name or a date of its own, not a part of a sentence."""
    if box.tag in _TEXTUAL:
        return False
    return tag == "time" or (names != " " and not _APART.isdisjoint(hints_of(names)))


def _inline(line: _Line, tag: str, names: str, style: _Style) -> _Style:
    hints = hints_of(names) if names != " " else _NONE
    if tag == "time":
        hints |= {"dateline"}
    if tag == "a":
        line.links += 1
    if hints or tag in ("a", "b", "strong"):
        return _Style(style.linked or tag == "a", style.strong or tag in ("b", "strong"), style.hints | hints)
    return style


def _enter(page: Page, tag: str, names: str, given: dict[str, str | None], box: Box) -> Box:
    hints = _hint_of_tag(tag)
    if given:
        hints = hints | hints_of(names) | _said(given)
    inner = Box(tag, box, box.depth + 1, names, hints, len(page.pieces))
    page.boxes.append(inner)
    return inner


def _said(given: dict[str, str | None]) -> frozenset[str]:
    """What attributes other than names say outright."""
    said = set()
    role = given.get("role")
    if role and role in markup().roles:
        said.add(markup().roles[role])
    if (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or _HIDING.search((given.get("style") or "")[:_MAX_NAMES])
    ):
        said.add("unseen")
    if "articlebody" in (given.get("itemprop") or "")[:_MAX_NAMES].lower():
        said.add("articlebody")
    return frozenset(said) if said else _NONE


@cache
def _hint_of_tag(tag: str) -> frozenset[str]:
    hint = markup().tags.get(tag)
    return frozenset({hint}) if hint else _NONE


def _flush(page: Page, line: _Line, box: Box) -> _Line:
    text = _SPACES.sub(" ", "".join(line.parts)).strip()
    if "\v" in text:
        text = _BREAKS.sub("\n", text).strip()
    if not text:
        return _Line()
    hints = _NONE
    if line.hinted:
        hints = frozenset(hint for hint, length in line.hinted.items() if length >= _MOST * len(text))
    page.pieces.append(Piece(text, box, line.linked, line.strong, line.links, hints))
    return _Line()

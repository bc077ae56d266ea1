"""Text + overlapping marks → well-nested spans: cuts the text at every boundary and closes what must be closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to set off. Where it must be cut, only its first piece has `id`, only its last the `source`.

    Args:
        css: the class of the element.
        id: the anchor, unique on the page.
        source: shown behind the words (by the style sheet, so that it is no part of the text).
        title: shown when the reader points at the words.
    """

    start: int
    end: int
    css: str
    id: str | None = None
    source: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which the same marks hold, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cut `start:end` at every boundary of a mark. The mark that starts first, then the longer one, is outer."""
    inside = sorted(
        {mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end}, key=_outer
    )
    cuts = sorted({start, end, *(cut for mark in inside for cut in (mark.start, mark.end) if start < cut < end)})
    waiting = iter(inside)
    following = next(waiting, None)
    open_marks: list[Mark] = []
    for left, right in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > left]
        while following is not None and following.start <= left:
            open_marks.append(following)
            following = next(waiting, None)
        yield Segment(left, right, tuple(open_marks))


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """`text[start:end]` as HTML, escaped, with a span around each mark; marks that cross are cut in pieces."""
    pieces: list[str] = []
    above: tuple[Mark, ...] = ()
    for segment in segments(start, end, marks):
        shared = _shared(above, segment.marks)
        pieces.extend("</span>" for _ in above[shared:])
        pieces.extend(_opened(mark, segment.start, start, end, segment.marks) for mark in segment.marks[shared:])
        pieces.append(str(escape(text[segment.start : segment.end])))
        above = segment.marks
    pieces.extend("</span>" for _ in above)
    return Markup("".join(pieces))


def _outer(mark: Mark) -> tuple[int, int, str, str, str, str]:
    return (mark.start, -mark.end, mark.css, mark.id or "", mark.source or "", mark.title or "")


def _shared(above: tuple[Mark, ...], now: tuple[Mark, ...]) -> int:
    """How many of the outer marks stay open."""
    count = 0
    while count < min(len(above), len(now)) and above[count] is now[count]:
        count += 1
    return count


def _opened(mark: Mark, at: int, start: int, end: int, beside: tuple[Mark, ...]) -> str:
    first = at == max(mark.start, start) and mark.start >= start
    attributes = {
        "class": mark.css,
        "id": mark.id if first else None,
        "data-of": mark.id if not first else None,
        "data-source": mark.source if _is_last(mark, end, beside) else None,
        "title": mark.title,
    }
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<span{written}>"


def _is_last(mark: Mark, end: int, beside: tuple[Mark, ...]) -> bool:
    """A piece is the last of its mark if nothing outside it closes before the mark does."""
    outer = beside[: beside.index(mark)]
    return mark.end <= end and all(other.end >= mark.end for other in outer)

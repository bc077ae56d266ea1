"""Text → its quotations: which marks open, which close, and what stands between them, paragraph by paragraph.

Marks are paired by kind and by what stands left and right of them, not by language: `»x«` and `« x »`, `„x“` and `“x”`,
`”x”` and `"x"` are all told apart by their surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from recoupe.model import Article, Region, Span
from recoupe.text.layout import TEXTS

# Opening mark → the marks that may close it.
PAIRS = {
    "«": "»",
    "»": "«»",
    "<<": ">>",
    "“": '”“"',
    "”": "”",
    "„": '“”‟"',
    "‟": "”",
    '"': '"”',
    "‘": "’'",
    "‚": "‘’",
    "’": "’",
    "'": "'’",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
}
# Pairs in which the second mark cannot open, so that it closes whatever stands beside it (spaces, missing spaces).
_ONE_WAY = frozenset(
    {("«", "»"), ("<<", ">>"), ("“", "”"), ("‹", "›"), ("「", "」"), ("『", "』"), ("﹁", "﹂"), ("﹃", "﹄")}
)
# Marks that also serve as an apostrophe: one that nothing closes is no quotation at all.
_SINGLE = frozenset("'’‘‚")
# Marks that close more often than they open: they open only where a space or bracket is before and a word behind.
_CLOSING_TOO = frozenset("»”\"'’›‟")
# Two single marks stand for a double one; a single mark inside a word is an apostrophe and not even looked at.
# All begin with one of a few characters, which is looked for first.
_MARK = re.compile(
    r"[«»“”„‟\"‚‹›「」『』﹁﹂﹃﹄<>'`‘’,](?:(?<=[«»“”„‟\"‚‹›「」『』﹁﹂﹃﹄])|(?<=<)<|(?<=>)>|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’|(?<=,),(?=\w)"
    r"|(?<=‘)|(?<=['’])(?!\w)|(?<=['’])(?<!\w.))"
)
_DOUBLE = {"''": '"', "``": "“", "‘‘": "“", "’’": "”", ",,": "„"}
_LINE = re.compile(r"\S[^\n]*")
_BEFORE_OPENING = frozenset("([{-–—―/:¿¡|>*«“„\"‘'‹「『")
# Behind these, a mark closes even where a space stands before it.
_BEHIND_CLOSING = frozenset(",;:)]")
_PUNCTUATION = frozenset(".,!?…;:。،؟।")
# Marks that are looked at before or behind another one, and quotations tried from the inside out: bounds the time on
# hostile text; a quotation that holds more than these is not written by hand.
_AHEAD = 12
_MAX_DEPTH = 4
# Paragraphs in which the end of a quotation is looked for if its mark is not repeated at their start. Two: a speech
# and its second half; more than that is nearly always a forgotten mark.
_PARAGRAPHS = 2
# What journalists wrote; the other regions are furniture of the page.
TEXT_KINDS = frozenset({"headline", "subhead", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the whole with its marks, the words between them, and how it is marked.

    Args:
        start: first code point of the whole, its opening mark included.
        end: end of the whole, its closing mark included.
        inner_start: first code point of the words.
        inner_end: end of the words.
        mark: the opening mark; in a paragraph that only goes on with a quotation, that of the quotation.
        closed: False where the closing mark is missing; then the quotation is taken to end with its paragraph.
        depth: 0 outside other quotations, 1 inside one, and so on.
        continues: the quotation goes on in the next paragraph, which has a Quote of its own.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool = True
    depth: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with its surroundings: a word or bracket beside it says whether it can open or close."""

    kind: str
    start: int
    end: int
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation whose end is not yet found: its mark, where it starts, where its words start."""

    mark: str
    start: int
    inner: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of text and the marks in it."""

    start: int
    end: int
    marks: tuple[_Mark, ...]


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
    """The quotations of `text[start:end]` in order of their start, an outer one before those within it."""
    stop = len(text) if end is None else end
    paragraphs = [_Paragraph(*m.span(), tuple(_marks(text, *m.span()))) for m in _LINE.finditer(text, start, stop)]
    found: list[Quote] = []
    carried: _Open | None = None
    for index, paragraph in enumerate(paragraphs):
        unclosed = _pair(text, paragraph, carried, found)
        following = paragraphs[index + 1 : index + 1 + _PARAGRAPHS]
        carried = _carry(text, unclosed, paragraph, following, found)
    return _nested(found)


def find_article_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotations of the article's headline, subheads, captions and body."""
    return _region_quotes(article.text, article.regions)


# Three layers ask for the quotations of an article, and crosscheck for those of each in a story.
@lru_cache(TEXTS)
def _region_quotes(text: str, regions: tuple[Region, ...]) -> tuple[Quote, ...]:
    return tuple(quote for span in text_stretches(regions) for quote in find_quotes(text, span.start, span.end))


def text_stretches(regions: tuple[Region, ...]) -> list[Span]:
    """The parts that journalists wrote; body regions that follow each other are one, as quotations run over them."""
    stretches: list[Span] = []
    previous = ""
    for region in regions:
        if region.kind in TEXT_KINDS:
            joins = region.kind == previous == "body"
            start = stretches.pop().start if joins else region.start
            stretches.append(Span(start, region.end))
        previous = region.kind
    return stretches


def _marks(text: str, start: int, stop: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, stop):
        first, last = match.span()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < stop else " "
        opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in _BEHIND_CLOSING
        closes = not before.isspace() and not after.isalnum()
        yield _Mark(_DOUBLE.get(match.group(), match.group()), first, last, opens, closes)


def _pair(text: str, paragraph: _Paragraph, carried: _Open | None, found: list[Quote]) -> list[_Open]:
    """Add the quotations that close in this paragraph; give back those that do not, outermost first."""
    stack, marks = ([carried] if carried else []), paragraph.marks
    for index, mark in enumerate(marks):
        if carried and mark.end <= carried.inner:  # the opening mark repeated, already taken
            continue
        depth = _closed_by(mark, stack)
        if depth is None:
            if _may_open(mark):
                stack.append(_Open(mark.kind, mark.start, mark.end))
        elif not _is_apostrophe(text, marks, index):
            quote = stack[depth]
            _leave_open(text, stack[depth + 1 :], mark.start, found)
            found.append(_quote(text, quote, mark.start, mark.end))
            del stack[depth:]
    return stack


def _closed_by(mark: _Mark, stack: list[_Open]) -> int | None:
    """Place in the stack of the innermost open quotation that this mark can close."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _MAX_DEPTH), -1):
        opening = stack[depth].mark
        if mark.kind in PAIRS[opening]:
            usual = (opening, mark.kind) in _ONE_WAY
            if usual or mark.closes or (mark.kind not in _SINGLE and not mark.opens):
                return depth
    return None


def _may_open(mark: _Mark) -> bool:
    if mark.kind not in PAIRS:
        return False
    if mark.kind in _CLOSING_TOO:  # a straight mark between spaces opens as well; one after a number means inches
        return mark.opens or (mark.kind == '"' and not mark.closes)
    return mark.opens or mark.kind not in _SINGLE


def _is_apostrophe(text: str, marks: tuple[_Mark, ...], index: int) -> bool:
    """A plural's apostrophe inside single marks: a better closing mark follows before the next opening one."""
    mark = marks[index]
    if mark.kind not in _SINGLE or _beside_punctuation(text, mark):
        return False
    for later in marks[index + 1 : index + 1 + _AHEAD]:
        if later.opens and later.kind in _SINGLE:
            return False
        if later.kind == mark.kind and later.closes:
            return _beside_punctuation(text, later)
    return False


def _beside_punctuation(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1] in _PUNCTUATION or mark.end >= len(text) or text[mark.end] in _PUNCTUATION


def _carry(
    text: str, unclosed: list[_Open], paragraph: _Paragraph, following: list[_Paragraph], found: list[Quote]
) -> _Open | None:
    """Settle what the paragraph left open: it goes on in the next paragraph, or it ends here without its mark."""
    if not unclosed or not following:
        _leave_open(text, unclosed, paragraph.end, found)
        return None
    outer, next_marks = unclosed[0], following[0].marks
    repeats = bool(next_marks) and next_marks[0].start == following[0].start and next_marks[0].kind == outer.mark
    if outer.mark in _SINGLE or not (repeats or _closes_later(outer.mark, following)):
        _leave_open(text, unclosed, paragraph.end, found)
        return None
    _leave_open(text, unclosed[1:], paragraph.end, found)
    found.append(replace(_quote(text, outer, paragraph.end, paragraph.end), continues=True))
    inner = next_marks[0].end if repeats else following[0].start
    return _Open(outer.mark, following[0].start, inner)


def _closes_later(opening: str, following: list[_Paragraph]) -> bool:
    """The next marks of its kind close it, without one that opens before."""
    for mark in (mark for paragraph in following for mark in paragraph.marks[:_AHEAD]):
        if (opening, mark.kind) in _ONE_WAY:
            return True
        if mark.kind == opening or mark.kind == '"':
            return False
    return False


def _leave_open(text: str, unclosed: list[_Open], end: int, found: list[Quote]) -> None:
    """A quotation without its end: up to the next one of its kind, or to the end given; single marks are none."""
    for outer in unclosed:
        if outer.mark in _SINGLE:
            continue
        inside = [quote.start for quote in found[-_AHEAD:] if quote.start > outer.start and quote.mark == outer.mark]
        stop = min([end, *inside])
        if stop > outer.inner:
            found.append(replace(_quote(text, outer, stop, stop), closed=False))


def _quote(text: str, opened: _Open, inner_end: int, end: int) -> Quote:
    """The quotation from its opening up to here; without a closing mark it ends with its last word."""
    start = opened.inner
    while start < inner_end and text[start].isspace():
        start += 1
    stop = inner_end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Quote(opened.start, end if end > inner_end else stop, start, stop, opened.mark)


def _nested(found: list[Quote]) -> tuple[Quote, ...]:
    """In order, each with the number of quotations around it; empty ones are left out."""
    ends: list[int] = []
    result = []
    for quote in sorted(found, key=lambda quote: (quote.start, -quote.end)):
        if quote.inner_end - quote.inner_start <= (quote.mark in _SINGLE):  # empty, or one letter: rock 'n' roll
            continue
        while ends and ends[-1] <= quote.start:
            ends.pop()
        result.append(replace(quote, depth=len(ends)) if ends else quote)
        ends.append(quote.end)
    return tuple(result)

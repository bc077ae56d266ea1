"""Article → its text as the page shows it: parts told apart; quotations, hedges, names and cited spans marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from recoupe.model import Article, Attribution, Conflict, Region, RegionKind, Span
from recoupe.write.lookup import Lookup
from recoupe.write.segments import Mark, marked
from recoupe.write.texts import Texts, enumeration, phrase
from recoupe.write.wording import day, direction, language_name, moment

# Parts of the page that no reader of the article needs to see at once.
_ASIDE: frozenset[RegionKind] = frozenset({"related", "comment", "boilerplate"})
# Where a line holds several parts, the first of these names the line.
_RANK: tuple[RegionKind, ...] = ("headline", "subhead", "body", "caption", "byline", "dateline", "credit")
# A source named behind its words is cut at this length, so that it stays a label.
SOURCE_SHOWN = 48
_LINE = re.compile(r"[^\n]+")
Stretch = TypeVar("Stretch", Mark, Region)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article: what it is, and its words as HTML."""

    kind: RegionKind
    kind_name: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together: the article itself, or an aside that is folded away under `summary`."""

    summary: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of an article, and from what."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as the page shows it."""

    number: int
    label: str
    headline: str
    language: str
    direction: str
    facts: tuple[Fact, ...]
    url: str | None
    blocks: tuple[Block, ...]


def article_view(
    article: Article, lookup: Lookup, catalogue: Texts, *, anchors: Sequence[Span], conflicts: Sequence[Conflict]
) -> ArticleView:
    """The article, with an anchor at each of the spans and the words of the conflicts set off."""
    marks = [
        *_anchor_marks(lookup.numbers[article.id], anchors),
        *(mark for attribution in article.attributions for mark in _said_marks(attribution, catalogue)),
        *_hedge_marks(article, catalogue),
        *(Mark(name.start, name.end, "name") for name in article.names),
        *_conflict_marks(article, conflicts, catalogue),
    ]
    lines = list(_lines(article, marks, catalogue))
    return ArticleView(
        number=lookup.numbers[article.id],
        label=lookup.labels[article.id],
        headline=article.headline or "",
        language=article.language,
        direction=direction(article.language),
        facts=tuple(_facts(article, catalogue)),
        url=_web_address(article),
        blocks=tuple(_blocks(lines, catalogue)),
    )


def _facts(article: Article, catalogue: Texts) -> Iterator[Fact]:
    publisher, published = article.publisher, article.published
    yield Fact(
        phrase(catalogue, "article.publisher"),
        publisher.name if publisher else phrase(catalogue, "article.unknown_publisher"),
        phrase(catalogue, "article.evidence", what=publisher.evidence) if publisher else "",
    )
    seen = phrase(catalogue, f"evidence.{published.evidence}") if published else ""
    yield Fact(
        phrase(catalogue, "article.published"),
        moment(published.value, catalogue) if published else day(None, catalogue),
        phrase(catalogue, "article.evidence", what=seen) if seen else "",
    )
    if article.byline:
        yield Fact(phrase(catalogue, "article.byline"), article.byline)
    if article.agencies:
        yield Fact(phrase(catalogue, "article.agencies"), enumeration(catalogue, article.agencies))
    yield Fact(phrase(catalogue, "article.language"), language_name(article.language, catalogue.language))
    further = len(article.captures) - 1
    same = phrase(catalogue, "article.same", n=further) if further > 0 else ""
    yield Fact(phrase(catalogue, "article.source"), article.source, same)


def _web_address(article: Article) -> str | None:
    """The address, if it is one of the web: any other scheme could run something."""
    address = article.canonical_url or article.url
    return address if address and address.lower().startswith(("https://", "http://")) else None


def _anchor_marks(number: int, anchors: Sequence[Span]) -> Iterator[Mark]:
    for span in anchors:
        yield Mark(span.start, span.end, "at", id=f"a{number}-{span.start}-{span.end}")


def _said_marks(attribution: Attribution, catalogue: Texts) -> Iterator[Mark]:
    parts = [attribution.source.name]
    if attribution.stance != "asserts":
        parts.append(phrase(catalogue, f"stance.{attribution.stance}"))
    if attribution.via:
        parts.append(phrase(catalogue, "article.via", names=enumeration(catalogue, attribution.via)))
    source = " · ".join(part for part in parts if part)
    shown = source if len(source) <= SOURCE_SHOWN else f"{source[:SOURCE_SHOWN]}…"
    for span in attribution.content:
        last = span == attribution.content[-1]
        yield Mark(span.start, span.end, f"said {attribution.mode}", source=shown if last else None, title=source)
    for cue in filter(None, (attribution.cue_span,)):
        yield Mark(cue.start, cue.end, "cue")


def _hedge_marks(article: Article, catalogue: Texts) -> Iterator[Mark]:
    for statement in article.statements:
        if statement.marker and statement.certainty != "asserted":
            title = phrase(catalogue, f"certainty.{statement.certainty}")
            yield Mark(statement.marker.start, statement.marker.end, f"hedge {statement.certainty}", title=title)


def _conflict_marks(article: Article, conflicts: Sequence[Conflict], catalogue: Texts) -> Iterator[Mark]:
    for conflict in conflicts:
        for side in conflict.sides:
            if side.article == article.id:
                title = f"{phrase(catalogue, f'conflict.{conflict.kind}')}: {conflict.note}"
                yield Mark(side.start, side.end, "clash", title=title)


def _lines(article: Article, marks: Sequence[Mark], catalogue: Texts) -> Iterator[Line]:
    """The lines of the text; where a line holds several parts, those that do not name it are marked too."""
    spans = [Span(*line.span()) for line in _LINE.finditer(article.text) if line[0].strip()]
    in_lines = zip(spans, _meeting(article.regions, spans), _meeting(marks, spans), strict=True)
    for line, regions, marked_here in in_lines:
        kind = _line_kind(regions)
        parts = [Mark(part.start, part.end, f"part {part.kind}") for part in regions if part.kind != kind]
        html = marked(article.text, line.start, line.end, [*marked_here, *parts])
        yield Line(kind, phrase(catalogue, f"region.{kind}"), html)


def _meeting(items: Sequence[Stretch], lines: Sequence[Span]) -> Iterator[list[Stretch]]:
    """For each line, in order, the items that share a character with it; one pass over both."""
    waiting = sorted(items, key=lambda item: (item.start, item.end), reverse=True)
    near: list[Stretch] = []
    for line in lines:
        while waiting and waiting[-1].start < line.end:
            near.append(waiting.pop())
        near = [item for item in near if item.end > line.start]
        yield list(near)


def _line_kind(regions: Sequence[Region]) -> RegionKind:
    kinds = {region.kind for region in regions}
    return next((kind for kind in _RANK if kind in kinds), min(kinds, default="body"))


def _blocks(lines: Sequence[Line], catalogue: Texts) -> Iterator[Block]:
    for aside, run in groupby(lines, key=lambda line: line.kind in _ASIDE):
        found = tuple(run)
        kinds = list(dict.fromkeys(line.kind_name for line in found))
        summary = phrase(catalogue, "region.aside", kinds=enumeration(catalogue, kinds)) if aside else None
        yield Block(summary, found)

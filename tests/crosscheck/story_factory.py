"""Small articles for the tests of the cross-check: only what a test needs has to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Derivation,
    Entity,
    Independent,
    Name,
    NameKind,
    Published,
    Publisher,
    Quantity,
    Region,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Time,
)
from recoupe.text.normal import fold


def an_article(
    id_: str,
    *,
    publisher: str | None = None,
    day: str = "2026-03-02",
    agencies: Sequence[str] = (),
    language: str = "en",
) -> Article:
    return Article(
        id=id_,
        source=f"{id_}.txt",
        captures=(),
        url=None,
        canonical_url=None,
        publisher=None if publisher is None else Publisher(publisher, None, "given"),
        headline=None,
        byline=None,
        language=language,
        language_confidence=None,
        published=Published(day, "day", "given"),
        agencies=tuple(agencies),
        text="",
        regions=(),
    )


def says(
    article: Article,
    text: str,
    source: str | None = None,
    *,
    kind: SourceKind = "person",
    stance: Stance = "asserts",
    via: Sequence[str] = (),
    certainty: Certainty = "asserted",
    described: str | None = None,
) -> Article:
    """The article with one more sentence, which is one statement; its source stands behind it in brackets."""
    number = len(article.statements)
    start = len(article.text)
    end = start + len(text)
    grown = f"{article.text}{text}" + (f" ({described or source}).\n" if source else ".\n")
    attribution = f"{article.id}/a{number}" if source else None
    statement = Statement(f"{article.id}/s{number}", start, end, attribution, certainty)
    changed = replace(
        article,
        text=grown,
        regions=(Region(0, len(grown), "body"),),
        sentences=(*article.sentences, Span(start, len(grown) - 1)),
        statements=(*article.statements, statement),
    )
    if source is None or attribution is None:
        return changed
    span = Span(end + 2, end + 2 + len(described or source))
    who = Source(source, kind, None, described)
    said = Attribution(attribution, span, None, (Span(start, end),), "indirect", stance, who, tuple(via), "test")
    return replace(changed, attributions=(*changed.attributions, said))


def with_quantity(
    article: Article, written: str, value: float, *, unit: str | None = None, of: str | None = None
) -> Article:
    start = article.text.index(written)
    quantity = Quantity(start, start + len(written), value, unit, of)
    return replace(article, quantities=(*article.quantities, quantity))


def with_time(article: Article, written: str, value: str) -> Article:
    start = article.text.index(written)
    return replace(article, times=(*article.times, Time(start, start + len(written), value, "date")))


def with_name(
    article: Article, written: str, entity: str, kind: NameKind = "person", role: str | None = None
) -> Article:
    start = article.text.index(written)
    at = article.text.index(role) if role else 0
    span = Span(at, at + len(role)) if role else None
    return replace(article, names=(*article.names, Name(start, start + len(written), kind, span, entity)))


def one_group(*articles: Article) -> tuple[tuple[StatementRef, ...], ...]:
    return (tuple(StatementRef(article.id, s) for article in articles for s in article.statements),)


def known(*entities: Entity, articles: Sequence[Article] = ()) -> Entities:
    return Entities(
        entities,
        {(a.id, n.start, n.end): n.entity for a in articles for n in a.names if n.entity is not None},
        {fold(form): e.id for e in entities for form in (e.name, *e.variants)},
    )


def a_derivation(derived: str, used: str, *, probability: float = 0.9, coverage: float = 0.9) -> Derivation:
    return Derivation(derived, used, "copy", True, probability, coverage, ())


def a_claim(id_: str, *articles: Article, origins: int = 1) -> Claim:
    return Claim(
        id=id_,
        text="",
        statements=tuple(s.id for article in articles for s in article.statements),
        articles=tuple(article.id for article in articles),
        publishers=(),
        origins=(),
        independent=Independent(origins, origins, origins),
        status="single-origin",
        first=None,
    )

"""Story → its claims as a table, claims × articles: how each article carries each claim, and on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model import Claim, Status, Story
from recoupe.write.findings import carried, shared_claims, single_claims
from recoupe.write.html_parts import Because, Link, Words, because, link, words_of
from recoupe.write.lookup import Lookup, in_order, label, words_at
from recoupe.write.remarks import denied
from recoupe.write.texts import Texts, phrase
from recoupe.write.wording import one_line, origins_range

# Columns that still fit a page; with more articles, each row names those that carry it instead.
COLUMNS = 16
# Rows at first sight; the other claims that several articles share are folded away below.
ROWS = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article carries the claim; `how` is None where it does not."""

    how: str | None
    name: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin and the reasons for it."""

    name: str
    kind: str
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One row of the table. `carriers` are the cells that are not empty, with the names of their articles."""

    anchor: str
    words: Words
    status: Status
    status_name: str
    denied_by: str
    loaded: tuple[Link, ...]
    count: str
    range: str
    origins: tuple[OriginView, ...]
    reasoned: bool
    cells: tuple[Cell, ...]
    carriers: tuple[tuple[Cell, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An article at the head of the table."""

    number: int
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The table: its columns (none where they would be too many), its rows, and the claims folded away."""

    columns: tuple[Column, ...]
    rows: tuple[ClaimView, ...]
    minor: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]


def claims_view(story: Story, lookup: Lookup, catalogue: Texts) -> ClaimsView:
    """The table of a story's claims."""
    articles = in_order(story, lookup)
    shared = [_claim(claim, articles, lookup, catalogue) for claim in shared_claims(story)]
    single = [_claim(claim, articles, lookup, catalogue) for claim in single_claims(story)]
    columns = [
        Column(lookup.numbers[article], lookup.labels[article], f"#a{lookup.numbers[article]}") for article in articles
    ]
    return ClaimsView(
        columns=tuple(columns) if len(columns) <= COLUMNS else (),
        rows=tuple(shared[:ROWS]),
        minor=tuple(shared[ROWS:]),
        single=tuple(single),
    )


def _claim(claim: Claim, articles: Sequence[str], lookup: Lookup, catalogue: Texts) -> ClaimView:
    cells = _cells(claim, articles, lookup, catalogue)
    return ClaimView(
        anchor=f"claim-{claim.id}",
        words=words_of(claim.text, _speaker(claim, lookup), lookup),
        status=claim.status,
        status_name=phrase(catalogue, f"status.{claim.status}"),
        denied_by=denied(claim, lookup, catalogue),
        loaded=tuple(link(place, lookup, text=one_line(words_at(lookup, place))) for place in claim.loaded),
        count=phrase(catalogue, "story.origins", n=claim.independent.best),
        range=origins_range(claim.independent, catalogue),
        origins=_origins(claim, lookup, catalogue),
        reasoned=any(origin.evidence for origin in claim.origins),
        cells=cells,
        carriers=tuple(
            (cell, label(lookup, article)) for cell, article in zip(cells, articles, strict=True) if cell.how
        ),
    )


def _cells(claim: Claim, articles: Sequence[str], lookup: Lookup, catalogue: Texts) -> tuple[Cell, ...]:
    found = carried(claim, lookup)
    return tuple(
        Cell(
            found[article].how,
            phrase(catalogue, f"certainty.{found[article].how}"),
            link(found[article].place, lookup),
        )
        if article in found
        else Cell(None, phrase(catalogue, "certainty.absent"), None)
        for article in articles
    )


def _origins(claim: Claim, lookup: Lookup, catalogue: Texts) -> tuple[OriginView, ...]:
    return tuple(
        OriginView(
            label(lookup, origin.name),
            phrase(catalogue, f"origin.{origin.kind}"),
            because(origin.evidence, lookup, catalogue),
        )
        for origin in claim.origins
    )


def _speaker(claim: Claim, lookup: Lookup) -> str | None:
    """The article whose words the claim's text takes, or the first that carries it."""
    for statement_id in claim.statements:
        if statement_id in lookup.statements:
            article, statement = lookup.statements[statement_id]
            if article.text[statement.start : statement.end].strip() == claim.text.strip():
                return article.id
    return next(iter(claim.articles), None)

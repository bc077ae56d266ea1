"""Claims come in the order in which an editor would tell them."""

from __future__ import annotations

from dataclasses import replace

from recoupe.crosscheck.claims.rank import ranked
from recoupe.model import Article, Claim, Independent, Region, Span, Statement

LINES = ("The bridge is shut.", "It was hit by a lorry.", "Repairs take a week.", "The mayor was not hurt.")


def an_article(name: str, order: tuple[int, ...]) -> Article:
    """An article of the given lines, each a sentence and a statement called after the article and its line."""
    text = " ".join(LINES[line] for line in order)
    starts = [text.index(LINES[line]) for line in order]
    spans = [Span(start, start + len(LINES[line])) for start, line in zip(starts, order, strict=True)]
    return Article(
        id=name, source=name, captures=(name,), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
        language="en", language_confidence=None, published=None, agencies=(), text=text,
        regions=(Region(0, len(text), "body"),), sentences=tuple(spans),
        statements=tuple(
            Statement(f"{name}{line}", span.start, span.end, None, "asserted")
            for line, span in zip(order, spans, strict=True)
        ),
    )  # fmt: skip


def a_claim(line: int, *articles: Article) -> Claim:
    names = tuple(article.id for article in articles)
    one = Independent(1, 1, 1)
    return Claim(f"c{line}", LINES[line], tuple(f"{n}{line}" for n in names), names, (), (), one, "single-origin", None)


A, B, C = (an_article(name, order) for name, order in (("a", (0, 1, 2, 3)), ("b", (0, 1, 3, 2)), ("c", (1, 0, 3, 2))))


def test_what_most_articles_lead_with_comes_first() -> None:
    deep, lead = a_claim(3, A, B, C), a_claim(0, A, B)
    assert ranked((deep, lead), (A, B, C)) == (lead, deep)


def test_a_denial_in_the_lead_comes_after_what_it_denies() -> None:
    denying = replace(C, statements=tuple(replace(s, certainty="denied") for s in C.statements))
    assert ranked((a_claim(1, denying), a_claim(0, A)), (A, denying)) == (a_claim(0, A), a_claim(1, denying))


def test_the_order_of_the_claims_given_changes_nothing() -> None:
    claims = (a_claim(2, A), a_claim(3, B), a_claim(0, A, C))
    assert ranked(claims, (A, B, C)) == ranked(claims[::-1], (C, B, A))


def test_a_claim_told_by_the_same_statements_as_another_comes_after_one_that_says_something_new() -> None:
    first = a_claim(0, A, B, C)
    again = replace(first, id="c9", statements=first.statements[:2], articles=first.articles[:2])
    new = a_claim(3, C)
    assert ranked((again, new, first), (A, B, C)) == (first, new, again)

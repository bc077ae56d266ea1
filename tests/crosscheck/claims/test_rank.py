"""Claims come in the order in which an editor would tell them."""

from __future__ import annotations

from dataclasses import replace

from recoupe.crosscheck.claims.rank import ranked
from recoupe.model import Article, Claim, Conflict, Independent, Region, Side, Span, Statement

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


def said(article: str, *lines: str) -> Article:
    """An article of these sentences, each a statement called after the article and its place."""
    text = " ".join(lines)
    starts = [text.index(line) for line in lines]
    spans = tuple(Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    told = tuple(Statement(f"{article}{n}", s.start, s.end, None, "asserted") for n, s in enumerate(spans))
    body = (Region(0, len(text), "body"),)
    return replace(an_article(article, ()), text=text, regions=body, sentences=spans, statements=told)


def telling(id_: str, text: str, *statements: str) -> Claim:
    names = tuple(sorted({statement[0] for statement in statements}))
    return Claim(id_, text, statements, names, (), (), Independent(1, 1, 1), "single-origin", None)


MANY, FEW = "The mill lost 34 sheds to the fire.", "Of the old mill 43 sheds were destroyed, guards believe."


def the_sheds() -> tuple[tuple[Article, ...], tuple[Claim, Claim], Conflict]:
    """Two articles with one number, one with another that more articles lead with."""
    articles = said("a", "It rained.", "Day broke.", MANY), said("b", "It rained.", "Day broke.", MANY), said("c", FEW)
    few, many = telling("c1", FEW, "c0", "a0", "b0"), telling("c2", MANY, "a2", "b2")
    at = [(a, a.text.index(n)) for a, n in zip(articles, ("34", "34", "43"), strict=True)]
    sides = tuple(Side(a.id, start, start + 2, a.text[start : start + 2]) for a, start in at)
    return articles, (few, many), Conflict("x", "number", sides, None, "")


def test_the_number_of_few_articles_comes_after_that_of_most() -> None:
    articles, (few, many), conflict = the_sheds()
    assert ranked((few, many), articles) == (few, many)
    assert ranked((few, many), articles, [conflict]) == (many, few)


def test_a_conflict_that_is_explained_moves_nothing() -> None:
    articles, (few, many), conflict = the_sheds()
    assert ranked((few, many), articles, [replace(conflict, explained="older")]) == (few, many)


def test_a_claim_in_the_words_of_another_comes_last() -> None:
    lines = "The old mill of Elmstead lost 34 sheds.", "The mill of Elmstead lost sheds.", "Two guards were hurt."
    articles = said("a", *lines), said("b", *lines)
    first, again, new = (telling(f"c{n}", line, f"a{n}", f"b{n}") for n, line in enumerate(lines))
    assert ranked((again, new, first), articles) == (first, new, again)


def test_claims_that_differ_in_a_number_alone_are_no_repeats() -> None:
    lines = "The mill of Elmstead lost 34 sheds.", "The mill of Elmstead lost 43 sheds.", "Two guards were hurt."
    articles = said("a", *lines), said("b", *lines)
    claims = tuple(telling(f"c{n}", line, f"a{n}", f"b{n}") for n, line in enumerate(lines))
    assert ranked(claims, articles) == claims


def test_a_detail_shown_by_its_sentence_does_not_lead_in_place_of_what_the_sentence_says() -> None:
    sentence = "The mill of Elmstead burnt to the ground on Monday, most of it empty."
    articles = tuple(said(name, sentence) for name in "ab")
    main = tuple(replace(s, id=f"{s.id}m", end=s.start + sentence.index(",")) for a in articles for s in a.statements)
    detail = tuple(
        replace(s, id=f"{s.id}d", start=s.start + sentence.index("most")) for a in articles for s in a.statements
    )
    articles = tuple(replace(a, statements=(m, d)) for a, m, d in zip(articles, main, detail, strict=True))
    whole = telling("c9", sentence.split(",")[0], *(s.id for s in main))
    part = telling("c1", sentence, *(s.id for s in detail))
    assert ranked((part, whole), articles) == (whole, part)

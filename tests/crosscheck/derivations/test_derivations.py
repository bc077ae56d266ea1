"""Who used whose text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.alignments import align
from recoupe.crosscheck.derivations import derive
from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Attribution, Derivation, Published, Source, Span
from tests.crosscheck.dispatch import COPY, CUT, DISPATCH, INDEPENDENT, TRANSLATION
from tests.group.told import told


def derived(*articles: Article) -> dict[tuple[str, str], Derivation]:
    """The derivations within the pile, by derived and used article."""
    ids = {article.id for article in articles}
    found = derive(articles, align(articles), Entities())
    return {(one.derived, one.used): one for one in found if one.used in ids}


@pytest.mark.parametrize(
    ("article", "kind", "credited"),
    [(COPY, "copy", True), (CUT, "cut", False), (TRANSLATION, "translation", True)],
    ids=lambda value: value.id if isinstance(value, Article) else str(value),
)
def test_a_text_taken_over_is_told_by_its_kind(article: Article, kind: str, credited: bool) -> None:
    found = derived(DISPATCH, article)
    assert list(found) == [(article.id, "dispatch")]
    one = found[article.id, "dispatch"]
    assert (one.kind, one.credited) == (kind, credited)
    assert one.coverage is not None
    assert one.coverage > 0.6


def test_an_independent_report_of_the_same_event_derives_from_none() -> None:
    assert derived(DISPATCH, INDEPENDENT) == {}


def test_only_the_direct_parent_is_named() -> None:
    assert set(derived(DISPATCH, COPY, CUT)) == {("copy", "dispatch"), ("cut", "dispatch")}


def test_the_same_speech_of_a_named_speaker_makes_neither_report_a_copy() -> None:
    said = '"Nobody has hidden anything from anybody in this town, and nobody will as long as I am here," Jost Ahlers said.'

    def report(id_: str, text: str, day: str) -> Article:
        article = told(id_, text, published=day)
        start, end = article.text.index('"') + 1, article.text.rindex('"')
        ahlers = Source("Jost Ahlers", "person")
        said_by = Attribution("q", None, None, (Span(start, end),), "direct", "asserts", ahlers, (), "test")
        return replace(article, attributions=(said_by,))

    left = report("a", f"{said}\nThe hall was half empty when he began to speak about the tanker.", "2026-01-12")
    right = report("b", f"Applause was thin, a witness recalls.\n{said}\nA band had played before.", "2026-01-13")
    assert derived(left, right) == {}


def test_the_later_of_two_texts_is_the_derived_one() -> None:
    early = replace(COPY, agencies=(), published=Published("2026-01-10", "day", "given"))
    late = replace(DISPATCH, agencies=(), published=Published("2026-01-11", "day", "given"))
    assert list(derived(early, late)) == [("dispatch", "copy")]


def test_a_text_that_names_the_other_outlet_derives_from_it_even_if_dates_are_missing() -> None:
    body = "The river port was closed after oil leaked from the tanker and soiled eleven beaches by the evening of that day"
    own = told("b-own", f"{body}, as this newspaper learnt.", publisher="The Halvern Mirror")
    other = told("a-other", f"{body}, the Halvern Mirror reports.", publisher="Lake Radio")
    assert list(derived(own, other)) == [("a-other", "b-own")]


def test_text_of_two_articles_makes_a_mixed_one() -> None:
    second = told(
        "second",
        "A chemist of the university has taken samples at the lock and expects first results on Friday at noon."
        "\nThe mayor Jost Ahlers wants the lock gates inspected before any vessel may pass the town again.",
        published="2026-01-12",
    )
    sentences = [*CUT.text.splitlines()[1:], *second.text.splitlines()]
    both = told("zboth", "\n".join(sentences), published="2026-01-14")
    found = derived(CUT, second, both)
    assert set(found) == {("zboth", "cut"), ("zboth", "second")}


def test_a_follow_up_of_the_same_outlet_is_no_copy() -> None:
    line = "The river port of Halvern was closed on Monday after oil leaked from the tanker Sigrun."
    first = told("a", f"{line}\nDivers went down at once.", publisher="Lake Radio", published="2026-01-12")
    second = told(
        "b",
        f"Ships may pass Halvern again.\nThe mayor spoke of a good day for the town.\nA thousand people came.\n{line}",
        publisher="Lake Radio",
        published="2026-01-15",
    )
    assert derived(first, second) == {}


def test_an_agency_outside_the_pile_is_named_where_no_article_serves() -> None:
    found = {(one.derived, one.used): one for one in derive([DISPATCH], ())}
    assert found["dispatch", "Reuters"].kind == "copy"
    assert found["dispatch", "Reuters"].coverage is None


def test_every_derivation_says_why() -> None:
    for one in derived(DISPATCH, COPY, CUT, TRANSLATION).values():
        assert {"earlier"} <= {evidence.signal for evidence in one.evidence}
        assert any(evidence.spans for evidence in one.evidence)


def test_the_order_of_the_articles_changes_nothing() -> None:
    articles = [DISPATCH, COPY, CUT, TRANSLATION, INDEPENDENT]
    assert derive(articles, align(articles)) == derive(articles[::-1], align(articles[::-1]))


def test_what_shares_its_text_is_one_family_even_if_each_has_a_nearer_parent() -> None:
    common = COPY.text.replace("\n", " ")
    ends = ("A tug from Brannock is expected at noon today.", "Two of the crew have since left the island by air.")
    texts = [f"{common} {end}" for end in ends]
    first = [told(f"a{n}", text, publisher="Gazette", published=f"2026-02-0{n + 3}") for n, text in enumerate(texts)]
    second = [told(f"b{n}", f"{t} More.", publisher="Post", published="2026-02-09") for n, t in enumerate(texts)]
    links = derived(*first, *second)
    family = {"a0"}
    for _ in links:
        family |= {id_ for pair in links if family & set(pair) for id_ in pair}
    assert family == {"a0", "a1", "b0", "b1"}


def test_an_outlet_named_for_one_sentence_is_no_parent() -> None:
    report = told(
        "report",
        """
        # Harbour of Torven to be dredged
        Dredging of the harbour will begin in May, the council of Torven decided on Monday by nine votes to four.
        Fishermen had asked for it since the storm of 2019. The works will cost 3.4 million crowns.
        """,
        publisher="Torven Gazette",
    )
    other = told(
        "other",
        """
        # Ferry company orders two ships
        The ferry company Aldona has ordered two ships from a yard in Gdansk, its director said on Friday.
        They will carry 300 passengers each and replace vessels built in 1987. Unions welcomed the order.
        The harbour of Torven must be dredged before, the Torven Gazette wrote.
        """,
        publisher="Brannock Post",
    )
    assert derived(report, other) == {}

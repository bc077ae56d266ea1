"""Who used whose text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.alignments import align
from recoupe.crosscheck.derivations import derive
from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Attribution, Derivation, Name, Published, Publisher, Source, Span
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


SCOOP = told(
    "scoop",
    """
    # Water board of Lindau hid lead in school pipes
    @ Marthe Kolb
    The water board of Lindau hid for four months that lead had been found in the pipes of nine schools.
    A chemist of the board, Peer Alting, warned his director on 3 March in a letter of two pages.
    The director answered that holidays were near and that 1,140 parents would only be upset by figures.
    The old pipe below Malzgasse dates from 1931 and should have been replaced in 2008.
    """,
    publisher="The Lindau Post",
    published="2026-07-02",
)
RETOLD = told(
    "retold",
    """
    # Du plomb dans l'eau des écoles de Lindau
    La régie des eaux de Lindau a caché pendant quatre mois du plomb dans neuf écoles, révèle The Lindau Post.
    Un chimiste, Peer Alting, avait averti son directeur le 3 mars dans une lettre de deux pages.
    Jointe par notre rédaction, la régie n'a pas souhaité répondre. Le parquet de Konstanz dit n'être saisi de rien.
    Des parents se sont réunis hier soir devant la mairie. Ils demandent des bouteilles pour la rentrée.
    """,
    language="fr",
    publisher="Le Lac",
    published="2026-07-03",
)


def attributing(article: Article, source: str, content: str) -> Article:
    """The article with one attribution to an outlet."""
    said, end = article.text.index(source), article.text.index(content)
    spans = (Span(end, end + len(content)),)
    outlet = Source(source, "outlet")
    one = Attribution("a", Span(said, said + len(source)), None, spans, "indirect", "asserts", outlet, (), "test")
    return replace(article, attributions=(one,))


def test_who_tells_the_story_after_another_outlet_has_it_from_there_even_in_another_language() -> None:
    content = "La régie des eaux de Lindau a caché pendant quatre mois du plomb dans neuf écoles"
    found = derived(SCOOP, attributing(RETOLD, "The Lindau Post", content))
    assert [(pair, one.kind, one.credited) for pair, one in found.items()] == [(("retold", "scoop"), "rewrite", True)]


def test_an_outlet_named_in_a_text_cannot_have_been_used_before_it_came_out() -> None:
    content = "La régie des eaux de Lindau a caché pendant quatre mois du plomb dans neuf écoles"
    late = replace(SCOOP, published=Published("2026-07-05", "day", "given"))
    sooner = derived(SCOOP, attributing(RETOLD, "The Lindau Post", content))["retold", "scoop"].probability
    later = derived(late, attributing(RETOLD, "The Lindau Post", content)).values()
    assert all(one.probability < sooner and "credit" not in {e.signal for e in one.evidence} for one in later)


def test_an_agency_text_in_another_language_is_translated_even_if_a_bureau_added_to_it() -> None:
    text = TRANSLATION.text.splitlines()[1:4]
    added = [
        "Le ministre des Transports ira sur place mercredi, a-t-on appris auprès de son cabinet.",
        "Une cellule a été ouverte pour les mariniers, qui attendent depuis lundi au bassin de Vaux.",
        "Leur syndicat réclame une aide et rappelle que deux fermetures ont déjà eu lieu cet hiver.",
    ]
    both = told("zbureau", "\n".join([*text, *added]), language="fr", publisher="Le Fleuve", published="2026-01-13")
    found = derived(DISPATCH, replace(both, agencies=("Belga", "Reuters")))
    assert [one.kind for one in found.values()] == ["translation"]
    assert all(one.coverage is not None and one.coverage < 0.65 for one in found.values())


def test_of_two_undated_texts_the_unsigned_one_is_derived() -> None:
    line = "The river port was closed after oil leaked from the tanker and soiled eleven beaches by the evening of that day."
    for signed, bare in (("a", "b"), ("b", "a")):
        left, right = told(signed, f"@ Marthe Kolb\n{line}", publisher="Post"), told(bare, line, publisher="Radio")
        assert list(derived(left, right)) == [(bare, signed)]


def test_titles_and_names_in_common_make_no_copy() -> None:
    title = "the president of the Regional Council of Upper Varn, Ilse Brandtner-Hoff, and Crédit Varnois director Olle Quist"
    left = told(
        "a",
        f"On Monday {title} met farmers.\nMilk prices were the reason for the visit, which lasted an hour.\nA fifth of the dairies in the valley have closed since spring, and more will follow by winter.",
    )
    right = told(
        "b",
        f"A band played when {title} opened the bridge.\nIt took nine years and cost more than planned.\nLorries may now take the short way to the quarry; the old ford is to be dug up next summer.",
    )
    names = [Name(title.index(n), title.index(n) + len(n), "person") for n in ("Ilse Brandtner-Hoff", "Olle Quist")]
    names += [
        Name(title.index(n), title.index(n) + len(n), "organisation")
        for n in ("Crédit Varnois", "Regional Council of Upper Varn")
    ]

    def named(article: Article) -> Article:
        at = article.text.index(title)
        return replace(article, names=tuple(replace(n, start=n.start + at, end=n.end + at) for n in names))

    assert align([left, right])
    assert derived(named(left), named(right)) == {}


def test_of_two_articles_of_the_outlet_that_is_named_the_one_that_shares_more_is_meant() -> None:
    content = "La régie des eaux de Lindau a caché pendant quatre mois du plomb dans neuf écoles"
    other = told(
        "aother",
        """
        # Budget of Lindau passes
        The council of Lindau passed its budget on Tuesday by eleven votes to nine.
        The water board of Lindau will get 1.9 million for pumps.
        """,
        publisher="The Lindau Post",
        published="2026-07-01",
    )
    found = derived(SCOOP, other, attributing(RETOLD, "The Lindau Post", content))
    assert list(found) == [("retold", "scoop")]


def test_a_medium_outside_the_pile_is_named_as_the_parent_of_those_who_retell_it() -> None:
    content = "La régie des eaux de Lindau a caché pendant quatre mois du plomb dans neuf écoles"
    retold = attributing(RETOLD, "The Lindau Post", content)
    again = replace(retold, id="again", publisher=Publisher("Radio Vidar", None, "given"))
    found = [one for one in derive([retold, again], ()) if one.used == "The Lindau Post"]
    assert [(one.derived, one.kind, one.credited) for one in found] == [
        ("again", "rewrite", True),
        ("retold", "rewrite", True),
    ]


def test_a_medium_named_for_a_detail_is_no_parent() -> None:
    detailed = attributing(RETOLD, "The Lindau Post", "du plomb")
    assert derive([detailed, INDEPENDENT], ()) == ()


def test_what_an_agency_publishes_itself_comes_from_no_other_text() -> None:
    assert derive([replace(DISPATCH, publisher=Publisher("Reuters", None, "given"))], ()) == ()

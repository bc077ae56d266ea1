"""Whom a claim rests on, and how many they are."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from recoupe.crosscheck.origins import trace
from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Claim, Derivation, Entity, Region, RegionKind, Role
from tests.crosscheck.story_factory import a_derivation, an_article, known, one_group, says, with_name

FIRE = "The old mill burned down in the night"


def claim_of(*articles: Article, entities: Entities | None = None, derivations: tuple[Derivation, ...] = ()) -> Claim:
    (claim,) = trace(articles, one_group(*articles), entities or known(), derivations)
    return claim


def origin_names(claim: Claim) -> list[str]:
    return [origin.name for origin in claim.origins]


def test_five_reports_of_one_newspaper_with_unnamed_officials_are_one_origin() -> None:
    told = [
        says(
            an_article(f"a{n}", publisher=f"Paper {n}"), FIRE, "officials", kind="anonymous", via=["The Harbour Times"]
        )
        for n in range(5)
    ]
    claim = claim_of(*told)
    assert origin_names(claim) == ["The Harbour Times"]
    assert (claim.independent.low, claim.independent.best, claim.independent.high) == (1, 1, 1)
    assert len(claim.origins[0].evidence[0].spans) == 5


def test_an_unnamed_source_counts_as_the_newsroom_that_spoke_to_it() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "a fireman", kind="anonymous")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "a neighbour", kind="anonymous")
    assert origin_names(claim_of(one, two)) == ["Evening Mail", "Morning Post"]


def test_two_named_sources_corroborate() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "Jon Pike")
    claim = claim_of(one, two)
    assert (claim.independent.best, claim.status) == (2, "corroborated")


def test_a_speaker_and_the_body_for_which_they_speak_are_one_origin() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe", described="Ada Rowe, head of Northgas")
    one = with_name(with_name(one, "Ada Rowe", "e1", role="head of Northgas"), "Northgas", "e2", "organisation")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "Northgas", kind="organisation")
    entities = known(Entity("e1", "Ada Rowe", "person", ()), Entity("e2", "Northgas", "organisation", ()))
    claim = claim_of(one, two, entities=entities)
    assert (claim.independent.best, claim.independent.high) == (1, 2)


def test_an_agency_stands_behind_the_words_of_those_who_print_it() -> None:
    papers = [says(an_article(name, publisher=name, agencies=["AFP"]), FIRE) for name in ("Post", "Mail")]
    claim = claim_of(*papers)
    assert [(o.name, o.kind) for o in claim.origins] == [("AFP", "agency")]


def test_a_copy_adds_no_origin() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE)
    copy = says(an_article("b", publisher="Evening Mail", day="2026-03-03"), FIRE)
    assert claim_of(first, copy).independent.best == 2
    assert origin_names(claim_of(first, copy, derivations=(a_derivation("b", "a"),))) == ["Morning Post"]


def test_a_doubtful_copy_only_widens_the_range() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE)
    other = says(an_article("b", publisher="Evening Mail", day="2026-03-03"), FIRE)
    claim = claim_of(first, other, derivations=(a_derivation("b", "a", probability=0.3),))
    assert (claim.independent.low, claim.independent.best) == (1, 2)


def test_what_a_later_article_tells_without_a_source_is_no_new_origin() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    other = says(an_article("b", publisher="Evening Mail", day="2026-03-03"), FIRE)
    claim = claim_of(first, other)
    assert (origin_names(claim), claim.independent.high) == (["Ada Rowe"], 2)


def test_an_earlier_article_without_a_source_is_an_origin_of_its_own() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE)
    other = says(an_article("b", publisher="Evening Mail", day="2026-03-03"), FIRE, "Ada Rowe")
    assert claim_of(first, other).independent.best == 2


def test_one_long_wording_is_one_origin_whoever_is_named() -> None:
    words = "The old mill by the river burned down to the ground in the night of Sunday"
    one = says(an_article("a", publisher="Morning Post"), words, "Ada Rowe")
    two = says(an_article("b", publisher="Evening Mail"), words, "Jon Pike")
    assert claim_of(one, two).independent.best == 1


@pytest.mark.parametrize("short", ["Le Phare", "nos confrères du Phare", "Phare"])
def test_a_short_name_of_an_outlet_of_the_pile_is_that_outlet(short: str) -> None:
    own = says(an_article("a", publisher="Le Phare de Rocville"), FIRE, "a fireman", kind="anonymous")
    report = says(an_article("b", publisher="Mail", day="2026-03-03"), FIRE, short, kind="outlet")
    assert claim_of(own, report).independent.high == 1


def test_an_outlet_that_is_credited_is_followed_to_its_own_article() -> None:
    scoop = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    report = says(an_article("b", publisher="Mail", day="2026-03-03"), FIRE, "the Morning Post", kind="outlet")
    entities = known(Entity("e9", "Morning Post", "outlet", ("the Morning Post",)))
    assert origin_names(claim_of(scoop, report, entities=entities)) == ["Ada Rowe"]


def test_who_denies_is_no_origin_of_what_they_deny() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "Jon Pike", stance="denies")
    claim = claim_of(one, two)
    assert (origin_names(claim), claim.denied_by, claim.status) == (["Ada Rowe"], ("Jon Pike",), "denied")


def test_a_claim_that_only_unnamed_sources_hedge_is_unconfirmed() -> None:
    one = says(an_article("a", publisher="Post"), FIRE, "posts", kind="anonymous", certainty="hedged")
    assert claim_of(one).status == "unconfirmed"


def test_an_outlet_without_a_name_is_a_newsroom_of_its_own() -> None:
    claim = claim_of(says(an_article("a"), FIRE), says(an_article("b"), FIRE))
    assert (origin_names(claim), claim.publishers) == (["a.txt", "b.txt"], ())


def test_the_first_article_is_the_earliest_dated() -> None:
    late, early = (says(an_article(i, publisher=i, day=f"2026-03-0{n}"), FIRE) for i, n in (("a", 5), ("b", 4)))
    first = claim_of(late, early).first
    assert first is not None
    assert (first.article, first.published) == ("b", "2026-03-04")


@pytest.mark.parametrize("seed", range(4))
def test_order_of_input_does_not_matter(seed: int) -> None:
    articles = [says(an_article(f"a{n}", publisher=f"P{n % 3}", agencies=["AFP"] * (n % 2)), FIRE) for n in range(6)]
    derivations = [a_derivation("a1", "a0"), a_derivation("a4", "a2", probability=0.4)]
    expected = trace(articles, one_group(*articles), known(), derivations)
    Random(seed).shuffle(articles)
    Random(seed).shuffle(derivations)
    assert trace(articles, one_group(*articles), known(), derivations) == expected


@pytest.mark.parametrize("probability", [0.1, 0.3, 0.6, 1.0])
def test_the_range_holds_the_best_figure(probability: float) -> None:
    articles = [says(an_article(f"a{n}", publisher=f"P{n}"), FIRE, "Ada Rowe" if n == 2 else None) for n in range(5)]
    derivations = tuple(a_derivation(f"a{n}", "a0", probability=probability, coverage=n / 5) for n in range(1, 5))
    count = claim_of(*articles, derivations=derivations).independent
    assert 1 <= count.low <= count.best <= count.high


def test_one_report_worded_differently_is_one_origin() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "inspection report", kind="document")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "report of 3 March", kind="document")
    three = says(an_article("c", publisher="Night Wire"), FIRE, "letter", kind="document")
    assert claim_of(one, two).independent.best == 1
    assert claim_of(says(one, "It rained", "Ada Rowe"), two).origins[0].evidence[-1].detail.endswith("one document")
    assert claim_of(one, two, three).independent.low == 1


def test_unnamed_people_are_those_who_are_named_for_the_same() -> None:
    named = with_name(says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe"), "Ada Rowe", "e1")
    vague = says(an_article("b", publisher="Evening Mail"), FIRE, "Officials", kind="organisation")
    assert origin_names(claim_of(named, vague)) == ["Ada Rowe"]


def test_the_evidence_is_told_in_words() -> None:
    told = [says(an_article(f"a{n}", publisher=f"Paper {n}"), FIRE, "Ada Rowe") for n in range(2)]
    details = [evidence.detail for origin in claim_of(*told).origins for evidence in origin.evidence]
    assert details == ["Ada Rowe", "each names Ada Rowe"]


def test_a_claim_of_the_same_words_and_fewer_statements_is_no_other_claim() -> None:
    told = [says(an_article(f"a{n}"), FIRE) for n in range(3)]
    (group,) = one_group(*told)
    assert len(trace(told, [group, group[:2]], known(), ())) == 1


def test_a_fragment_is_worded_with_its_sentence() -> None:
    article = says(an_article("a"), f"{FIRE} and nobody was inside")
    fragment = replace(article.statements[0], start=len(FIRE) + 1)
    claim = claim_of(replace(article, statements=(fragment,)))
    assert claim.text == f"{FIRE} and nobody was inside."


def test_the_words_of_a_claim_are_those_of_a_statement_that_says_no_more() -> None:
    article = says(an_article("a"), f"{FIRE} and three dogs were saved by neighbours")
    other = says(an_article("b"), FIRE)
    more, plain = one_group(article, other)[0]
    (claim,) = trace([article, other], [(replace(more, more=True), plain)], known(), ())
    assert claim.text == FIRE


def test_what_is_told_of_somebody_without_a_source_is_theirs_where_another_article_has_it_from_them() -> None:
    board = Entity("e1", "Harbour Board", "organisation", ("Harbour Board",))
    text = "The Harbour Board will close the old mill"
    sourced = says(
        an_article("a", publisher="Paper 1"), "The old mill will be closed", "Harbour Board", kind="organisation"
    )
    told = with_name(says(an_article("b", publisher="Paper 2"), text), "Harbour Board", "e1", kind="organisation")
    other = says(an_article("c", publisher="Paper 3", day="2026-03-01"), "The old mill will be closed")
    entities = known(board, articles=(told,))
    assert origin_names(claim_of(sourced, told, entities=entities)) == ["Harbour Board"]
    assert claim_of(sourced, other, entities=entities).independent.best == 2


def test_a_refusal_to_answer_is_what_each_newsroom_found_out() -> None:
    silent = "Northgas did not answer questions"
    northgas = Entity("e1", "Northgas", "organisation", ())
    papers = [
        with_name(
            says(an_article(name, publisher=name), silent, "Northgas", kind="organisation", stance="declines_comment"),
            "Northgas",
            "e1",
            "organisation",
        )
        for name in ("Post", "Mail")
    ]
    assert claim_of(*papers, entities=known(northgas)).independent.best == 2


def test_unnamed_officials_of_one_ministry_are_one_origin() -> None:
    one = says(
        an_article("a", publisher="Morning Post"), FIRE, "an official of the fisheries ministry", kind="anonymous"
    )
    two = says(
        an_article("b", publisher="Le Soir de Rocville", language="fr"),
        "Le vieux moulin a brûlé dans la nuit",
        "un responsable du ministère des Pêches",
        kind="anonymous",
    )
    three = says(an_article("c", publisher="Evening Mail"), FIRE, "a police source", kind="anonymous")
    four = says(an_article("d", publisher="Daily Wire"), FIRE, "a police officer", kind="anonymous")
    assert claim_of(one, two).independent.best == 1
    assert claim_of(three, four).independent.best == 2


def test_a_document_is_what_it_is_even_where_the_article_rests_on_a_paper() -> None:
    one = with_name(
        says(an_article("a", publisher="Morning Post"), "The Harbour Times wrote first of it"),
        "The Harbour Times",
        "e1",
        "outlet",
    )
    one = says(one, FIRE, "the statement", kind="document")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "Northgas", kind="organisation")
    two = with_name(two, "Northgas", "e2", "organisation")
    entities = known(Entity("e1", "The Harbour Times", "outlet", ()), Entity("e2", "Northgas", "organisation", ()))
    (claim,) = trace((one, two), [one_group(one)[0][1:] + one_group(two)[0]], entities, ())
    assert claim.independent.best == 1


def test_the_words_that_a_copy_repeats_still_have_their_newsroom() -> None:
    long = "The old mill at the lower bridge of the town burned down on Monday night"
    first = says(an_article("a", publisher="Post", agencies=["AFP"]), long, "a fireman", kind="anonymous")
    first = says(first, "The mill is gone", "this man", kind="anonymous")
    copy = says(an_article("b", publisher="Mail", agencies=["AFP"]), long, "a fireman", kind="anonymous")
    assert origin_names(claim_of(first, copy)) == ["AFP"]


def test_an_agency_answers_for_what_it_tells_in_its_own_words() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    later = says(an_article("b", publisher="Evening Mail", day="2026-03-03", agencies=["AFP"]), FIRE)
    assert origin_names(claim_of(first, later)) == ["AFP", "Ada Rowe"]
    assert claim_of(first, later).independent.low == 1


def test_what_is_told_without_a_source_makes_no_two_named_sources_one() -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    second = says(an_article("b", publisher="Evening Mail", day="2026-03-03"), FIRE, "Jon Pike")
    both = says(second, "The mill has burned down")
    assert origin_names(claim_of(first, both)) == ["Ada Rowe", "Jon Pike"]


@pytest.mark.parametrize(("credited", "count"), [("The Harbour Times", 1), ("Reuters", 2)])
def test_a_finding_of_the_pile_that_is_credited_to_an_outlet_outside_it_is_one(credited: str, count: int) -> None:
    found = says(an_article("a", publisher="Morning Post"), FIRE, "a fireman", kind="anonymous")
    retold = says(an_article("b", publisher="Mail", day="2026-03-03"), FIRE, credited, kind="outlet")
    claim = claim_of(found, retold)
    assert (claim.independent.best, claim.independent.high) == (count, 2)


@pytest.mark.parametrize("by", ["a fireman", None])
def test_a_source_that_a_translator_found_is_no_part_of_the_text(by: str | None) -> None:
    first = says(an_article("a", publisher="Morning Post"), FIRE, by, kind="anonymous")
    other = says(an_article("b", publisher="Le Soir", day="2026-03-03", language="fr"), FIRE, "Ada Rowe")
    link = replace(a_derivation("b", "a"), kind="translation")
    assert claim_of(first, other, derivations=(link,)).independent.best == (2 if by else 1)


def test_a_body_is_known_from_the_words_of_a_title() -> None:
    ada = Entity("e1", "Ada Rowe", "person", (), (Role("chief executive of Harbour Board", "a"),))
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "Harbour Board", kind="organisation")
    board = Entity("e2", "Harbour Board", "organisation", ())
    assert claim_of(one, two, entities=known(ada, board)).independent.best == 1
    assert claim_of(one, two, entities=known(replace(ada, roles=()), board)).independent.best == 2


def test_a_title_that_does_not_say_for_whom_is_held_for_the_body_named_before() -> None:
    ada, board = Entity("e1", "Ada Rowe", "person", ()), Entity("e2", "Harbour Board", "organisation", ())
    told = says(an_article("a", publisher="Morning Post"), "Harbour Board sent its lawyer Ada Rowe")
    told = with_name(with_name(told, "Harbour Board", "e2", "organisation"), "Ada Rowe", "e1", role="lawyer")
    told = says(told, FIRE, "Ada Rowe")
    other = says(an_article("b", publisher="Evening Mail"), FIRE, "Harbour Board", kind="organisation")
    (claim,) = trace((told, other), [(one_group(told)[0][1], *one_group(other)[0])], known(ada, board), ())
    assert claim.independent.best == 1


@pytest.mark.parametrize(("words", "count"), [("its lawyer", 1), ("a police spokesman", 2), ("a neighbour", 2)])
def test_a_spokesperson_without_a_name_speaks_for_the_body_named_before(words: str, count: int) -> None:
    northgas = Entity("e1", "Northgas", "organisation", ())
    told = says(an_article("a", publisher="Morning Post"), "Northgas owns the place")
    told = with_name(says(told, FIRE, words, kind="anonymous"), "Northgas", "e1", "organisation")
    other = says(an_article("b", publisher="Evening Mail"), FIRE, "Northgas", kind="organisation")
    group = (one_group(told)[0][1], *one_group(other)[0])
    (claim,) = trace((told, other), [group], known(northgas), ())
    assert claim.independent.best == count


def test_a_title_is_that_of_the_person_who_holds_it_and_not_of_the_first_one_named() -> None:
    ada = Entity("e1", "Ada Rowe", "person", (), (Role("president of the fishing federation", "c"),))
    jon = Entity("e2", "Jon Pike", "person", (), (Role("a diver", "a"),))
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Jon Pike")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "president of the federation")
    three = says(an_article("c", publisher="Night Wire"), FIRE, "Ada Rowe")
    assert origin_names(claim_of(one, two, three, entities=known(ada, jon))) == ["Ada Rowe", "Jon Pike"]
    assert claim_of(two, three, entities=known(ada)).independent.best == 1


def test_a_report_and_a_person_who_say_the_same_are_two_unless_the_report_tells_of_them() -> None:
    ada = Entity("e1", "Ada Rowe", "person", ())
    paper = says(
        an_article("a", publisher="Morning Post"), "Ada Rowe closed the mill", "inspection report", kind="document"
    )
    about = with_name(paper, "Ada Rowe", "e1")
    person = says(an_article("b", publisher="Evening Mail"), "The mill was closed", "Ada Rowe")
    assert claim_of(paper, person, entities=known(ada)).independent.best == 2
    assert claim_of(about, person, entities=known(ada)).independent.best == 1


def test_an_article_that_rests_on_a_paper_as_a_whole_is_no_origin_beside_a_named_source() -> None:
    times = Entity("e1", "The Harbour Times", "outlet", ())
    ada = Entity("e2", "Ada Rowe", "person", ())
    told = says(an_article("a", publisher="Morning Post"), "The Harbour Times wrote first of it")
    told = says(with_name(told, "The Harbour Times", "e1", "outlet"), FIRE)
    other = says(an_article("b", publisher="Evening Mail", day="2026-03-01"), FIRE, "Ada Rowe")
    (claim,) = trace((told, other), [(one_group(told)[0][1], *one_group(other)[0])], known(times, ada), ())
    assert origin_names(claim) == ["Ada Rowe"]


def test_two_titles_of_one_office_without_a_name_are_one_source() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "president")
    two = says(an_article("b", publisher="Evening Mail"), FIRE, "president of the federation")
    three = says(an_article("c", publisher="Night Wire"), FIRE, "mayor")
    assert claim_of(one, two).independent.best == 1
    assert claim_of(two, three).independent.best == 2


def test_what_two_newsrooms_tell_of_one_body_in_their_own_words_is_one() -> None:
    texts = {"a": "The Harbour Board plans to close the mill", "b": "The mill will be closed by the Harbour Board"}
    told = [says(an_article(i, publisher=i), text) for i, text in texts.items()]
    about = [with_name(one, "Harbour Board", "e1", "organisation") for one in told]
    board = Entity("e1", "Harbour Board", "organisation", ("Harbour Board",))
    assert claim_of(*about, entities=known(board)).independent.best == 1
    assert claim_of(*told, entities=known(board)).independent.best == 2


@pytest.mark.parametrize(("first", "origin"), [("body", "The Harbour Times"), ("credit", "Morning Post")])
def test_an_article_does_not_rest_on_whom_the_credit_of_a_picture_names(first: RegionKind, origin: str) -> None:
    line = "Seen by The Harbour Times"
    told = with_name(says(an_article("a", publisher="Morning Post"), line), "The Harbour Times", "e1", "outlet")
    told = says(told, FIRE)
    end = len(told.text)
    told = replace(told, regions=(Region(0, len(line), first), Region(len(line), end, "body")))
    entities = known(Entity("e1", "The Harbour Times", "outlet", ()))
    (claim,) = trace((told,), [one_group(told)[0][1:]], entities, ())
    assert origin_names(claim) == [origin]


def test_what_says_more_than_the_claim_may_be_no_origin_of_it() -> None:
    one = says(an_article("a", publisher="Morning Post"), FIRE, "Ada Rowe")
    two = says(an_article("b", publisher="Evening Mail"), f"{FIRE} and so did the barn", "Jon Pike")
    entities = known(Entity("e1", "Ada Rowe", "person", ()), Entity("e2", "Jon Pike", "person", ()))
    ((plain, more),) = one_group(one, two)
    (claim,) = trace((one, two), [(plain, replace(more, more=True))], entities, ())
    assert (claim.independent.low, claim.independent.best) == (1, 2)
    assert claim_of(one, two, entities=entities).independent.low == 2

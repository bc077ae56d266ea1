"""Where reports part, and where they only seem to."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.model import Alignment, Article, Claim, Conflict, Derivation, Entity, Place
from tests.crosscheck.story_factory import (
    a_claim,
    a_derivation,
    an_article,
    known,
    says,
    with_name,
    with_quantity,
    with_time,
)


def found(
    kind: str, *claims: Claim, articles: tuple[Article, ...], derivations: tuple[Derivation, ...] = ()
) -> list[Conflict]:
    entities = known(*(Entity(e, e, "person", ()) for e in ("e1",)), articles=articles)
    return [c for c in find_conflicts(articles, claims, entities, derivations) if c.kind == kind]


def counted(id_: str, text: str, written: str, value: float, day: str = "2026-03-02", **more: str) -> Article:
    article = says(an_article(id_, publisher=id_, day=day), text, f"Speaker {id_}")
    return with_quantity(article, written, value, **more)


def numbers(one: Article, two: Article, *derivations: Derivation) -> list[Conflict]:
    return found("number", a_claim("c", one, two), articles=(one, two), derivations=derivations)


def test_two_values_of_one_measure_are_a_conflict() -> None:
    one = counted("a", "The crack in the dam is 38 metres long", "38 metres", 38, unit="m")
    two = counted("b", "The crack in the dam is 83 metres long", "83 metres", 83, unit="m")
    (conflict,) = numbers(one, two)
    assert (conflict.explained, conflict.note) == (None, "38 m against 83 m")
    assert [(s.article, s.value) for s in conflict.sides] == [("a", "38 m"), ("b", "83 m")]
    assert one.text[conflict.sides[0].start : conflict.sides[0].end] == "38 metres"


@pytest.mark.parametrize(
    ("left", "right", "explained"),
    [
        ((38, "m"), (125, "ft"), "unit"),
        ((2_900_000, None), (2_880_000, None), "rounding"),
        ((240_000_000, "EUR"), (271_000_000, "USD"), "unit"),
        ((240_000_000, "EUR"), (240_000_000, "USD"), None),
        ((4, "cm"), (4, "mm"), None),
    ],
)
def test_what_explains_two_numbers(
    left: tuple[float, str | None], right: tuple[float, str | None], explained: str | None
) -> None:
    one, two = (says(an_article(i, publisher=i), "The whole thing measures XX now", f"Speaker {i}") for i in "ab")
    one = with_quantity(one, "XX", left[0], unit=left[1])
    two = with_quantity(two, "XX", right[0], unit=right[1])
    assert [c.explained for c in numbers(one, two)] == [explained]


def test_a_toll_that_grew_is_an_older_one() -> None:
    one = counted("a", "The crash killed three people", "three", 3, of="people")
    two = counted("b", "The crash killed seven people", "seven", 7, "2026-03-03", of="people")
    assert [c.explained for c in numbers(one, two)] == ["older"]


def test_a_toll_that_shrank_is_a_conflict() -> None:
    one = counted("a", "The crash killed eleven people", "eleven", 11, of="people")
    two = counted("b", "The crash killed ten people", "ten", 10, "2026-03-03", of="people")
    assert [c.explained for c in numbers(one, two)] == [None]


def test_a_number_that_changed_in_a_copy_is_no_later_count() -> None:
    one = counted("a", "The crash injured 13 people", "13", 13, of="people")
    two = counted("b", "The crash injured 31 people", "31", 31, "2026-03-03", of="people")
    assert [c.explained for c in numbers(one, two, a_derivation("b", "a"))] == [None]


def test_a_part_is_no_conflict_with_the_whole() -> None:
    one = counted("a", "There are 71 cases in the town", "71", 71, of="cases")
    two = counted("b", "There are 52 confirmed cases in the town", "52", 52, of="cases")
    assert [c.explained for c in numbers(one, two)] == ["scope"]


def test_numbers_of_different_things_are_not_compared() -> None:
    one = counted("a", "The crash killed three people", "three", 3, of="people")
    two = counted("b", "The crash damaged seven cars", "seven", 7, of="cars")
    assert numbers(one, two) == []


def test_a_denial_meets_what_it_denies() -> None:
    said = says(an_article("a", publisher="Post"), "Northgas will sell the plant", "Ada Rowe")
    denied = says(an_article("b", publisher="Mail"), "Northgas will not sell the plant", "Jon Pike", stance="denies")
    (conflict,) = found("stance", a_claim("c1", said), a_claim("c2", denied), articles=(said, denied))
    assert {side.article for side in conflict.sides} == {"a", "b"}


def test_a_refusal_to_comment_is_no_denial() -> None:
    said = says(an_article("a", publisher="Post"), "Northgas will sell the plant", "Ada Rowe")
    silent = says(
        an_article("b", publisher="Mail"), "Northgas would not discuss the plant", "Jon Pike", stance="declines_comment"
    )
    assert found("stance", a_claim("c1", said), a_claim("c2", silent), articles=(said, silent)) == []


def test_nobody_contradicts_themselves_by_saying_it_twice() -> None:
    words = "Northgas will not sell the plant"
    one = says(an_article("a", publisher="Post"), words, "Jon Pike", stance="denies")
    two = says(an_article("b", publisher="Mail"), words, "Jon Pike")
    assert found("stance", a_claim("c1", one), a_claim("c2", two), articles=(one, two)) == []


def test_two_papers_credited_for_one_scoop_are_a_conflict() -> None:
    told = "The sale of the plant was first reported on Monday"
    one = says(an_article("a", publisher="Post"), told, "The Harbour Times", kind="outlet")
    two = says(an_article("b", publisher="Mail"), told, "The Morning Star", kind="outlet")
    (conflict,) = found("attribution", a_claim("c", one, two), articles=(one, two))
    assert conflict.note == "credited to The Harbour Times and to The Morning Star"


def test_a_paper_that_reports_for_itself_is_not_in_conflict_with_another() -> None:
    told = "The sale of the plant was first reported on Monday"
    one = says(an_article("a", publisher="Post"), told, "The Harbour Times", kind="outlet")
    two = says(an_article("b", publisher="Mail"), told, "The Morning Star", kind="outlet")
    own = says(an_article("d", publisher="The Morning Star"), told, "Ada Rowe")
    assert found("attribution", a_claim("c", one, two, own), articles=(one, two, own)) == []


@pytest.mark.parametrize(
    ("other", "value", "explained"),
    [("26 January", "2026-01-26", [None]), ("January", "2026-01", ["rounding"]), ("21 January", "2026-01-21", [])],
)
def test_two_dates_of_one_event(other: str, value: str, explained: list[str | None]) -> None:
    one = says(an_article("a", publisher="Post"), "The prefect received the report on 21 January", "Ada Rowe")
    two = says(an_article("b", publisher="Mail"), f"The prefect received the report in {other}", "Jon Pike")
    one, two = with_time(one, "21 January", "2026-01-21"), with_time(two, other, value)
    assert [c.explained for c in found("date", a_claim("c", one, two), articles=(one, two))] == explained


@pytest.mark.parametrize(("language", "explained"), [("en", None), ("fr", "translation")])
def test_a_misspelt_name_is_a_conflict_within_one_language(language: str, explained: str | None) -> None:
    one = says(an_article("a", publisher="Post"), "Ada Delmonte spoke")
    two = says(an_article("b", publisher="Mail", language=language), "Ada Delmante spoke")
    one, two = with_name(one, "Ada Delmonte", "e1"), with_name(two, "Ada Delmante", "e1")
    assert [c.explained for c in found("name", articles=(one, two))] == [explained]


@pytest.mark.parametrize(("derivations", "count"), [((), 0), ((a_derivation("b", "a"),), 1)], ids=["apart", "copied"])
def test_a_name_that_sounds_the_same_is_misspelt_where_it_was_copied(
    derivations: tuple[Derivation, ...], count: int
) -> None:
    one = with_name(says(an_article("a", publisher="Post"), "Clotilde Delmonte spoke"), "Clotilde Delmonte", "e1")
    two = with_name(says(an_article("b", publisher="Mail"), "Clothilde Delmonte spoke"), "Clothilde Delmonte", "e1")
    assert len(found("name", articles=(one, two), derivations=derivations)) == count


def test_every_article_with_a_spelling_stands_on_its_side() -> None:
    right = [with_name(says(an_article(i), "Ada Delmonte spoke"), "Ada Delmonte", "e1") for i in "ab"]
    wrong = with_name(says(an_article("c"), "Ada Delmante spoke"), "Ada Delmante", "e1")
    (conflict,) = found("name", articles=(*right, wrong))
    assert [side.article for side in conflict.sides] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("french", "kinds"), [("PDG", []), ("directeur financier", ["role"]), ("maire", [])], ids=["both", "other", "field"]
)
def test_two_functions_of_one_field_exclude_each_other(french: str, kinds: list[str]) -> None:
    one = with_name(says(an_article("a"), "chairman Jon Pike spoke"), "Jon Pike", "e1", role="chairman")
    two = says(an_article("b", language="fr"), f"{french} Jon Pike a parlé")
    two = with_name(two, "Jon Pike", "e1", role=french)
    assert [c.kind for c in found("role", articles=(one, two))] == kinds


def test_order_of_input_does_not_matter() -> None:
    one = counted("a", "The crack in the dam is 38 metres long", "38 metres", 38, unit="m")
    two = counted("b", "The crack in the dam is 83 metres long", "83 metres", 83, unit="m")
    three = replace(two, id="d", statements=(replace(two.statements[0], id="d/s0"),))
    claim = a_claim("c", one, two, three)
    assert find_conflicts((one, two, three), [claim], known(), ()) == find_conflicts(
        (three, two, one), [claim], known(), ()
    )


def aligned(one: Article, two: Article, kind: Literal["edited", "translated"] = "translated") -> Alignment:
    left, right = (Place(article.id, 0, len(article.text)) for article in (one, two))
    return Alignment(left, right, kind, 0.9)


def slips(one: Article, two: Article, alignment: Alignment) -> list[Conflict]:
    claims = a_claim("c1", one), a_claim("c2", two)
    derived = (a_derivation(two.id, one.id),)
    found_ = find_conflicts((one, two), claims, known(articles=(one, two)), derived, (alignment,))
    return [c for c in found_ if c.kind in ("number", "date")]


def test_a_number_that_a_translation_changed_is_a_conflict() -> None:
    one = says(an_article("a", language="fr"), "Le texte permet 120 navires et 80 chalutiers")
    two = says(an_article("b"), "Under the deal 102 ships and 80 trawlers may come")
    one = with_quantity(with_quantity(one, "120", 120), "80", 80)
    two = with_quantity(with_quantity(two, "102", 102), "80", 80)
    (conflict,) = slips(one, two, aligned(one, two))
    assert (conflict.explained, conflict.note) == (None, "102 against 120")


def test_numbers_that_a_translation_left_out_are_no_conflict() -> None:
    one = says(an_article("a", language="fr"), "Le texte permet 120 navires et 80 chalutiers")
    two = says(an_article("b"), "Under the deal 80 trawlers may come")
    one = with_quantity(with_quantity(one, "120", 120), "80", 80)
    two = with_quantity(two, "80", 80)
    assert slips(one, two, aligned(one, two)) == []


def test_a_number_that_a_copyist_changed_stands_between_the_same_words() -> None:
    one = says(an_article("a"), "The pumps ran for 14 hours before somebody noticed the smell of oil")
    two = says(an_article("b"), "The pumps ran for 40 hours before somebody noticed the smell of oil")
    one, two = with_quantity(one, "14", 14), with_quantity(two, "40", 40)
    assert [c.note for c in slips(one, two, aligned(one, two, "edited"))] == ["14 against 40"]


def test_a_date_that_a_translation_changed_is_a_conflict() -> None:
    one = with_time(says(an_article("a", language="fr"), "Tout a commencé le 12 mai"), "12 mai", "2026-05-12")
    two = with_time(says(an_article("b"), "It all began on 12 March"), "12 March", "2026-03-12")
    assert [c.note for c in slips(one, two, aligned(one, two))] == ["2026-03-12 against 2026-05-12"]


def test_tons_that_may_be_tonnes_are_a_matter_of_units() -> None:
    one = counted("a", "The ship lost 400 tonnes of oil", "400 tonnes", 400, unit="t")
    two = counted("b", "The ship lost 400 tons of oil", "400 tons", 400, unit="ston")
    assert [c.explained for c in numbers(one, two)] == ["unit"]


def test_three_values_of_one_thing_are_one_conflict() -> None:
    told = [("a", 11), ("b", 16), ("d", 19)]
    articles = [counted(i, f"The flood destroyed {n} bridges", str(n), n, of="bridge") for i, n in told]
    (conflict,) = found("number", a_claim("c", *articles), articles=tuple(articles))
    assert conflict.note == "11 against 16 against 19"


def test_a_denial_repeated_in_other_words_is_one_conflict() -> None:
    said = says(an_article("a", publisher="Post"), "Northgas will sell the plant", "Ada Rowe")
    once = says(an_article("b", publisher="Mail"), "Northgas will not sell the plant", "Jon Pike", stance="denies")
    again = says(an_article("d", publisher="Star"), "Nobody sells that plant", "Jon Pike", stance="denies")
    claims = a_claim("c1", said), a_claim("c2", once), a_claim("c3", again)
    (conflict,) = found("stance", *claims, articles=(said, once, again))
    assert {side.article for side in conflict.sides} == {"a", "b", "d"}


def test_what_is_denied_and_later_admitted_is_a_conflict() -> None:
    denied = says(an_article("a", publisher="Post"), "There are no talks about the mill", "Jon Pike", stance="denies")
    admitted = says(
        an_article("b", publisher="Mail", day="2026-03-04"),
        "Contacts about the mill took place",
        "Jon Pike",
        stance="confirms",
    )
    claims = a_claim("c1", denied), a_claim("c2", admitted)
    assert len(found("stance", *claims, articles=(denied, admitted))) == 1
    before = replace(admitted, published=replace(denied.published, value="2026-03-01") if denied.published else None)
    assert found("stance", *claims, articles=(denied, before)) == []


def test_one_revelation_belongs_to_one_paper() -> None:
    one = says(
        an_article("a", publisher="Post"),
        "The letter of the mayor was revealed by the Harbour Times",
        "The Harbour Times",
        kind="outlet",
    )
    two = says(
        an_article("b", publisher="Mail"),
        "As the Morning Star revealed, the mayor wrote a letter",
        "The Morning Star",
        kind="outlet",
    )
    claims = a_claim("c1", one), a_claim("c2", two)
    assert [c.kind for c in found("attribution", *claims, articles=(one, two))] == ["attribution"]
    both = says(two, "The Harbour Times has the letter as well", "The Harbour Times", kind="outlet")
    assert found("attribution", a_claim("c1", one), a_claim("c2", both), articles=(one, both)) == []


def test_papers_that_know_each_other_may_still_credit_one_piece_of_news_to_two() -> None:
    news = "the mayor of Sarn quietly asked the board of the mill for a second loan in spring"
    one = says(
        an_article("a", publisher="Post"), f"The Harbour Times revealed that {news}", "The Harbour Times", kind="outlet"
    )
    one = says(one, "The Morning Star has the weather", "The Morning Star", kind="outlet")
    two = says(
        an_article("b", publisher="Mail"), f"The Morning Star wrote that {news}", "The Morning Star", kind="outlet"
    )
    claims = a_claim("c1", one), a_claim("c2", two)
    assert [c.kind for c in found("attribution", *claims, articles=(one, two))] == ["attribution"]
    knows = says(one, f"The Morning Star wrote that {news}", "The Morning Star", kind="outlet")
    assert found("attribution", a_claim("c1", knows), claims[1], articles=(knows, two)) == []


def test_a_conversion_in_brackets_is_no_figure_of_its_own() -> None:
    one = counted("a", "The crack in the dam is 125 ft (38 m) long", "125 ft", 125, unit="ft")
    one = with_quantity(one, "38 m", 38, unit="m")
    two = counted("b", "The crack in the dam is 83 metres long", "83 metres", 83, unit="m")
    assert [side.value for conflict in numbers(one, two) for side in conflict.sides] == ["125 ft", "83 m"]


def test_what_is_advised_and_what_is_done_are_two_things() -> None:
    one = counted(
        "a",
        "Engineers recommend that the lake of Sarn be lowered by six metres before the winter",
        "six metres",
        6,
        unit="m",
    )
    two = counted(
        "b",
        "The prefect says that the lake of Sarn be lowered by three metres before the winter",
        "three metres",
        3,
        unit="m",
    )
    assert [conflict.explained for conflict in numbers(one, two)] == ["scope"]


def test_another_scale_is_no_side_of_a_changed_currency() -> None:
    one = counted("a", "Northgas offers 240 million euros for the mill", "240 million euros", 240e6, unit="EUR")
    two = counted("b", "Northgas offers 240 million dollars for the mill", "240 million dollars", 240e6, unit="USD")
    three = counted("c", "Northgas offers 0.24 billion euros for the mill", "0.24 billion euros", 240e6, unit="EUR")
    real = [c for c in found("number", a_claim("c", one, two, three), articles=(one, two, three)) if not c.explained]
    assert {side.article for conflict in real for side in conflict.sides} == {"a", "b"}

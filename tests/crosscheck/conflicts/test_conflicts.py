"""Where reports part, and where they only seem to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.model import Article, Claim, Conflict, Derivation, Entity
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
    assert conflict.note == "The Harbour Times against The Morning Star"


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

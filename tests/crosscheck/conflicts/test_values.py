"""Which values conflict: rejected, slipped, of one toll, of one person; and which are of two things."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.model import Article, Conflict, Derivation, Entity
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


def parted(*articles: Article, derivations: tuple[Derivation, ...] = ()) -> list[tuple[str, str]]:
    """Kind and note of the conflicts that are real."""
    claims = [a_claim(f"c{article.id}", article) for article in articles]
    entities = known(Entity("e1", "e1", "person", ()), articles=articles)
    found: tuple[Conflict, ...] = find_conflicts(articles, claims, entities, derivations)
    return [(c.kind, c.note) for c in found if c.explained is None and c.kind != "stance"]


def told(
    id_: str,
    text: str,
    *numbers: tuple[str, float],
    of: str | None = None,
    unit: str | None = None,
    language: str = "en",
) -> Article:
    article = says(an_article(id_, publisher=id_, language=language), text, f"Speaker {id_}")
    for written, value in numbers:
        article = with_quantity(article, written, value, of=of, unit=unit)
    return article


def test_a_number_that_a_sentence_rejects_is_against_whoever_gives_it() -> None:
    one = told("a", "The dam lets through 120 trucks a day", ("120", 120))
    two = told("b", "It is 96 trucks, and not 120 as was written", ("96", 96), ("120", 120))
    assert parted(one, two) == [("number", "120 against 96")]


def test_a_number_below_a_limit_is_not_rejected() -> None:
    one = told("a", "The dam lets through 120 trucks a day", ("120", 120))
    two = told("b", "It is 96 trucks, while 120 was the plan", ("96", 96), ("120", 120))
    assert parted(one, two) == []


def test_a_day_that_a_sentence_rejects_is_against_whoever_gives_it() -> None:
    one = with_time(told("a", "We have had this letter since 21 May"), "21 May", "2026-05-21")
    two = told("b", "It came on the 26th of May and not the 21", ("21", 21))
    two = with_time(two, "26th of May", "2026-05-26")
    assert parted(one, two) == [("date", "2026-05-26 against 2026-05-21")]


def test_two_sources_count_the_dead_of_one_event() -> None:
    one = told("a", "The fire killed nine people", ("nine", 9), of="killed")
    two = told("b", "We have counted eleven killed in our wards since dawn", ("eleven", 11), of="killed")
    assert parted(one, two) == [("number", "11 against 9")]
    later = told("c", "In 2013 eleven were killed", ("eleven", 11), of="killed")
    assert parted(one, with_time(later, "2013", "2013")) == []


def test_who_gives_both_numbers_does_not_mean_one_thing() -> None:
    words = "The yard of Sarn builds {} barges for the lake in spring"
    one = told("a", words.format("14"), ("14", 14), of="barge")
    two = told("b", words.format("22"), ("22", 22), of="barge")
    assert parted(one, two) == [("number", "14 against 22")]
    both = says(told("d", "The yard of Sarn builds barges"), "They build 14 barges here and 22 barges there")
    both = with_quantity(with_quantity(both, "14", 14, of="barge"), "22", 22, of="barge")
    assert parted(one, two, both) == []


def test_what_happened_elsewhere_or_on_another_day_is_another_thing() -> None:
    words = "The yard of {} built {} barges for the lake {}"
    one = told("a", words.format("Sarn", "14", "in May"), ("14", 14), of="barge")
    two = told("b", words.format("Sarn", "22", "in May"), ("22", 22), of="barge")
    assert parted(one, two) == [("number", "14 against 22")]
    here, there = with_name(one, "Sarn", "p1", "place"), with_name(two, "Sarn", "p2", "place")
    assert parted(here, there) == []
    then, now = with_time(one, "May", "2026-05"), with_time(two, "May", "2026-06")
    assert parted(then, now) == []


def test_shares_of_a_whole_are_of_many_things() -> None:
    words = "The output of the mills of Sarn grew by {} in the quarter"
    one = told("a", words.format("3 %"), ("3 %", 3), unit="%")
    two = told("b", words.format("4 %"), ("4 %", 4), unit="%")
    assert parted(one, two) == []


@pytest.mark.parametrize(
    ("left", "right", "language", "count"),
    [
        ("Ada Rowe, 78, waits", "Ada Rowe, 87, waits", "en", 1),
        ("Ada Rowe, 78 ans, attend", "Ada Rowe, 87 ans, attend", "fr", 1),
        ("Ada Rowe (78) wartet", "Ada Rowe (87) wartet", "de", 1),
        ("Ada Rowe, 78, waits", "Ada Rowe, 79, waits", "en", 0),
        ("Ada Rowe, 78, waits", "Ada Rowe, 7, waits", "en", 0),
        ("Rowe, 78, waits", "Rowe, 87, waits", "en", 0),
    ],
    ids=["bare", "with-unit", "brackets", "a-birthday", "no-age", "a-family"],
)
def test_one_person_has_one_age(left: str, right: str, language: str, count: int) -> None:
    names = [text.split(",")[0].split(" (")[0] for text in (left, right)]
    one = with_name(says(an_article("a", language=language), left), names[0], "e1")
    two = with_name(says(an_article("b", language=language), right), names[1], "e1")
    assert len(parted(one, two)) == count


@pytest.mark.parametrize(
    ("left", "right", "language", "count"),
    [
        ("Carole Hentes", "Carole Hentès", "fr", 1),
        ("Etienne Marand", "Étienne Marand", "fr", 0),
        ("Ada DELMONTE", "Ada Delmonte", "fr", 0),
        ("Ада Дельмонтова", "Ада Дельмонтову", "ru", 0),
    ],
    ids=["accent", "capital", "capitals", "case"],
)
def test_an_accent_lost_in_a_copy_is_a_misspelling(left: str, right: str, language: str, count: int) -> None:
    one = with_name(says(an_article("a", language=language), left), left, "e1")
    two = with_name(says(an_article("b", language=language), right), right, "e1")
    assert len(parted(one, two, derivations=(a_derivation("b", "a"),))) == count


@pytest.mark.parametrize(
    ("right", "count"),
    [
        ("Le directeur financier, Jon Pike, a parlé", 1),
        ("Jon Pike, directeur financier du groupe, a parlé", 1),
        ("Pour le directeur financier, Jon Pike doit partir", 0),
        ("Jon Pike, qui a vu le directeur financier, a parlé", 0),
    ],
    ids=["before", "behind", "another", "met"],
)
def test_a_title_between_commas_is_that_of_who_stands_beside_it(right: str, count: int) -> None:
    one = with_name(says(an_article("a"), "chairman Jon Pike spoke"), "Jon Pike", "e1", role="chairman")
    two = with_name(says(an_article("b", language="fr"), right), "Jon Pike", "e1")
    assert [kind for kind, _ in parted(one, two)] == ["role"] * count


def test_who_copies_a_title_has_no_reason_to_change_it() -> None:
    one = with_name(says(an_article("a"), "mayor Jon Pike spoke"), "Jon Pike", "e1", role="mayor")
    two = with_name(says(an_article("b"), "senator Jon Pike spoke"), "Jon Pike", "e1", role="senator")
    assert parted(one, two) == []
    assert [kind for kind, _ in parted(one, two, derivations=(a_derivation("b", "a"),))] == ["role"]

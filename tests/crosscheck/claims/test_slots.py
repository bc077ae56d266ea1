import pytest

from recoupe.crosscheck.claims.slots import Slots, day_range, slots_of
from recoupe.crosscheck.contrasts import contrary, find_contrasts
from recoupe.crosscheck.readings import read
from recoupe.crosscheck.records import Entities
from recoupe.lang import load
from tests.crosscheck.story_factory import an_article, says, with_quantity, with_time


def slots(text: str, language: str = "en") -> Slots:
    return slots_of(read(says(an_article("a", language=language), text)), Entities())[0]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-03-02", ("2026-03-02", "2026-03-02")),
        ("2026-03-02T08:10", ("2026-03-02", "2026-03-02")),
        ("2026-12", ("2026-12-01", "2026-12-31")),
        ("2028-02", ("2028-02-01", "2028-02-29")),
        ("2026-W01", ("2025-12-29", "2026-01-04")),
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2026-03-02/2026-03-05", ("2026-03-02", "2026-03-05")),
        ("PT3H", None),
        ("", None),
    ],
)
def test_a_time_covers_its_days(value: str, days: tuple[str, str] | None) -> None:
    assert day_range(value) == days


def test_words_of_reporting_are_no_content() -> None:
    assert (
        slots("the minister said that a bridge collapsed").stems
        == slots("a bridge collapsed, the minister added").stems
    )


def test_words_of_two_languages_name_one_notion() -> None:
    assert "derail" in slots("Le train a déraillé", "fr").concepts & slots("A train derailed").concepts


def test_long_words_of_common_descent_meet() -> None:
    assert slots("une situation catastrophique", "fr").concepts | slots("katastrophale", "de").cognates
    assert slots("stratosphère", "fr").cognates & slots("stratosphere").cognates


def test_numbers_and_days_are_slots_and_not_words() -> None:
    article = with_quantity(says(an_article("a"), "12 boats sank on March 2"), "12", 12, of="boats")
    found = slots_of(read(with_time(article, "March 2", "2026-03-02")), Entities())[0]
    assert (found.numbers[0].low, found.days) == (12, (("2026-03-02", "2026-03-02"),))
    assert not {"12", "march"} & found.stems


def test_quotations_are_compared_by_their_words() -> None:
    assert slots('she said: "We have nothing to hide."').quotes == slots("“We have nothing to hide”, she said").quotes


@pytest.mark.parametrize(
    ("text", "language", "negated"),
    [
        ("He did not come", "en", True),
        ("It hasn't moved", "en", True),
        ("Nobody was hurt", "en", True),
        ("Not only did he come", "en", False),
        ("Il n'est pas venu", "fr", True),
        ("Aucun blessé n'est à déplorer", "fr", True),
        ("Le bilan ne devrait plus s'alourdir", "fr", True),
        ("Le bilan est plus lourd", "fr", False),
        ("Il est sans doute venu", "fr", False),
        ("Il n'est pas seulement venu", "fr", False),
    ],
)
def test_negation_is_told_from_what_only_looks_like_it(text: str, language: str, negated: bool) -> None:
    assert find_contrasts(text, load(language)).negated is negated


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("unemployment rose", "unemployment fell", "en"),
        ("the bill was adopted", "the bill was rejected", "en"),
        ("le chômage augmente", "le chômage a baissé", "fr"),
        ("le pont est ouvert", "le pont est fermé", "fr"),
    ],
)
def test_contrary_words_are_noticed(one: str, other: str, language: str) -> None:
    known = load(language)
    assert contrary(find_contrasts(one, known), find_contrasts(other, known))
    assert not contrary(find_contrasts(one, known), find_contrasts(one, known))


@pytest.mark.parametrize(
    ("text", "negated", "rebuts"),
    [
        ("The board never refused to negotiate", False, True),
        ("The board refused to negotiate", True, False),
        ("Nobody was hurt and nothing was stolen", True, False),
    ],
)
def test_a_refusal_is_turned_back_and_two_negations_are_not(text: str, negated: bool, rebuts: bool) -> None:
    found = find_contrasts(text, load("en"))
    assert (found.negated, found.rebuts) == (negated, rebuts)

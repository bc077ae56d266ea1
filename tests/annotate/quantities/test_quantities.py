from __future__ import annotations

import pytest

from recoupe.annotate.quantities import find_quantities
from recoupe.lang import load
from recoupe.model import Quantity
from tests.annotate.articles import article


def quantities(text: str, language: str) -> list[Quantity]:
    return list(find_quantities(article(text, language), load(language)))


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("de", "3,4 Millionen Euro", 3_400_000, "EUR"),
        ("de", "1.200 Tonnen", 1200, "t"),
        ("es", "30 kilómetros", 30, "km"),
        ("nl", "3 miljoen euro", 3_000_000, "EUR"),
        ("ru", "3,4 млн евро", 3_400_000, "EUR"),
        ("ru", "15 километров", 15, "km"),
        ("zh", "3.4亿元", 340_000_000, "CNY"),
        ("ja", "3億円", 300_000_000, "JPY"),
        ("fr", "1 234 567,8 m³", 1_234_567.8, "m3"),
        ("en", "1,234,567.8 m³", 1_234_567.8, "m3"),
        ("fr", "US$ 5 millions", 5_000_000, "USD"),
    ],
)
def test_numbers_as_each_language_writes_them(language: str, text: str, value: float, unit: str) -> None:
    (found,) = quantities(text, language)
    assert (found.value, found.unit, text[found.start : found.end]) == (value, unit, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "l'A380"),
        ("fr", "la Covid-19"),
        ("fr", "@user5 et #5G"),
        ("fr", "le 06 12 34 56 78"),
        ("en", "+44 20 7946 0958"),
        ("en", "the 21st"),
        ("fr", "le 3e"),
        ("fr", "version 1.2.3"),
        ("en", "1998"),
        ("fr", "007"),
        ("en", "one of them"),
        ("fr", "plusieurs centaines"),
    ],
)
def test_what_only_looks_like_a_quantity(language: str, text: str) -> None:
    assert quantities(text, language) == []


def test_a_round_number_in_the_range_of_years_counts() -> None:
    assert [q.value for q in quantities("2000 manifestants", "fr")] == [2000]


def test_the_same_thing_has_the_same_name_in_singular_and_plural() -> None:
    assert quantities("un mort", "fr")[0].of == quantities("trois morts", "fr")[0].of == "mort"
    assert quantities("2 blessées", "fr")[0].of == quantities("3 blessés", "fr")[0].of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The death toll rose to ten.", "dead"),
        ("The number of wounded rose to 27.", "wound"),
        ("The toll was known. It took ten.", None),
    ],
)
def test_what_is_counted_may_stand_before_the_number(text: str, of: str | None) -> None:
    assert [q.of for q in quantities(text, "en")] == [of]


def test_a_figure_that_rose_to_a_number_is_no_limit() -> None:
    assert quantities("Liczba ofiar wzrosła do dziesięciu.", "pl")[0].modifier == "exact"
    assert quantities("Mieści do dziesięciu ton.", "pl")[0].modifier == "at most"


def test_dates_and_clocks_are_left_to_the_times() -> None:
    from dataclasses import replace

    from recoupe.annotate.times import find_times

    made = article("Le 3 mars 2026 à 18 h 30, 12 personnes", "fr", "2026-03-12")
    made = replace(made, times=find_times(made, load("fr")))
    assert [q.value for q in find_quantities(made, load("fr"))] == [12]


@pytest.mark.parametrize("language", ["fr", "en", "zh", "und"])
def test_hostile_text_gives_an_answer(language: str) -> None:
    text = "1 " * 2000 + "9" * 3000 + " un cent million et demi" * 100 + "$" * 500 + "1,1,1" * 100 + "٣٤" * 10
    for q in quantities(text, language):
        assert 0 <= q.start < q.end <= len(text)

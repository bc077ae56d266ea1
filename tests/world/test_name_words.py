from importlib.resources import files

import pytest

from recoupe.world.name_words import meanings, nation_of

TABLES = ("name_words.tsv", "peoples.tsv")


def notions(word: str, language: str) -> list[set[str]]:
    return [set(part) for part in meanings(word, language)]


def test_a_word_of_a_name_means_the_same_in_any_case_and_language() -> None:
    found = [("ministere", "fr"), ("ministerstwa", "pl"), ("министерством", "ru"), ("وزارة", "ar"), ("部", "zh")]
    assert all(notions(word, language) == [{"ministry"}] for word, language in found)


def test_a_compound_means_what_its_parts_mean() -> None:
    assert notions("finanzministerium", "de") == [{"ministry"}, {"finance"}]
    assert notions("verfassungsgericht", "de") == [{"constitutional"}, {"court"}]


def test_a_word_that_lists_lack_means_nothing() -> None:
    assert meanings("xyzzy", "fr") == ()
    assert meanings("ministere", "xx") == ()


@pytest.mark.parametrize(
    ("word", "language", "country"),
    [("francaise", "fr", "FR"), ("danes", "en", "DK"), ("polacy", "pl", "PL"), ("britove", "cs", "GB"), ("indiana", "en", None)],
)  # fmt: skip
def test_an_adjective_or_a_people_tells_its_country(word: str, language: str, country: str | None) -> None:
    assert nation_of(word, language) == country


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_has_a_cell_for_each_language_and_a_name_of_its_own(table: str) -> None:
    _, head, *lines = (files("recoupe.world") / table).read_text(encoding="utf-8").splitlines()
    assert {len(line.split("\t")) for line in lines} == {len(head.split("\t"))}
    names = [line.split("\t")[0] for line in lines]
    assert len(names) == len(set(names))

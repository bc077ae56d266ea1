from recoupe.text.keys import name_key
from recoupe.world.other_names import is_given_name_of, known_name


def test_a_city_is_known_by_all_of_its_names() -> None:
    assert {known_name(name) for name in ("Kyiv", "Kiev", "KIEW", "Киев")} == {"Kyiv"}
    assert known_name("Nowhere") is None


def test_given_names_of_two_languages_are_one() -> None:
    assert is_given_name_of(name_key("Mykola"), name_key("Nikolai")) is True
    assert is_given_name_of(name_key("Жан"), name_key("Jean")) is True


def test_given_names_that_lists_know_apart_are_two() -> None:
    assert is_given_name_of(name_key("Пол"), name_key("Pierre")) is False


def test_of_a_given_name_that_lists_lack_nothing_is_known() -> None:
    assert is_given_name_of(name_key("Ada"), name_key("Pierre")) is None

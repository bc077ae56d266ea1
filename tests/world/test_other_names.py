from recoupe.text.keys import name_key
from recoupe.world.other_names import given_name_key, known_name


def test_a_city_is_known_by_all_of_its_names() -> None:
    assert {known_name(name) for name in ("Kyiv", "Kiev", "KIEW", "Киев")} == {"Kyiv"}
    assert known_name("Nowhere") is None


def test_given_names_of_two_languages_are_one() -> None:
    assert given_name_key(name_key("Mykola")) == given_name_key(name_key("Nikolai"))
    assert given_name_key(name_key("Ada")) == name_key("Ada")

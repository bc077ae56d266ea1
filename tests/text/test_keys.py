import pytest

from recoupe.text.keys import loose_key, name_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Patrushev", "Patrouchev", "Patruschew", "Patruszew", "Патрушев"),
        ("Zelensky", "Zelenskiy", "Zelenskyy", "Zelenski", "Zelenskij", "Зеленский"),
        ("Ouchakov", "Ushakov", "Uschakow", "Ушаков"),
        ("Peskov", "Peskow", "Песков"),
        ("Guennadi", "Gennady", "Геннадий"),
        ("Poutine", "Putin", "Путин"),
        ("Lyssenko", "Lysenko", "Lyssenko"),
        ("Kuznetsov", "Kouznetsov", "Kusnezow", "Кузнецов"),
        ("Zhirinovsky", "Jirinovski", "Schirinowski"),
        ("Sokoloff", "Sokolov", "Sokolow"),
        ("Müller", "Muller"),
        ("Babiš", "Бабиш"),
        ("Camaran", "Камърън"),
        ("SÉVERINE Haÿ", "séverine hay"),
        ("Helene", "Hélène"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Patrushev", "Podolyak"),
        ("Martin", "Martine"),
        ("Delmont", "Delmas"),
        ("Oleg Krutov", "Gennady Krutov"),
        ("Kiev", "Kazan"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sidi Ould Brahim", "سيدي ولد إبراهيم"),
        ("Nouakchott", "نواكشوط"),
        ("Gorbal", "Horbal", "Горбаль"),
        ("Kyiv", "Kiev", "Київ", "Киев"),
    ],
)
def test_a_loose_key_joins_what_differs_in_vowels(spellings: tuple[str, ...]) -> None:
    assert len({loose_key(name) for name in spellings}) == 1


@pytest.mark.parametrize("name", ["", "2026", "!?", "…"])
def test_what_has_no_letters_has_an_empty_key(name: str) -> None:
    assert (name_key(name), loose_key(name)) == ("", "")


def test_a_very_long_word_has_a_short_key() -> None:
    assert len(name_key("ab" * 100_000)) < 100

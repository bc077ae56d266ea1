"""Who names whose outlet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.derivations.credits import find_credits
from recoupe.model import Name
from tests.group.told import told


def credited(text: str, *, publisher: str | None = None, agency: str | None = None, language: str = "en") -> list[str]:
    """What the text has where it names an article's outlet or agency."""
    naming = told("naming", text, language=language)
    other = told("other", "Text.", publisher=publisher, agencies=(agency,) if agency else ())
    found = find_credits([naming, other])
    return [naming.text[p.start : p.end] for key, places in found.items() if key[0] == "naming" for p in places]


@pytest.mark.parametrize(
    ("text", "language", "publisher", "words"),
    [
        ("As the Halvern Mirror wrote", "en", "The Halvern Mirror", "the Halvern Mirror"),
        ("comme l'a écrit hier L'Écho du Plateau", "fr", "L'Écho du Plateau", "L'Écho du Plateau"),
        ("selon les informations du Veilleur", "fr", "Le Veilleur de Montaubert", "Veilleur"),
        ("об этом пишет Пристань", "ru", "ПРИСТАНЬ.МЕДИА", "Пристань"),
    ],
)
def test_an_outlet_is_found_by_its_name_or_its_main_word(text: str, language: str, publisher: str, words: str) -> None:
    assert words in credited(text, publisher=publisher, language=language)


def test_a_common_word_is_no_outlet() -> None:
    assert credited("tout le monde le sait, à cette heure", publisher="Le Monde", language="fr") == []


@pytest.mark.parametrize("text", ["a dit à l'agence TASS.", "selon l'agence ТАСС", "/TASS/ - Le port"])
def test_an_agency_is_found_in_any_script(text: str) -> None:
    assert credited(text, agency="TASS", language="fr")


def test_a_photo_credit_is_none() -> None:
    assert credited("The port is closed.\n[] The port. Photo: Reuters", agency="Reuters") == []


def test_the_name_of_a_place_is_no_credit() -> None:
    text = "Ships may pass Halvern again."
    naming = told("naming", text)
    at = text.index("Halvern")
    other = told("other", "Text.", publisher="Le Halvern")
    assert ("naming", "Le Halvern") in find_credits([naming, other])
    placed = replace(naming, names=(Name(at, at + 7, "place"),))
    assert find_credits([placed, other]) == {}

import pytest

from recoupe.crosscheck.origins.offices import is_one, office


@pytest.mark.parametrize(
    ("one", "language", "other", "its", "expected"),
    [
        ("gardes-frontières", "fr", "border guard service", "en", True),
        ("Ministerio de Pesca", "es", "ministère des Pêches", "fr", True),
        ("ministère", "fr", "ministère de la Santé", "fr", True),
        ("ministère de la Santé", "fr", "ministère des Pêches", "fr", False),
        ("Tarsenian border guard", "en", "Veldovian border guard", "en", False),
        ("gardes-frontières tarséniens", "fr", "Tarsenian border guard", "en", True),
        ("préfète de la Drôme", "fr", "Präfektur", "de", True),
        ("ministra de Pesca", "es", "government", "en", True),
        ("mayor of Leeds", "en", "mairie de Lyon", "fr", False),
        ("mayor", "en", "prefecture", "en", False),
    ],
)
def test_one_office_under_two_names(one: str, language: str, other: str, its: str, expected: bool) -> None:
    left, right = office(one, language), office(other, its)
    assert left is not None
    assert right is not None
    assert is_one(left, right) is expected


def test_words_for_no_body_and_no_function_name_no_office() -> None:
    assert office("the wreck of the ferry", "en") is None

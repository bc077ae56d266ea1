import pytest

from recoupe.world.concepts import concepts_of, notions_of


@pytest.mark.parametrize(
    ("word", "language", "notion"),
    [
        ("pourparlers", "fr", "talk"),
        ("negotiations", "en", "talk"),
        ("verhandlungen", "de", "talk"),
        ("переговоров", "ru", "talk"),
        ("deraille", "fr", "derail"),
        ("derailed", "en", "derail"),
        ("morts", "fr", "die"),
        ("mortier", "fr", None),
        ("perquisition", "fr", "search"),
        ("kidnapped", "en", "kidnap"),
        ("berater", "de", "adviser"),
    ],
)
def test_a_word_names_its_notion(word: str, language: str, notion: str | None) -> None:
    assert (notion in concepts_of(word, language)) if notion else not concepts_of(word, language)


def test_a_language_without_words_names_nothing() -> None:
    assert concepts_of("negotiations", "sw") == frozenset()


def test_a_theme_lists_its_notions() -> None:
    assert {"die", "injure"} <= notions_of("harm")

"""Which outlet of the pile a translated name means."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.origins.translated import translated_names
from recoupe.model import Article
from recoupe.text.normal import fold
from tests.crosscheck.story_factory import an_article, says

OWN = "Le Courrier de Rocville"


def credits(name: str, language: str) -> Article:
    return says(an_article(f"by {name}", language=language), "It burned", name, kind="outlet")


def meant(name: str, language: str, *others: Article) -> dict[str, str]:
    own = says(an_article("own", publisher=OWN, language="fr"), "Le moulin a br\u00fbl\u00e9")
    return translated_names((own, credits(name, language), *others), {fold(OWN): "own"})


@pytest.mark.parametrize(
    ("name", "language", "is_it"),
    [
        ("The Rocville Mail", "en", True),
        ("Corriere di Rocville", "it", True),
        ("The Harbour Times", "en", False),
        ("Le Matin de Rocville", "fr", False),
        ("Rocville Steel Works Holding", "en", False),
        ("Reuters", "en", False),
    ],
)
def test_a_translated_name_shares_half_of_its_words(name: str, language: str, is_it: bool) -> None:
    assert meant(name, language) == ({fold(name): "own"} if is_it else {})


def test_a_name_in_another_script_means_the_only_paper_that_others_credit() -> None:
    name = "\u7070\u5c71\u4fe1\u4f7f\u62a5"
    assert meant(name, "zh") == {}
    assert meant(name, "zh", credits(OWN, "en")) == {fold(name): "own"}

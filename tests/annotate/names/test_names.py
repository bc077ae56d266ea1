"""Names: what the whole article shows of a name, lines in capitals, languages without a file, scripts without capitals."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from recoupe.annotate.names import find_names
from recoupe.annotate.sentences import find_sentences
from recoupe.lang import load
from recoupe.model import Article, Publisher, Region


def _names(body: str, code: str, headline: str = "", publisher: str | None = None) -> list[tuple[str, str]]:
    text = f"{headline}\n{body}" if headline else body
    start = len(headline) + 1 if headline else 0
    head = (Region(0, len(headline), "headline"),) if headline else ()
    article = Article(
        id="a", source="a.txt", captures=(), url=None, canonical_url=None, headline=headline or None, byline=None,
        publisher=Publisher(publisher, None, "meta") if publisher else None, language=code, language_confidence=None,
        published=None, agencies=(), text=text, regions=(*head, Region(start, len(text), "body")),
    )  # fmt: skip
    article = replace(article, sentences=find_sentences(article, load(code)))
    return [(text[name.start : name.end], name.kind) for name in find_names(article, load(code))]


def test_a_headline_in_capitals_has_the_names_of_the_body() -> None:
    names = _names(
        "Le maire Bruno Teyssou part pour Bruxelles.", "fr", "BRUNO TEYSSOU QUITTE BRUXELLES SANS RIEN DIRE AUX ELUS"
    )
    assert names[:2] == [("BRUNO TEYSSOU", "person"), ("BRUXELLES", "place")]


def test_a_headline_in_title_case_has_the_names_of_the_body_only() -> None:
    names = _names("Helen Marsden resigned on Monday.", "en", "Mayor Helen Marsden Resigns After Long Budget Fight")
    assert names == [("Helen Marsden", "person"), ("Helen Marsden", "person")]


def test_a_word_that_also_stands_without_capital_is_no_name() -> None:
    assert _names("Colère au port. La colère monte et la direction se tait.", "fr") == []


def test_the_publisher_of_the_article_is_an_outlet() -> None:
    body = "Le Veilleur a pu lire la lettre. Contacté par Le Veilleur, il se tait."
    assert _names(body, "fr", publisher="Le Veilleur de Nivers") == [
        ("Le Veilleur", "outlet"),
        ("Le Veilleur", "outlet"),
    ]


def test_the_long_name_decides_for_the_short_one() -> None:
    body = "Sanderol Industries Inc said so. In a letter, Sanderol denied it."
    assert ("Sanderol", "organisation") in _names(body, "en")


def test_nouns_with_capitals_are_no_names() -> None:
    body = "Die Bürgermeisterin Irmgard Pesch sprach am Montag im Rathaus von einer Katastrophe für die Stadt und ihre Bürger."
    assert _names(body, "de") == [("Irmgard Pesch", "person")]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "El alcalde Javier Corral viajó a Madrid.", ("Javier Corral", "person")),
        ("ru", "Об этом сообщил Геннадий Лаптев.", ("Геннадий Лаптев", "person")),
        ("uk", "Про це сказала Олена Шульга.", ("Олена Шульга", "person")),
        ("pl", "Powiedział to Tomasz Zaręba z Gdańska.", ("Tomasz Zaręba", "person")),
        ("it", "La Banca di Sarno ha smentito.", ("Banca di Sarno", "organisation")),
        ("ar", "قال متحدث في القاهرة إن الأمر انتهى.", ("القاهرة", "place")),
        ("zh", "据《海角灯塔报》报道，德国和法国已经同意。", ("海角灯塔报", "outlet")),
    ],
)
def test_a_language_without_a_file_has_names_too(code: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in _names(text, code)


@pytest.mark.parametrize(
    "unit", ["A" * 5000, "Aa ", "de ", "Jean de ", "l'", "M. ", "Aa-", "A.", "(AB) ", "« Aa » ", "ministre de ", "A b "]
)
def test_names_of_hostile_text_lie_within_it_in_order(unit: str) -> None:
    text = unit * (6000 // len(unit) + 1)
    for code in ("fr", "en", "und"):
        article = Article(
            id="a", source="a.txt", captures=(), url=None, canonical_url=None, publisher=None, headline=None, byline=None,
            language=code, language_confidence=None, published=None, agencies=(), text=text, regions=(Region(0, len(text), "body"),),
        )  # fmt: skip
        article = replace(article, sentences=find_sentences(article, load(code)))
        names = find_names(article, load(code))
        assert all(0 <= name.start < name.end <= len(text) for name in names)
        assert all(left.end <= right.start for left, right in pairwise(names))

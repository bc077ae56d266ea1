import re
from collections import Counter
from functools import cache
from importlib.resources import files

import pytest

from recoupe.lang import load
from recoupe.text.normal import fold
from recoupe.text.words import folded_words, stop_words
from recoupe.world.concepts import concepts_of, contraries, expressions, notions, notions_of

LANGUAGES = ["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk", "zh"]
SCRIPTS = {"ru": "[а-яёіїєґ]", "uk": "[а-яёіїєґ]", "ar": "[\u0600-\u06ff]", "zh": "[\u4e00-\u9fff]"}
# News as it is written: of the words that carry meaning in it, at least this part must name a notion.
LEAST_COVERED = 0.6
NEWS = {
    "fr": "La police a arrêté quatre suspects après l'incendie d'une usine, et le procureur a ouvert une enquête.",
    "en": "Police arrested four suspects after a fire at a factory, and the prosecutor opened an investigation.",
    "de": "Die Polizei hat nach dem Brand einer Fabrik vier Verdächtige festgenommen, der Staatsanwalt ermittelt.",
    "es": "La policía detuvo a cuatro sospechosos tras el incendio de una fábrica y el fiscal abrió una investigación.",
    "it": "La polizia ha arrestato quattro sospettati dopo l'incendio di una fabbrica e la procura ha aperto un'inchiesta.",
    "pt": "A polícia deteve quatro suspeitos após o incêndio de uma fábrica e o ministério abriu um inquérito.",
    "nl": "De politie heeft na de brand in een fabriek vier verdachten aangehouden en de rechter opent een onderzoek.",
    "pl": "Policja zatrzymała czterech podejrzanych po pożarze fabryki, a prokuratura wszczęła śledztwo.",
    "ru": "Полиция задержала четырех подозреваемых после пожара на заводе, прокуратура начала расследование.",
    "uk": "Поліція затримала чотирьох підозрюваних після пожежі на заводі, прокуратура почала розслідування.",
    "ar": "اعتقلت الشرطة مشتبها به بعد حريق في المصنع وفتحت النيابة العامة تحقيقا",
    "zh": "工厂火灾后警方逮捕嫌疑人，检方展开调查",
}


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
        ("والحكومه", "ar", None),
        ("والشرطة", "ar", "police"),
        ("version", "fr", None),
        ("vendredi", "fr", None),
        ("ninguno", "es", None),
        ("организм", "ru", None),
        ("rzekomo", "pl", None),
    ],
)
def test_a_word_names_its_notion(word: str, language: str, notion: str | None) -> None:
    assert (notion in concepts_of(word, language)) if notion else not concepts_of(word, language)


def test_a_region_reads_the_words_of_its_language() -> None:
    assert concepts_of("pourparlers", "fr-BE") == concepts_of("pourparlers", "fr")


def test_a_language_without_words_names_nothing() -> None:
    assert concepts_of("negotiations", "sw") == frozenset()


def test_a_kind_lists_its_notions() -> None:
    assert {"die", "injure"} <= notions_of("harm")
    assert {"agree", "resign"} <= notions_of("act")


def test_an_expression_is_found_in_its_place() -> None:
    (found,) = expressions(folded_words("un cessez-le-feu de trois jours"), "fr")
    assert (found.start, found.end) == (1, 4)
    assert "ceasefire" in found.notions


@pytest.mark.parametrize("text", ["чорна скринька літака", "пошуки чорної скриньки", "з чорною скринькою"])
def test_each_word_of_an_expression_may_be_inflected(text: str) -> None:
    (found,) = expressions(folded_words(fold(text)), "uk")
    assert "black_box" in found.notions


def test_a_word_without_end_begins_no_expression() -> None:
    assert expressions(["x" * 100_000, "nivel"], "es") == []


def test_an_expression_is_found_in_a_script_without_spaces() -> None:
    assert {"talk"} in [found.notions for found in expressions(folded_words("两国谈判"), "zh")]


def test_contraries_are_mutual() -> None:
    assert contraries()["allow"] == "ban"
    assert all(
        contraries()[against] in (name, against) or against in notions() for name, against in contraries().items()
    )


def test_every_notion_has_words_in_every_language() -> None:
    lacking = Counter(code for notion in notions().values() for code in LANGUAGES if not notion.words.get(code))
    assert max(lacking.values(), default=0) <= 3, lacking


@pytest.mark.parametrize("language", sorted(SCRIPTS))
def test_words_are_in_the_script_of_their_language(language: str) -> None:
    script = re.compile(SCRIPTS[language])
    latin = {word for n in notions().values() for word in n.words[language].split() if not script.search(word)}
    assert not latin


def test_each_file_says_what_is_in_it_and_is_sorted() -> None:
    for entry in files("recoupe.world.concepts").iterdir():
        if entry.name.endswith(".tsv"):
            about, _, *lines = entry.read_text(encoding="utf-8").splitlines()
            listed = [line.split("\t", 1)[0] for line in lines]
            assert about.startswith("# "), entry.name
            assert listed == sorted(listed), entry.name


@cache
def _names() -> list[str]:
    folder = files("recoupe.world.concepts")
    lines = [
        line.split("\t", 1)[0]
        for entry in folder.iterdir()
        if entry.name.endswith(".tsv")
        for line in entry.read_text(encoding="utf-8").splitlines()[2:]
    ]
    return lines


def test_no_notion_stands_in_two_files() -> None:
    assert len(_names()) == len(set(_names())) == len(notions())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_piece_of_news_is_covered(language: str) -> None:
    found = folded_words(fold(NEWS[language]))
    told = {i for known in expressions(found, language) for i in range(known.start, known.end)}
    if language == "zh":
        content = [i for i, word in enumerate(found)]
    else:
        stop = stop_words(load(language))
        content = [i for i, word in enumerate(found) if word not in stop and len(word) > 2]
    covered = sum(i in told or bool(concepts_of(found[i], language)) for i in content)
    assert covered >= LEAST_COVERED * len(content), [found[i] for i in content if not concepts_of(found[i], language)]

"""The language is that of the running text, not of the menus or the template."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

OWN = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
TEXTS = {
    "fr": "Le pont a été fermé mercredi après la tempête, a annoncé la préfecture, qui attend l'avis des ingénieurs.",
    "en": "The bridge was closed on Wednesday after the storm, said the county, which is waiting for its engineers.",
    "de": "Die Brücke wurde am Mittwoch nach dem Sturm gesperrt, teilte der Landkreis mit, der auf ein Gutachten wartet.",
    "es": "El puente fue cerrado el miércoles tras la tormenta, anunció la provincia, que espera a sus ingenieros.",
    "ru": "Мост закрыли в среду после бури, сообщила администрация области, которая ждёт заключения инженеров.",
    "ar": "أغلق الجسر يوم الأربعاء بعد العاصفة، حسبما أعلنت المحافظة التي تنتظر رأي المهندسين.",
    "zh": "该县周三表示，暴风雨过后大桥已经关闭，目前正在等待工程师的检查结果。",
}


def language(text: str, *, given: str | None = None, declared: str | None = None) -> str:
    article = make_article(Capture("a.txt", "text/plain", text, language=declared), Settings(language=given))
    assert isinstance(article, Article)
    return article.language


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_the_language_of_a_paragraph_is_found(code: str) -> None:
    assert language(TEXTS[code] + "\n" + TEXTS[code]) == code


def test_menus_in_another_language_do_not_count() -> None:
    assert language("Home\nNews\nSubscribe\nRead more\nThe latest\n" + TEXTS["fr"] * 2) == "fr"


def test_the_user_decides() -> None:
    assert language(TEXTS["fr"], given="en") == "en"


def test_a_template_in_another_language_is_not_believed() -> None:
    assert language(TEXTS["fr"] * 3, declared="en-US") == "fr"


def test_a_declared_region_is_kept() -> None:
    assert language(TEXTS["fr"] * 3, declared="fr-CA") == "fr-CA"


def test_a_line_too_short_to_tell_takes_the_word_of_the_container() -> None:
    assert language("Pont rouvert", declared="fr") == "fr"


@pytest.mark.parametrize("code", sorted(OWN["sentences"]))
def test_a_sentence_is_enough_in_any_of_fifty_languages(code: str) -> None:
    assert language(OWN["sentences"][code][0]) == code


@pytest.mark.parametrize("code", sorted(OWN["sentences"]))
def test_a_longer_text_is_not_taken_for_its_neighbour(code: str) -> None:
    assert language("\n".join(OWN["sentences"][code] * 4)) == code


@pytest.mark.parametrize("code", sorted(OWN["headlines"]))
def test_short_headlines_are_told_apart(code: str) -> None:
    right = [language(headline) == code for headline in OWN["headlines"][code]]
    # Three words may be good Serbian as well as Ukrainian: one of the six may be taken for a neighbour's.
    assert sum(right) >= len(right) - 1


def test_a_long_notice_in_another_language_does_not_decide() -> None:
    notice = TEXTS["en"] * 8
    assert language("\n\n".join([notice, *[TEXTS["fr"]] * 8])) == "fr"


@pytest.mark.parametrize("code", ["fr", "ru", "uk", "zh"])
def test_no_model_is_loaded_where_words_or_letters_tell(code: str) -> None:
    script = (
        "import sys; from recoupe.article import make_article; from recoupe.model import Capture;"
        "from recoupe.settings import Settings;"
        "print(make_article(Capture('a', 'text/plain', sys.argv[1]), Settings()).language, 'py3langid' in sys.modules)"
    )
    text = OWN["sentences"][code][0] * 2
    run = subprocess.run([sys.executable, "-c", script, text], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [code, "False"]

"""The language is that of the running text, not of the menus or the template."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

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

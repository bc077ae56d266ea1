"""What the script of a text says of it."""

from __future__ import annotations

import pytest

from recoupe.text.scripts import main_script, sole_language


@pytest.mark.parametrize(
    ("text", "script"), [("Le pont", "Latn"), ("1,200 %", "Zyyy"), ("Мост", "Cyrl"), ("Élan de Москва", "Latn")]
)
def test_the_script_of_most_letters_counts(text: str, script: str) -> None:
    assert main_script(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("大桥在暴风雨后关闭", "zh"),
        ("大桥关闭，佐藤の先生说，县里正在等待工程师检查的最后结果", "zh"),
        ("橋は嵐の後に閉鎖された", "ja"),
        ("다리가 폐쇄되었다", "ko"),
        ("Η γέφυρα έκλεισε", "el"),
        ("Мост закрыт", None),
        ("Le pont est fermé", None),
        ("", None),
    ],
)
def test_some_scripts_are_of_one_language(text: str, language: str | None) -> None:
    assert sole_language(text) == language

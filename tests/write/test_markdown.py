"""The Markdown report: every fact with its footnote, texts of articles as plain words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Report
from recoupe.write.markdown import escaped, to_markdown
from recoupe.write.texts import texts

from .factories import REPORT, STORY, crowd, report

EN = texts("en")
NOTE = re.compile(r"\[\^(a\d+-\d+-\d+)\]")


@pytest.mark.parametrize("made", [REPORT, crowd(20)], ids=["small", "crowd"])
def test_every_mark_has_its_note_and_every_note_its_mark(made: Report) -> None:
    text = to_markdown(made, EN)
    notes = re.findall(r"^\[\^(a\d+-\d+-\d+)\]: ", text, re.MULTILINE)
    assert len(notes) == len(set(notes))
    assert set(NOTE.findall(text)) == set(notes)


def test_a_note_quotes_the_very_words() -> None:
    assert (
        "[^a2-36-96]: Lorraine Flash, 36–96: “43 tonnes de batteries auraient quitté le hangar de Batreva.”"
        in to_markdown(REPORT, EN)
    )


@pytest.mark.parametrize(
    "expected",
    [
        "# 4 articles, 1 story",
        "**3 of 4 articles, 1 independent origin (between 1 and 2): Le Courrier de la Nied**",
        "  - disputed · 1 independent origin (between 1 and 2): Le Courrier de la Nied",
        "  - Lorraine Flash (hedged) [^a2-36-96]",
        "- Lorraine Flash rests on Le Courrier de la Nied: rewrite, not credited (61% of its text, probability 80%)",
        "- **Number (rounded)** 34 t is 34.2 t rounded",
        "- Gilles Ostermeyer: denies [^a4-128-159]",
        "- **Apr 14, 2026** Brouvange : 34 tonnes",
    ],
)
def test_it_tells(expected: str) -> None:
    assert expected in to_markdown(REPORT, EN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titre", "\\# Titre"),
        ("- point", "\\- point"),
        ("1. un", "1\\. un"),
        ("34.2 t", "34.2 t"),
        ("<script>", "\\<script\\>"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("[x](http://y)", "\\[x\\](http:\\//y)"),
        ("deux\n\nlignes", "deux lignes"),
        ("[^a1-2-3]", "\\[\\^a1-2-3\\]"),
    ],
)
def test_words_of_articles_are_no_markup(text: str, expected: str) -> None:
    assert escaped(text) == expected


@given(st.text())
def test_escaped_text_holds_no_bare_markup_and_no_line_break(text: str) -> None:
    plain = escaped(text)
    assert "\n" not in plain
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]*_`|#]", plain)


def test_a_title_makes_no_footnote() -> None:
    text = to_markdown(report(story=replace(STORY, title="Faux [^a1-0-4]")), EN)
    assert "a1-0-4]:" not in text

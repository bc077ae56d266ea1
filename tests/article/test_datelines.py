"""A dateline ends where the sentence begins."""

from __future__ import annotations

import pytest

from recoupe.article.datelines import dateline_end


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("PARIS, 3 mars (AFP) - ", "Le pont a rouvert mardi."),
        ("Lille, le 8 juin 2026 \u2013 ", "La mairie a ouvert une enquête."),
        ("NORDAU (dpa) - ", "Die Brücke ist seit Dienstag offen."),
        ("NORDAU (dpa/AFP) \u2014 ", "Die Brücke ist seit Dienstag offen."),
        ("ОРМСК, 7 октября. /ТАСС/. ", "Мост открыли во вторник."),
        ("Karun, 5 mar (EFE).- ", "El puente reabrió el martes."),
        ("WASHINGTON \u2014 ", "The bridge reopened on Tuesday."),
        ("", "Le maire - un ancien avocat - a refusé de répondre."),
        ("", "Jean Martin (PS) - maire depuis 2014 - a refusé."),
        ("", "\u201cNO WAY\u201d - this is what she said."),
    ],
)
def test_the_dateline_is_cut_off(lead: str, rest: str) -> None:
    assert dateline_end(
        lead + rest, "fr" if "PARIS" in lead or "Lille" in lead else "ru" if "ТАСС" in lead else "en"
    ) == len(lead)

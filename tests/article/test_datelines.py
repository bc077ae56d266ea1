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
        ("(Belga) ", "Le pont a rouvert mardi."),
        ("NEW ORLEM: (PTI) ", "The bridge reopened on Tuesday."),
        ("Nordau (epd). ", "Die Brücke ist seit Dienstag offen."),
        ("AGI - ", "Il ponte ha riaperto martedì."),
        ("(ANSA) - KARUN, 03 MAR - ", "Il ponte ha riaperto martedì."),
        ("ОРМСК, 7 окт \u2014 РИА Новости. ", "Мост открыли во вторник."),
        ("", "Die Agentur (dpa) meldete das am Dienstag."),
        ("", "Le maire (PS) Jean Martin a refusé."),
        ("", "Le maire - un ancien avocat - a refusé de répondre."),
        ("", "Jean Martin (PS) - maire depuis 2014 - a refusé."),
        ("", "\u201cNO WAY\u201d - this is what she said."),
    ],
)
def test_the_dateline_is_cut_off(lead: str, rest: str) -> None:
    assert dateline_end(
        lead + rest, "fr" if "PARIS" in lead or "Lille" in lead else "ru" if "ОРМСК" in lead else "en"
    ) == len(lead)

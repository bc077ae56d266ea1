"""Sources: what names them, of what kind they are, and who stands behind a description."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Selon le ministère, la route est fermée.", "ministère", "organisation"),
        ("fr", "Selon un policier, la route est fermée.", "policier", "anonymous"),
        ("fr", "Selon des habitants, la route est fermée.", "habitants", "anonymous"),
        ("fr", "Selon les pompiers, la route est fermée.", "pompiers", "organisation"),
        ("fr", "Selon une étude, la route est dangereuse.", "étude", "document"),
        ("fr", "Selon l'entourage du ministre, la route est fermée.", "entourage du ministre", "anonymous"),
        ("fr", "Selon l'AFP, la route est fermée.", "AFP", "outlet"),
        ("en", "According to the ministry, the road is closed.", "ministry", "organisation"),
        ("en", "According to a policeman, the road is closed.", "policeman", "anonymous"),
        ("en", "According to two sources, the road is closed.", "sources", "anonymous"),
        ("en", "According to a study, the road is dangerous.", "study", "document"),
        ("en", "According to Reuters, the road is closed.", "Reuters", "outlet"),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_words(language: str, text: str, name: str, kind: str) -> None:
    sources = [a.source for a in annotate(article(text, language)).attributions]
    assert [(s.name, s.kind) for s in sources] == [(name, kind)]


def test_a_function_leads_to_the_person_who_holds_it() -> None:
    text = "Le préfet de l'Orbe, Paul Masson, a fermé la route. La décision est provisoire, a assuré le préfet."
    assert [a.source.name for a in annotate(article(text, "fr")).attributions] == ["Paul Masson"]


def test_a_surname_leads_to_the_full_name() -> None:
    text = "Paul Masson a fermé la route mardi. M. Masson a assuré que la décision était provisoire."
    assert [a.source.name for a in annotate(article(text, "fr")).attributions] == ["Paul Masson"]


def test_the_same_official_is_who_spoke_last() -> None:
    text = "Un responsable a évoqué une panne. Le même responsable a assuré que tout serait réparé."
    first, second = annotate(article(text, "fr")).attributions
    assert (first.source.kind, second.source.name) == ("anonymous", first.source.name)

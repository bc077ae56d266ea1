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
        ("fr", "Selon le directeur d'un bar, la route est fermée.", "directeur d'un bar", "anonymous"),
        ("fr", "Selon le directeur, la route est fermée.", "directeur", "person"),
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


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # who is named behind a pronoun is not meant by it
        (
            "fr",
            "La chercheuse Marie Brun a parlé lundi. Elle confirme que l'image est fausse, et non celle de Jeanne Petit.",
            ["Marie Brun"],
        ),
        # an office is no other word for the holder of another one
        (
            "fr",
            "« Tout va bien », a dit le préfet, Paul Masson. Le procureur a précisé que l'enquête durerait.",
            ["Paul Masson", "procureur"],
        ),
        # other functions vary the subject of the sentence before
        (
            "fr",
            "La préfète, Marie Brun, est venue lundi. « Rien n'est caché », a martelé la représentante de l'État.",
            ["Marie Brun"],
        ),
        # a body is called by the noun in its name
        (
            "fr",
            "Deux agents de l'Université du Val ont trouvé la bactérie. L'université a confirmé qu'elle était rare.",
            ["Université du Val"],
        ),
        # a sentence without a cue goes on about the body
        (
            "fr",
            "Claire Brun a assuré que Ferrolac paierait. Ferrolac est née ici. "
            "L'entreprise a deux usines. Elle n'a pas voulu dire lesquelles.",
            ["Claire Brun", "Ferrolac"],
        ),
    ],
)
def test_descriptions_and_pronouns_lead_to_the_name(language: str, text: str, names: list[str]) -> None:
    assert [a.source.name for a in annotate(article(text, language)).attributions] == names


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Le directeur a dit que le pont tenait.", "directeur", "person"),
        ("fr", "Le voisin a dit que le pont tenait.", "voisin", "anonymous"),
        ("en", "The unnamed woman said that the bridge held.", "unnamed woman", "anonymous"),
        ("fr", "La route est fermée, a constaté un journaliste de l'AFP.", "AFP", "outlet"),
        ("fr", "Le Figaro a été vendu. La route est fermée, selon la presse locale.", "presse locale", "outlet"),
        ("fr", "Le Figaro a été vendu. La route est fermée, selon le quotidien.", "Le Figaro", "outlet"),
        ("en", "U.S. officials said that the road was closed.", "U.S. officials", "organisation"),
        ("en", "The cable, signed by Ambassador Paul Masson, recommends that the road be closed.", "cable", "document"),
    ],
)
def test_what_a_description_stands_for(language: str, text: str, name: str, kind: str) -> None:
    (made,) = annotate(article(text, language)).attributions
    assert (made.source.name, made.source.kind) == (name, kind)


def test_a_possessive_noun_is_no_name_that_has_been_called_so() -> None:
    text = "Selon le cabinet Ardal, l'usine vaut peu. Le ministre viendra. « Il décidera lundi », répond son cabinet."
    assert [a.source.name for a in annotate(article(text, "fr")).attributions] == ["Ardal", "cabinet"]

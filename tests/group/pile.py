"""A pile of two invented stories in several languages."""

from __future__ import annotations

from recoupe.model import Article

from .told import told

FERRY_EN = told(
    "ferry-en",
    """
    # Ferry Aldona runs aground off Cape Torven with 214 aboard
    The ferry Aldona ran aground off Cape Torven on Tuesday with 214 passengers aboard, the coast guard said.
    Captain Ines Marwick told the Torven Gazette that the engine had failed at 3.40 a.m.
    Some 37 people were taken to the hospital of Sankt Brannock, according to Dr Pavel Orsk.
    """,
    published="2026-02-03",
)
FERRY_FR = told(
    "ferry-fr",
    """
    # Le ferry Aldona s'échoue au cap Torven avec 214 passagers
    Le ferry Aldona s'est échoué mardi au large du cap Torven avec 214 passagers à son bord, selon les garde-côtes.
    La capitaine Ines Marwick a indiqué que le moteur était tombé en panne.
    Au total, 37 personnes ont été conduites à l'hôpital de Sankt Brannock, a précisé le docteur Pavel Orsk.
    """,
    language="fr",
    published="2026-02-03",
)
FERRY_RU = told(
    "ferry-ru",
    """
    # Паром «Алдона» сел на мель у мыса Торвен
    Паром «Алдона», на борту которого было 214 пассажиров, сел на мель у мыса Торвен.
    Капитан Инес Марвик сообщила о поломке двигателя.
    В больницу города Санкт Браннок доставили 37 человек, заявил врач Павел Орск.
    """,
    language="ru",
    published="2026-02-04",
)
STRIKE_EN = told(
    "strike-en",
    """
    # Bakers of Lindmark walk out over night work
    About 1,900 bakers in Lindmark walked out on Tuesday over night work, the union Brodlag said.
    Its leader, Tove Hallgren, accused the chain Kornhus of breaking a promise made in November.
    """,
    published="2026-02-03",
)
STRIKE_FR = told(
    "strike-fr",
    """
    # Les boulangers de Lindmark en grève contre le travail de nuit
    Quelque 1 900 boulangers de Lindmark ont cessé le travail mardi, à l'appel du syndicat Brodlag.
    Sa présidente, Tove Hallgren, accuse la chaîne Kornhus d'avoir rompu une promesse faite en novembre.
    """,
    language="fr",
    published="2026-02-03",
)
PILE: tuple[Article, ...] = (FERRY_EN, FERRY_FR, FERRY_RU, STRIKE_EN, STRIKE_FR)

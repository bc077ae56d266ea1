"""An invented dispatch, and what other outlets made of it."""

from __future__ import annotations

from tests.group.told import told

DISPATCH = told(
    "dispatch",
    """
    # Spill closes the river port of Halvern
    @ Reuters
    The river port of Halvern was closed on Monday after 380 tonnes of rapeseed oil leaked from the tanker Sigrun.
    Divers found a tear of two metres in the hull, the harbour master Arne Voss told Reuters.
    "We were lucky that the ice held the oil together," he said.
    The owner, Nordlast, promised to pay for the cleaning of the eleven beaches that had been soiled by the evening.
    Fishermen of the village of Ulmensee said that they had warned the company about the tanker in December.
    """,
    publisher="The Halvern Mirror",
    published="2026-01-12T14:00",
    agencies=("Reuters",),
)
COPY = told(
    "copy",
    """
    # Oil in the port
    The river port of Halvern was closed on Monday after 380 tonnes of rapeseed oil leaked from the tanker Sigrun.
    Divers found a tear of two metres in the hull, the harbour master Arne Voss told Reuters.
    "We were lucky that the ice held the oil together," he said.
    The owner, Nordlast, promised to pay for the cleaning of the eleven beaches that had been soiled by the evening.
    Fishermen of the village of Ulmensee said that they had warned the company about the tanker in December.
    """,
    publisher="Morning Courier",
    published="2026-01-12T16:30",
)
CUT = told(
    "cut",
    """
    # Halvern port closed
    The river port of Halvern was closed on Monday after 380 tonnes of rapeseed oil leaked from the tanker Sigrun.
    Divers found a tear of two metres in the hull, the harbour master Arne Voss said.
    """,
    publisher="Lake Radio",
    published="2026-01-12T18:00",
)
TRANSLATION = told(
    "translation",
    """
    # Une fuite ferme le port fluvial de Halvern
    Le port fluvial de Halvern a été fermé lundi après la fuite de 380 tonnes d'huile de colza du pétrolier Sigrun.
    Des plongeurs ont trouvé une déchirure de deux mètres dans la coque, a dit à Reuters le chef du port, Arne Voss.
    « Nous avons eu de la chance que la glace retienne l'huile », a-t-il dit.
    Le propriétaire, Nordlast, a promis de payer le nettoyage des onze plages souillées dans la soirée.
    Des pêcheurs du village d'Ulmensee ont dit qu'ils avaient averti la compagnie en décembre.
    """,
    language="fr",
    publisher="Le Fleuve",
    published="2026-01-13",
)
INDEPENDENT = told(
    "independent",
    """
    # What the tanker left behind
    At dawn the quay smells of a kitchen. Yesterday a ship lost its load here, and nobody in Halvern talks of anything else.
    "My nets are ruined," says Edda Thorn, who sells smoked eel by the lock.
    The mayor, Jost Ahlers, wants the lock gates inspected before any vessel may pass again.
    A chemist of the university has taken samples; she expects results on Friday.
    """,
    publisher="Halvern Weekly",
    published="2026-01-13",
)

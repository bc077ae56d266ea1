"""Derivation → a sentence that says who rests on whom, and the figures behind it."""

from __future__ import annotations

from recoupe.model import Derivation
from recoupe.write.lookup import Lookup, label
from recoupe.write.texts import Texts, phrase
from recoupe.write.wording import share


def debt_sentence(one: Derivation, lookup: Lookup, catalogue: Texts) -> str:
    """Who rests on whom, in what way, with or without credit."""
    return phrase(
        catalogue,
        "derivation.line",
        derived=label(lookup, one.derived),
        used=label(lookup, one.used),
        kind=phrase(catalogue, f"derivation.{one.kind}"),
        credit=phrase(catalogue, f"derivation.{credit(one)}"),
    )


def debt_share(one: Derivation, catalogue: Texts) -> str:
    """How much of the text is taken over; nothing where that was not measured."""
    if one.coverage is None:
        return ""
    return phrase(catalogue, "derivation.coverage", share=share(one.coverage, catalogue))


def debt_figures(one: Derivation, catalogue: Texts) -> str:
    """The share taken over, where it was measured, and the probability."""
    probability = phrase(catalogue, "derivation.probability", share=share(one.probability, catalogue))
    return ", ".join(filter(None, (debt_share(one, catalogue), probability)))


def credit(one: Derivation) -> str:
    """`credited` or `uncredited`."""
    return "credited" if one.credited else "uncredited"

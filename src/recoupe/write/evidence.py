"""Evidence → the reason behind a finding, in the words of the catalogue."""

from __future__ import annotations

from recoupe.model import Evidence
from recoupe.write.lookup import Lookup, label
from recoupe.write.texts import Texts, labelled
from recoupe.write.wording import one_line


def reason(evidence: Evidence, lookup: Lookup, catalogue: Texts) -> str:
    """What was seen; ids in the detail become the names of what they stand for."""
    signal = str(catalogue.phrases.get(f"signal.{evidence.signal}", evidence.signal))
    detail = " ".join(label(lookup, word) for word in one_line(evidence.detail).split(" "))
    return labelled(catalogue, signal, detail) if detail else signal

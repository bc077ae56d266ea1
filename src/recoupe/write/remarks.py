"""Claim → what an editor adds to its status: who denies it, and where it is told in loaded words."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.model import Claim
from recoupe.write.lookup import Lookup, label, words_at
from recoupe.write.texts import Texts, enumeration, phrase
from recoupe.write.wording import one_line


def remarks(claim: Claim, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    """The remarks, one a line."""
    if claim.denied_by:
        yield denied(claim, lookup, catalogue)
    if claim.loaded:
        yield phrase(catalogue, "status.loaded", words=enumeration(catalogue, list(_loaded(claim, lookup, catalogue))))


def denied(claim: Claim, lookup: Lookup, catalogue: Texts) -> str:
    """Who denies the claim; nothing if nobody does."""
    names = enumeration(catalogue, [label(lookup, name) for name in claim.denied_by])
    return phrase(catalogue, "status.denied_by", names=names) if names else ""


def _loaded(claim: Claim, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    found = dict.fromkeys((one_line(words_at(lookup, place)), label(lookup, place.article)) for place in claim.loaded)
    for words, outlet in found:
        yield phrase(catalogue, "status.loaded_word", words=words, outlet=outlet)

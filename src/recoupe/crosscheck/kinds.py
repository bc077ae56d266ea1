"""A derived article and what it shares with its source → in which way it was made from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from recoupe.crosscheck.retellings import Retelling
from recoupe.group.keys import told_words
from recoupe.model import Article, Place

Kind = Literal["copy", "cut", "rewrite", "translation", "mixed"]

# Share of the derived article that a whole copy, cut or translation takes at least. On the benchmark copies, cuts and
# translations take 0.75 to 0.99 and everything else up to 0.85, most of it under 0.6.
COPIED = 0.6
TRANSLATED = 0.65
# Share of the source from which on it is not cut any more.
WHOLE = 0.85
# A retelling begins with what it retells: one of so many first sentences of the body comes from the source.
LEAD = 2
# Below this share it is a passage in other reporting, wherever it stands.
PASSAGE = 0.2


def kind_of(
    derived: Article, found: Retelling, coverage: float, rest: float, places: Sequence[Place], parents: int
) -> Kind:
    """The kind of derivation.

    Args:
        derived: the article that was made.
        found: what it shares with its source.
        coverage: share of the derived article that stands in the source.
        rest: share of the source that stands in the derived article.
        places: where in the derived article.
        parents: from how many articles of the pile it was made.
    """
    if not found.same_language and coverage >= TRANSLATED:
        return "translation"
    if found.same_language and _word_for_word(derived, found) >= COPIED:
        return "copy" if rest >= WHOLE else "cut"
    if parents > 1 or coverage < PASSAGE or not _leads(derived, places):
        return "mixed"
    return "rewrite"


def _word_for_word(derived: Article, found: Retelling) -> float:
    total = sum(map(len, told_words(derived)))
    return (found.own_words + found.quoted_words) / total if total else 0.0


def _leads(derived: Article, places: Sequence[Place]) -> bool:
    bodies = [region for region in derived.regions if region.kind == "body"]
    lead = [s for s in derived.sentences if any(b.start <= s.start and s.end <= b.end for b in bodies)][:LEAD]
    return any(place.start < s.end and s.start < place.end for place in places for s in lead)

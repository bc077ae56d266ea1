"""A derived article and what it shares with its source → in which way it was made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.crosscheck.alignments.pages import Page
from recoupe.crosscheck.derivations.acknowledged import lead
from recoupe.crosscheck.derivations.retellings import Retelling
from recoupe.model import Article, Place

Kind = Literal["copy", "cut", "rewrite", "translation", "mixed"]

# Share of the derived article's own words that a whole copy or cut has from its source at least: cuts of the benchmark
# have 0.55 and more, everything else 0.5 and less.
COPIED = 0.52
# Share of the derived article that a whole translation takes at least, where no agency says that it is one.
TRANSLATED = 0.65
# Share of the source from which on it is not cut any more.
WHOLE = 0.85
# A retelling begins with what it retells: one of so many first sentences of the body comes from the source.
LEAD = 2
# Below this share it is a passage in other reporting, wherever it stands.
PASSAGE = 0.2


@dataclass(frozen=True, slots=True)
class Taken:
    """What an article took from a source.

    Args:
        coverage: share of the article that stands in the source.
        rest: share of the source that stands in the article.
        places: where in the article.
        parents: from how many articles of the pile it was made.
        by_agency: whether the source carries an agency that the article names.
        same_agency: whether it is an agency that the article carries, too, or the only one it could have it from.
        retold: whether the article says that it tells the story after the source's outlet.
    """

    coverage: float
    rest: float
    places: tuple[Place, ...]
    parents: int
    by_agency: bool
    same_agency: bool
    retold: bool


def kind_of(derived: Article, page: Page, found: Retelling, taken: Taken) -> Kind:
    """The kind of derivation: whole text in one language or another, else retold or mixed into other reporting."""
    whole = found.same_language and _word_for_word(page, found) >= COPIED
    if whole:
        return "copy" if taken.rest >= WHOLE else "cut"
    if not found.same_language and taken.coverage >= TRANSLATED:
        return "translation"
    if taken.parents > 1:
        return "mixed"
    if taken.retold and taken.coverage >= PASSAGE:
        return "rewrite"
    # A bureau that translates an agency's dispatch adds what its own country wants to know.
    if not found.same_language and taken.same_agency:
        return "translation"
    # Agency material in part of a text, or a passage somewhere below: own reporting around it.
    if taken.by_agency or taken.coverage < PASSAGE or not _leads(derived, taken.places):
        return "mixed"
    return "rewrite"


def _word_for_word(page: Page, found: Retelling) -> float:
    """Share of the article's own words that are the source's; a speech that both quote makes no copy."""
    own = len(page.words) - sum(page.quoted)
    return found.own_words / own if own else 0.0


def _leads(derived: Article, places: Sequence[Place]) -> bool:
    return any(place.start < s.end and s.start < place.end for place in places for s in lead(derived, LEAD))

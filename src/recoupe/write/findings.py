"""Story → what a reader wants first: its main claim, its claims in order, its conflicts, who denied or kept silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.model import Attribution, Certainty, Claim, Conflict, Derivation, Place, Stance, Story
from recoupe.text.normal import fold
from recoupe.write.lookup import Lookup
from recoupe.write.texts import Texts, phrase

# Which of several statements speaks for an article: what it states anywhere, it states.
_SURENESS: tuple[Certainty, ...] = ("asserted", "hedged", "questioned", "denied")
# Claims whose standing is worth a reader's eye even where one article alone carries them.
_CONTESTED = frozenset({"disputed", "denied"})
# Conflicts that seldom change what happened.
_SLIGHT = frozenset({"name", "attribution"})


@dataclass(frozen=True, slots=True)
class Carried:
    """How one article carries a claim, and where."""

    how: Certainty
    place: Place


@dataclass(frozen=True, slots=True)
class Stand:
    """Who denied something, or would not comment; with the articles that say so and the words."""

    name: str
    stance: Stance
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """Conflicts over the same values, as a reader sees them: one. Each value with the places that give it.

    Where sources part, `denying` are the values (their names) that deny; they come first.
    """

    kind: str
    explained: str | None
    notes: tuple[str, ...]
    sides: tuple[tuple[str, tuple[Place, ...]], ...]
    denying: frozenset[str] = frozenset()


def ranked_claims(story: Story) -> tuple[Claim, ...]:
    """The claims, weightiest first, as crosscheck has ordered them."""
    return story.claims


def main_claim(story: Story) -> Claim | None:
    """The weightiest claim: what most articles tell, above all what they lead with."""
    return next(iter(story.claims), None)


def shared_claims(story: Story) -> tuple[Claim, ...]:
    """The claims that stand in several articles or are contested, in rank order."""
    return tuple(claim for claim in ranked_claims(story) if _is_shared(claim))


def single_claims(story: Story) -> tuple[Claim, ...]:
    """The other claims: one article, nobody objects."""
    return tuple(claim for claim in ranked_claims(story) if not _is_shared(claim))


def carried(claim: Claim, lookup: Lookup) -> dict[str, Carried]:
    """How each article carries the claim: its surest statement, the earliest of them in the text."""
    by_article: dict[str, list[tuple[int, int, Carried]]] = defaultdict(list)
    for statement_id in claim.statements:
        if statement_id in lookup.statements:
            article, statement = lookup.statements[statement_id]
            found = Carried(statement.certainty, Place(article.id, statement.start, statement.end))
            by_article[article.id].append((_SURENESS.index(statement.certainty), statement.start, found))
    return {article: min(found, key=lambda item: item[:2])[2] for article, found in by_article.items()}


def ranked_derivations(story: Story) -> tuple[Derivation, ...]:
    """Who rests on whom, the surest and largest first."""
    return tuple(
        sorted(story.derivations, key=lambda one: (-one.probability, -(one.coverage or 0.0), one.derived, one.used))
    )


def real_conflicts(story: Story) -> tuple[Parting, ...]:
    """The conflicts that nothing explains."""
    return _partings(conflict for conflict in story.conflicts if conflict.explained is None)


def apparent_conflicts(story: Story) -> tuple[Parting, ...]:
    """The conflicts that only look like one."""
    return _partings(conflict for conflict in story.conflicts if conflict.explained is not None)


def side_name(parting: Parting, value: str, catalogue: Texts) -> str:
    """The value of a side as a reader sees it; where sources part, with what they do."""
    if parting.kind != "stance":
        return value
    does = phrase(catalogue, "stance.denies" if value in parting.denying else "stance.asserts")
    return phrase(catalogue, "conflict.stands", name=value, does=does)


def stands_taken(story: Story, lookup: Lookup, stance: Stance) -> tuple[Stand, ...]:
    """Those who take a stance (deny, decline to comment), the most widely reported first, each once."""
    found: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for article_id, attribution in _attributions(story, lookup):
        place = _where(article_id, attribution)
        if attribution.stance == stance and attribution.source.name and place:
            key = attribution.source.entity or fold(attribution.source.name)
            found[key].append((attribution.source.name, place))
    names = {entity.id: entity.name for entity in story.entities}
    stands = [
        Stand(names.get(key, said[0][0]), stance, tuple(place for _, place in said)) for key, said in found.items()
    ]
    return tuple(sorted(stands, key=lambda one: (-len({place.article for place in one.places}), fold(one.name))))


def _partings(conflicts: Iterable[Conflict]) -> tuple[Parting, ...]:
    """Joined by their values; those that stand in most places first, how a name is spelt and who was quoted last."""
    alike: dict[tuple[str, str, tuple[str, ...]], list[Conflict]] = defaultdict(list)
    for conflict in sorted(conflicts, key=lambda conflict: conflict.id):
        values = tuple(sorted({side.value for side in conflict.sides}))
        alike[conflict.kind, conflict.explained or "", values].append(conflict)
    found = [_parting(same) for same in alike.values()]
    return tuple(sorted(found, key=_most_places))


def _most_places(parting: Parting) -> tuple[bool, int, str, list[tuple[str, list[tuple[str, int, int]]]]]:
    sides = [(value, list(map(_text_order, places))) for value, places in parting.sides]
    return parting.kind in _SLIGHT, -sum(len(places) for _, places in sides), parting.kind, sides


def _parting(conflicts: list[Conflict]) -> Parting:
    places: dict[str, set[Place]] = defaultdict(set)
    for side in (side for conflict in conflicts for side in conflict.sides):
        places[side.value].add(Place(side.article, side.start, side.end))
    ordered = [(value, tuple(sorted(found, key=_text_order))) for value, found in places.items()]
    notes = dict.fromkeys(conflict.note for conflict in conflicts if conflict.note)
    denying = frozenset(side.value for conflict in conflicts for side in conflict.sides if side.denies)
    return Parting(
        conflicts[0].kind,
        conflicts[0].explained,
        tuple(notes),
        tuple(sorted(ordered, key=lambda side: (side[0] not in denying, -len(side[1]), side[0]))),
        denying,
    )


def _text_order(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end


def _is_shared(claim: Claim) -> bool:
    return len(claim.articles) > 1 or claim.status in _CONTESTED


def _attributions(story: Story, lookup: Lookup) -> Iterator[tuple[str, Attribution]]:
    for article_id in story.articles:
        if article_id in lookup.articles:
            for attribution in lookup.articles[article_id].attributions:
                yield article_id, attribution


def _where(article: str, attribution: Attribution) -> Place | None:
    """The content of an attribution, else its cue, else its source."""
    span = next(iter(attribution.content), None) or attribution.cue_span or attribution.source_span
    return Place(article, span.start, span.end) if span else None

"""Claims → conflicts: where reports or sources part, and where they only seem to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from recoupe.crosscheck.conflicts.ages import find_ages
from recoupe.crosscheck.conflicts.corrections import find_rejected_days
from recoupe.crosscheck.conflicts.dates import find_dates
from recoupe.crosscheck.conflicts.figures import figures_of
from recoupe.crosscheck.conflicts.names import find_misspellings
from recoupe.crosscheck.conflicts.numbers import find_numbers
from recoupe.crosscheck.conflicts.points import Scene, set_scene
from recoupe.crosscheck.conflicts.roles import find_roles
from recoupe.crosscheck.conflicts.scoops import find_scoops
from recoupe.crosscheck.conflicts.stances import find_quarrels, find_stances
from recoupe.crosscheck.origins.paths import Followed, follow_all
from recoupe.crosscheck.readings import Reading, read_all
from recoupe.crosscheck.records import Entities
from recoupe.model import Alignment, Article, Claim, Conflict, Derivation, Side


def find_conflicts(
    articles: Sequence[Article],
    claims: Iterable[Claim],
    entities: Entities,
    derivations: Sequence[Derivation],
    alignments: Sequence[Alignment] = (),
    readings: Mapping[str, Reading] | None = None,
    followed: Followed | None = None,
) -> tuple[Conflict, ...]:
    """All conflicts of a story; those with `explained` only look like one.

    Args:
        articles: the articles of the story.
        claims: what they say.
        entities: who is who in the story.
        derivations: a number that changed in a copy is a mistake, not a later count.
        alignments: passages that run together say the same thing, whatever their claims.
        readings: the articles read, if that has been done.
        followed: the statements followed to their sources, if that has been done.
    """
    readings = readings or read_all(articles)
    followed = followed or follow_all(articles, entities, derivations)
    scene = set_scene(readings, claims, followed, derivations, alignments)
    quarrels, figures = find_quarrels(scene), figures_of(scene)
    found = (
        *find_numbers(scene, figures, quarrels),
        *find_ages(articles, entities),
        *find_dates(scene),
        *find_rejected_days(scene, chain.from_iterable(figures.values())),
        *find_stances(scene, quarrels),
        *_find_attributions(scene),
        *find_misspellings(articles, entities, scene.derived),
        *find_roles(articles, entities, scene.derived),
    )
    named = {conflict.id: conflict for conflict in map(_named, found)}
    return tuple(sorted(named.values(), key=lambda c: (c.explained is not None, c.kind, c.id)))


def _find_attributions(scene: Scene) -> Iterator[Conflict]:
    """One conflict for each two media that are credited with the same scoop."""
    for found in find_scoops(scene):
        credited = zip(found.names, found.places, strict=True)
        sides = (Side(p.article, p.start, p.end, name) for name, places in credited for p in places)
        yield Conflict("", "attribution", tuple(sides), None, "credited to " + " and to ".join(found.names))


def _named(conflict: Conflict) -> Conflict:
    """The conflict with its sides in order, each once, and an id made of them."""
    import xxhash

    sides = tuple(sorted(set(conflict.sides), key=_order))
    content = "\n".join((conflict.kind, *(f"{s.article} {s.start} {s.end} {s.value}" for s in sides)))
    return replace(conflict, id="x" + xxhash.xxh3_64_hexdigest(content.encode()), sides=sides)


def _order(side: Side) -> tuple[str, int, int, str]:
    return side.article, side.start, side.end, side.value

"""Place → link: every span that the report cites has an anchor in the text of its article (`#a3-120-160`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from recoupe.model import Claim, Evidence, Place, Report, Span, Story
from recoupe.write.findings import carried, stands_taken
from recoupe.write.lookup import Lookup, stands


def href(lookup: Lookup, place: Place) -> str | None:
    """The link to the words at a place; to the article where they do not stand in it; None for an unknown article."""
    if place.article not in lookup.numbers:
        return None
    article = f"#a{lookup.numbers[place.article]}"
    return f"{article}-{place.start}-{place.end}" if stands(lookup, place) else article


def cited(report: Report, lookup: Lookup) -> dict[str, tuple[Span, ...]]:
    """For each article the spans that anything in the report cites, in order."""
    found: dict[str, set[Span]] = defaultdict(set)
    for story in report.stories:
        for place in _places(story, lookup):
            if stands(lookup, place):
                found[place.article].add(Span(place.start, place.end))
    return {article: tuple(sorted(spans)) for article, spans in found.items()}


def _places(story: Story, lookup: Lookup) -> Iterator[Place]:
    for claim in story.claims:
        yield from _claim_places(claim, lookup)
    for derivation in story.derivations:
        yield from _evidence_places(derivation.evidence)
    for entity in story.entities:
        yield from _evidence_places(entity.evidence)
    for conflict in story.conflicts:
        yield from (Place(side.article, side.start, side.end) for side in conflict.sides)
    yield from (Place(entry.article, entry.start, entry.end) for entry in story.timeline)
    yield from (place for sentence in story.brief for place in sentence.cites)
    for stance in ("denies", "declines_comment"):
        yield from (place for stand in stands_taken(story, lookup, stance) for place in stand.places)


def _claim_places(claim: Claim, lookup: Lookup) -> Iterator[Place]:
    yield from (found.place for found in carried(claim, lookup).values())
    for origin in claim.origins:
        yield from _evidence_places(origin.evidence)


def _evidence_places(evidence: tuple[Evidence, ...]) -> Iterator[Place]:
    yield from (place for one in evidence for place in one.spans)

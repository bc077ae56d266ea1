"""Paths and conflicts of a claim → how well it stands. Never "true": at best corroborated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.origins.paths import Path
from recoupe.model import Article, Claim, Conflict, Independent, Side, Statement, Status


def first_status(paths: Sequence[Path], independent: Independent, *, denied: bool) -> Status:
    """The status before conflicts are known.

    Args:
        paths: the statements that assert the claim, followed to their roots.
        independent: the number of their origins.
        denied: whether somebody denies the claim within it.
    """
    if denied:
        return "denied"
    if independent.best >= 2:
        return "corroborated"
    nobody_named = not any(path.named for path in paths)
    if nobody_named and all(path.ref.statement.certainty in ("hedged", "questioned") for path in paths):
        return "unconfirmed"
    return "single-origin"


def with_conflicts(
    claims: Iterable[Claim], conflicts: Iterable[Conflict], articles: Sequence[Article]
) -> tuple[Claim, ...]:
    """The claims with the status that real conflicts give them.

    What somebody denies is denied while one origin stands behind it, and disputed with more. Every other claim that a
    conflict over facts touches is disputed, the denial itself among them. A conflict touches a claim if at least half
    of its statements are on a side: a long sentence may tell other things beside what is in conflict.
    """
    real = [c for c in conflicts if c.explained is None and c.kind in _OVER_FACTS]
    parted = _spans(side for conflict in real for side in conflict.sides)
    stances = _spans(
        side for conflict in real if conflict.kind == "stance" for side in conflict.sides if not side.denies
    )
    admitted = {(a.id, said.id) for a in articles for said in a.attributions if said.stance == "confirms"}
    statements = {s.id: (article.id, s) for article in articles for s in article.statements}
    changed = []
    for claim in claims:
        told = [statements[id_] for id_ in claim.statements if id_ in statements]
        # What its own party denied first and admits now is disputed, but no longer denied.
        admission = any((article, s.attribution or "") in admitted for article, s in told)
        if _touched(told, stances) and claim.independent.best == 1 and not admission:
            claim = replace(claim, status="denied")
        elif claim.status != "denied" and _touched(told, parted):
            claim = replace(claim, status="disputed")
        changed.append(claim)
    return tuple(changed)


# Kinds of conflict in which what is told differs, and not only how it is spelt or to whom it is credited.
_OVER_FACTS = frozenset({"number", "date", "stance", "place", "role"})
_Spans = Mapping[str, list[tuple[int, int]]]


def _spans(sides: Iterable[Side]) -> _Spans:
    found: dict[str, list[tuple[int, int]]] = {}
    for side in sides:
        found.setdefault(side.article, []).append((side.start, side.end))
    return found


def _touched(told: Sequence[tuple[str, Statement]], spans: _Spans) -> bool:
    met = sum(any(s.start < end and start < s.end for start, end in spans.get(article, ())) for article, s in told)
    return met > 0 and 2 * met >= len(told)

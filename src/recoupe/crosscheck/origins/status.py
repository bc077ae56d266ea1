"""Paths and conflicts of a claim → how well it stands. Never "true": at best corroborated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.crosscheck.origins.newsrooms import ACCEPTED
from recoupe.crosscheck.origins.paths import Path
from recoupe.model import Article, Attribution, Claim, Conflict, Derivation, Independent, Side, Statement, Status


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
    claims: Iterable[Claim],
    conflicts: Iterable[Conflict],
    articles: Sequence[Article],
    derivations: Iterable[Derivation] = (),
) -> tuple[Claim, ...]:
    """The claims with the status that real conflicts give them.

    What somebody denies is denied while one origin stands behind it, and disputed with more. Every other claim that a
    conflict over facts touches is disputed, the denial itself among them, unless the claim is only that somebody
    denies. A conflict touches a claim if at least half of its statements are on a side: a long sentence may tell other
    things beside what is in conflict. What a copy changed is a mistake of the copy, and disputes nothing.

    Args:
        claims: the claims with their first status.
        conflicts: all conflicts of the story.
        articles: its articles.
        derivations: which article's text comes from which.
    """
    above = _above(derivations)
    real = [(c.kind, _original(c, above)) for c in conflicts if c.explained is None and c.kind in _OVER_FACTS]
    parted = _spans(side for _, sides in real for side in sides)
    stances = _spans(side for kind, sides in real if kind == "stance" for side in sides if not side.denies)
    said = {(article.id, said.id): said for article in articles for said in article.attributions}
    statements = {s.id: (article.id, s) for article in articles for s in article.statements}
    changed = []
    for claim in claims:
        told = [
            _Told(*statements[id_], said.get(_key(*statements[id_]))) for id_ in claim.statements if id_ in statements
        ]
        # What its own party denied first and admits now is disputed, but no longer denied.
        admission = any(one.said is not None and one.said.stance == "confirms" for one in told)
        if _touched(told, stances) and claim.independent.best == 1 and not admission:
            claim = replace(claim, status="denied")
        elif claim.status != "denied" and _touched(told, parted) and not _tells_of_denial(told):
            claim = replace(claim, status="disputed")
        changed.append(claim)
    return tuple(changed)


# Kinds of conflict in which what is told differs, and not only how a name is spelt, what somebody's title is, or to
# whom it is credited.
_OVER_FACTS = frozenset({"number", "date", "stance", "place"})
_Spans = Mapping[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, the article in which it stands, and who says it."""

    article: str
    statement: Statement
    said: Attribution | None


def _key(article: str, statement: Statement) -> tuple[str, str]:
    return article, statement.attribution or ""


def _above(derivations: Iterable[Derivation]) -> Mapping[str, frozenset[str]]:
    """For each article, those from which its text comes, at first or second hand."""
    used: dict[str, set[str]] = {}
    for derivation in derivations:
        if derivation.probability >= ACCEPTED and derivation.kind != "version":
            used.setdefault(derivation.derived, set()).add(derivation.used)
    found = {}
    for article, above in used.items():
        coming, passed = set(above), {article}
        while coming:
            at = coming.pop()
            passed.add(at)
            coming |= used.get(at, set()) - passed
        found[article] = frozenset(passed - {article})
    return found


def _original(conflict: Conflict, above: Mapping[str, frozenset[str]]) -> tuple[Side, ...]:
    """The sides of a conflict, without those that a copy or translation changed; none if only these part."""
    if conflict.kind == "stance":
        return conflict.sides
    sides = tuple(side for side in conflict.sides if not _is_changed(side, conflict.sides, above))
    return sides if len({side.value for side in sides}) > 1 else ()


def _is_changed(side: Side, others: Iterable[Side], above: Mapping[str, frozenset[str]]) -> bool:
    origins = above.get(side.article, frozenset())
    return any(other.article in origins and other.value != side.value for other in others)


def _tells_of_denial(told: Sequence[_Told]) -> bool:
    """Whether the claim is that somebody denies: at least half of its statements hold the word of denial."""
    return 2 * sum(_holds_denial(one) for one in told) >= len(told) > 0


def _holds_denial(one: _Told) -> bool:
    if one.said is None or one.said.cue_span is None or one.said.stance != "denies":
        return False
    return one.statement.start <= one.said.cue_span.start < one.statement.end


def _spans(sides: Iterable[Side]) -> _Spans:
    found: dict[str, list[tuple[int, int]]] = {}
    for side in sides:
        found.setdefault(side.article, []).append((side.start, side.end))
    return found


def _touched(told: Sequence[_Told], spans: _Spans) -> bool:
    met = sum(_meets(one.statement, spans.get(one.article, ())) for one in told)
    return met > 0 and 2 * met >= len(told)


def _meets(statement: Statement, spans: Iterable[tuple[int, int]]) -> bool:
    return any(statement.start < end and start < statement.end for start, end in spans)

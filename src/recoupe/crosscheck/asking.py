"""A question and the articles of a story → what they say of it: the claims that meet it, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from recoupe.crosscheck import with_entities
from recoupe.crosscheck.alignments import align, lay_out
from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.crosscheck.contrasts import find_contrasts
from recoupe.crosscheck.derivations import derive
from recoupe.crosscheck.entities import find_entities
from recoupe.crosscheck.origins import trace
from recoupe.crosscheck.origins.status import with_conflicts
from recoupe.crosscheck.records import StatementRef
from recoupe.lang import load
from recoupe.model import Answer, Article, Claim, Conflict, Side


def ask(articles: Iterable[Article], question: Article) -> Answer:
    """Lay a question beside the articles of one story.

    Args:
        articles: the articles of the story, in any order.
        question: the sentence asked about, as an article of its own (`article.question`), annotated.
    """
    told = sorted(articles, key=attrgetter("id"))
    entities = find_entities([*told, question])
    named = [with_entities(article, entities) for article in told]
    every = [*named, with_entities(question, entities)]
    pages = lay_out(named)
    derivations = derive(named, align(named, pages), entities, pages)
    alignments = align(every, lay_out(every))
    groups = group_statements(every, entities, alignments)
    conflicts = find_conflicts(every, trace(every, groups, entities, derivations), entities, derivations, alignments)
    others = [conflict for conflict in conflicts if not _sides_of(question, conflict)]
    asked = [conflict for conflict in conflicts if _sides_of(question, conflict)]
    meeting = [group for group in groups if any(r.article == question.id and not r.more for r in group)]
    texts = {article.id: article for article in every}
    against = [opposed for conflict in asked if (opposed := _opposed(conflict, question, texts)).sides]
    kept = [tuple(ref for ref in group if _goes_with(ref, question, against)) for group in meeting]
    claims = trace(named, filter(None, kept), entities, derivations)
    told_of = with_conflicts(claims, others, named, derivations)
    return Answer(tuple(named), tuple(_contested(claim, against) for claim in told_of), tuple(against))


def _sides_of(question: Article, conflict: Conflict) -> list[Side]:
    return [side for side in conflict.sides if side.article == question.id]


def _opposed(conflict: Conflict, question: Article, articles: Mapping[str, Article]) -> Conflict:
    """The conflict with the sides alone that give another value; where sources part, with those who say otherwise."""
    own = _sides_of(question, conflict)
    values, denied = {side.value for side in own}, any(_denies(side, articles) for side in own)
    others = (side for side in conflict.sides if side.article != question.id and side.value not in values)
    stance = conflict.kind == "stance"
    return replace(conflict, sides=tuple(s for s in others if not stance or _denies(s, articles) != denied))


def _denies(side: Side, articles: Mapping[str, Article]) -> bool:
    """Whether somebody denies what a side tells, or it is told with a negation."""
    article = articles[side.article]
    said = [a for a in article.attributions if any(s.start < side.end and side.start < s.end for s in a.content)]
    if said:
        return any(attribution.stance == "denies" for attribution in said)
    return find_contrasts(article.text[side.start : side.end], load(article.language)).negated


def _contested(claim: Claim, against: Iterable[Conflict]) -> Claim:
    """The claim, denied or disputed where somebody denies what was asked."""
    if not any(conflict.kind == "stance" and conflict.explained is None for conflict in against):
        return claim
    return replace(claim, status="denied" if claim.independent.best == 1 else "disputed")


def _goes_with(ref: StatementRef, question: Article, against: Iterable[Conflict]) -> bool:
    """Whether a statement says what the question says, and gives none of the values that part from it."""
    parted = (side for conflict in against if conflict.explained is None for side in conflict.sides)
    return ref.article != question.id and not any(_meet(ref, side) for side in parted)


def _meet(ref: StatementRef, side: Side) -> bool:
    return ref.article == side.article and ref.statement.start < side.end and side.start < ref.statement.end

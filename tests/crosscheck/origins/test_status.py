"""How conflicts change the status of a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from recoupe.crosscheck.origins.status import with_conflicts
from recoupe.model import Article, Conflict, Side, Span, Status
from tests.crosscheck.story_factory import a_claim, a_derivation, an_article, says

Kind = Literal["number", "stance", "name", "role", "attribution"]


def conflict(kind: Kind, *articles: Article, explained: Literal["older"] | None = None) -> Conflict:
    sides = tuple(Side(a.id, a.statements[0].start, a.statements[0].end, a.id, denies=_denies(a)) for a in articles)
    return Conflict("x", kind, sides, explained, "")


def _denies(article: Article) -> bool:
    return any(said.stance == "denies" for said in article.attributions)


@pytest.mark.parametrize(
    ("kind", "origins", "statuses"),
    [
        ("stance", 1, ["denied", "disputed"]),
        ("stance", 2, ["disputed", "disputed"]),
        ("number", 1, ["disputed", "disputed"]),
        ("name", 1, ["single-origin", "single-origin"]),
        ("role", 1, ["single-origin", "single-origin"]),
        ("attribution", 1, ["single-origin", "single-origin"]),
    ],
)
def test_a_conflict_over_facts_changes_the_status(kind: Kind, origins: int, statuses: list[Status]) -> None:
    said = says(an_article("a"), "The plant is for sale", "Ada Rowe")
    denied = says(an_article("b"), "The plant is not for sale", "Jon Pike", stance="denies")
    claims = [a_claim("c1", said, origins=origins), a_claim("c2", denied)]
    assert [c.status for c in with_conflicts(claims, [conflict(kind, said, denied)], (said, denied))] == statuses


def test_an_explained_conflict_changes_nothing() -> None:
    said = says(an_article("a"), "The plant is for sale", "Ada Rowe")
    (claim,) = with_conflicts([a_claim("c1", said)], [conflict("number", said, explained="older")], (said,))
    assert claim.status == "single-origin"


def test_what_a_copy_changed_disputes_nothing() -> None:
    said = says(an_article("a"), "The fire burned 40 barns", "Ada Rowe")
    copied = says(an_article("b"), "The fire burned 400 barns", "Ada Rowe")
    again = says(an_article("c"), "The fire burned 400 barns", "Ada Rowe")
    other = says(an_article("d"), "The fire burned 30 barns", "Jon Pike")
    links = [a_derivation("b", "a"), a_derivation("c", "b"), a_derivation("a", "d", probability=0.2)]

    def status(*articles: Article) -> Status:
        claims = [a_claim("c1", *articles[:1])]
        (claim,) = with_conflicts(claims, [conflict("number", *articles)], articles, links)
        return claim.status

    assert status(said, copied) == "single-origin"
    assert status(said, again) == "single-origin"
    assert status(said, copied, other) == "disputed"


def test_that_somebody_denies_is_not_disputed_by_what_they_deny() -> None:
    said = says(an_article("a"), "The plant is for sale", "Ada Rowe")
    denies = says(an_article("b"), "Northgas denies any sale", "Northgas", kind="organisation", stance="denies")
    told = [replace(one, cue_span=Span(9, 15)) for one in denies.attributions]
    report = replace(denies, attributions=tuple(told))
    over = [conflict("stance", said, denies)]
    assert with_conflicts([a_claim("c1", denies)], over, (said, denies))[0].status == "disputed"
    assert with_conflicts([a_claim("c1", report)], over, (said, report))[0].status == "single-origin"

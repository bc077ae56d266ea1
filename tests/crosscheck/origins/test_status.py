"""How conflicts change the status of a claim."""

from __future__ import annotations

from typing import Literal

import pytest

from recoupe.crosscheck.origins.status import with_conflicts
from recoupe.model import Article, Conflict, Side, Status
from tests.crosscheck.story_factory import a_claim, an_article, says

Kind = Literal["number", "stance", "name", "attribution"]


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

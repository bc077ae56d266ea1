"""Names that sign an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.entities.signed import authors, dateline_place
from recoupe.lang import load
from recoupe.model import Region
from tests.group.told import told


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ada Lindholm and Paul Orsk in Torven", ["Ada Lindholm", "Paul Orsk"]),
        ("Torven Gazette staff", []),
        ("Reuters", []),
        ("", []),
    ],
)
def test_a_byline_names_people(byline: str, names: list[str]) -> None:
    article = replace(told("x", "It rained.", publisher="Torven Gazette"), byline=byline)
    assert list(authors(article, load("en"))) == names


@pytest.mark.parametrize(
    ("dateline", "place"), [("TORVEN, March 9 (Reuters) -", "TORVEN"), ("Monday, 9 March 2026 - 17:26", None)]
)
def test_a_dateline_names_a_place(dateline: str, place: str | None) -> None:
    article = told("x", f"{dateline}\nIt rained.")
    first, *others = article.regions
    dated = replace(article, regions=(Region(first.start, first.end, "dateline"), *others))
    assert dateline_place(dated) == place

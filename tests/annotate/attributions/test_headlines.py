"""Headlines: a colon or a dash in place of a cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.model import Region
from tests.annotate.articles import article


def _said(headline: str) -> list[tuple[str, str]]:
    text = f"{headline}\nThe road is old."
    regions = (Region(0, len(headline), "headline"), Region(len(headline) + 1, len(text), "body"))
    made = annotate(replace(article(text, "en"), regions=regions)).attributions
    return [(a.source.name, text[a.content[0].start : a.content[0].end]) for a in made]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Anna Moss: the bridge will close in May", [("Anna Moss", "the bridge will close in May")]),
        ("Bridge to close for a year - police", [("police", "Bridge to close for a year")]),
        ("Bridge closed after a storm: two hurt (police)", [("police", "Bridge closed after a storm: two hurt")]),
        ("“I have hidden nothing”: in Verny, Anna Moss takes stock", [("Anna Moss", "I have hidden nothing")]),
        ("Bridge closes for a year after inquiry (ARS)", []),
        ("London: the bridge will close in May", []),
        ("The bridge closes in May - again", []),
    ],
)
def test_a_headline_names_its_source_beside_a_mark(headline: str, expected: list[tuple[str, str]]) -> None:
    assert _said(headline) == expected

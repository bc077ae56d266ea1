"""What grouping needs of an article."""

from __future__ import annotations

from recoupe.group.keys import features
from recoupe.text.keys import loose_key

from .told import told


def test_features_count_an_anchor_once_for_each_place() -> None:
    counted = features(told("x", "The ferry reached Torven. It left Torven.")).anchors
    assert dict(zip(counted.keys, counted.counts, strict=True))[f"&{loose_key('Torven')}"] == 2

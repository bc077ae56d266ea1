"""The sample pile: eight invented articles in three languages about one invented event, for the demo and the tests."""

from __future__ import annotations

from pathlib import Path


def path() -> Path:
    """The folder of the sample articles, ready for `recoupe check`."""
    return Path(__file__).parent / "articles"

"""Measures on corpora that the project may read but not ship; each module has `measure() -> dict[str, float]`."""

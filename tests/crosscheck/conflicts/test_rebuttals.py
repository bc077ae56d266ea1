"""Two parties who say of each other, and of themselves, who refused."""

from __future__ import annotations

import json
from pathlib import Path

import recoupe

REFUSED = (
    "Conflit à la raffinerie de Belmarais\n\nLundi, Paul Vernois a déclaré que le syndicat était ouvert aux "
    "négociations mais que c'était la société Novatrans qui refusait. La raffinerie de Belmarais est fermée."
)
NEVER = (
    "Belmarais : la direction répond\n\n« Novatrans n'a jamais refusé de négocier », a déclaré mardi Sophie Lanvaux, "
    "directrice de Novatrans à la raffinerie de Belmarais. La raffinerie de Belmarais est fermée."
)
AGREED = (
    "Belmarais : la direction répond\n\n« Novatrans a accepté de négocier », a déclaré mardi Sophie Lanvaux, "
    "directrice de Novatrans à la raffinerie de Belmarais. La raffinerie de Belmarais est fermée."
)


def stances(folder: Path, *texts: str) -> set[tuple[str, ...]]:
    rows = (
        json.dumps({"text": text, "publisher": f"Outlet {n}", "published": "2026-03-10"})
        for n, text in enumerate(texts)
    )
    (folder / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    found = (c for s in recoupe.check(str(folder)).stories for c in s.conflicts if c.kind == "stance")
    return {tuple(sorted({side.value for side in conflict.sides})) for conflict in found}


def test_who_never_refused_stands_against_who_says_that_they_did(tmp_path: Path) -> None:
    assert stances(tmp_path, REFUSED, NEVER) == {("Paul Vernois", "Sophie Lanvaux")}


def test_one_who_says_that_he_never_refused_quarrels_with_nobody_alone(tmp_path: Path) -> None:
    assert stances(tmp_path, NEVER, AGREED) == set()

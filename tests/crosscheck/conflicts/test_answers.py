"""Denials that stand right behind what they answer, in whatever words."""

from __future__ import annotations

import json
from pathlib import Path

import recoupe

SAID = "Lines over Brackwater\n\nA former inspector, Ada Rowe, said that helicopter patrols had been cut to one a year."
OTHER = "The line runs for ninety miles. It was built in 1961. Some of its poles stand in the marshes."


def quarrels(folder: Path, text: str) -> set[tuple[str, ...]]:
    row = json.dumps({"text": text, "publisher": "Brackwater Post", "published": "2026-03-10"})
    (folder / "a.jsonl").write_text(row, encoding="utf-8")
    found = (c for s in recoupe.check(str(folder)).stories for c in s.conflicts if c.kind == "stance")
    return {tuple(sorted({side.value for side in conflict.sides})) for conflict in found}


def test_a_denial_answers_who_spoke_just_before(tmp_path: Path) -> None:
    assert quarrels(tmp_path, f"{SAID} Northgas denied this.") == {("Ada Rowe", "Northgas")}


def test_a_denial_far_from_what_was_said_answers_nobody(tmp_path: Path) -> None:
    assert quarrels(tmp_path, f"{SAID} {OTHER} Northgas denied this.") == set()


def test_a_denial_that_says_what_it_denies_does_not_answer_something_else(tmp_path: Path) -> None:
    assert quarrels(tmp_path, f"{SAID} Northgas denied that the Brackwater refinery was for sale.") == set()

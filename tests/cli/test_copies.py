"""`recoupe copies` as a user meets it, on the sample pile."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from recoupe.cli import main
from recoupe.sample import path


def test_a_translation_stands_below_the_text_it_was_made_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copies", str(path()), "--ui", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (above,) = [n for n, line in enumerate(lines) if "─ Le Matin des Trois Frontières, Apr 14, 2026" in line]
    (below,) = [n for n, line in enumerate(lines) if "The Continental Observer" in line]
    assert above < below
    assert lines[above].index("─") < lines[below].index("─")
    assert "translation, credited" in lines[below + 1]


def test_a_text_that_is_not_in_the_pile_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copies", str(path()), "--ui", "en"]) == 0
    assert "Reuters (not in the pile)" in capsys.readouterr().out


def test_csv_json_and_gexf_hold_the_same_copies(tmp_path: Path) -> None:
    files = {name: tmp_path / f"copies.{name}" for name in ("csv", "json", "gexf")}
    assert main(["copies", str(path()), *(word for n, f in files.items() for word in (f"--{n}", str(f)))]) == 0
    rows = list(csv.DictReader(io.StringIO(files["csv"].read_text(encoding="utf-8"))))
    lines = [json.loads(line) for line in files["json"].read_text(encoding="utf-8").splitlines()]
    edges = ElementTree.parse(files["gexf"]).iter("{http://gexf.net/1.3}edge")
    pairs = [(row["used"], row["derived"]) for row in rows]
    assert pairs == [(line["used"], line["derived"]) for line in lines]
    assert pairs == [(edge.get("source"), edge.get("target")) for edge in edges]
    assert len(pairs) > 3

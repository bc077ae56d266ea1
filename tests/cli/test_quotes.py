"""`recoupe quotes` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from recoupe.cli import main
from recoupe.sample import path

TEXT = """Bridge closed

The bridge over the Vale is closed, police said on Monday. "We found a crack", Ada Rowe told Reuters.
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def test_each_quotation_is_a_line_and_the_same_text_is_read_once(
    pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", str(pile), "--ui", "en"]) == 0
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if "We found a crack" in line] == [
        "  Ada Rowe (via Reuters) says | We found a crack"
    ]
    assert "empty.txt" in printed.err


def test_csv_has_a_row_for_each_quotation_with_its_place(
    pile: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["quotes", str(pile), "--csv", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    (row,) = [row for row in rows if row["source"] == "Ada Rowe"]
    assert (row["words"], row["via"], row["stance"]) == ("We found a crack", "Reuters", "asserts")
    assert "We found a crack" in TEXT[int(row["start"]) - 1 : int(row["end"]) + 1]


def test_json_lines_and_csv_hold_the_same(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert main(["quotes", str(pile), "--csv", str(out / "q.csv"), "--json", str(out / "q.jsonl")]) == 0
    rows = list(csv.DictReader(io.StringIO((out / "q.csv").read_text(encoding="utf-8"))))
    lines = [json.loads(line) for line in (out / "q.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [{key: str(value) for key, value in line.items()} for line in lines] == rows


def test_every_article_of_the_sample_that_quotes_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(path()), "--ui", "fr"]) == 0
    printed = capsys.readouterr().out
    assert "Odile Brandmayer" in printed
    assert "Jens Rademacher" in printed


def test_nothing_readable_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main(["quotes", str(tmp_path)]) == 1
    assert capsys.readouterr().out == ""

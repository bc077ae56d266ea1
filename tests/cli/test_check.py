"""The command line as a user meets it: what it prints, writes, and returns."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from recoupe.cli import main
from recoupe.sample import path


def test_the_summary_is_printed_and_the_files_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    json_file, html_file, markdown_file = (tmp_path / name for name in ("r.json", "r.html", "r.md"))
    files = ["--json", str(json_file), "--html", str(html_file), "--markdown", str(markdown_file)]
    code = main(["check", str(path()), "--ui", "en", *files])
    printed = capsys.readouterr()
    assert code == 0
    assert "independent origin" in printed.out
    assert printed.err == ""
    assert json.loads(json_file.read_text(encoding="utf-8"))["format"] == "recoupe-report"
    assert html_file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert markdown_file.read_text(encoding="utf-8").startswith("# ")


def test_nothing_readable_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main(["check", str(tmp_path), "--ui", "en"]) == 1
    assert "empty.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "x", "--json", "no/such/folder/r.json"],
        ["check", "x", "--json", "-", "--html", "-"],
        ["check", "x", "--engine", "processes", "--workers", "0"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("recoupe: ")


def test_no_command_is_exit_code_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2


def test_json_lines_come_in_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    line = {"id": "a", "publisher": "The Vale Gazette", "text": "Bridge closed\n\nThe bridge is closed, police said."}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(line).encode())))
    assert main(["check", "-", "--json", "-"]) == 0
    report = json.loads(capsysbinary.readouterr().out)
    assert [article["publisher"]["name"] for article in report["articles"]] == ["The Vale Gazette"]


def test_the_demo_runs_on_the_sample_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--ui", "fr"]) == 0
    assert "origine" in capsys.readouterr().out

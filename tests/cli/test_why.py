"""`recoupe why` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.cli import main
from recoupe.sample import path


def test_a_saved_report_and_the_articles_give_the_same_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "report.json"
    assert main(["check", str(path()), "--json", str(saved), "--ui", "en"]) == 0
    claim = json.loads(saved.read_text(encoding="utf-8"))["stories"][0]["claims"][0]
    capsys.readouterr()
    assert main(["why", claim["id"], str(saved), "--ui", "en"]) == 0
    from_report = capsys.readouterr().out
    assert main(["why", claim["id"], str(path()), "--ui", "en"]) == 0
    assert capsys.readouterr().out == from_report
    assert claim["text"] in from_report


def test_an_unknown_id_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "nosuchid", str(path())]) == 2
    assert "'nosuchid'" in capsys.readouterr().err

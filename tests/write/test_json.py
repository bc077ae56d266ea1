"""The JSON report gives back the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.errors import UsageError
from recoupe.write.json import from_json, load, to_json

from .factories import REPORT, crowd


def test_a_report_survives_the_round_trip() -> None:
    assert from_json(to_json(REPORT)) == REPORT


def test_equal_reports_give_equal_bytes() -> None:
    assert to_json(crowd(5)) == to_json(crowd(5))


def test_fields_stand_in_the_order_of_the_format() -> None:
    assert list(json.loads(to_json(REPORT)))[:3] == ["recoupe", "language_data", "options"]
    assert list(json.loads(to_json(REPORT))["stories"][0])[:4] == ["id", "title", "articles", "languages"]


def test_letters_of_all_scripts_are_written_as_they_are() -> None:
    assert "« Aucune batterie n'a disparu »".encode() in to_json(REPORT)


def test_what_was_not_measured_is_null() -> None:
    assert json.loads(to_json(REPORT))["stories"][0]["derivations"][1]["coverage"] is None


@pytest.mark.parametrize("broken", [b"", b"{}", b"[1]", b"\xff", b'{"recoupe": 1}'])
def test_what_is_no_report_is_refused_with_a_hint(broken: bytes) -> None:
    with pytest.raises(UsageError, match="recoupe check"):
        from_json(broken)


def test_a_report_is_loaded_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_bytes(to_json(REPORT))
    assert load(tmp_path / "report.json") == REPORT


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.json"):
        load(tmp_path / "none.json")

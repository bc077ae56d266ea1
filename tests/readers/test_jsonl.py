"""One article a line; a bad line is rejected and the rest goes on."""

from __future__ import annotations

import io
import json
import sys

import pytest

from recoupe.model import Capture, Rejected
from recoupe.readers import read
from recoupe.readers.jsonl import read_lines
from recoupe.settings import Settings


def test_all_keys_are_optional_but_the_text() -> None:
    line = {
        "id": "a1",
        "url": "https://x.example/1",
        "publisher": "X",
        "title": "T",
        "published": "2026-01-02",
        "language": "fr",
        "text": "Text",
        "more": [1],
    }
    full, bare = read_lines("f.jsonl", json.dumps(line).encode() + b'\n\n{"text": "Only"}\n')
    assert full == Capture("f.jsonl#a1", "text/plain", "Text", "https://x.example/1", "X", "T", "2026-01-02", "fr")
    assert bare == Capture("f.jsonl#3", "text/plain", "Only")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "format"),
        ("[]", "format"),
        ("null", "format"),
        ("5", "format"),
        ('{"id": "x"}', "format"),
        ('{"text": 5}', "format"),
        ('{"text": null}', "format"),
        ('{"text": "a", "url": {}}', "format"),
        ('{"text": "  "}', "empty"),
        ("[" * 5000, "format"),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_goes_on(line: str, reason: str) -> None:
    bad, good = read_lines("f.jsonl", f'{line}\n{{"id": 7, "text": "Fine"}}'.encode())
    assert isinstance(bad, Rejected)
    assert (bad.source.split("#")[0], bad.reason) == ("f.jsonl", reason)
    assert isinstance(good, Capture)
    assert good.source == "f.jsonl#7"


def test_a_dash_reads_json_lines_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "s", "text": "From a pipe"}\n')))
    (item,) = read(["-"], Settings())
    assert isinstance(item, Capture)
    assert (item.source, item.text) == ("-#s", "From a pipe")

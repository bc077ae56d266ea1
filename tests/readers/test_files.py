"""Files and folders are read in a fixed order; what cannot be used is rejected with its reason."""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path

import pytest

from recoupe.model import Capture, Rejected
from recoupe.readers import read
from recoupe.settings import Settings


def reads(*paths: Path | str, max_bytes: int = 10_000) -> list[Capture | Rejected]:
    return list(read([str(path) for path in paths], Settings(max_bytes=max_bytes)))


def reason_of(path: Path, content: bytes, **limits: int) -> str:
    path.write_bytes(content)
    (item,) = reads(path, **limits)
    assert isinstance(item, Rejected)
    assert item.source == path.as_posix()
    assert item.detail
    return item.reason


def test_a_folder_is_read_in_sorted_order_and_other_files_in_it_are_skipped(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "gold.json", "c/d.htm", "c/e.css", "LICENSE", ".hidden/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"claims": [{"text": "x"}]}' if name == "gold.json" else "Some text")
    found = [(Path(item.source).name, type(item)) for item in reads(tmp_path)]
    assert found == [("a.html", Capture), ("b.txt", Capture), ("d.htm", Capture)]


def test_a_broken_file_in_a_folder_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"articles": [')
    assert [item.reason for item in reads(tmp_path) if isinstance(item, Rejected)] == ["format"]


def test_a_pattern_names_the_files_that_match_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "e.html", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Some text")
    assert [Path(item.source).name for item in reads(tmp_path / "[ab].txt")] == ["a.txt", "b.txt"]
    assert [Path(item.source).name for item in reads(tmp_path / "**" / "d.*")] == ["d.txt"]
    assert [Path(item.source).name for item in reads(tmp_path / "odd[1].txt")] == ["odd[1].txt"]
    (missing,) = reads(tmp_path / "*.pdf")
    assert isinstance(missing, Rejected)
    assert missing.reason == "missing"


def test_a_name_that_is_no_unicode_is_shown_escaped(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text("Some text")
    assert [Path(item.source).name for item in reads(tmp_path)] == ["caf\\xe9.txt"]


def test_an_extra_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (item,) = reads(tmp_path)
    assert isinstance(item, Rejected)
    assert (item.reason, "pip install 'recoupe[documents]'" in item.detail) == ("not-installed", True)


def test_html_is_told_from_plain_text_by_its_ending(tmp_path: Path) -> None:
    for name in ("a.HTML", "b.txt.gz"):
        data = b"<p>Hello</p>"
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert [item.media for item in reads(tmp_path) if isinstance(item, Capture)] == ["text/html", "text/plain"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"abc\x00def", "binary"),
        ("a.txt", bytes(range(32)) * 4, "binary"),
        ("a.pdf", b"%PDF-1.4", "unreadable"),
        ("a.docx", b"PK\x03\x04", "unreadable"),
        ("a.parquet", b"PAR1", "unreadable"),
        ("a.warc", b"WARC/1.0\r\n", "format"),
        ("a.exe", b"MZ\x00\x01\x02", "binary"),
        ("a.json", b"{}", "format"),
        ("a.xml", b"<note/>", "format"),
        ("a.txt.gz", gzip.compress(b"Some text" * 50)[:-12], "unreadable"),
        ("a.txt.gz", b"\x1f\x8bnonsense", "unreadable"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.txt", b"x" * 10_001, "too-large"),
        ("a.txt.gz", gzip.compress(b"x" * 5_000_000), "too-large"),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert reason_of(tmp_path / name, content) == reason


def test_a_missing_file_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text", encoding="utf-8")
    missing, found = reads(tmp_path / "no.txt", tmp_path / "a.txt")
    assert isinstance(missing, Rejected)
    assert missing.reason == "missing"
    assert isinstance(found, Capture)


def test_concatenated_gzip_members_are_one_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"First. ") + gzip.compress(b"Second."))
    (item,) = reads(tmp_path / "a.txt.gz")
    assert isinstance(item, Capture)
    assert item.text == "First. Second."

"""Inputs made to stop a reader end in an article or in a rejection, in bounded memory, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import itertools
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture, Rejected
from recoupe.readers import read
from recoupe.readers.found import Found
from recoupe.readers.reading import read_found
from recoupe.readers.stream import Stream
from recoupe.readers.web import Visitor
from recoupe.settings import Settings
from tests.readers.samples import PAGE, SAMPLES, TEXT, plain, warc_record, zipped

SMALL = Settings(max_bytes=1_000_000)
WORDS = b"The bridge is closed. " * 40


def outcomes(name: str, *chunks: bytes, settings: Settings = SMALL) -> list[Capture | Rejected]:
    return list(read_found(Found(name, name, Stream(chunks)), Visitor(settings)))


def reasons(items: list[Capture | Rejected]) -> list[str]:
    return [item.reason if isinstance(item, Rejected) else "read" for item in items]


def nested_zip(depth: int) -> bytes:
    data = zipped({"a.txt": plain()})
    for _ in range(depth):
        data = zipped({f"{number}.zip": data for number in range(2)})
    return data


def endless(start: bytes, again: bytes) -> Iterator[bytes]:
    """Two hundred megabytes in one line, made as they are read."""
    yield start
    yield from itertools.repeat(again * 1000, 200_000_000 // len(again * 1000))


ONE_LINE = {
    "a.txt": (b"", WORDS),
    "a.html": (b"<p>", WORDS),
    "a.jsonl": (b'{"text": "', WORDS),
    "a.json": (b'[{"text": "', WORDS),
    "a.csv": (b'title,text\nA,"', WORDS),
    "a.md": (b"# ", WORDS),
    "a.eml": (b"Subject: ", WORDS),
    "a.rss": (b"<rss><channel><title>", WORDS),
}


@pytest.mark.parametrize("name", ONE_LINE)
def test_a_line_of_200_megabytes_is_given_up_in_bounded_memory(name: str) -> None:
    tracemalloc.start()
    found = list(read_found(Found(name, name, Stream(endless(*ONE_LINE[name]))), Visitor(SMALL)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reasons(found) == ["too-large"]
    assert peak < 30_000_000


def test_the_lines_after_one_that_is_too_long_are_read() -> None:
    found = outcomes("a.jsonl", b'{"text": "', b"a" * 2_000_000, b'"}\n{"text": "Fine"}\n')
    assert reasons(found) == ["too-large", "read"]


BOMBS: dict[str, Callable[[], bytes]] = {
    "a.txt.gz": lambda: gzip.compress(b"\0" * 200_000_000, 1),
    "a.jsonl.gz": lambda: gzip.compress(b"\n" * 200_000_000, 1),
    "a.gz": lambda: gzip.compress(gzip.compress(b"\0" * 200_000_000, 1)),
    "a.zip": lambda: zipped({f"{number}.txt": b"a" * 900_000 for number in range(200)}),
    "a.docx": lambda: zipped({"word/document.xml": b"<w>" * 1_000_000, "[Content_Types].xml": b""}),
    "a.warc": lambda: warc_record(gzip.compress(b"a" * 20_000_000), more="Content-Encoding: gzip\r\n"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_unpacks_without_end_is_given_up(name: str) -> None:
    assert "too-large" in reasons(outcomes(name, BOMBS[name]()))


def test_archives_in_archives_are_opened_a_few_deep() -> None:
    assert reasons(outcomes("a.zip", nested_zip(2))) == ["read"] * 4
    assert set(reasons(outcomes("a.zip", nested_zip(6)))) == {"format"}


def test_an_archive_of_a_million_names_is_not_listed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    data = bytearray(file.getvalue())
    data[-14:-10] = b"\xff\xff\xff\xff"  # how many files it says to have
    data[-10:-6] = (50_000_000).to_bytes(4, "little")  # and how long their list is
    assert reasons(outcomes("a.zip", bytes(data))) == ["too-large"]


@pytest.mark.parametrize("cut", [3, 20, 100, 200])
@pytest.mark.parametrize("ending", sorted(SAMPLES))
def test_what_is_cut_off_while_packed_is_told_of(ending: str, cut: int) -> None:
    data = gzip.compress(SAMPLES[ending]())
    assert "unreadable" in reasons(outcomes(f"a{ending}.gz", data[: len(data) - min(cut, len(data) - 3)]))


def test_a_page_that_is_cut_off_in_an_archive_is_marked() -> None:
    pytest.importorskip("fastwarc")
    (made,) = outcomes("a.warc", warc_record(PAGE.encode())[:-80])
    assert isinstance(made, Capture)
    assert made.notes[0].startswith("cut off after")


def test_a_text_that_is_longer_than_is_kept_is_marked() -> None:
    (made,) = outcomes("a.txt", TEXT.encode() + WORDS * 500)
    assert isinstance(made, Capture)
    article = make_article(made, Settings(max_chars=1000))
    assert isinstance(article, Article)
    assert len(article.text) <= 1000
    assert article.notes[0].startswith("cut after 1000 of about")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.md", "a.rss", "a"])
def test_bytes_full_of_zeros_are_no_text(name: str) -> None:
    assert reasons(outcomes(name, b"The bridge\0\0\0" * 10_000)) == ["binary"]


def test_nesting_without_end_is_no_json() -> None:
    assert reasons(outcomes("a.json", b"[" * 900_000)) == ["format"]
    assert reasons(outcomes("a.jsonl", b'{"a":' * 100_000)) == ["format"]


def test_a_mail_within_a_mail_without_end_is_rejected() -> None:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(10_000))
    assert len(outcomes("a.eml", parts)) == 1


def test_a_feed_of_endless_items_is_read_up_to_a_bound() -> None:
    found = outcomes("a.rss", b"<rss><channel>" + b"<item><title>A</title></item>" * 6_000 + b"</channel></rss>")
    assert (reasons(found).count("read"), reasons(found)[-1]) == (5_000, "too-large")


def test_a_million_broken_lines_give_no_million_rejections() -> None:
    found = outcomes("a.jsonl", b"nonsense\n" * 1_000_000)
    assert len(found) == 1001
    assert "the rest is not read" in str(found[-1])
    some = outcomes("a.jsonl", b'{"text": "Fine"}\n' + b"nonsense\n" * 5_000)
    assert len(some) == 1002
    assert "4000 more" in str(some[-1])


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for name, make in BOMBS.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "fine.txt").write_bytes(plain())
    found = list(read([str(tmp_path)], SMALL))
    assert [Path(item.source).name for item in found if isinstance(item, Capture) and item.source.endswith("fine.txt")]

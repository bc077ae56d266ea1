"""What holds for every reader: the article comes out, whatever it is packed in; bad bytes are rejected with a reason."""

from __future__ import annotations

import bz2
import gzip
import io
import itertools
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.article import make_article
from recoupe.errors import Unreadable
from recoupe.model import Article, Capture, Rejected
from recoupe.readers import read
from recoupe.readers.found import Found, Outcome
from recoupe.readers.kinds import kind_of
from recoupe.readers.stream import Stream
from recoupe.settings import Settings
from tests.readers.samples import PAGE, SAMPLES, TEXT, zipped

ENDINGS = sorted(SAMPLES)
every_kind = pytest.mark.parametrize("ending", ENDINGS)


def reads(path: Path | str, max_bytes: int = 20_000_000) -> list[Capture | Rejected]:
    return list(read([str(path)], Settings(max_bytes=max_bytes)))


def articles(captures: list[Capture | Rejected]) -> list[Article]:
    made = [make_article(capture, Settings()) for capture in captures if isinstance(capture, Capture)]
    return [article for article in made if isinstance(article, Article)]


def assert_holds_the_article(captures: list[Capture | Rejected]) -> None:
    assert captures
    assert not [item for item in captures if isinstance(item, Rejected)]
    for article in articles(captures):
        assert TEXT in " ".join(article.text.split())
    assert len(articles(captures)) == len(captures)


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@every_kind
def test_the_article_comes_out(tmp_path: Path, ending: str) -> None:
    assert_holds_the_article(reads(written(tmp_path, f"a{ending}", SAMPLES[ending]())))


@every_kind
def test_a_file_without_an_ending_is_told_by_its_bytes(tmp_path: Path, ending: str) -> None:
    assert_holds_the_article(reads(written(tmp_path, "a", SAMPLES[ending]())))


@every_kind
def test_it_is_found_in_a_folder(tmp_path: Path, ending: str) -> None:
    written(tmp_path, f"a{ending}", SAMPLES[ending]())
    assert_holds_the_article(reads(tmp_path))


@every_kind
@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lambda data: zipped({"in/a": data})])
def test_it_may_be_packed(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(SAMPLES[ending]())
    if ending in (".txt", ".md", ".csv", ".tsv") and packed.startswith(b"PK"):
        packed = zipped({f"in/a{ending}": SAMPLES[ending]()})  # an archive passes over what only its name tells
    assert_holds_the_article(reads(written(tmp_path, "a", packed)))


@every_kind
def test_it_may_come_in_on_standard_input(monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLES[ending]())))
    assert_holds_the_article(reads("-"))


@every_kind
def test_an_article_has_the_same_id_wherever_and_in_whatever_order_it_is_read(tmp_path: Path, ending: str) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, f"{name}{ending}", SAMPLES[ending]())
    forth = [a.id for a in articles(list(read([str(tmp_path / "a"), str(tmp_path / "b")], Settings())))]
    back = [a.id for a in articles(list(read([str(tmp_path / "b"), str(tmp_path / "a")], Settings())))]
    assert len(set(forth)) == 1
    assert forth == back


@every_kind
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(cut=st.floats(0, 1), places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=12))
def test_bad_bytes_are_rejected_with_a_reason(
    tmp_path: Path, ending: str, cut: float, places: list[tuple[float, int]]
) -> None:
    data = bytearray(SAMPLES[ending]())
    for place, byte in places:
        data[int(place * len(data))] = byte
    found = reads(written(tmp_path, f"a{ending}", bytes(data[: int(cut * len(data))])))
    assert found
    for item in found:
        assert isinstance(item, Capture) or (item.reason and item.detail)


@every_kind
def test_a_text_larger_than_the_limit_is_rejected(tmp_path: Path, ending: str) -> None:
    if ending in (".parquet", ".pdf"):
        return  # rows and pages are read a few at a time, and cut where there is enough
    found = reads(written(tmp_path, f"a{ending}", SAMPLES[ending]()), max_bytes=100)
    assert {item.reason for item in found if isinstance(item, Rejected)} == {"too-large"}
    assert not [item for item in found if isinstance(item, Capture)]


def endless(first: bytes, again: bytes) -> Iterator[bytes]:
    yield first
    yield from itertools.repeat(again * 100)


STREAMING = {
    "a.jsonl": (b"", b'{"text": "A ferry."}\n'),
    "a.json": (b"[", b'{"text": "A ferry."},\n'),
    "a.csv": (b"title,text\n", b"One,A ferry.\n"),
}


@pytest.mark.parametrize("name", STREAMING)
def test_a_container_without_end_is_read_item_by_item(name: str) -> None:
    found = Found(name, name, Stream(endless(*STREAMING[name])))
    kind = kind_of(found)
    assert kind
    items = list(itertools.islice(kind.read(found, Settings(max_bytes=1000)), 500))
    assert [item.text for item in items if isinstance(item, Capture)] == ["A ferry."] * 500


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.rss", "a.opml", "a.eml", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("start", [b"", b'{"text": "', b'[{"text": "', b'title,text\n"'])
def test_a_text_without_end_is_given_up(name: str, start: bytes) -> None:
    stream = Stream(itertools.chain([start], itertools.repeat(b"a ferry " * 1000, 1000)))
    found = Found(name, name, stream)
    kind = kind_of(found)
    assert kind
    assert refusals(kind.read(found, Settings(max_bytes=100_000))) <= {"too-large", "format"}


def refusals(items: Iterator[Outcome]) -> set[str]:
    """Why nothing came of it."""
    try:
        return {item.reason if isinstance(item, Rejected) else "read" for item in items}
    except Unreadable as error:
        return {error.reason}


def test_the_pages_of_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "c/d", ".hidden.html", "style.css", "image.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, PAGE.encode() if "." not in name or "html" in name else b"\x89PNG p {}")
    assert [Path(item.source).name for item in reads(tmp_path)] == ["a.html", "b.html", "d"]

"""Paths → Capture: walks files and folders in a fixed order and opens each by the ending of its name."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.model import Capture, Rejected
from recoupe.readers.decode import Unreadable, decode, unpack
from recoupe.readers.jsonl import read_lines
from recoupe.settings import Settings

_TEXT = ".txt"
_PAGES = (".html", ".htm")
_LINES = ".jsonl"
_PACKED = ".gz"
ENDINGS = (_TEXT, *_PAGES, _LINES)
STDIN = "-"


def read(paths: Iterable[str], settings: Settings) -> Iterator[Capture | Rejected]:
    """All captures under the paths: files, folders (searched in sorted order), or `-` for JSON lines on standard input.

    A file of another kind is skipped inside a folder and rejected where it was named itself.
    """
    for path in paths:
        if path == STDIN:
            yield from _read_stdin(settings)
        elif Path(path).is_dir():
            for file in _files_below(Path(path)):
                yield from _read_file(file.as_posix(), settings)
        else:
            yield from _read_file(Path(path).as_posix(), settings)


def _files_below(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if _ending(file.name) in ENDINGS and file.is_file())


def _ending(name: str) -> str:
    return Path(name.lower().removesuffix(_PACKED)).suffix


def _read_file(source: str, settings: Settings) -> Iterator[Capture | Rejected]:
    ending = _ending(source)
    if not Path(source).exists():
        yield Rejected(source, "missing", "there is no such file or folder")
    elif ending not in ENDINGS:
        known = " ".join(ENDINGS)
        yield Rejected(
            source,
            "format",
            f"the ending {ending or 'of its name'!r} is not known; there are: {known}, each also {_PACKED}",
        )
    else:
        yield from _open(source, ending, settings)


def _open(source: str, ending: str, settings: Settings) -> Iterator[Capture | Rejected]:
    try:
        data = unpack(_bytes(source, settings.max_bytes), settings.max_bytes)
        if ending == _LINES:
            yield from read_lines(source, data)
        else:
            yield _capture(source, ending, data)
    except Unreadable as error:
        yield Rejected(source, error.reason, error.detail)
    except OSError as error:
        yield Rejected(source, "unreadable", error.strerror or str(error))


def _bytes(source: str, limit: int) -> bytes:
    with Path(source).open("rb") as file:
        return file.read(limit + 1)


def _capture(source: str, ending: str, data: bytes) -> Capture:
    page = ending in _PAGES
    return Capture(source, "text/html" if page else "text/plain", decode(data, page=page))


def _read_stdin(settings: Settings) -> Iterator[Capture | Rejected]:
    try:
        data = unpack(sys.stdin.buffer.read(settings.max_bytes + 1), settings.max_bytes)
        yield from read_lines(STDIN, data)
    except Unreadable as error:
        yield Rejected(STDIN, error.reason, error.detail)

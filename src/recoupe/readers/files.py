"""Paths → Capture: walks files, folders, patterns and addresses in a fixed order, and reads each by its kind."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.model import Capture, Rejected
from recoupe.readers.found import Found, Link
from recoupe.readers.reading import fetch, read_found
from recoupe.readers.stream import of_file
from recoupe.readers.web import Visitor, is_address
from recoupe.settings import Settings

STDIN = "-"


def read(paths: Iterable[str], settings: Settings) -> Iterator[Capture | Rejected]:
    """All captures under the paths: files, folders (searched in sorted order), patterns such as `news/**/*.html`,
    addresses (fetched), or `-` for standard input.

    What holds no article is passed over inside a folder or an archive, and rejected where it was named itself.
    """
    visitor = Visitor(settings)
    for path in paths:
        if path == STDIN:
            yield from read_found(Found(STDIN, "", of_file(sys.stdin.buffer)), visitor)
        elif is_address(path):
            yield from fetch(Link(path, path), visitor)
        else:
            for file, named in _files(path):
                yield from _read_file(file, named, visitor)


def _files(path: str) -> Iterator[tuple[Path, bool]]:
    """The files that a path stands for, and whether it names just this file."""
    if not os.path.lexists(path) and glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        yield from (found for match in matches for found in _files(match))
        if matches:
            return
    if Path(path).is_dir():
        yield from ((file, False) for file in _files_below(Path(path)))
    else:
        yield Path(path), True


def _files_below(folder: Path) -> list[Path]:
    """Files of a folder and its folders, without hidden ones."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(f for f in files if not any(part.startswith(".") for part in f.relative_to(folder).parts))


def _read_file(path: Path, named: bool, visitor: Visitor) -> Iterator[Capture | Rejected]:
    # A name that is no Unicode is shown escaped, since a report is.
    source = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    try:
        with path.open("rb") as file:
            regular = path if path.is_file() else None
            yield from read_found(Found(source, path.name, of_file(file, regular), named), visitor)
    except FileNotFoundError:
        yield Rejected(source, "missing", "there is no such file or folder, and nothing that matches it as a pattern")
    except (OSError, ValueError) as error:
        yield Rejected(source, "unreadable", getattr(error, "strerror", None) or str(error))

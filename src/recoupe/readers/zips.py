"""ZIP → Found: what lies in an archive, one thing after the other; a WACZ by its web archives, a DOCX as a document."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from recoupe.errors import Unreadable
from recoupe.readers.docx import read_docx
from recoupe.readers.found import Found, Outcome
from recoupe.readers.stream import CHUNK, Stream, seekable
from recoupe.readers.unpack import check_ratio
from recoupe.settings import Settings

# The list of an archive's files is read as a whole, and takes ten times its size in memory. 20 MB hold 200,000 names.
_DIRECTORY = 20_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, struct.error)


def read_zip(found: Found, settings: Settings) -> Iterator[Outcome]:
    """The files in the archive in the order of their names; unknown kinds are passed over, as in a folder."""
    with seekable(found.stream) as file:
        _check_directory(file)
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise Unreadable("unreadable", f"broken ZIP archive: {error}") from error
        names = {info.filename for info in archive.infolist()}
        if "word/document.xml" in names:
            yield from read_docx(found, archive, file, settings)
        else:
            yield from _members(found, archive, _size(file), settings.max_bytes)


def _members(found: Found, archive: zipfile.ZipFile, packed: int, free: int) -> Iterator[Outcome]:
    members = [info for info in archive.infolist() if _is_wanted(info)]
    is_wacz = any(i.filename == "datapackage.json" for i in members) and any(_in_wacz(i) for i in members)
    budget = _Budget(packed, free)
    for info in sorted(members, key=lambda info: info.filename):
        if is_wacz and not _in_wacz(info):
            continue
        yield Found(
            source=f"{found.source}#{info.filename}",
            name=PurePosixPath(info.filename).name,
            stream=Stream(_chunks(archive, info, budget)),
            named=False,
            depth=found.depth,
        )


def _in_wacz(info: zipfile.ZipInfo) -> bool:
    return info.filename.startswith("archive/")


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    return not info.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts)


class _Budget:
    """Bytes unpacked from one archive so far, over all its members."""

    def __init__(self, packed: int, free: int) -> None:
        self._packed, self._free, self._unpacked = packed, free, 0

    def take(self, size: int) -> None:
        self._unpacked += size
        check_ratio(self._unpacked, self._packed, self._free)


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> Iterator[bytes]:
    try:
        with archive.open(info) as file:
            while chunk := file.read(CHUNK):
                budget.take(len(chunk))
                yield chunk
    except _BROKEN as error:
        raise Unreadable("unreadable", f"cannot be unpacked: {error}") from error


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)


def _check_directory(file: IO[bytes]) -> None:
    """Refuse an archive whose list of names alone would fill the memory, before that list is read."""
    size = _size(file)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 20:
        raise Unreadable("unreadable", "the ZIP archive is cut off or broken: it has no list of its files")
    count, length = struct.unpack_from("<HI", tail, at + 10)
    # Archives of more files than the field can count say so, by its largest value; then the length of the list tells.
    if count == 0xFFFF and length > _DIRECTORY:
        raise Unreadable("too-large", f"its list of files has {length} bytes; unpack it and name the folder")

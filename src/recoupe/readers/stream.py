"""Chunks of bytes → a stream whose beginning can be looked at, and which is read once, in bounded memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from recoupe.errors import Unreadable

# How much of a stream is looked at to tell its kind and its encoding.
HEAD = 65_536
CHUNK = 65_536
# Archives that can only be read from their end are kept in memory up to the first size, then on disk up to the second.
_IN_MEMORY = 8_000_000
_ON_DISK = 2_000_000_000


class Stream:
    """Bytes from anywhere. Whatever makes the chunks raises `Unreadable` where they are broken or past a bound."""

    def __init__(self, chunks: Iterable[bytes], path: Path | None = None) -> None:
        """Args: chunks: the bytes; path: the file that holds just these bytes, where there is one."""
        self._chunks = iter(chunks)
        self._ready = b""
        self._taken = 0
        self._broken: Unreadable | None = None
        self.path = path

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes still to be read, without reading them."""
        if len(self._ready) < size:
            self._fill(size)
        return self._ready[:size]

    def _fill(self, size: int) -> None:
        """Get so many bytes ready. What comes before a broken place can be read; it is told of when that is reached."""
        parts = [self._ready]
        have = len(self._ready)
        try:
            while have < size and not self._broken and (chunk := next(self._chunks, b"")):
                parts.append(chunk)
                have += len(chunk)
        except Unreadable as error:
            self._broken = error
        self._ready = b"".join(parts)
        if self._broken and not self._ready:
            raise self._broken

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, fewer only at the end or before a broken place."""
        taken = self.head(size)
        self._ready = self._ready[size:]
        self._taken += len(taken)
        return taken

    def tell(self) -> int:
        """How many bytes `read` has given; libraries that read files ask for it."""
        return self._taken

    def __iter__(self) -> Iterator[bytes]:
        """What is left, chunk by chunk."""
        while True:
            if not self._ready:
                self._fill(1)
            chunk, self._ready = self._ready, b""
            if not chunk:
                return
            yield chunk

    def whole(self, limit: int) -> bytes:
        """All that is left.

        Raises:
            Unreadable: if that is nothing, more than `limit` bytes, or broken anywhere.
        """
        data = self.read(limit + 1)
        if len(data) > limit:
            raise Unreadable("too-large", f"more than {limit} bytes unpacked; see the setting max_bytes")
        self.head(1)
        if not data.strip():
            raise Unreadable("empty", "there is nothing in it")
        return data


def of_file(file: IO[bytes], path: Path | None = None) -> Stream:
    """The stream of an open file."""
    return Stream(iter(lambda: file.read(CHUNK), b""), path)


def lines(stream: Stream, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers, without their ends; None for one of over `limit` bytes, which is passed over."""
    number = 1
    kept: list[bytes] = []
    size = 0
    for chunk in stream:
        # A file may be nothing but line ends, millions of them.
        if not kept and size <= limit and chunk.isspace():
            number += chunk.count(b"\n")
            continue
        *ended, rest = chunk.split(b"\n")
        for part in ended:
            size += len(part)
            yield number, (b"".join([*kept, part]) if size <= limit else None)
            number += 1
            kept, size = [], 0
        size += len(rest)
        # Of a line that is too long already nothing more is kept.
        kept = [*kept, rest] if size <= limit else []
    if size:
        yield number, (b"".join(kept) if size <= limit else None)


@contextmanager
def seekable(stream: Stream) -> Iterator[IO[bytes]]:
    """The stream as a file that can be read in any order: itself where it is one, else a temporary copy."""
    if stream.path:
        with stream.path.open("rb") as file:
            yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        size = 0
        for chunk in stream:
            size += len(chunk)
            if size > _ON_DISK:
                raise Unreadable(
                    "too-large", f"more than {_ON_DISK} bytes, too much for an archive within another input"
                )
            copy.write(chunk)
        copy.seek(0)
        yield copy

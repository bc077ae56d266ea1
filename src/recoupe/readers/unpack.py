"""Packed → Found: gzip, zstd, bzip2 and xz, unpacked as they are read; what unpacks without end is refused."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from recoupe.errors import Unreadable
from recoupe.readers.extras import extra
from recoupe.readers.found import Found, Outcome
from recoupe.readers.stream import CHUNK, Stream
from recoupe.settings import Settings

ENDINGS = (".gz", ".zst", ".bz2", ".xz")
# Text packs to a third or a tenth, repetitive JSON to a fiftieth; bombs begin at a thousandth.
_MOST_RATIO = 100


def read_packed(found: Found, settings: Settings) -> Iterator[Outcome]:
    """The one file inside, under the name of the whole."""
    head = found.stream.head(6)
    unpack = next(unpack for magic, unpack in MAGIC.items() if head.startswith(magic))
    bounded = within_ratio(unpack, found.stream, settings.max_bytes)
    ending = next((e for e in ENDINGS if found.name.lower().endswith(e)), "")
    yield replace(found, name=found.name[: len(found.name) - len(ending)], stream=Stream(bounded), media=None)


def within_ratio(unpack: Callable[[Iterable[bytes]], Iterator[bytes]], packed: Stream, free: int) -> Iterator[bytes]:
    """The unpacked bytes, up to `free` of them or as many as their packed size makes believable."""
    taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for chunk in packed:
            taken += len(chunk)
            yield chunk

    given = 0
    for piece in filter(None, unpack(counted())):
        given += len(piece)
        yield piece
        check_ratio(given, taken, free)


def check_ratio(unpacked: int, packed: int, free: int) -> None:
    """Refuse what is over a hundred times larger unpacked than packed, beyond the size of one text."""
    if unpacked > free and unpacked > _MOST_RATIO * packed:
        raise Unreadable("too-large", f"{packed} bytes unpack to {unpacked} and more; see the setting max_bytes")


def _gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Gzip, also several files one after the other."""
    stream = zlib.decompressobj(wbits=31)
    ended = True
    for chunk in chunks:
        data = chunk
        while data:
            if stream.eof:
                stream, data = zlib.decompressobj(wbits=31), data.lstrip(b"\0")
                if not data:
                    break
            try:
                yield stream.decompress(data, CHUNK)
            except zlib.error as error:
                raise Unreadable("unreadable", f"broken gzip: {error}") from error
            ended = stream.eof
            data = stream.unused_data if stream.eof else stream.unconsumed_tail
    # Output that was held back: the decompressor may keep a chunk's worth after the last input.
    while not ended and (rest := stream.decompress(stream.unconsumed_tail, CHUNK)):
        yield rest
        ended = stream.eof
    if not ended:
        raise Unreadable("unreadable", "the gzip file is cut off")


def _bunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    return _members(chunks, bz2.BZ2Decompressor, "bzip2")


def _unxz(chunks: Iterable[bytes]) -> Iterator[bytes]:
    # A dictionary of 64 MB is what `xz -9` takes; more would break the bound on memory.
    return _members(chunks, lambda: lzma.LZMADecompressor(memlimit=100_000_000), "xz")


def _members(
    chunks: Iterable[bytes], new: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor], name: str
) -> Iterator[bytes]:
    stream = new()
    for chunk in chunks:
        data = chunk
        while data or not (stream.needs_input or stream.eof):
            if stream.eof:
                stream = new()
            try:
                yield stream.decompress(data, CHUNK)
            except (OSError, lzma.LZMAError) as error:
                raise Unreadable("unreadable", f"broken {name}: {error}") from error
            data = stream.unused_data if stream.eof else b""
    if not stream.eof:
        raise Unreadable("unreadable", f"the {name} file is cut off")


def _unzstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    zstandard = extra("zstandard")
    # 128 MB is the largest window that `zstd --long` makes without being told to.
    packed = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    frame = packed.decompressobj()
    for chunk in chunks:
        for start in range(0, len(chunk), _ZSTD_PIECE):
            data = chunk[start : start + _ZSTD_PIECE]
            while data:
                frame = packed.decompressobj() if frame.eof else frame
                try:
                    yield frame.decompress(data)
                except zstandard.ZstdError as error:
                    raise Unreadable("unreadable", f"broken zstd: {error}") from error
                data = frame.unused_data
    if not frame.eof:
        raise Unreadable("unreadable", "the zstd file is cut off")


# Four bytes can stand for a block of 128 KB, and a piece is unpacked at one go: 1 KB makes 32 MB at most.
_ZSTD_PIECE = 1024


def unpack_coded(data: bytes, coding: str, limit: int) -> Iterator[bytes]:
    """The body of an answer that a server packed. Gzip is left to its magic bytes, since its label is often wrong."""
    if coding == "br":
        try:
            yield extra("brotli").Decompressor().process(data, output_buffer_limit=limit + 1)
        except extra("brotli").error:
            yield data
    elif coding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                yield zlib.decompressobj(bits).decompress(data, limit + 1)
            except zlib.error:
                continue
            return
        yield data
    else:
        yield data


MAGIC: dict[bytes, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    b"\x1f\x8b": _gunzip,
    b"\x28\xb5\x2f\xfd": _unzstd,
    b"BZh": _bunzip,
    b"\xfd7zXZ\0": _unxz,
}

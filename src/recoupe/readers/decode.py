"""Bytes → text: unpacks within a bound, finds the encoding, and refuses what is no text."""

from __future__ import annotations

import codecs
import re
import zlib

from recoupe.errors import RecoupeError
from recoupe.model import RejectReason

_GZIP = b"\x1f\x8b"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.I)
# The HTML standard looks for the charset in the first 1,024 bytes; real pages put it a little later.
_CHARSET_WITHIN = 4096
# Share of control characters above which bytes are no text. Text has none; 2 % leaves room for form feeds in old pages.
_BINARY = 0.02
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0c\x1b")) + b"\x7f"
_FALLBACK = "windows-1252"


class Unreadable(RecoupeError):
    """Bytes that give no text."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: RejectReason = reason
        self.detail = detail


def unpack(data: bytes, limit: int) -> bytes:
    """The data, unpacked if it is gzip; never more than `limit` bytes.

    Raises:
        Unreadable: if it is empty, larger than `limit`, or cut off.
    """
    if data.startswith(_GZIP):
        data = _gunzip(data, limit)
    if len(data) > limit:
        raise Unreadable("too-large", f"more than {limit} bytes unpacked; see the setting max_bytes")
    if not data.strip():
        raise Unreadable("empty", "there is nothing in it")
    return data


def _gunzip(data: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while data and size <= limit:
        stream = zlib.decompressobj(wbits=31)
        try:
            parts.append(stream.decompress(data, limit + 1 - size))
        except zlib.error as error:
            raise Unreadable("unreadable", f"broken gzip: {error}") from error
        size += len(parts[-1])
        if not stream.eof and size <= limit:
            raise Unreadable("unreadable", "the gzip file is cut off")
        data = stream.unused_data.lstrip(b"\0")
    return b"".join(parts)


def decode(data: bytes, *, page: bool = False) -> str:
    """The text of the bytes: by byte order mark, as UTF-8, by the page's own charset, else as windows-1252.

    Raises:
        Unreadable: if the bytes are binary, or no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    if _is_binary(data):
        raise Unreadable("binary", "it holds control characters as no text does")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, _charset(data) if page else None, error)


def _is_binary(data: bytes) -> bool:
    head = data[:65_536]
    return b"\0" in head or len(head) - len(head.translate(None, _CONTROL)) > _BINARY * len(head)


def _charset(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _CHARSET_WITHIN)
    name = found.group(1).decode("ascii") if found else None
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", f"not valid {encoding} at byte {error.start}") from error


def _decode_otherwise(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    """Bytes that are not UTF-8. A page's own word is taken; a few broken bytes in UTF-8 are replaced, not misread."""
    if declared and declared != "utf-8":
        return _decode(data, declared)
    mostly = data.decode("utf-8", errors="replace")
    broken, wide = mostly.count("\ufffd"), sum(1 for _ in _WIDE.finditer(mostly))
    if wide > 20 * broken:
        return mostly
    try:
        text = data.decode(_FALLBACK)
    except UnicodeDecodeError:
        raise Unreadable("encoding", f"not valid UTF-8 at byte {error.start}, nor {_FALLBACK}") from error
    if not _looks_western(text):
        raise Unreadable("encoding", f"not valid UTF-8 at byte {error.start}, and {_FALLBACK} gives no words")
    return text


# Characters that only valid UTF-8 sequences give: proof that the bytes are UTF-8 with a few broken ones.
_WIDE = re.compile("[\u0080-\ufffc]")
_WESTERN = re.compile("[A-Za-z0-9\\s.,;:'\"!?()%-]")


def _looks_western(text: str) -> bool:
    """Western text is mostly unaccented letters; Cyrillic or Greek in their old code pages, misread, is not."""
    head = text[:20_000]
    return len(_WESTERN.findall(head)) > 0.7 * len(head)

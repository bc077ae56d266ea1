"""Bytes → text, with the encoding it was in and what was wrong with it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.readers.encodings import find_encoding
from recoupe.readers.mojibake import mend
from recoupe.readers.stream import HEAD, Stream

# What a page says of itself: `<meta charset=...>`, `<meta content="text/html; charset=...">`, `<?xml encoding=...?>`.
_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,60}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""",
    re.I,
)
# The HTML standard looks for the charset in the first 1,024 bytes; real pages put it a little later.
_CHARSET_WITHIN = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding of its bytes, and notes on what had to be done."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, labels: Sequence[str] = (), *, most: int | None = None) -> Decoded:
    """The text of the bytes.

    Args:
        data: the bytes.
        labels: what is said of their encoding, most trusted first.
        most: characters that will be kept of a plain text; what lies far beyond is not decoded, which takes time.

    Raises:
        Unreadable: if the bytes are no text, or no encoding fits.
    """
    found = find_encoding(data, labels)
    text, notes = _read_as(data, found.name) if most is None else _read_beginning(data, found.name, most)
    text, mended = mend(text)
    return Decoded(text, found.name, (*found.notes, *notes, *mended))


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """The same for a page, which may say its encoding itself; what the server said goes first."""
    return decode(data, [label for label in (charset, _of_page(data)) if label])


def _of_page(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _CHARSET_WITHIN)
    name = found.group(1).decode("ascii") if found else None
    # A declaration that could be read byte by byte is not in UTF-16, whatever it says.
    return None if name and name.lower().startswith("utf-16") else name


def _read_as(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return text, (f"{text.count(chr(0xFFFD))} characters are broken",)


def _read_beginning(data: bytes, encoding: str, most: int) -> tuple[str, tuple[str, ...]]:
    """Twice as much as is kept, so that it shows that there was more."""
    # No encoding takes more than four bytes for a character.
    if len(data) <= 8 * most:
        return _read_as(data, encoding)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data[: 8 * most])
    return text[: 2 * most], ()


def in_utf8(stream: Stream, labels: Sequence[str] = ()) -> tuple[Stream, str, tuple[str, ...]]:
    """The stream of a text as UTF-8 without a mark, the encoding that it was in, and notes.

    Raises:
        Unreadable: if its beginning is no text, or in no encoding that is known.
    """
    found = find_encoding(stream.head(HEAD), labels)
    if found.name == "utf-8":
        return stream, found.name, found.notes
    return Stream(_recoded(stream, found.name)), found.name, found.notes


def _recoded(stream: Stream, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in stream:
        if text := decoder.decode(chunk):
            yield text.encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")

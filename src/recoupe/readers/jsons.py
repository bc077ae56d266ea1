"""JSON and JSON lines → Capture: one article a line or list item; a bad one is rejected, and the rest goes on."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from recoupe.errors import NoArticles, Unreadable
from recoupe.model import Capture, Rejected, RejectReason
from recoupe.readers.decode import decode, in_utf8
from recoupe.readers.fields import Container, container_of, make_capture, records
from recoupe.readers.found import Found, Outcome
from recoupe.readers.stream import HEAD, Stream, lines
from recoupe.settings import Settings


def read_json(found: Found, settings: Settings) -> Iterator[Outcome]:
    """A document with one article or a list of them; or lines, whatever the file is called."""
    stream, container = _opened(found, settings)
    head = stream.head(HEAD).lstrip()
    if looks_like_lines(head):
        yield from _read_lines(container, stream, settings.max_bytes)
    elif head.startswith(b"["):
        yield from _read_list(container, stream, settings.max_bytes)
    else:
        yield from _read_document(container, stream.whole(settings.max_bytes))


def read_lines(found: Found, settings: Settings) -> Iterator[Outcome]:
    """One article or list of articles a line, named `source#ID`, or by the line's number if it has no id."""
    stream, container = _opened(found, settings)
    yield from _read_lines(container, stream, settings.max_bytes)


def looks_like_lines(head: bytes) -> bool:
    """Whether a JSON text holds an object a line: the first ends with its line, and another begins the next."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def _opened(found: Found, settings: Settings) -> tuple[Stream, Container]:
    stream, encoding, notes = in_utf8(found.stream, (found.charset,) if found.charset else ())
    return stream, container_of(found, settings, encoding, notes)


def _read_lines(container: Container, stream: Stream, limit: int) -> Iterator[Capture | Rejected]:
    decoder = msgspec.json.Decoder(dict[str, Any])
    for number, line in lines(stream, limit):
        name = f"{container.source}#{number}"
        if line is None:
            yield Rejected(name, "too-large", f"line {number} is longer than {limit} bytes; see the setting max_bytes")
        elif line.strip():
            try:
                value = decoder.decode(_utf8(line))
            except (msgspec.MsgspecError, RecursionError, Unreadable) as error:
                yield Rejected(name, "format", f"line {number}: {error}")
                continue
            for item in records(value) or [value]:
                yield make_capture(container, item, number)


def _utf8(line: bytes) -> bytes:
    """A line in another encoding than those before it does not stop the rest."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line).text.encode("utf-8", "replace")
    return line


# Objects without a text are told of once it is clear that the list is one of articles; this many are waited for.
_WAITING = 1000


def _read_list(container: Container, stream: Stream, limit: int) -> Iterator[Capture | Rejected]:
    """The objects of a list of any length, one by one."""
    waiting: list[Capture | Rejected] = []
    is_one = bool(container.columns)
    for number, (value, size) in enumerate(_elements(stream, limit), start=1):
        if not isinstance(value, dict):
            continue
        is_one = is_one or bool(records([value]))
        made = make_capture(container, value, number)
        if size > limit:
            made = Rejected(made.source, "too-large", f"it has {size} characters; see the setting max_bytes")
        if is_one:
            yield from waiting
            yield made
            waiting = []
        elif len(waiting) < _WAITING:
            waiting.append(made)
    if not is_one:
        raise NoArticles("no object in its list has a text, or a title and an address")


def _read_document(container: Container, data: bytes) -> Iterator[Capture | Rejected]:
    try:
        value = msgspec.json.decode(_utf8(data))
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unreadable("format", f"it is no JSON: {error}") from error
    items = records(value) or ([value] if container.columns and isinstance(value, dict) else [])
    if not items:
        raise NoArticles("it is JSON, but holds no list of objects with a text, or a title and an address")
    for number, item in enumerate(items, start=1):
        yield make_capture(container, item, number)


def _elements(stream: Stream, limit: int) -> Iterator[tuple[Any, int]]:
    """The values of a JSON list with their lengths, decoded as they come.

    Raises:
        Unreadable: where it is no JSON, or a value has no end within `limit` characters.
    """
    text = _Text(stream)
    text.skip("[")
    while (first := text.skip(",")) != "]":
        if not first:
            raise Unreadable("format", "the JSON list is cut off")
        yield text.value(limit)


class _Text:
    """The text of a stream, a part of it at a time: what is decoded goes, what is not yet decoded stays."""

    def __init__(self, stream: Stream) -> None:
        self._chunks = iter(stream)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._place = 0
        self._json = json.JSONDecoder()

    def _more(self, size: int) -> bool:
        """Take in `size` more bytes; whether there were any."""
        parts = [self._text[self._place :]]
        have = 0
        while have < size and (chunk := next(self._chunks, b"")):
            parts.append(self._decoder.decode(chunk))
            have += len(chunk)
        self._text, self._place = "".join(parts), 0
        return bool(have)

    def skip(self, mark: str) -> str:
        """Go over white space and one mark; the character after them, empty at the end."""
        marks = 0
        while True:
            while self._place < len(self._text):
                char = self._text[self._place]
                if not char.isspace() and not (char == mark and not marks):
                    return char
                marks += char == mark
                self._place += 1
            if not self._more(HEAD):
                return ""

    def value(self, limit: int) -> tuple[Any, int]:
        """The JSON value that begins here, and its length; tried again with twice as much text while it has no end."""
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._place)
            except (ValueError, RecursionError) as error:
                size = len(self._text) - self._place
                if isinstance(error, RecursionError) or size > limit or not self._more(max(HEAD, size)):
                    reason: RejectReason = "too-large" if size > limit else "format"
                    raise Unreadable(reason, f"a value of the JSON list cannot be read: {error}") from error
                continue
            size, self._place = end - self._place, end
            return value, size

"""JSON lines → Capture: one article a line; a bad line is rejected and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from recoupe.model import Capture, Rejected
from recoupe.readers.decode import decode


class Line(msgspec.Struct, kw_only=True):
    """What a line may say. Other keys are left alone."""

    text: str
    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None


def read_lines(source: str, data: bytes) -> Iterator[Capture | Rejected]:
    """One capture or rejection for each line that is not blank, named `source#ID`, or by its number if it has no id."""
    decoder = msgspec.json.Decoder(Line)
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if line.strip():
            yield _read_line(source, number, line, decoder)


def _read_line(source: str, number: int, line: str, decoder: msgspec.json.Decoder[Line]) -> Capture | Rejected:
    try:
        item = decoder.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        return Rejected(f"{source}#{number}", "format", f"line {number}: {error}")
    name = f"{source}#{number if item.id in (None, '') else item.id}"
    if not item.text.strip() and not (item.title or "").strip():
        return Rejected(name, "empty", f"line {number} has no text")
    return Capture(
        source=name,
        media="text/plain",
        text=item.text,
        url=item.url,
        publisher=item.publisher,
        title=item.title,
        published=item.published,
        language=item.language,
    )

"""What readers take and give: something found, still packed or undecoded, on its way to captures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recoupe.model import Capture, Rejected
from recoupe.readers.stream import Stream
from recoupe.settings import Settings


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes with a name, and what is said of them by what held them.

    Args:
        source: how the report will name it.
        name: file name, whose ending tells the kind.
        stream: the bytes.
        named: the user named this very thing. What merely lay in a folder is passed over where it holds no article.
        media: content type that a server or an archive gives, in lower case, without parameters.
        charset: character set that goes with it.
        url: address that it was fetched from.
        captured: when it was fetched.
        depth: how many archives it lies in.
        notes: what was wrong with it so far.
    """

    source: str
    name: str
    stream: Stream
    named: bool = True
    media: str | None = None
    charset: str | None = None
    url: str | None = None
    captured: str | None = None
    depth: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a list points to; fetched only if the user asked for it."""

    source: str
    url: str


Outcome = Capture | Rejected | Found | Link
Reader = Callable[[Found, Settings], Iterator[Outcome]]
"""Reads one kind of input. What it finds inside and cannot read itself it hands back as `Found` or `Link`."""

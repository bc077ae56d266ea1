"""Blocks → one text with its lines: joins a document's blocks and keeps where each line stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.article.lexicon import line_key
from recoupe.model import Block, RegionKind
from recoupe.text.normal import normalise
from recoupe.text.scripts import UNSPACED_CHARS


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank.

    `after_gap`: a blank line stands before it; `marked`: what its markup says; `prose`: it reads like running text;
    `sentence`: no headline would be so, for it is long or ends with a full stop.
    """

    start: int
    end: int
    text: str
    key: str
    after_gap: bool
    marked: RegionKind | None
    prose: bool
    sentence: bool


# A line with so many letters that ends a sentence is running text. Bylines and captions are shorter, headlines and
# links have no full stop. In scripts that write a word in one or two characters a third of that is enough.
PROSE_LETTERS = 50
_PROSE_UNSPACED = 20
_ENOUGH, _ENOUGH_UNSPACED = (re.compile(rf"(?:[\W_]*[^\W_]){{{n}}}") for n in (PROSE_LETTERS, _PROSE_UNSPACED))
_ENDS_SENTENCE = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u0589]['\"\u2019\u201d\u00bb\u300d\u300f)\]\u201c\s\u00a0\u202f]{0,4}$"
)
_WITHIN_SENTENCE = re.compile(r"[.!?\u2026]['\"\u2019\u201d\u00bb)\u00a0\s]{1,4}\S|[\u3002\uff01\uff1f\u0964]")
_FULL_STOP = re.compile(
    r"(?<!\.)[.\u3002\u06d4\u0964\u0589]['\"\u2019\u201d\u00bb\u300d\u300f)\]\u201c\s\u00a0\u202f]{0,4}$"
)
# Of longer lines only the opening words are looked at: what is told by its end (captions, credits) is shorter.
_SHORT, _OPENING = 320, 80
# Longer than any headline (the longest of 2,177 French ones has 170 characters).
_LONG = 250
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


def join(blocks: Iterable[Block], max_chars: int) -> tuple[str, tuple[Line, ...]]:
    """The blocks' lines as one normalised text, no longer than `max_chars`, and its lines that are not blank."""
    lines: list[Line] = []
    parts: list[str] = []
    gap, at = True, 0
    for row, kind in ((row, block.kind) for block in blocks for row in normalise(block.text).split("\n")):
        row = row[: max(0, max_chars - at)]
        stripped = row.strip()
        if stripped:
            start = at + row.index(stripped[0])
            lines.append(_line(start, stripped, gap, kind))
        gap = not stripped
        parts.append(row)
        at += len(row) + 1
        if at > max_chars:
            break
    return "\n".join(parts), tuple(lines)


def _line(start: int, text: str, gap: bool, kind: RegionKind | None) -> Line:
    """Of a line that its markup tells to be no body, the words need not be looked at."""
    settled = kind in ("boilerplate", "related", "comment")
    prose = not settled and is_prose(text)
    key = "" if settled else line_key(text if len(text) <= _SHORT else text[:_OPENING])
    return Line(start, start + len(text), text, key, gap, kind, prose, not settled and _is_sentence(text))


def is_prose(text: str) -> bool:
    """Whether a line reads like running text: long enough, and with the end of a sentence at its end or within it."""
    enough = _ENOUGH_UNSPACED if _UNSPACED.search(text[:200]) else _ENOUGH
    if len(text) < 1000 and not enough.match(text):
        return False
    return ends_sentence(text) or bool(_WITHIN_SENTENCE.search(text)) or len(text) > _LONG


def _is_sentence(text: str) -> bool:
    """Headlines may ask or shout, but they have no full stop and are not long."""
    full_stop = bool(_FULL_STOP.search(text[-6:])) and (len(text) > PROSE_LETTERS // 2 or bool(_UNSPACED.search(text)))
    return len(text) > _LONG or full_stop


def ends_sentence(text: str) -> bool:
    """Whether the line ends with the sign that ends a sentence."""
    return bool(_ENDS_SENTENCE.search(text[-6:]))

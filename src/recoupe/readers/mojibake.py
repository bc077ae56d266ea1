"""Text → the text meant, where UTF-8 was once read as something else and only one reading explains it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# The first byte of a UTF-8 sequence read in a code page of one byte a letter, and what follows it: cheap to look for,
# and rare in a text that is right. Latin-1 and windows-1252, then windows-1251 and Mac.
_LATIN = "\u00c2-\u00c5\u00c9\u00ce-\u00d1\u00d7-\u00db\u00e0-\u00ef"
_TRACES = re.compile(
    f"[{_LATIN}\u0420\u0421\u0432\u221a]"  # one set of all first signs, which is looked for many times faster
    f"(?:(?<=[{_LATIN}])[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|(?<=[\u0420\u0421])[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491\u2013-\u2122]"
    "|(?<=\u0432)\u0402|(?<=\u221a)[\u00a9\u2122\u2020\u00b4])"
)
# Pages are mostly ASCII, and a part that is can be passed over at once.
_PART = 2000


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with such lines mended, and a note that says how many there were."""
    if not _has_traces(text):
        return text, ()
    lines = text.split("\n")
    mended = [_mend_line(line) for line in lines]
    changed = sum(before != after for before, after in zip(lines, mended, strict=True))
    return "\n".join(mended), (f"{changed} lines were UTF-8 read as another encoding, and mended",) if changed else ()


def _has_traces(text: str) -> bool:
    parts = (text[start : start + _PART + 1] for start in range(0, len(text), _PART))
    return not text.isascii() and any(not part.isascii() and _TRACES.search(part) for part in parts)


# A line is looked at in pieces of this length, so that time stays in proportion to it.
_PIECE = 20_000


def _mend_line(line: str) -> str:
    from ftfy import fix_encoding

    if not _TRACES.search(line):
        return line
    pieces = [line[start : start + _PIECE] for start in range(0, len(line), _PIECE)]
    return "".join(fix_encoding(piece, _only_certain()) for piece in pieces)


@cache
def _only_certain() -> TextFixerConfig:
    """No guess at characters that were lost, no change of anything but the encoding."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False, replace_lossy_sequences=False, fix_c1_controls=False, restore_byte_a0=True, explain=False
    )

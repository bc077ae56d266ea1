"""Text → its lexemes (words, digit runs, single marks), on which the patterns for times and quantities run."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from recoupe.text.scripts import UNSPACED_CHARS

# Letters hang together, digits hang together, every other mark stands alone; so does each sign of an unspaced script.
_SPACED = re.compile(r"\d+|[^\W\d_]+|\S")
_UNSPACED = re.compile(rf"\d+|[{UNSPACED_CHARS}]|(?:(?![{UNSPACED_CHARS}])[^\W\d_])+|\S")
_ANY_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")
_APOSTROPHES, _DASHES = "\u2019\u02bc", "\u2010\u2011\u2012\u2013\u2014\u2212"


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text, column by column: in lower case with one apostrophe and one dash, and where they stand."""

    text: str
    lows: list[str]
    starts: list[int]
    ends: list[int]

    def between(self, start: int, end: int) -> range:
        """Indices of the lexemes that begin in `text[start:end]`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


# Times and quantities read the same article one after the other; more than a few texts need not be kept.
@lru_cache(maxsize=4)
def lexemes(text: str) -> Lexemes:
    """All lexemes of a text."""
    pattern = _UNSPACED if _ANY_UNSPACED.search(text) else _SPACED
    spans = [m.span() for m in pattern.finditer(text)]
    low = _lower(text)
    return Lexemes(text, [low[a:b] for a, b in spans], [a for a, _ in spans], [b for _, b in spans])


def _lower(text: str) -> str:
    """Lower case, one kind of apostrophe and dash, and never a change of length (a dotted capital I would grow)."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not low.isascii():  # eight replacements take a tenth of the time of one translation table
        for marks, mark in ((_APOSTROPHES, "'"), (_DASHES, "-")):
            for other in marks:
                low = low.replace(other, mark)
    return low

"""Text → its lexemes (words, digit runs, single marks), on which the patterns for times and quantities run."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.text.tokens import cut

# Letters hang together, digits hang together, every other mark stands alone; so does each sign of an unspaced script.
_SPACED = re.compile(r"([^\W\d_]+|\d+|\S)")
_UNSPACED = re.compile(rf"([{UNSPACED_CHARS}]|(?:(?![{UNSPACED_CHARS}])[^\W\d_])+|\d+|\S)")
_ANY_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")
_APOSTROPHES, _DASHES = "\u2019\u02bc", "\u2010\u2011\u2012\u2013\u2014\u2212"


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text, column by column: in lower case with one apostrophe and one dash, and where they stand.

    `numbers` are the indices of those in digits.
    """

    text: str
    lows: list[str]
    starts: list[int]
    ends: list[int]
    numbers: list[int]

    def between(self, start: int, end: int) -> range:
        """Indices of the lexemes that begin in `text[start:end]`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def numbers_or(self, words: Container[str], indices: range) -> list[int]:
        """Indices of the lexemes in digits and of those in `words`, in order."""
        found = self.numbers[bisect_left(self.numbers, indices.start) : bisect_left(self.numbers, indices.stop)]
        found += compress(indices, map(words.__contains__, self.lows[indices.start : indices.stop]))
        return sorted(found)


# Times and quantities read the same article one after the other; more than a few texts need not be kept.
@lru_cache(maxsize=4)
def lexemes(text: str) -> Lexemes:
    """All lexemes of a text."""
    unspaced = not text.isascii() and _ANY_UNSPACED.search(text)
    lows, _, starts, ends = cut(_UNSPACED if unspaced else _SPACED, _lower(text))
    return Lexemes(text, lows, starts, ends, list(compress(range(len(lows)), map(str.isdecimal, lows))))


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

"""Words → shingles: overlapping runs of words as 64-bit hashes, the same on every machine."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from heapq import nsmallest

# Words in a shingle. Four: long enough that few set phrases are as long, short enough to survive an editor
# (true pairs of wire copy share about 30 % of 3-grams and still 20 % of 4-grams; design/methods.md, D.2).
SIZE = 4
# In a script without spaces a "word" is one character and two of them make about one real word.
UNSPACED_FACTOR = 2
_HASHES = 2**64


def shingles(folded: Sequence[str], size: int = SIZE) -> list[int]:
    """Hash of each run of `size` folded words; the i-th begins with the i-th word."""
    from xxhash import xxh3_64_intdigest as digest

    runs = zip(*(folded[first:] for first in range(size)), strict=False)
    return list(map(digest, map(str.encode, map(" ".join, runs))))


def different(hashes: Iterable[int]) -> array[int]:
    """The different hashes in the order in which they come, in eight bytes each."""
    return array("Q", dict.fromkeys(hashes))


def sketch(hashes: Sequence[int], rate: int, least: int) -> Sequence[int]:
    """The lowest hashes: one of `rate` of all that there are, `least` of them where the text is short.

    Two texts choose alike whatever their lengths, so of what they share one of `rate` is in both sketches (Broder's
    sketch modulo m, 1997; FracMinHash), which a bottom-k sketch does not hold for a short text within a long one.

    Args:
        hashes: the different hashes of a text.
        rate: how many hashes one of the sketch stands for.
        least: how many to keep of a short text.
    """
    bound = _HASHES // rate
    low = [value for value in hashes if value < bound]
    return low if len(low) >= least else nsmallest(least, hashes)

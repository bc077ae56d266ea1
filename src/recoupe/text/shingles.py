"""Words → shingles: overlapping runs of words as 64-bit hashes, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.text.words import Word

# Words in a shingle. Four: long enough that few set phrases are as long, short enough to survive an editor
# (true pairs of wire copy share about 30 % of 3-grams and still 20 % of 4-grams; design/methods.md, D.2).
SIZE = 4
# In a script without spaces a "word" is one character and two of them make about one real word.
UNSPACED_FACTOR = 2


def shingles(words: Sequence[Word], size: int = SIZE) -> list[int]:
    """Hash of each run of `size` words; the i-th begins with the i-th word."""
    from xxhash import xxh3_64_intdigest as digest

    folded = [word.folded for word in words]
    runs = zip(*(folded[first:] for first in range(size)), strict=False)
    return [digest(" ".join(run).encode()) for run in runs]


def lowest(hashes: Sequence[int], count: int) -> tuple[int, ...]:
    """The `count` lowest different hashes: two texts that share many shingles share some of these (bottom-k sketch)."""
    return tuple(sorted(set(hashes))[:count])

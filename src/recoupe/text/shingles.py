"""Words → shingles: overlapping runs of words as 64-bit hashes, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from recoupe.text.words import Word

# Words in a shingle. Four: long enough that few set phrases are as long, short enough to survive an editor
# (true pairs of wire copy share about 30 % of 3-grams and still 20 % of 4-grams; design/methods.md, D.2).
SIZE = 4
# In a script without spaces a "word" is one character and two of them make about one real word.
UNSPACED_FACTOR = 2


def shingles(words: Sequence[Word], size: int = SIZE) -> list[int]:
    """Hash of each run of `size` words; the i-th begins with the i-th word.

    A run's hash is a polynomial of the hashes of its words, modulo 2**64: each word is hashed once.
    """
    import numpy as np

    count = len(words) - size + 1
    if count <= 0:
        return []
    of_words = np.array([_hash(word.folded) for word in words], dtype=np.uint64)
    found = of_words[:count]
    for at in range(1, size):
        found = found * np.uint64(_FACTOR) + of_words[at : at + count]
    hashes: list[int] = found.tolist()
    return hashes


# The odd factor of the polynomial: the golden ratio in 64 bits (Knuth, TAOCP 6.4), which spreads the bits well.
_FACTOR = 0x9E3779B97F4A7C15


@lru_cache(2**16)
def _hash(word: str) -> int:
    from xxhash import xxh3_64_intdigest

    return xxh3_64_intdigest(word.encode())


def lowest(hashes: Sequence[int], count: int) -> tuple[int, ...]:
    """The `count` lowest different hashes: two texts that share many shingles share some of these (bottom-k sketch)."""
    return tuple(sorted(set(hashes))[:count])

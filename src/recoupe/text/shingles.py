"""Words → shingles: overlapping runs of words as 64-bit hashes, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat

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
    falls_out = pow(_FACTOR, size, _RANGE)
    of_words = [_hash(word.folded) for word in words]
    held, hashes = 0, []
    for word, left in zip(of_words, chain(repeat(0, size), of_words), strict=False):
        held = (held * _FACTOR + word - left * falls_out) % _RANGE
        hashes.append(held)
    return hashes[size - 1 :]


_RANGE = 2**64
# The odd factor of the polynomial: the golden ratio in 64 bits (Knuth, TAOCP 6.4), which spreads the bits well.
_FACTOR = 0x9E3779B97F4A7C15


@lru_cache(2**16)
def _hash(word: str) -> int:
    from xxhash import xxh3_64_intdigest

    return xxh3_64_intdigest(word.encode())


def lowest(hashes: Sequence[int], count: int) -> tuple[int, ...]:
    """The `count` lowest different hashes: two texts that share many shingles share some of these (bottom-k sketch)."""
    return tuple(sorted(set(hashes))[:count])

"""Text → its words, found once for a whole text, of which any part can be had."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from recoupe.text.words import Word, words

# Texts whose words are remembered: those of a large story. 256 articles of 500 words take some 20 MB.
_TEXTS = 256


def words_within(text: str, start: int, end: int) -> Sequence[Word]:
    """The words that begin in `text[start:end]`, with offsets into the whole text."""
    found, starts = _laid_out(text)
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(_TEXTS)
def _laid_out(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    found = tuple(words(text))
    return found, tuple(word.start for word in found)

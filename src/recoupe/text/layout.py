"""Text → its words, found once for a whole text, of which any part can be had."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from recoupe.text.words import Word, cut_words, words_of

# Texts whose words are remembered: those of a large story. 256 articles of 500 words take some 20 MB.
TEXTS = 256


class Layout(NamedTuple):
    """The words of a text, where each begins, and how each is written, side by side."""

    words: tuple[Word, ...]
    starts: list[int]
    forms: list[str]

    def between(self, start: int, end: int) -> slice:
        """The places of the words that begin in `text[start:end]`."""
        return slice(bisect_left(self.starts, start), bisect_left(self.starts, end))


@lru_cache(TEXTS)
def lay_out(text: str) -> Layout:
    """The words of a text, to be read only: who asks again gets the same lists."""
    found = cut_words(text)
    return Layout(tuple(words_of(found)), found.starts, found.forms)


def words_within(text: str, start: int, end: int) -> Sequence[Word]:
    """The words that begin in `text[start:end]`, with offsets into the whole text."""
    laid = lay_out(text)
    return laid.words[laid.between(start, end)]

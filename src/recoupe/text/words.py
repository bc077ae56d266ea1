"""Text → its words with their offsets, folded and stemmed for comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import NamedTuple, Protocol

from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.text.tokens import Tokens, cut

# A number with its separators is one word; in scripts without spaces each character is one.
_WORD = re.compile(
    rf"([^\W\d_{UNSPACED_CHARS}]+\d*|\d+(?:[.,\u00a0\u202f' ]\d{{3}})*(?:[.,]\d+)?|[{UNSPACED_CHARS}]|\w)"
)


# Words are folded again and again; this many hold the vocabulary of a large pile.
_CACHED = 2**17


class _Folded(dict[str, str]):
    """Word → its fold, found on first use. A dictionary that begins anew when it is full: `lru_cache` takes twice the
    time, since it notes each use."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHED:
            self.clear()
        found = self[word] = fold(word)
        return found


folded: Callable[[str], str] = _Folded().__getitem__
"""`fold` of a word, remembered: a quarter of the time of the fold itself."""


def cut_words(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The words of `text[start:end]` column by column, as they are written."""
    return cut(_WORD, text, start, end)


class Word(NamedTuple):
    """A word: where it stands, and its folded form."""

    start: int
    end: int
    folded: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, with offsets into the whole text."""
    found = cut_words(text, start, end)
    return words_of(found)


def words_of(found: Tokens) -> list[Word]:
    """The words of a text that has been cut."""
    # `Word._make` would be called for each word; this stays in C, which takes a third of the time.
    return list(map(tuple.__new__, repeat(Word), zip(found.starts, found.ends, map(folded, found.forms), strict=True)))


def bare_words(text: str) -> list[str]:
    """The folded words of a text without their offsets, in half of the time."""
    return list(map(folded, _WORD.findall(text)))


def folded_words(folded: str) -> list[str]:
    """The words of a text that is folded already, without their offsets."""
    return _WORD.findall(folded)


class Stem(Protocol):
    """Folded word → its stem."""

    def __call__(self, word: str, /) -> str:
        """The stem of a folded word."""
        ...


# Without a Snowball stemmer, the first six letters are a fair stem for inflecting languages: most endings come later.
PREFIX = 6


@cache
def stemmer(language: Language) -> Stem:
    """The stemmer that the language file names, else the first letters of the word."""
    if language.words.stemmer is None:
        return lambda word: word[:PREFIX]
    import Stemmer

    stem: Stem = Stemmer.Stemmer(language.words.stemmer).stemWord
    return stem


def content_stems(text: str, language: Language) -> list[str]:
    """Stems of the words that carry meaning: no function words, no single Latin letters."""
    stem, stop = stemmer(language), stop_words(language)
    return [
        stem(w.folded) for w in words(text) if w.folded not in stop and (len(w.folded) > 1 or not w.folded.isascii())
    ]


@cache
def stop_words(language: Language) -> frozenset[str]:
    """The language's function words, folded as `words` folds."""
    return frozenset(map(fold, language.words.stop))

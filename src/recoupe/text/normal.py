"""Text → the one normal form in which an article is kept; after this no text is ever changed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

# Control characters carry nothing a reader sees; the tab and the line feed do.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]|\u2029")


def normalise(text: str) -> str:
    r"""NFC with `\n` as the only line end and no control characters. `normalise(normalise(t)) == normalise(t)`."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


# Quotation marks and apostrophes of every kind, folded for comparison only.
_FOLD = str.maketrans("’‘‛\u02bc“”„‟«»‹›‐‑‒–—―\u00a0\u202f\u2009", '\'\'\'\'""""""""------   ')


def fold(text: str) -> str:
    """Form for comparing words: lower case, no accents, one kind of quote, dash and space. Offsets are not kept."""
    if text.isascii():
        return text.lower()
    return _fold_run(text) if len(text) <= _WORD_LENGTH else text.lower().translate(_FOLDED)


# Words come again and again: those up to this length are folded once. 2**16 of them take about 10 MB.
_WORD_LENGTH = 32


class _Folded(dict[int, str]):
    """Each letter's folded form, found when it is first met: a text in NFC folds letter by letter."""

    def __missing__(self, letter: int) -> str:
        self[letter] = folded = _fold(chr(letter))
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=2**16)
def _fold_run(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLD).casefold())
    return unicodedata.normalize("NFC", "".join(filterfalse(unicodedata.combining, decomposed)))

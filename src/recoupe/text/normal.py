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
    return unicodedata.normalize("NFC", _CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


# Quotation marks and apostrophes of every kind, folded for comparison only.
_FOLD = str.maketrans("’‘‛\u02bc“”„‟«»‹›‐‑‒–—―\u00a0\u202f\u2009", '\'\'\'\'""""""""------   ')


def fold(text: str) -> str:
    """Form for comparing words: lower case, no accents, one kind of quote, dash and space. Offsets are not kept."""
    if text.isascii():
        return text.lower()
    # Of a longer text, what is not ASCII is folded run by run: no run makes one letter with the ASCII beside it.
    return _fold_run(text) if len(text) <= _WORD_LENGTH else _NOT_ASCII.sub(_folded, text.lower())


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# Words and signs come again and again: those up to this length are folded once. 2**16 of them take about 10 MB.
_WORD_LENGTH = 32


def _folded(run: re.Match[str]) -> str:
    found = run.group()
    return _fold_run(found) if len(found) <= _WORD_LENGTH else _fold(found)


@lru_cache(maxsize=2**16)
def _fold_run(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLD).casefold())
    return unicodedata.normalize("NFC", "".join(filterfalse(unicodedata.combining, decomposed)))

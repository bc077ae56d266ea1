"""Words of the news in several languages → the notions that they name, so that statements of two languages can meet.

Each file of this folder holds notions, each with its words by language. A word that ends in `-` stands for all words
that begin so. Words are compared folded: without accents, in lower case.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from recoupe.text.normal import fold


@cache
def _notions() -> dict[str, dict[str, str]]:
    """Notion → language → its words, separated by spaces; over all files."""
    found: dict[str, dict[str, str]] = {}
    for entry in sorted(files(__name__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            found.update(tomllib.loads(entry.read_text(encoding="utf-8")))
    return found


@cache
def notions_of(theme: str) -> frozenset[str]:
    """All notions of one file of this folder."""
    return frozenset(tomllib.loads((files(__name__) / f"{theme}.toml").read_text(encoding="utf-8")))


@cache
def _words(language: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words and beginnings of a language, each with its notions."""
    whole: dict[str, frozenset[str]] = {}
    begins: dict[str, frozenset[str]] = {}
    for notion, by_language in _notions().items():
        for word in by_language.get(language, "").split():
            table, key = (begins, fold(word[:-1])) if word.endswith("-") else (whole, fold(word))
            table[key] = table.get(key, frozenset()) | {notion}
    return whole, begins


@cache
def _longest(language: str) -> int:
    return max(map(len, _words(language)[1]), default=0)


def concepts_of(word: str, language: str) -> frozenset[str]:
    """The notions that a folded word names in this language; the longest beginning that fits counts."""
    whole, begins = _words(language)
    if word in whole:
        return whole[word]
    for end in range(min(len(word), _longest(language)), 1, -1):
        if word[:end] in begins:
            return begins[word[:end]]
    return frozenset()

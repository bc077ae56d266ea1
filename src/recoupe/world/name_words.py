"""Words of which the names of bodies and places are made → what they mean, and the countries whose adjectives they are.

`name_words.tsv` and `peoples.tsv` hold a notion or a country a line and its words by language, compared folded. A word
with `-` behind it stands for all that begin so, in every case and number; with `-` before it, for compounds that end
so. A notion with `+` is a word of several notions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from recoupe.text.normal import fold

Notions = frozenset[str]
NONE: Notions = frozenset()
# Shortest rest of a word that a compound may begin or end with.
_LEAST = 3
# Words that are remembered: those of the names of some stories.
_CACHED = 16_384


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a language as they stand, their beginnings and their ends, each with what it means."""

    whole: dict[str, tuple[Notions, ...]] = field(default_factory=dict)
    begins: dict[str, tuple[Notions, ...]] = field(default_factory=dict)
    ends: dict[str, tuple[Notions, ...]] = field(default_factory=dict)


@lru_cache(_CACHED)
def meanings(word: str, language: str) -> tuple[Notions, ...]:
    """What a folded word means, by its parts; each part may mean one of several notions. Empty if lists lack it."""
    known = _words(language, "name_words.tsv")
    if word in known.whole:
        return known.whole[word]
    first = _longest_start(word, known.begins)
    if len(first) > 1:
        return first
    last = next((known.ends[word[at:]] for at in range(_LEAST, len(word) - 1) if word[at:] in known.ends), ())
    return first if first == last else (*first, *last)


@lru_cache(_CACHED)
def nation_of(word: str, language: str) -> str | None:
    """The country of which a folded word is the adjective or the people."""
    known = _words(language, "peoples.tsv")
    found = known.whole.get(word) or _longest_start(word, known.begins)
    return min(found[0]) if found else None


@cache
def unspaced_words(language: str) -> dict[str, tuple[Notions, ...]]:
    """All words of a language that writes none apart, with what they mean."""
    return dict(_words(language, "name_words.tsv").whole)


@cache
def unspaced_nations(language: str) -> dict[str, str]:
    """The names of countries of such a language."""
    return {word: min(found[0]) for word, found in _words(language, "peoples.tsv").whole.items()}


def _longest_start(word: str, begins: dict[str, tuple[Notions, ...]]) -> tuple[Notions, ...]:
    return next((begins[word[:end]] for end in range(len(word), 1, -1) if word[:end] in begins), ())


@cache
def _words(language: str, file: str) -> _Words:
    base = language.partition("-")[0]
    made = _Words()
    for notion, words in _column(base, file):
        for word in words.split():
            table = made.begins if word.endswith("-") else made.ends if word.startswith("-") else made.whole
            key = fold(word.strip("-"))
            parts = tuple(frozenset({part}) for part in notion.split("+"))
            before = table.get(key, ())
            table[key] = (before[0] | parts[0],) if len(before) == len(parts) == 1 else max(before, parts, key=len)
    return made


def _column(language: str, file: str) -> list[tuple[str, str]]:
    _, head, *lines = (files("recoupe.world") / file).read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    if language not in columns:
        return []
    at = columns.index(language)
    return [(cells[0], cells[at]) for cells in (line.split("\t") for line in lines)]

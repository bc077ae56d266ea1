"""Text → the countries it names, as ISO codes: names from CLDR in the language of the text, endings left off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.text.words import Word

# Names change with case and become adjectives (Mauritanie, mauritanien), so long ones are matched by all but their last
# two letters. Names of up to six letters must stand as they are ("Fran" would match "franchir").
LONG = 7
DROPPED = 2
# Letters that an ending may put behind the kept letters.
ENDING = 6
# Words that are remembered.
VOCABULARY = 65_536
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


def find_countries(text: str, found: Sequence[Word], language: str) -> Iterator[tuple[Word, str]]:
    """Each word with which a country's name begins, and the country's code."""
    yield from ((word, code) for word in found if (code := country_of(word.folded, language)))
    yield from long_countries(text, found, language)


def long_countries(text: str, found: Sequence[Word], language: str) -> Iterator[tuple[Word, str]]:
    """The same for names of several words, and in scripts without spaces."""
    _, several, unspaced = _names(language)
    if unspaced:
        for word in found:
            for name, code in unspaced.get(text[word.start], ()):
                if text.startswith(name, word.start):
                    yield word, code
    for word in found:
        if word.folded in several:
            for name, code in several[word.folded]:
                if fold(text[word.start : word.start + len(name)]) == name:
                    yield word, code


@lru_cache(VOCABULARY)
def country_of(word: str, language: str) -> str | None:
    """The country that a folded word names alone."""
    stems, _, _ = _names(language)
    if len(word) < LONG:
        return stems.get(word)
    ends = range(len(word), max(LONG - DROPPED, len(word) - ENDING) - 1, -1)
    return next((stems[word[:end]] for end in ends if word[:end] in stems), None)


_Names = tuple[dict[str, str], dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]


@cache
def _names(language: str) -> _Names:
    """Stems of one word; names of several words by the first; names without spaces by their first letter."""
    from babel import Locale, UnknownLocaleError

    stems: dict[str, str] = {}
    several: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    unspaced: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return stems, several, unspaced
    for code, name in sorted((c, n) for c, n in territories.items() if len(c) == 2):
        folded = fold(name)
        if _UNSPACED.match(name):
            unspaced[name[0]].append((name, code))
        elif " " in folded or "-" in folded:
            several[re.split("[ -]", folded)[0]].append((folded, code))
        else:
            stems.setdefault(folded[:-DROPPED] if len(folded) >= LONG else folded, code)
    return stems, several, unspaced

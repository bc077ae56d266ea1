"""Language → its word lists for regions and identity, compiled once; `line_key` is how lines meet them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
# Bullets, arrows and brackets before the words of a line say nothing about it.
_LEAD = re.compile(
    r"^[\s>*\u2022\u00b7\u2013\u2014|→\u00bb\u00ab\"'\[(#_~=+\u25b6\u25ba\u25a0\u25cf\u25c6\u2709\u2606\u2605\u00bf\u00a1-]+(?=\w)"
)
_TRAIL = re.compile(r"[\s.:\u2026!)\]>→\u00bb|-]+$")
_NEVER = re.compile(r"(?!)")
_RUN = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")
_ENDS_WORD = re.compile(rf"[^\W{UNSPACED_CHARS}]$")


def line_key(text: str) -> str:
    """The line folded, each number as `#`, without bullets before it."""
    return _LEAD.sub("", " ".join(_NUMBER.sub("#", fold(text)).split()))


class Openings:
    """Phrases that open a line. Those with its first letter are tried, the longest first.

    Their pattern is compiled when a line first begins with that letter: most never do.
    """

    __slots__ = ("_by_letter", "_patterns")

    def __init__(self, phrases: Iterable[str]) -> None:
        letters: dict[str, list[str]] = {}
        for key in _keys(phrases):
            letters.setdefault(key[0], []).append(key)
        self._by_letter = letters
        self._patterns: dict[str, re.Pattern[str]] = {}

    def search(self, key: str) -> re.Match[str] | None:
        """The phrase that opens the key."""
        letter = key[:1]
        if letter not in self._by_letter:
            return None
        if letter not in self._patterns:
            self._patterns[letter] = re.compile(_any_of(self._by_letter[letter]))
        return self._patterns[letter].match(key)

    def without(self, key: str) -> str:
        """The key after such a phrase."""
        found = self.search(key)
        return key[found.end() :] if found else key


class Mentions:
    """Phrases anywhere in a line, as whole words. Most lines have no first word of any, which is quick to see."""

    __slots__ = ("_firsts", "_keys", "_pattern", "_unspaced")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._keys = keys = _keys(phrases)
        firsts = [_RUN.search(key) for key in keys]
        self._firsts = frozenset(first.group() for first in firsts if first)
        self._unspaced = None in firsts or any(_UNSPACED.search(key) for key in keys)
        self._pattern: re.Pattern[str] | None = None

    def search(self, key: str) -> re.Match[str] | None:
        """The first such phrase."""
        if self._firsts.isdisjoint(_RUN.findall(key)) and (key.isascii() or not self._unspaced):
            return None
        return self._compiled().search(key)

    def finditer(self, key: str) -> Iterator[re.Match[str]]:
        """Each such phrase."""
        return self._compiled().finditer(key) if self.search(key) else iter(())

    def sub(self, new: str, key: str) -> str:
        """The key with each such phrase replaced."""
        return self._compiled().sub(new, key) if self.search(key) else key

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = re.compile(r"(?<!\w)" + _any_of(self._keys)) if self._keys else _NEVER
        return self._pattern


def _keys(phrases: Iterable[str]) -> list[str]:
    """Longest first."""
    keys = {_NUMBER.sub("#", fold(phrase)).strip(" \u00bf\u00a1") for phrase in phrases} - {""}
    return sorted(keys, key=lambda key: (-len(key), key))


def _any_of(keys: Iterable[str]) -> str:
    """Not within a longer word; scripts without spaces have no words to be within."""
    ends = [re.escape(key) + (r"(?!\w)" if _ENDS_WORD.search(key) else "") for key in keys]
    return f"(?:{'|'.join(ends)})"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled lists of one language; the phrases are searched in a line key, the sets hold whole keys."""

    sections: frozenset[str]
    boilerplate: frozenset[str]
    boilerplate_starts: Openings
    boilerplate_inside: Mentions
    related_starts: Openings
    comments: frozenset[str]
    comment_starts: Openings
    caption_starts: Openings
    photo_words: Mentions
    correction_starts: Openings
    byline_starts: Openings
    bylines: frozenset[str]
    byline_roles: Mentions
    particles: frozenset[str]
    credit_words: Mentions
    credit_starts: Openings
    credit_inside: Mentions
    agencies_unnamed: frozenset[str]
    published_words: Mentions
    updated_words: Mentions
    published_cues: Mentions
    zone_names: Mentions
    zones: Mapping[str, str]
    outlet_words: frozenset[str]
    outlet_articles: tuple[str, ...]
    company_forms: re.Pattern[str]
    rights_words: Mentions
    byline_for: Mentions
    publisher_starts: Mentions


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled lists of a language."""
    r, i = language.regions, language.identity
    return Lexicon(
        sections=_whole(r.sections),
        boilerplate=_whole(r.boilerplate_lines),
        boilerplate_starts=Openings(r.boilerplate_starts),
        boilerplate_inside=Mentions(r.boilerplate_inside),
        related_starts=Openings(r.related_starts),
        comments=_whole(r.comment_lines),
        comment_starts=Openings(r.comment_starts),
        caption_starts=Openings(r.caption_starts),
        photo_words=Mentions(r.photo_words),
        correction_starts=Openings(r.correction_starts),
        byline_starts=Openings(i.byline_starts),
        bylines=_whole(i.byline_lines),
        byline_roles=Mentions(i.byline_roles),
        particles=_whole(i.name_particles),
        credit_words=Mentions(i.credit_words),
        credit_starts=Openings(i.credit_starts),
        credit_inside=Mentions(i.credit_inside),
        agencies_unnamed=_whole(i.agencies_unnamed),
        published_words=Mentions(i.published_words),
        updated_words=Mentions(i.updated_words),
        published_cues=Mentions(i.published_cues),
        zone_names=Mentions(i.zones),
        zones={fold(name): zone for name, zone in i.zones.items()},
        outlet_words=_whole(i.outlet_words),
        company_forms=_company(i.company_forms),
        rights_words=Mentions(i.rights_words),
        byline_for=Mentions(i.byline_for),
        publisher_starts=Mentions(i.publisher_starts),
        outlet_articles=tuple(sorted(map(fold, i.outlet_articles), key=lambda a: (-len(a), a))),
    )


# A line is asked for its key by each test that it goes through.
@lru_cache(maxsize=64)
def whole_key(text: str) -> str:
    """`line_key` without the signs at its end, for comparison with whole lines."""
    return _TRAIL.sub("", line_key(text))


def _whole(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(whole_key(phrase) for phrase in phrases)


def _company(forms: Iterable[str]) -> re.Pattern[str]:
    """Forms of companies at the end of a name, as printed; short ones are words in lower case."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:[\s,]+(?:{'|'.join(map(re.escape, ordered))})(?!\w)\.?)+$") if ordered else _NEVER

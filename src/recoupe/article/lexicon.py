"""Language → its word lists for regions and identity, compiled once; `line_key` is how lines meet them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang import Language
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SPACES = re.compile(r"\s+")
# Bullets, arrows and brackets before the words of a line say nothing about it.
_LEAD = re.compile(
    r"^[\s>*\u2022\u00b7\u2013\u2014|→\u00bb\u00ab\"'\[(#_~=+\u25b6\u25ba\u25a0\u25cf\u25c6\u2709\u2606\u2605-]+(?=\w)"
)
_TRAIL = re.compile(r"[\s.:\u2026!)\]>→\u00bb|-]+$")
_NEVER = re.compile(r"(?!)")


def line_key(text: str) -> str:
    """The line folded, each number as `#`, without bullets before it."""
    return _LEAD.sub("", _SPACES.sub(" ", _NUMBER.sub("#", fold(text))).strip())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled lists of one language; the patterns are searched in a line key, the sets hold whole keys."""

    sections: frozenset[str]
    boilerplate: frozenset[str]
    boilerplate_starts: re.Pattern[str]
    boilerplate_inside: re.Pattern[str]
    related_starts: re.Pattern[str]
    comments: frozenset[str]
    comment_starts: re.Pattern[str]
    caption_starts: re.Pattern[str]
    photo_words: re.Pattern[str]
    correction_starts: re.Pattern[str]
    byline_starts: re.Pattern[str]
    bylines: frozenset[str]
    byline_roles: re.Pattern[str]
    particles: frozenset[str]
    credit_words: re.Pattern[str]
    credit_starts: re.Pattern[str]
    credit_inside: re.Pattern[str]
    agencies_unnamed: frozenset[str]
    published_words: re.Pattern[str]
    updated_words: re.Pattern[str]
    outlet_words: frozenset[str]
    outlet_articles: tuple[str, ...]
    company_forms: re.Pattern[str]


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled lists of a language."""
    r, i = language.regions, language.identity
    return Lexicon(
        sections=_whole(r.sections),
        boilerplate=_whole(r.boilerplate_lines),
        boilerplate_starts=_starts(r.boilerplate_starts),
        boilerplate_inside=_inside(r.boilerplate_inside),
        related_starts=_starts(r.related_starts),
        comments=_whole(r.comment_lines),
        comment_starts=_starts(r.comment_starts),
        caption_starts=_starts(r.caption_starts),
        photo_words=_inside(r.photo_words),
        correction_starts=_starts(r.correction_starts),
        byline_starts=_starts(i.byline_starts),
        bylines=_whole(i.byline_lines),
        byline_roles=_inside(i.byline_roles),
        particles=_whole(i.name_particles),
        credit_words=_inside(i.credit_words),
        credit_starts=_starts(i.credit_starts),
        credit_inside=_inside(i.credit_inside),
        agencies_unnamed=_whole(i.agencies_unnamed),
        published_words=_inside(i.published_words),
        updated_words=_inside(i.updated_words),
        outlet_words=_whole(i.outlet_words),
        company_forms=_company(i.company_forms),
        outlet_articles=tuple(sorted(map(fold, i.outlet_articles), key=lambda a: (-len(a), a))),
    )


# A line is asked for its key by each test that it goes through.
@lru_cache(maxsize=64)
def whole_key(text: str) -> str:
    """`line_key` without the signs at its end, for comparison with whole lines."""
    return _TRAIL.sub("", line_key(text))


def _whole(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(whole_key(phrase) for phrase in phrases)


def _starts(phrases: Iterable[str]) -> re.Pattern[str]:
    return _alternatives(phrases, before="^")


def _inside(phrases: Iterable[str]) -> re.Pattern[str]:
    return _alternatives(phrases, before=r"(?<!\w)")


def _company(forms: Iterable[str]) -> re.Pattern[str]:
    """Forms of companies at the end of a name, as printed; short ones are words in lower case."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:[\s,]+(?:{'|'.join(map(re.escape, ordered))})(?!\w)\.?)+$") if ordered else _NEVER


def _alternatives(phrases: Iterable[str], before: str) -> re.Pattern[str]:
    """Longest first, and not within a longer word; scripts without spaces have no words to be within."""
    keys = sorted({_NUMBER.sub("#", fold(phrase)).strip() for phrase in phrases}, key=lambda key: (-len(key), key))
    ends = [re.escape(key) + (r"(?!\w)" if re.search(rf"[^\W{UNSPACED_CHARS}]$", key) else "") for key in keys]
    return re.compile(before + "(?:" + "|".join(ends) + ")") if ends else _NEVER

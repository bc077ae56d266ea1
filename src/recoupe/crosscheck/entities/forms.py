"""Articles → written forms: every way in which the articles of a story write a name, without what stands around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.crosscheck.entities.mentions import Mention, find_mentions
from recoupe.crosscheck.entities.parts import heads_alone, inner_places, offices_alone
from recoupe.lang import codes, load
from recoupe.model import Article, NameKind
from recoupe.text.keys import loose_key, name_key
from recoupe.text.normal import fold


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name in the three shapes in which names are compared."""

    folded: str
    key: str
    loose: str


@dataclass(frozen=True, slots=True)
class Form:
    """One written form and all of its mentions. `key` is unique in the story.

    `sure` tells whether the kind is known from a language that has a file; elsewhere it is a guess. `ending` is how
    many letters at the end of a word may change with its case.
    """

    key: str
    kind: NameKind
    sure: bool
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    articles: frozenset[str]
    languages: frozenset[str]
    ending: int


# Punctuation around and between the words of a name.
_SPLIT = re.compile(r"[\s\-\u2010-\u2014.,;:!?\"\u00ab\u00bb\u201c\u201d\u201e()\[\]\u00b7/]+")
_ARTICLE = re.compile("[ ']")
# An article with a space or an apostrophe.
_LONGEST_ARTICLE = 4
# Names come again and again in a story, as in its next article.
_CACHED = 16_384


def find_forms(articles: Sequence[Article]) -> list[Form]:
    """All written forms of the articles, sorted by key."""
    ordered = sorted(articles, key=lambda a: a.id)
    mentions = [mention for article in ordered for mention in find_mentions(article)]
    mentions += [*inner_places(mentions), *heads_alone(mentions, ordered), *offices_alone(mentions, ordered)]
    keys = [fold(mention.core) for mention in mentions]
    surfaces = {(text, key) for mention, key in zip(mentions, keys, strict=True) for text in mention.written}
    bared = {fold(text): key for text, key in sorted(surfaces) if _is_led(fold(text), key) and text[0].isupper()}
    bared |= _foreign_articles(set(keys), sorted({mention.language for mention in mentions}))
    by_key = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        # Where one language knows the first word as an article (Le Phare), it is one in all.
        by_key[bared.get(key, key)].append(mention)
    return [make_form(key, found) for key, found in sorted(by_key.items())]


def _foreign_articles(keys: Set[str], languages: Sequence[str]) -> dict[str, str]:
    """Keys that begin with an article of one of the languages, where the rest of the key stands for a name, too."""
    articles = {fold(word).rstrip("'") for language in languages for word in load(language).comparison.determiners}
    parted = ((key, *_ARTICLE.split(key, maxsplit=1)) for key in keys)
    return {key: rest[0] for key, first, *rest in parted if first in articles and rest and rest[0] in keys}


def _is_led(folded: str, key: str) -> bool:
    """Whether a written form is the name behind an article."""
    return folded != key and folded.endswith(key) and len(folded) - len(key) <= _LONGEST_ARTICLE


def make_form(key: str, mentions: Sequence[Mention]) -> Form:
    """The form that these mentions make together."""
    known = [m for m in mentions if m.language in codes()]
    kinds = Counter(m.kind for m in known or mentions)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    languages = frozenset(m.language for m in mentions)
    core = min((m.core for m in mentions), key=lambda c: (len(c), c))
    return Form(
        key=key,
        kind=kind,
        sure=bool(known),
        words=_words(core),
        mentions=tuple(mentions),
        articles=frozenset(m.article for m in mentions),
        languages=languages,
        ending=max(map(_ending, sorted(languages))),
    )


@cache
def _ending(language: str) -> int:
    return load(language).comparison.name_ending


@lru_cache(_CACHED)
def _words(core: str) -> tuple[Word, ...]:
    parts = (part for part in _SPLIT.split(core) if part)
    return tuple(Word(fold(part), name_key(part), loose_key(part)) for part in parts)

"""Articles → written forms: every way in which the articles of a story write a name, without what stands around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from recoupe.crosscheck.entities.mentions import Mention, find_mentions
from recoupe.crosscheck.entities.parts import heads_alone, inner_places, offices_alone
from recoupe.lang import codes
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

    `sure` tells whether the kind is known from a language that has a file; elsewhere it is a guess.
    """

    key: str
    kind: NameKind
    sure: bool
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    articles: frozenset[str]
    languages: frozenset[str]


# Punctuation around and between the words of a name.
_SPLIT = re.compile(r"[\s\-\u2010-\u2014.,;:!?\"\u00ab\u00bb\u201c\u201d\u201e()\[\]\u00b7/]+")
# Names come again and again in a story, as in its next article.
_CACHED = 16_384


def find_forms(articles: Sequence[Article]) -> list[Form]:
    """All written forms of the articles, sorted by key."""
    ordered = sorted(articles, key=lambda a: a.id)
    mentions = [mention for article in ordered for mention in find_mentions(article)]
    mentions += [*inner_places(mentions), *heads_alone(mentions, ordered), *offices_alone(mentions, ordered)]
    keys = [fold(mention.core) for mention in mentions]
    surfaces = {(mention.written[0], key) for mention, key in zip(mentions, keys, strict=True)}
    bared = {fold(text): key for text, key in sorted(surfaces) if fold(text) != key}
    by_key = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        # Where one language knows the first word as an article (Le Phare), it is one in all.
        by_key[bared.get(key, key)].append(mention)
    return [make_form(key, found) for key, found in sorted(by_key.items())]


def make_form(key: str, mentions: Sequence[Mention]) -> Form:
    """The form that these mentions make together."""
    known = [m for m in mentions if m.language in codes()]
    kinds = Counter(m.kind for m in known or mentions)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    core = min((m.core for m in mentions), key=lambda c: (len(c), c))
    return Form(
        key=key,
        kind=kind,
        sure=bool(known),
        words=_words(core),
        mentions=tuple(mentions),
        articles=frozenset(m.article for m in mentions),
        languages=frozenset(m.language for m in mentions),
    )


@lru_cache(_CACHED)
def _words(core: str) -> tuple[Word, ...]:
    parts = (part for part in _SPLIT.split(core) if part)
    return tuple(Word(fold(part), name_key(part), loose_key(part)) for part in parts)

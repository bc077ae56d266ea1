"""Part of an article → its topics: what it speaks of, in a form in which parts of other articles can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from recoupe.lang import Language, load
from recoupe.model import Article
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.words import Word, stemmer, stop_words, words
from recoupe.world.concepts import concepts_of

# Letters of a word's key that words of common descent share over languages, and the shortest word that has such a key.
_COGNATE = 5
_LEAST_COGNATE = 6
# Topics that stand beside the stem of the same word.
ROOTS_AND_NOTIONS = ("k:", "c:")


def topics_of(article: Article, found: Iterable[Word]) -> frozenset[str]:
    """Stems, notions and word roots of some words of an article, without function words, reporting words, numbers."""
    language = load(article.language)
    skip = stop_words(language) | _generic(language)
    kept = [w.folded for w in found if w.folded not in skip and not w.folded[0].isdigit()]
    kept = [word for word in kept if len(word) > 1 or not word.isascii()]
    stems = {f"{language.code}:{stemmer(language)(word)}" for word in kept}
    roots = {f"k:{name_key(word)[:_COGNATE]}" for word in kept if len(word) >= _LEAST_COGNATE}
    return frozenset(stems | roots | {f"c:{concept}" for word in kept for concept in concepts_of(word, language.code)})


def topics_within(article: Article, start: int, end: int) -> frozenset[str]:
    """Topics of a part of the text, with the entities that it names instead of the words of their names."""
    names = [n for n in article.names if n.start < end and start < n.end]
    taken = [(n.start, n.end) for n in names]
    found = [w for w in words(article.text, start, end) if not any(s <= w.start < e for s, e in taken)]
    return topics_of(article, found) | {f"e:{n.entity}" for n in names if n.entity is not None}


@cache
def _generic(language: Language) -> frozenset[str]:
    known = language.comparison
    return frozenset(map(fold, (*known.generic, *known.negations)))

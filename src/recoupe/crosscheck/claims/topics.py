"""Part of an article → its topics: what it speaks of, in a form in which parts of other articles can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from recoupe.lang import Language, load
from recoupe.model import Article
from recoupe.text.keys import name_key
from recoupe.text.layout import words_within
from recoupe.text.normal import fold
from recoupe.text.words import Word, stemmer, stop_words
from recoupe.world.concepts import concepts_of

# Letters of a word's key that words of common descent share over languages, and the shortest word that has such a key.
_COGNATE = 5
_LEAST_COGNATE = 6
# Topics that stand beside the stem of the same word.
ROOTS_AND_NOTIONS = ("k:", "c:")


def topics_of(article: Article, found: Iterable[Word]) -> frozenset[str]:
    """Stems, notions and word roots of some words of an article, without function words, reporting words, numbers."""
    language = load(article.language)
    return frozenset(chain.from_iterable(_topics(word.folded, language) for word in found))


# Words come again and again: the topics of a language's vocabulary are found once.
@lru_cache(2**16)
def _topics(word: str, language: Language) -> tuple[str, ...]:
    """Topics of one folded word."""
    alone = len(word) == 1 and word.isascii()
    if alone or word[0].isdigit() or word in stop_words(language) or word in _generic(language):
        return ()
    root = (f"k:{name_key(word)[:_COGNATE]}",) if len(word) >= _LEAST_COGNATE else ()
    notions = (f"c:{concept}" for concept in sorted(concepts_of(word, language.code)))
    return (f"{language.code}:{stemmer(language)(word)}", *root, *notions)


def topics_within(article: Article, start: int, end: int) -> frozenset[str]:
    """Topics of a part of the text, with the entities that it names instead of the words of their names."""
    names = [n for n in article.names if n.start < end and start < n.end]
    taken = [(n.start, n.end) for n in names]
    within = words_within(article.text, start, end)
    found = [w for w in within if not any(s <= w.start < e for s, e in taken)] if taken else within
    return topics_of(article, found) | {f"e:{n.entity}" for n in names if n.entity is not None}


@cache
def _generic(language: Language) -> frozenset[str]:
    known = language.comparison
    return frozenset(map(fold, (*known.generic, *known.negations)))

"""Word → its lexeme: what it adds to whatever it stands in, looked up once for each word of a language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from recoupe.lang import Language
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.words import stemmer, stop_words
from recoupe.world.concepts import concepts_of

# Letters of a word's key that words of common descent share over languages (provoc-ation, provok-ation).
_COGNATE = 5
# Shorter words look alike by chance.
_LEAST_COGNATE = 6
# Words come again and again; this many hold the vocabulary of a language in a large pile.
_CACHED = 2**16


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a folded word adds to a statement.

    Args:
        stem: meets others in its own language only.
        cognate: the beginning of its key, which meets those of other languages; only of a long word without notion.
        concepts: notions that it names.
        stop: it is a function word.
        content: it carries meaning: no function word, no word of reporting, no number, no single letter.
        topics: stem, root and notions with a mark of their kind; none of a word without meaning or of a negation.
    """

    stem: str
    cognate: str
    concepts: frozenset[str]
    stop: bool
    content: bool
    topics: tuple[str, ...]


@cache
def lexicon(language: Language) -> Callable[[str], Lexeme]:
    """The lexemes of a language, by folded word."""
    return lru_cache(_CACHED)(partial(_lexeme, language))


def _lexeme(language: Language, word: str) -> Lexeme:
    stem, concepts = stemmer(language)(word), concepts_of(word, language.code)
    stop = word in stop_words(language)
    # A word of marks alone folds to nothing.
    plain = not word or word[0].isdigit() or (len(word) == 1 and word.isascii())
    long = len(word) >= _LEAST_COGNATE and not plain
    root = name_key(word)[:_COGNATE] if long else ""
    silent = stop or plain or word in _generic(language) or word in _negations(language)
    roots = (f"k:{root}",) if long else ()
    topics = (f"{language.code}:{stem}", *roots, *(f"c:{concept}" for concept in sorted(concepts)))
    return Lexeme(
        stem=stem,
        cognate="" if concepts else root,
        concepts=concepts,
        stop=stop,
        content=not (stop or plain or word in _generic(language)),
        topics=() if silent else topics,
    )


@cache
def _generic(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.comparison.generic))


@cache
def _negations(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.comparison.negations))

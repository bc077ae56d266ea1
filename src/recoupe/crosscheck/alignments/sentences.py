"""Article → its sentences as sets of keys, for comparison with those of another article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from recoupe.group.told import VOCABULARY, Told, script_of, tell
from recoupe.model import Article, Span
from recoupe.text.scripts import CASED
from recoupe.world.concepts import concepts_of

# Mark of a notion among keys; see told.Anchor for the others.
NOTION = "^"
# Sentences of an article that are looked at; bounds the work on a page of thousands of lines.
MOST_SENTENCES = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for comparison.

    Args:
        region: start of its region; two sentences of one paragraph have the same.
        keys: its anchors, and the notions that its words name: what an article of another language can have, too.
        stems: its stems, for an article of the same language.
        telling: the keys that speak against a match where the other side lacks them.
        length: in Latin letters, so that scripts can be compared.
    """

    start: int
    end: int
    region: int
    headline: bool
    keys: frozenset[str]
    stems: frozenset[str]
    telling: frozenset[str]
    length: int


def sentences(article: Article, told: Told | None = None) -> list[Sentence]:
    """The sentences of the article's told regions.

    Args:
        article: the article.
        told: what it tells, if that has been found.
    """
    told = told or tell(article)
    # Where nothing has a capital every word may be a name, so a word that the other side lacks says nothing.
    script = script_of(article)
    telling = "#&" if script in CASED else "#"
    starts = [word.start for word in told.words]
    notions_of = _notions_of(language_of(article))
    made: list[Sentence] = []
    for region in told.regions:
        first = bisect_left(article.sentences, region.start, key=_start)
        last = bisect_left(article.sentences, region.end, key=_start)
        for span in (s for s in article.sentences[first:last] if s.end <= region.end):
            words = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
            notions = map(notions_of, [word.folded for word in told.words[words]])
            keys = frozenset(chain(chain.from_iterable(told.keys[words]), chain.from_iterable(notions)))
            made.append(
                Sentence(
                    start=span.start,
                    end=span.end,
                    region=region.start,
                    headline=region.kind == "headline",
                    keys=keys,
                    stems=frozenset(filter(None, told.stems[words])),
                    telling=frozenset(key for key in keys if key[0] in telling),
                    length=_length(article.text[span.start : span.end], script),
                )
            )
    return made[:MOST_SENTENCES]


@cache
def _notions_of(language: str) -> Callable[[str], tuple[str, ...]]:
    """Folded word → the notions that it names, with their mark."""

    @lru_cache(VOCABULARY)
    def notions(word: str) -> tuple[str, ...]:
        return tuple(f"{NOTION}{notion}" for notion in sorted(concepts_of(word, language)))

    return notions


def _start(span: Span) -> int:
    return span.start


def _length(text: str, script: str) -> int:
    """Letters of a text in Latin script; its own signs have about as many there as here."""
    if script == "Latn":
        return len(text)
    from anyascii import anyascii

    return len(anyascii(text))


def language_of(article: Article) -> str:
    """The article's language without its region: texts of Belgium and France can be compared word by word."""
    return article.language.split("-")[0].lower()


def stemmed(found: Sequence[Sentence]) -> list[Sentence]:
    """The sentences for comparison with those of an article in one language: stems are keys in place of notions."""
    return [replace(s, keys=s.stems.union(key for key in s.keys if key[0] != NOTION)) for s in found]

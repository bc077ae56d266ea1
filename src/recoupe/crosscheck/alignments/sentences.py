"""Article → its sentences as sets of keys, for comparison with those of another article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.group.keys import anchors, region_words, script_of, stems, told_regions
from recoupe.lang import load
from recoupe.model import Article, Span
from recoupe.text.scripts import CASED

# Sentences of an article that are looked at; bounds the work on a page of thousands of lines.
MOST_SENTENCES = 200
# Mark of a key that is a stem of the article's own language (see group.keys.Anchor for the other marks).
STEM = "%"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for comparison.

    Args:
        region: start of its region; two sentences of one paragraph have the same.
        keys: its anchors.
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


def sentences(article: Article) -> list[Sentence]:
    """The sentences of the article's told regions."""
    # Where nothing has a capital every word may be a name, so a word that the other side lacks says nothing.
    script = script_of(article)
    telling = "#&" if script in CASED else "#"
    language = load(article.language)
    found = anchors(article)
    starts = [anchor.start for anchor in found]
    made: list[Sentence] = []
    for region in told_regions(article):
        words = region_words(article.text, region.start, region.end)
        at = [word.start for word in words]
        first = bisect_left(article.sentences, region.start, key=_start)
        last = bisect_left(article.sentences, region.end, key=_start)
        for span in (s for s in article.sentences[first:last] if s.end <= region.end):
            keys = frozenset(a.key for a in found[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            own = frozenset(
                STEM + s for s in stems(words[bisect_left(at, span.start) : bisect_left(at, span.end)], language)
            )
            against = frozenset(key for key in keys if key[0] in telling)
            length = _length(article.text[span.start : span.end], script)
            headline = region.kind == "headline"
            made.append(Sentence(span.start, span.end, region.start, headline, keys, own, against, length))
    return made[:MOST_SENTENCES]


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
    """The sentences for comparison with those of an article in the same language: stems are keys, too."""
    return [replace(sentence, keys=sentence.keys | sentence.stems) for sentence in found]

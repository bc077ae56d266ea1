"""Article → its anchors and features: what lets two articles meet, in one language or across languages and scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from recoupe.group.countries import find_countries
from recoupe.lang import Language, load
from recoupe.model import Article, Region
from recoupe.text.keys import loose_key, name_key
from recoupe.text.layout import words_within
from recoupe.text.normal import fold
from recoupe.text.scripts import CASED, UNSPACED, main_script
from recoupe.text.shingles import UNSPACED_FACTOR, lowest, shingles
from recoupe.text.words import Word, stemmer, stop_words

# Parts of an article that tell the story. Captions are left out: one archive picture serves many stories.
TOLD = frozenset({"headline", "subhead", "body"})
# Names with fewer consonants than this meet by chance in another language ("Rea", "Ourea").
CONSONANTS = 3
# Two words of two languages whose first six sounds agree are usually one word (protocole, protocol, Protokoll).
COGNATE = 6
# Words in capitals up to this length are acronyms; longer ones are names in a headline set in capitals.
ACRONYM = 5
# Most function words of languages in cased scripts have up to three letters, and few other words have.
FUNCTION_WORD = 3
# Bottom-k sketch of an article: two copies that share a third of their shingles share a key with 96 % (1 - 0.67 ** 8).
SKETCH = 8
# Shingles for the sketch are longer than for alignment: they must point to a copy, not to a phrase.
SKETCH_SIZE = 6
# Letters that tell the script of a text.
SAMPLE = 2000
# Words whose keys are remembered: those of some thousand articles of one language.
VOCABULARY = 65_536
_SEPARATORS = re.compile(r"[.,\u00a0\u202f' ](?=\d{3}(?!\d))")


class Anchor(NamedTuple):
    """Something that stands alike in any language: `key` begins with the mark of its kind, `start` and `end` say where.

    `#` a number, `@` a date, `=` a country, `&` a word of a name or an acronym, `~` a word that looks international.
    """

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Keys in order, each once, and how often each occurs. Two tuples: pairs would take three times the memory."""

    keys: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """What grouping needs of an article: counted stems and anchors, sketch, day of publication as an ordinal."""

    article: str
    language: str
    day: int | None
    stems: Counted
    anchors: Counted
    sketch: tuple[int, ...]


def features(article: Article) -> Features:
    """The article's features, from its headline, subheads and body."""
    language = load(article.language)
    told = told_words(article)
    size = SKETCH_SIZE * (UNSPACED_FACTOR if script_of(article) in UNSPACED else 1)
    return Features(
        article=article.id,
        language=language.code,
        day=_day(article),
        stems=_counted((stem for found in told for stem in stems(found, language)), prefix=f"{language.code}:"),
        anchors=_counted(anchor.key for anchor in _anchors(article, told)),
        sketch=lowest([h for found in told for h in shingles(found, size)], SKETCH),
    )


def _counted(keys: Iterable[str], prefix: str = "") -> Counted:
    counts = Counter(keys)
    ordered = sorted(counts)
    # Interned: the same few thousand keys come in every article of a pile.
    return Counted(tuple(intern(prefix + key) for key in ordered), tuple(counts[key] for key in ordered))


def stems(found: Sequence[Word], language: Language) -> Iterator[str]:
    """Stems that carry meaning; without a list of function words, short words of cased scripts are taken for them."""
    stem, stop = stemmer(language), stop_words(language)
    for word in found:
        folded = word.folded
        if folded in stop or folded[0].isdigit() or (not stop and folded.isascii() and len(folded) <= FUNCTION_WORD):
            continue
        if len(folded) > 1 or not folded.isascii():
            yield stem(folded)


def script_of(article: Article) -> str:
    """The script of the article, from its beginning."""
    return _script(article.text[:SAMPLE])


# Grouping, alignment and the search for anchors all ask for it.
@lru_cache(2**10)
def _script(sample: str) -> str:
    return main_script(sample)


def told_regions(article: Article) -> list[Region]:
    """The regions that tell the story."""
    return [region for region in article.regions if region.kind in TOLD]


def told_words(article: Article) -> list[Sequence[Word]]:
    """The words of each told region."""
    return [region_words(article.text, region.start, region.end) for region in told_regions(article)]


def region_words(text: str, start: int, end: int) -> Sequence[Word]:
    """`words`, remembered: a region is looked at by grouping, alignment, credits and kinds."""
    return words_within(text, start, end)


def anchors(article: Article) -> list[Anchor]:
    """Anchors of the told regions, in order; a place may have several (a name that is also a country)."""
    return sorted(_anchors(article, told_words(article)), key=lambda a: (a.start, a.end, a.key))


def _anchors(article: Article, told: Sequence[Sequence[Word]]) -> set[Anchor]:
    cased = script_of(article) in CASED
    openings = {sentence.start for sentence in article.sentences}
    at = {word.start for found in told for word in found}
    found = {anchor for region in told for anchor in _word_anchors(article, region, openings, cased=cased)}
    return found | {anchor for anchor in _layer_anchors(article) if anchor.start in at}


def _word_anchors(article: Article, found: Sequence[Word], openings: set[int], *, cased: bool) -> Iterator[Anchor]:
    """Numbers, countries, names by their capital, acronyms and international words of one region."""
    text, language = article.text, load(article.language)
    stop = stop_words(language)
    for index, word in enumerate(found):
        raw = text[word.start : word.end]
        if raw[0].isdigit():
            yield Anchor(word.start, word.end, f"#{number_key(raw)}")
        elif word.folded not in stop:
            opens = index == 0 or word.start in openings
            named = not cased or raw.isupper() or (raw[0].isupper() and not opens)
            if named and (name := _name(raw)):
                yield Anchor(word.start, word.end, name)
            # Some languages write all nouns with a capital: a capital does not say that a word is no international one.
            if len(raw) >= COGNATE and (international := _international(raw)):
                yield Anchor(word.start, word.end, international)
    for word, code in find_countries(text, found, language.code):
        yield Anchor(word.start, word.end, f"={code}")


@lru_cache(VOCABULARY)
def _name(raw: str) -> str:
    """Key of the word as a name or acronym; empty where it is too short for one."""
    acronym = len(raw) > 1 and raw.isupper() and len(raw) <= ACRONYM
    key = fold(raw) if acronym else _consonants(raw)
    return f"&{key}" if key else ""


@lru_cache(VOCABULARY)
def _international(raw: str) -> str:
    """Key of the word as an international one; empty where it is too short for one."""
    sounds = name_key(raw)
    return f"~{sounds[:COGNATE]}" if len(sounds) >= COGNATE else ""


def _layer_anchors(article: Article) -> Iterator[Anchor]:
    """What the layers found: names that open a sentence or have no capital, resolved dates, numbers in words."""
    for name in article.names:
        for word in words_within(article.text, name.start, name.end):
            if key := _consonants(article.text[word.start : word.end]):
                yield Anchor(word.start, word.end, f"&{key}")
    for time in article.times:
        if time.value and len(time.value) == len("2026-01-31"):
            yield Anchor(time.start, time.end, f"@{time.value}")
    for quantity in article.quantities:
        if isinstance(quantity.value, float | int):
            yield Anchor(quantity.start, quantity.end, f"#{quantity.value:g}")


def number_key(raw: str) -> str:
    """A number without thousands separators, its decimal sign a point: `1 140` and `1,140` meet, `3,4` and `3.4`."""
    return _SEPARATORS.sub("", raw).replace(",", ".")


def _consonants(raw: str) -> str:
    key = loose_key(raw).replace(" ", "")
    return key if len(key) >= CONSONANTS else ""


def _day(article: Article) -> int | None:
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return None

"""Article → what it tells, word by word: the words of its story with the keys by which other articles know them.

Everything is found once for an article, and each word is looked at once for a language: the keys of a word are
remembered, so that a pile costs one look-up a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from recoupe.group.countries import country_of, long_countries
from recoupe.lang import load
from recoupe.model import Article, Quantity, Region, Span, Time
from recoupe.text.keys import loose_key, name_key
from recoupe.text.layout import TEXTS, lay_out, words_within
from recoupe.text.normal import fold
from recoupe.text.scripts import CASED, main_script
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
# Letters that tell the script of a text: a headline and the sentence behind it.
SAMPLE = 400
# Words whose keys are remembered for a language: those of some thousand articles.
VOCABULARY = 65_536
# Mark of a stem; see Anchor for the other marks.
STEM = "%"
_SEPARATORS = re.compile(r"[.,\u00a0\u202f' ](?=\d{3}(?!\d))")
_start = attrgetter("start")

Keys = tuple[str, ...]


class Anchor(NamedTuple):
    """Something that stands alike in any language: `key` begins with the mark of its kind, `start` and `end` say where.

    `#` a number, `@` a date, `=` a country, `&` a word of a name or an acronym, `~` a word that looks international.
    """

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Told:
    """The words of the told regions, in order.

    Args:
        words: where they stand, and their folded forms.
        breaks: where regions begin, in words, and the number of all words.
        regions: the regions, one for each break but the last.
        keys: keys of each word's anchors; a place may have several (a name that is also a country).
        stems: stem of each word with its language (`%en:engin`); empty for words that carry no meaning.
    """

    words: tuple[Word, ...]
    breaks: tuple[int, ...]
    regions: tuple[Region, ...]
    keys: tuple[Keys, ...]
    stems: tuple[str, ...]


class _Layers(NamedTuple):
    """What of an article decides what it tells; its text is enough to tell it from most others."""

    text: str
    language: str
    regions: tuple[Region, ...]
    sentences: tuple[Span, ...]
    names: tuple[tuple[int, int], ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]

    def __hash__(self) -> int:
        return hash(self.text)


def tell(article: Article) -> Told:
    """What the article tells, remembered: grouping, its reasons and alignment ask one after the other."""
    a = article
    # Only their places: crosscheck fills entities into the names.
    names = tuple((name.start, name.end) for name in a.names)
    return _tell(_Layers(a.text, a.language, a.regions, a.sentences, names, a.times, a.quantities))


@lru_cache(TEXTS)
def _tell(layers: _Layers) -> Told:
    laid = lay_out(layers.text)
    words: list[Word] = []
    raws: list[str] = []
    breaks, regions = [0], []
    for region in told_regions(layers):
        within = laid.between(region.start, region.end)
        if within.start < within.stop:
            words += laid.words[within]
            raws += laid.forms[within]
            breaks.append(len(words))
            regions.append(region)
    stems = map(_stem_of(layers.language), [word.folded for word in words])
    keys = tuple(_keys(layers, words, raws, breaks))
    return Told(tuple(words), tuple(breaks), tuple(regions), keys, tuple(stems))


def anchors(article: Article) -> list[Anchor]:
    """Anchors of the told regions, in order; each stands where its first word does."""
    told = tell(article)
    return [Anchor(w.start, w.end, key) for w, keys in zip(told.words, told.keys, strict=True) for key in keys]


def script_of(article: Article | _Layers) -> str:
    """The script of the article, from its beginning."""
    return _script(article.text[:SAMPLE])


# Grouping and alignment both ask for it.
@lru_cache(2**10)
def _script(sample: str) -> str:
    return main_script(sample)


def told_regions(article: Article | _Layers) -> list[Region]:
    """The regions that tell the story."""
    return [region for region in article.regions if region.kind in TOLD]


def region_words(text: str, start: int, end: int) -> Sequence[Word]:
    """The words of a part of a text, remembered: grouping, alignment and credits look at the same parts."""
    return words_within(text, start, end)


def _keys(article: _Layers, words: Sequence[Word], raws: list[str], breaks: Sequence[int]) -> list[Keys]:
    starts = list(map(_start, words))
    opening = {bisect_left(starts, sentence.start) for sentence in article.sentences}
    for at in opening.union(breaks) - {len(words)}:
        # A capital that opens a sentence says nothing; capitals throughout do.
        if not raws[at].isupper():
            raws[at] = raws[at].lower()
    found = list(map(_keys_of(article.language, script_of(article) in CASED), raws))
    for at, key in _more_keys(article, words, starts):
        if key not in found[at]:
            found[at] = (*found[at], key)
    return found


def _more_keys(article: _Layers, words: Sequence[Word], starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What the layers found: names that open a sentence or have no capital, resolved dates, numbers in words; and
    countries whose names have several words."""
    text = article.text
    for start, end in article.names:
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            if key := _consonants(text[words[at].start : words[at].end]):
                yield at, f"&{key}"
    dated = [(t.start, f"@{t.value}") for t in article.times if t.value and len(t.value) == len("2026-01-31")]
    counted = [(q.start, f"#{q.value:g}") for q in article.quantities if isinstance(q.value, float | int)]
    language = load(article.language).code
    countries = [(word.start, f"={country}") for word, country in long_countries(text, words, language)]
    for start, key in (*dated, *counted, *countries):
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] == start:
            yield at, key


@cache
def _keys_of(code: str, cased: bool) -> Callable[[str], Keys]:
    """Word as written → its keys."""
    language = load(code)
    stop = stop_words(language)

    def kinds(raw: str) -> Iterator[str]:
        folded = fold(raw)
        if raw[0].isdigit():
            yield f"#{number_key(raw)}"
        elif folded not in stop:
            if (not cased or raw[0].isupper()) and (name := _name(raw)):
                yield f"&{name}"
            # Some languages write all nouns with a capital: a capital does not say that a word is no international one.
            if len(raw) >= COGNATE and len(sounds := name_key(raw)) >= COGNATE:
                yield f"~{sounds[:COGNATE]}"
        if country := country_of(folded, language.code):
            yield f"={country}"

    @lru_cache(VOCABULARY)
    def keys(raw: str) -> Keys:
        # Interned: the same few thousand keys come in every article of a pile.
        return tuple(map(intern, kinds(raw)))

    return keys


@cache
def _stem_of(code: str) -> Callable[[str], str]:
    """Folded word → its stem; without a list of function words, short words of cased scripts are taken for them."""
    language = load(code)
    stem, stop = stemmer(language), stop_words(language)

    @lru_cache(VOCABULARY)
    def marked(folded: str) -> str:
        if not folded or folded in stop or folded[0].isdigit() or (folded.isascii() and len(folded) < 2):
            return ""
        if not stop and folded.isascii() and len(folded) <= FUNCTION_WORD:
            return ""
        return intern(f"{STEM}{language.code}:{stem(folded)}")

    return marked


def _name(raw: str) -> str:
    """Key of the word as a name or acronym; empty where it is too short for one."""
    return fold(raw) if 1 < len(raw) <= ACRONYM and raw.isupper() else _consonants(raw)


def number_key(raw: str) -> str:
    """A number without thousands separators, its decimal sign a point: `1 140` and `1,140` meet, `3,4` and `3.4`."""
    return _SEPARATORS.sub("", raw).replace(",", ".")


@lru_cache(VOCABULARY)
def _consonants(raw: str) -> str:
    key = loose_key(raw).replace(" ", "")
    return key if len(key) >= CONSONANTS else ""

"""Claims → the loaded words by which some articles tell them, where the others do without."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.annotate.quotes import find_article_quotes
from recoupe.lang import Language, load
from recoupe.model import Article, Claim, Place, Span
from recoupe.text.words import Word, words


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word in an article's own voice; `entry` is what the language file lists."""

    place: Place
    entry: str


def with_loaded(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """The claims with the loaded words of their sentences, each unless all articles of its claim use it."""
    found = {article.id: hits for article in articles if (hits := find_loaded(article))}
    if not found:
        return tuple(claims)
    sentences = {s.id: _sentence(article, s.start) for article in articles for s in article.statements}
    return tuple(replace(claim, loaded=_loaded(claim, found, sentences)) for claim in claims)


def find_loaded(article: Article) -> tuple[Loaded, ...]:
    """The loaded words of an article outside quotations and what others are said to have said, in order."""
    table = _table(load(article.language))
    if not table:
        return ()
    read = words(article.text)
    starts = [place for place, word in enumerate(read) if word.folded in table or word.folded[:_STEM] in table]
    hits = [hit for place in starts if (hit := _hit(read, place, table, article.id)) is not None]
    return tuple(hit for hit in hits if not _is_others(hit.place, article)) if hits else ()


def _loaded(claim: Claim, found: Mapping[str, Sequence[Loaded]], sentences: Mapping[str, Place]) -> tuple[Place, ...]:
    if len(claim.articles) < 2:
        return ()
    users: dict[str, list[Place]] = defaultdict(list)
    for sentence in {sentences[statement] for statement in claim.statements}:
        for hit in found.get(sentence.article, ()):
            if sentence.start <= hit.place.start and hit.place.end <= sentence.end:
                users[hit.entry].append(hit.place)
    others = {entry: {place.article for place in places} != set(claim.articles) for entry, places in users.items()}
    return tuple(sorted({place for entry, places in users.items() if others[entry] for place in places}, key=_order))


def _order(place: Place) -> tuple[str, int]:
    return place.article, place.start


def _sentence(article: Article, start: int) -> Place:
    """The sentence in which a statement begins: its cue is the article's own word, too."""
    number = bisect_right(article.sentences, start, key=lambda span: span.start) - 1
    span = article.sentences[number] if number >= 0 else Span(start, start)
    return Place(article.id, span.start, span.end)


def _is_others(place: Place, article: Article) -> bool:
    """Whether somebody else's words hold it: a quotation, or what is said to have been said."""
    spoken: Iterable[Span] = (span for attribution in article.attributions for span in attribution.content)
    quoted = any(quote.start <= place.start and place.end <= quote.end for quote in find_article_quotes(article))
    return quoted or any(span.start <= place.start and place.end <= span.end for span in spoken)


# A stem in the table is found by so many first letters of a word.
_STEM = 5
Entry = tuple[str, tuple[str, ...]]
"""What the language file lists, and its words."""


@cache
def _table(language: Language) -> Mapping[str, tuple[Entry, ...]]:
    """First word of an entry, or the first letters of one that may end in any way → the entries, the longest first."""
    table: dict[str, list[Entry]] = defaultdict(list)
    for entry in language.comparison.loaded:
        parts = tuple(
            word.folded if entry[word.end : word.end + 1] != "-" else f"{word.folded}-" for word in words(entry)
        )
        table[parts[0].rstrip("-")[:_STEM] if parts[0].endswith("-") else parts[0]].append((entry, parts))
    return {key: tuple(sorted(entries, key=lambda e: (-len(e[1]), e))) for key, entries in table.items()}


def _hit(read: list[Word], place: int, table: Mapping[str, tuple[Entry, ...]], article: str) -> Loaded | None:
    first = read[place].folded
    for entry, parts in (*table.get(first, ()), *table.get(first[:_STEM], ())):
        here = read[place : place + len(parts)]
        if len(here) == len(parts) and all(_is_form(word.folded, part) for word, part in zip(here, parts, strict=True)):
            return Loaded(Place(article, here[0].start, here[-1].end), entry)
    return None


def _is_form(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("-") else word == part

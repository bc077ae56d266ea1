"""Articles of one story → which of them names whose outlet, and which agency, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.group.told import region_words
from recoupe.model import Article, Place, Region
from recoupe.text.keys import loose_key, name_key
from recoupe.text.normal import fold
from recoupe.text.words import Word, words
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# Parts in which a credit may stand. Captions are left out: a picture's credit is none for the text.
CREDITING = frozenset({"headline", "subhead", "dateline", "byline", "credit", "body"})
# Words of fewer letters are articles and prepositions in most languages. An outlet whose name begins with one goes by
# its second word, if that ends the name or a preposition follows: `Le Veilleur` for `Le Veilleur de Montaubert`.
SHORT_NAME = 4
# Words in capitals up to this length are taken for acronyms.
ACRONYM = 5
# A key of fewer consonants means too many words.
CONSONANTS = 3
# Names of these kinds are no credit: a place gives its name to a paper, too.
OTHERS = frozenset({"place", "person"})
_ENDING = re.compile(r"\.\w{2,6}$")

Credits = Mapping[tuple[str, str], tuple[Place, ...]]
"""(id of the naming article, name of the outlet or agency as the story's records have it) → where it is named."""


def find_credits(articles: Iterable[Article]) -> Credits:
    """Where each article names the outlets and agencies that the story's articles come from."""
    articles = tuple(articles)
    outlets = sorted({article.publisher.name for article in articles if article.publisher})
    agencies = sorted({agency for article in articles for agency in article.agencies})
    wanted = [_wanted(name, form, short=True) for name in outlets for form in _outlet_forms(name)]
    wanted += [_wanted(name, form, short=False) for name in agencies for form in _agency_forms(name)]
    by_key: defaultdict[str, list[_Wanted]] = defaultdict(list)
    for name in wanted:
        for key in filter(None, {*name.keys[:1], name.short}):
            by_key[key].append(name)
    begins = _begins(by_key)
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for article in articles:
        for region in article.regions:
            for named, place in _named(article, region, begins) if region.kind in CREDITING else ():
                found[article.id, named].append(place)
    return {naming: tuple(dict.fromkeys(places)) for naming, places in found.items()}


def outlet_named(credits: Credits, article: Article, other: Article) -> tuple[Place, ...]:
    """Where the article names the other one's outlet."""
    return credits.get((article.id, other.publisher.name), ()) if other.publisher else ()


def agencies_named(credits: Credits, article: Article, agencies: Iterable[str]) -> tuple[Place, ...]:
    """Where the article names one of the agencies."""
    return tuple(place for agency in agencies for place in credits.get((article.id, agency), ()))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A form of a name to look for: keys of its words, key of the one that stands for all, and where that is."""

    name: str
    keys: tuple[str, ...]
    short: str
    main: int
    capital: bool


def _wanted(name: str, form: str, *, short: bool) -> _Wanted:
    bare = _ENDING.sub("", form)
    raw = [bare[word.start : word.end] for word in words(bare)]
    main = next((at for at, word in enumerate(raw) if len(word) >= SHORT_NAME), 0)
    alone = short and main == 1 and (len(raw) == 2 or len(raw[2]) < SHORT_NAME)
    return _Wanted(name, tuple(map(_key, raw)), _key(raw[1]) if alone else "", main, capital=bare != bare.lower())


def _outlet_forms(name: str) -> tuple[str, ...]:
    outlet = find_outlet(name)
    return (name, *(outlet.aliases if outlet else ()))


def _agency_forms(name: str) -> tuple[str, ...]:
    agency = find_agency(name)
    return (name, agency.name, *agency.aliases) if agency else (name,)


@lru_cache(2**16)
def _key(raw: str) -> str:
    """Consonants of a long word, so that scripts meet; short words and acronyms as they are, since many sound alike."""
    if len(raw) < SHORT_NAME or (raw.isupper() and len(raw) <= ACRONYM):
        return fold(raw)
    consonants = loose_key(raw).replace(" ", "")
    return consonants if len(consonants) >= CONSONANTS else name_key(raw)


_Begins = Callable[[str], Sequence["_Wanted"]]


def _begins(by_key: Mapping[str, Sequence[_Wanted]]) -> _Begins:
    """Word as written → the names that it may begin; the words of a story come again and again."""

    @cache
    def begins(raw: str) -> Sequence[_Wanted]:
        # A name begins with a capital, or is one that never has it and then short (dpa); that leaves most words out.
        return by_key.get(_key(raw), ()) if len(raw) < SHORT_NAME or raw[0] == raw[0].upper() else ()

    return begins


def _named(article: Article, region: Region, begins: _Begins) -> Iterator[tuple[str, Place]]:
    text = article.text
    found = region_words(text, region.start, region.end)
    for at, word in enumerate(found):
        for wanted in begins(text[word.start : word.end]):
            end = _end(text, found[at : at + len(wanted.keys)], wanted, opens=at == 0)
            if end and not _inside_other(article, word.start, end):
                yield wanted.name, Place(article.id, word.start, end)


def _end(text: str, found: Sequence[Word], wanted: _Wanted, *, opens: bool) -> int:
    """Where the name ends that begins with these words, whole or by its main word; 0 if it is not the name."""
    keys = tuple(_key(text[word.start : word.end]) for word in found)
    if keys == wanted.keys and (not wanted.capital or _capital(text, found[wanted.main])):
        return found[-1].end
    # At the beginning of a region a capital says nothing.
    return found[0].end if keys[0] == wanted.short and _capital(text, found[0]) and not opens else 0


def _capital(text: str, word: Word) -> bool:
    return text[word.start] == text[word.start].upper()


def _inside_other(article: Article, start: int, end: int) -> bool:
    return any(name.kind in OTHERS and name.start <= start and end <= name.end for name in article.names)

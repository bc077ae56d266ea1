"""Written forms of two languages → links between names translated word by word: Port-Calvin, Puerto Calvin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from recoupe.crosscheck.entities.forms import Form, Word
from recoupe.crosscheck.entities.same_name import Link, link, may_be_one_kind
from recoupe.crosscheck.entities.sounds import alike
from recoupe.group.countries import country_of, long_countries
from recoupe.lang import load
from recoupe.text.keys import loose_key, name_key
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED, main_script
from recoupe.text.words import stop_words, words
from recoupe.world.concepts import concepts_of
from recoupe.world.name_words import Notions, meanings, nation_of, unspaced_nations, unspaced_words
from recoupe.world.other_names import is_given_name_of

# Words of a name that carry it even if no list knows them; shorter ones are prepositions and articles.
_LEAST = 4
# Words that must find each other.
_LEAST_WORDS = 2
# How alike two words of common descent must be, in one script (affaires, affari: 0.85 by Jaro-Winkler) and by sound.
_ALIKE, _ALIKE_BY_SOUND = 0.84, 0.8
# What a name may have more than its translation: Ministry of Foreign Affairs, Foreign Ministry.
_OPTIONAL = frozenset({"affairs", "company", "group", "national", "service"})
# More names than this that share two signs are too many to compare all of their pairs.
_LARGEST = 200
# What tells a party by itself: the Conservatives are the Conservative Party.
_PARTIES = frozenset(
    {"communist", "conservative", "democratic", "green_party", "labour_party", "liberal", "republican", "socialist"}
)
# The longest known word of a name that is written without spaces.
_LONGEST_UNSPACED = 6
_CACHED = 16_384


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name, or what a part of it means: notions of which it may have any, a country, or its sound."""

    notions: Notions = frozenset()
    nation: str | None = None
    word: Word | None = None


def translated(forms: Sequence[Form]) -> list[Link]:
    """Names in two languages whose words mean or sound the same one by one, in any order.

    One of them may name the country, too (France's interior ministry), if no name of another country is as like it; or
    the town.
    """
    things = [(form, parts_of(form)) for form in forms if _is_thing(form)]
    named = [(form, parts) for form, parts in things if len(parts) >= _LEAST_WORDS]
    towns = frozenset(word.loose for form in forms if form.kind == "place" for word in form.words) - {""}
    found: defaultdict[bool, list[tuple[int, int]]] = defaultdict(list)
    for a, b in _pairs([parts for _, parts in named]):
        if (left := _unmatched(*named[a], *named[b], towns)) is not None:
            found[left].append((a, b))
    loose = [pair for pair in found[True] if _only(pair, found[True], named)]
    made = [link(named[a][0], named[b][0], "translated") for a, b in (*found[False], *loose)]
    return [*made, *_parties(things)]


def _parties(things: Sequence[tuple[Form, tuple[Part, ...]]]) -> Iterator[Link]:
    """Parties by what they stand for (the Conservatives, the Conservative Party), if not of two countries."""
    by_aim: defaultdict[Notions, list[tuple[Form, str | None]]] = defaultdict(list)
    for form, parts in things:
        notions = frozenset().union(*(part.notions for part in parts)) - {"party"}
        if form.kind != "place" and notions & _PARTIES and all(part.nation or part.notions for part in parts):
            by_aim[notions].append((form, _nation(parts)))
    for _, group in sorted(by_aim.items(), key=lambda one: sorted(one[0])):
        if len({nation for _, nation in group if nation}) < 2:
            yield from (link(group[0][0], form, "translated") for form, _ in group[1:])


def _only(
    pair: tuple[int, int], pairs: Sequence[tuple[int, int]], named: Sequence[tuple[Form, tuple[Part, ...]]]
) -> bool:
    """Whether all names that fit one of the two name one country."""
    near = {at for other in pairs if set(other) & set(pair) for at in other}
    return len({nation for at in near if (nation := _nation(named[at][1]))}) < 2


def _nation(parts: Sequence[Part]) -> str | None:
    return next((part.nation for part in parts if part.nation), None)


def _is_thing(form: Form) -> bool:
    return form.kind != "person" or not form.sure


def parts_of(form: Form) -> tuple[Part, ...]:
    """What the words of a name mean or how they sound, without articles and prepositions."""
    languages, core = tuple(sorted(form.languages)), form.mentions[0].core
    if main_script(core) in UNSPACED:
        return _unspaced_parts(core, languages[0])
    several = long_countries(core, words(core), languages[0]) if len(form.words) > 1 else ()
    if nation := next((code for word, code in several if word.start), None):
        return (*_parts(form.words[:1], languages), Part(nation=nation))
    return _parts(form.words, languages)


@lru_cache(_CACHED)
def _parts(of: tuple[Word, ...], languages: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(part for word in of for part in _of_word(word, languages))


def _of_word(word: Word, languages: tuple[str, ...]) -> Iterator[Part]:
    """By the first of the languages that knows the word."""
    for language in languages:
        for spelling in _spellings(word.folded, language):
            if known := meanings(spelling, language):
                yield from (Part(notions) for notions in known)
                return
            if nation := nation_of(spelling, language) or country_of(spelling, language):
                yield Part(nation=nation)
                return
    if any(word.folded in stop_words(load(language)) for language in languages):
        return
    if len(word.folded) >= _LEAST or is_given_name_of(word.key, word.key):
        notions = (notion for language in languages for notion in concepts_of(word.folded, language))
        yield Part(frozenset(notions), word=word)


def _spellings(word: str, language: str) -> Iterator[str]:
    """The word, and what is left of it without an elided article, a possessive ending, a prefix of its language."""
    yield word
    if "'" in word:
        first, _, last = word.rpartition("'")
        yield first if f"'{last}" in load(language).comparison.possessives else last
    for prefix in load(language).names.prefixes:
        if word.startswith(fold(prefix)) and len(word) > len(prefix) + 1:
            yield word[len(fold(prefix)) :]


@lru_cache(_CACHED)
def _unspaced_parts(core: str, language: str) -> tuple[Part, ...]:
    """The known words of a name that is written without spaces, the longest first, and the sound of what is between."""
    notions, nations = unspaced_words(language), unspaced_nations(language)
    found: list[Part] = []
    at, unknown = 0, ""
    while at < len(core):
        ends = range(min(len(core), at + _LONGEST_UNSPACED), at, -1)
        known = next((core[at:end] for end in ends if core[at:end] in notions or core[at:end] in nations), "")
        if known and len(unknown) > 1:
            found.append(_sounding(unknown))
        unknown = "" if known else unknown + core[at]
        found += [Part(nation=nations[known])] if known in nations else map(Part, notions.get(known, ()))
        at += len(known) or 1
    return (*found, _sounding(unknown)) if len(unknown) > 1 else tuple(found)


def _sounding(text: str) -> Part:
    return Part(word=Word(fold(text), name_key(text), loose_key(text)))


def _pairs(named: Sequence[Sequence[Part]]) -> list[tuple[int, int]]:
    """Pairs of names that share two signs: what their words mean, their countries, the first sounds of their words."""
    by_signs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, parts in enumerate(named):
        for two in combinations(sorted({sign for part in parts for sign in _signs(part)}), 2):
            by_signs[two].append(at)
    groups = (group for group in by_signs.values() if len(group) <= _LARGEST)
    return sorted({pair for group in groups for pair in combinations(group, 2)})


def _signs(part: Part) -> Iterator[str]:
    yield from part.notions
    if part.nation:
        yield f"@{part.nation}"
    if part.word:
        yield f"~{part.word.loose[:2]}"


def _unmatched(a: Form, its: Sequence[Part], b: Form, others: Sequence[Part], towns: frozenset[str]) -> bool | None:
    """None for two names; else whether one of them names its country or town and the other does not."""
    if not may_be_one_kind(a, b) or (a.languages & b.languages and len(its) != len(others)):
        return None
    left, found = list(others), 0
    over: list[Part] = []
    for part in its:
        fits = next((other for other in left if _same(part, other)), None)
        if fits:
            left.remove(fits)
            found += 1
        else:
            over.append(part)
    needed = [[part for part in rest if not part.notions & _OPTIONAL] for rest in (over, left)]
    if found < _LEAST_WORDS or all(needed):
        return None
    rest = needed[0] or needed[1]
    # What bears a name of its own may have a daughter in each country.
    own = any(part.word for part in (*its, *others) if not part.notions and not _is_where(part, towns))
    if rest and (own or a.languages & b.languages or any(not _is_where(part, towns) for part in rest)):
        return None
    return bool(rest)


def _is_where(part: Part, towns: frozenset[str]) -> bool:
    return bool(part.nation or (part.word and part.word.loose in towns))


def _same(x: Part, y: Part) -> bool:
    if x.nation or y.nation:
        return x.nation == y.nation
    if x.notions & y.notions:
        return True
    return x.word is not None and y.word is not None and _sound_the_same(x.word, y.word)


def _sound_the_same(x: Word, y: Word) -> bool:
    from rapidfuzz.distance import JaroWinkler

    if x.loose == y.loose != "" or is_given_name_of(x.key, y.key):
        return True
    return JaroWinkler.similarity(x.key, y.key) >= _ALIKE or alike(x.key, y.key) >= _ALIKE_BY_SOUND

"""Language and world data → the word sets by which names are found, folded and ready for lookup."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from recoupe.lang import Language
from recoupe.model import NameKind
from recoupe.text.normal import fold
from recoupe.text.words import stop_words
from recoupe.world import agencies, outlets
from recoupe.world.places import place_names

# Words are folded again and again; this many hold the vocabulary of a large pile.
_CACHED = 131_072
Phrase = tuple[tuple[str, ...], NameKind]


@lru_cache(_CACHED)
def folded(word: str) -> str:
    """`fold`, remembered."""
    return fold(word)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `find_names` knows: the language's words (see `lang.schema.Names`), given names, and phrases by first word.

    Args:
        known: first word → names of places, outlets and agencies that begin with it, longest first.
        small: names that are written without a capital (dpa).
    """

    stop: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    links: frozenset[str]
    inner_links: frozenset[str]
    conjunctions: frozenset[str]
    portfolios: frozenset[str]
    genitives: frozenset[str]
    late_heads: frozenset[str]
    verb_endings: tuple[str, ...]
    place_roles: frozenset[str]
    place_articles: frozenset[str]
    place_beginnings: tuple[str, ...]
    heads: frozenset[str]
    weak_heads: frozenset[str]
    all_heads: frozenset[str]
    ends: frozenset[str]
    adjective_endings: tuple[str, ...]
    outlet_heads: frozenset[str]
    outlet_words: frozenset[str]
    outlet_articles: frozenset[str]
    outlet_ends: frozenset[str]
    place_heads: frozenset[str]
    place_ends: frozenset[str]
    place_parts: tuple[str, ...]
    place_endings: tuple[str, ...]
    place_prepositions: frozenset[str]
    elisions: frozenset[str]
    possessives: tuple[str, ...]
    demonyms: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]
    bound: frozenset[str]
    prepositions: frozenset[str]
    known: dict[str, tuple[Phrase, ...]]
    small: frozenset[str]
    nouns_capitalised: bool | None


@cache
def lexicon(language: Language) -> Lexicon:
    """The word sets of a language."""
    names, world = language.names, _given_names()
    return Lexicon(
        stop=stop_words(language),
        titles=_set(word.rstrip(".") for word in names.titles),
        roles=_set(names.roles),
        links=_set(names.links),
        inner_links=_set(names.inner_links),
        conjunctions=_set(names.conjunctions),
        portfolios=_set(names.portfolios),
        genitives=_set(names.genitives),
        late_heads=_set(names.late_heads),
        verb_endings=tuple(sorted(_set(names.verb_endings))),
        place_roles=_set(names.place_roles),
        place_articles=_set(names.place_articles),
        place_beginnings=tuple(sorted(_set(names.place_beginnings))),
        heads=_set(names.organisation_heads),
        weak_heads=_set(names.weak_heads),
        all_heads=_set((*names.organisation_heads, *names.weak_heads)),
        ends=_set(names.organisation_ends),
        adjective_endings=tuple(sorted(_set(names.adjective_endings))),
        outlet_heads=_set(names.outlet_heads),
        outlet_words=_set(language.identity.outlet_words),
        outlet_articles=_set(word.rstrip("'") for word in language.identity.outlet_articles),
        outlet_ends=_set(names.outlet_ends),
        place_heads=_set(names.place_heads),
        place_ends=_set(names.place_ends),
        place_parts=tuple(sorted(_set(names.place_parts))),
        place_endings=tuple(sorted(_set(names.place_endings))),
        place_prepositions=_set(names.place_prepositions),
        elisions=_set(names.elisions),
        possessives=names.possessives,
        demonyms=_set(names.demonyms),
        common=_set(names.common),
        given=_set(world["names"]),
        bound=_set(world["bound"]),
        prepositions=_set(world["prepositions"]),
        known=_known(language.code),
        small=frozenset(form for form in _agency_forms() if form.islower()),
        nouns_capitalised=names.nouns_capitalised,
    )


@cache
def _given_names() -> dict[str, list[str]]:
    return tomllib.loads((files("recoupe.world") / "given_names.toml").read_text(encoding="utf-8"))


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def _agency_forms() -> tuple[str, ...]:
    return tuple(form for agency in agencies() for form in (agency.name, *agency.aliases))


@cache
def _known(code: str) -> dict[str, tuple[Phrase, ...]]:
    """Names of places, outlets and agencies by their first word; an outlet goes before a place of the same name."""
    kinds: dict[tuple[str, ...], NameKind] = {phrase(place): "place" for place in place_names(code)}
    for outlet in outlets():
        kinds |= {phrase(form): "outlet" for form in (outlet.name, *outlet.aliases)}
    kinds |= {phrase(form): "outlet" for form in _agency_forms()}
    known: dict[str, list[Phrase]] = {}
    for words, kind in sorted(kinds.items(), key=lambda item: (-len(item[0]), item[0])):
        if words:
            known.setdefault(words[0], []).append((words, kind))
    return {first: tuple(phrases) for first, phrases in known.items()}


def phrase(name: str) -> tuple[str, ...]:
    """The folded words of a name, an elided article as a word of its own."""
    return tuple(fold(name).replace("'", " ").split())

"""Language and world data → the word sets by which names are found, folded and ready for lookup."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recoupe.lang import Language
from recoupe.model import NameKind
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script
from recoupe.text.words import stop_words
from recoupe.world import agencies
from recoupe.world.other_names import names_of_bodies
from recoupe.world.places import place_names
from recoupe.world.publishers import outlet_names

# The last part of a compound that makes it a role; shorter ones end other words.
_LEAST_COMPOUND = 4
Phrase = tuple[tuple[str, ...], NameKind]


@dataclass(frozen=True, slots=True)
class World:
    """Names that hold for all languages, and what a language calls the places.

    Args:
        given: given names; `surnames`: those that news uses without one.
        bound: words between the parts of a person's name; `prepositions`: such words that have other uses, too;
            `particles`: both.
        links: small words inside names of other languages, which this one does not have.
        known: first word → names of places, bodies, outlets and agencies that begin with it, longest first.
        titled: beginnings of the known outlets' names that have an article ("The Echo" of "The Echo of X").
        small: names that are written without a capital (dpa).
    """

    given: frozenset[str]
    surnames: frozenset[str]
    bound: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    links: frozenset[str]
    known: dict[str, tuple[Phrase, ...]]
    titled: frozenset[tuple[str, ...]]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Together:
    """Lists that are asked for as one.

    Args:
        heads: of organisations, those with other uses, too.
        roles: titles and roles.
        links: small words inside a name.
        ends: of the names of organisations, outlets and places.
        outlet_links: links, and prepositions with an article in them.
        before_names: words that may stand first in a run of capitals and belong to no name.
        general: words that say nothing alone when a longer name is cut to its first word.
        compound_roles: last parts of compounds that are roles, where nouns have capitals.
    """

    heads: frozenset[str]
    roles: frozenset[str]
    links: frozenset[str]
    ends: frozenset[str]
    outlet_links: frozenset[str]
    before_names: frozenset[str]
    general: frozenset[str]
    compound_roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uncased:
    """What only scripts without capitals need: words written together with the next, and the article among them."""

    prefixes: tuple[str, ...]
    definite: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `find_names` knows: the words of the language (see `lang.schema.Names`), and the names of the world."""

    code: str
    world: World
    all: Together
    stop: frozenset[str]
    titles: frozenset[str]
    dotted: frozenset[str]
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
    ends: frozenset[str]
    adjective_endings: tuple[str, ...]
    outlet_heads: frozenset[str]
    outlet_holders: frozenset[str]
    contractions: frozenset[str]
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
    verbs_behind: frozenset[str]
    nouns_capitalised: bool | None
    cases: bool
    uncased: Uncased


@cache
def lexicon(language: Language) -> Lexicon:
    """The word sets of a language."""
    names, world = language.names, _world(language)
    return Lexicon(
        code=language.code,
        world=world,
        all=_together(language, world),
        stop=stop_words(language),
        titles=_set(word.rstrip(".") for word in names.titles),
        dotted=_set(word.rstrip(".") for word in (*names.titles, *language.sentences.abbreviations)),
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
        ends=_set(names.organisation_ends),
        adjective_endings=tuple(sorted(_set(names.adjective_endings))),
        outlet_heads=_set(names.outlet_heads),
        outlet_holders=_set(names.outlet_holders),
        contractions=_set(names.contractions),
        outlet_words=_set(language.identity.outlet_words),
        outlet_articles=_articles(language),
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
        verbs_behind=_set(names.verbs_behind),
        nouns_capitalised=names.nouns_capitalised,
        cases=bool(names.given_endings),
        uncased=_uncased(language),
    )


def _together(language: Language, world: World) -> Together:
    names, stop = language.names, stop_words(language)
    return Together(
        heads=_set((*names.organisation_heads, *names.weak_heads)),
        roles=_set((*(word.rstrip(".") for word in names.titles), *names.roles)),
        links=_set(names.inner_links) | world.particles,
        ends=_set((*names.organisation_ends, *names.outlet_ends, *names.place_ends)),
        outlet_links=_set((*names.contractions, *names.inner_links)),
        before_names=_set((*names.common, *names.elisions, *names.portfolios)) | stop,
        general=_set((*names.organisation_heads, *names.weak_heads, *names.demonyms)) | stop,
        compound_roles=_compound_roles(names.roles) if names.nouns_capitalised else (),
    )


def _uncased(language: Language) -> Uncased:
    prefixes = sorted(_set(language.names.prefixes), key=lambda prefix: (-len(prefix), prefix))
    return Uncased(prefixes=tuple(prefixes), definite=fold(language.names.definite))


def _world(language: Language) -> World:
    lists = _given_names()
    return World(
        given=_set((*lists["names"], *_inflected(lists["names"], language))),
        surnames=_set(lists["surnames"]),
        bound=_set(lists["bound"]),
        prepositions=_set(lists["prepositions"]),
        particles=_set((*lists["bound"], *lists["prepositions"])),
        links=_set(lists["links"]) - _own_words(language),
        known=_known(language),
        titled=with_article(_outlet_phrases(), _articles(language)),
        small=frozenset(form for form in _agency_forms() if form.islower()),
    )


def _own_words(language: Language) -> frozenset[str]:
    names = language.names
    return stop_words(language) | _set((*names.links, *names.conjunctions, *names.contractions, *names.elisions))


def _compound_roles(roles: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(role for role in _set(roles) if len(role) >= _LEAST_COMPOUND and " " not in role))


def _inflected(given: Iterable[str], language: Language) -> Iterator[str]:
    """The other cases of given names in the letters of the language; of its endings, the first that fits counts."""
    rules = [
        (ending, others.split()) for ending, _, others in (r.partition(": ") for r in language.names.given_endings)
    ]
    script = main_script("".join(rule[0] for rule in rules))
    for name in given if rules else ():
        ending, others = next((rule for rule in rules if name.endswith(rule[0])), ("", list[str]()))
        if main_script(name) != script:
            continue
        yield from (name.removesuffix(ending) + other for other in others)


@cache
def _given_names() -> dict[str, list[str]]:
    return tomllib.loads((files("recoupe.world") / "given_names.toml").read_text(encoding="utf-8"))


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def _agency_forms() -> tuple[str, ...]:
    return tuple(form for agency in agencies() for form in (agency.name, *agency.aliases))


@cache
def _outlet_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(map(phrase, outlet_names()))


def _articles(language: Language) -> frozenset[str]:
    return _set(word.rstrip("'") for word in language.identity.outlet_articles)


def with_article(names: Iterable[tuple[str, ...]], articles: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Beginnings of two words and more of the names that start with an article."""
    return frozenset(name[:end] for name in names if name and name[0] in articles for end in range(2, len(name) + 1))


def is_given(word: str, lexicon: Lexicon) -> bool:
    """A given name, or two of them with a hyphen."""
    return word in lexicon.world.given or ("-" in word and all(part in lexicon.world.given for part in word.split("-")))


def is_role(word: str, lexicon: Lexicon) -> bool:
    """A role, alone or as the last part of a compound (SPD-Chefin, Parteichefin)."""
    if word in lexicon.roles:
        return True
    return word.rpartition("-")[2] in lexicon.roles if "-" in word else word.endswith(lexicon.all.compound_roles)


@cache
def _known(language: Language) -> dict[str, tuple[Phrase, ...]]:
    """Names of places, bodies, outlets and agencies by their first word; of two kinds the later here is right."""
    kinds: dict[tuple[str, ...], NameKind] = {phrase(place): "place" for place in place_names(language.code)}
    kinds |= {phrase(body): "organisation" for body in (*_given_names()["bodies"], *names_of_bodies())}
    articles = _articles(language)
    for words in _outlet_phrases():
        kinds[words] = "outlet"
        # A name of two words behind its article is known without it, too.
        if len(words) > 2 and words[0] in articles:
            kinds[words[1:]] = "outlet"
    kinds |= {phrase(form): "outlet" for form in _agency_forms()}
    known: dict[str, list[Phrase]] = {}
    for words, kind in sorted(kinds.items(), key=lambda item: (-len(item[0]), item[0])):
        if words:
            known.setdefault(words[0], []).append((words, kind))
    return {first: tuple(phrases) for first, phrases in known.items()}


def phrase(name: str) -> tuple[str, ...]:
    """The folded words of a name, an elided article as a word of its own."""
    return tuple(fold(name).replace("'", " ").split())

"""Names of media that no outlet of the world bears → the outlet of the pile whose name a translator translated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model import Article
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script
from recoupe.text.words import folded_words
from recoupe.world.agencies import find_agency
from recoupe.world.concepts import concepts_of
from recoupe.world.publishers import find_outlet

# Letters that a word of a name has at least to tell which outlet is meant ("Nied").
_LEAST_WORD = 4
# How alike words of common descent are (affaires, affari: 0.85 by Jaro-Winkler), as for other translated names.
_ALIKE = 0.84
# What any paper may be called says nothing about which one it is.
_ANY_PAPER = frozenset({"newspaper"})


@dataclass(frozen=True, slots=True)
class _Outlet:
    """A name of an outlet of the pile, in the languages of its articles, and its key."""

    name: str
    key: str
    languages: frozenset[str]
    words: frozenset[str]


def translated_names(articles: Sequence[Article], keys: Mapping[str, str]) -> dict[str, str]:
    """Folded name, as articles in one language give it → key of the outlet of the pile that publishes in another.

    A name has a word in common with that outlet's alone; or it is written in another script, and that outlet is the
    only one of the pile that others credit. What a known outlet or agency is called is no translation.

    Args:
        articles: the articles of the story.
        keys: what identifies the outlets of the pile, by folded name.
    """
    cited = _cited(articles)
    outlets = _outlets(articles, keys)
    published = {outlet.key for outlet in outlets}
    credited = {keys[fold(name)] for name in cited if fold(name) in keys} & published
    sole = [outlet for outlet in outlets if {outlet.key} == credited]
    found = {}
    for name, languages in sorted(cited.items()):
        if fold(name) in keys or find_outlet(name) or find_agency(name):
            continue
        abroad = [outlet for outlet in outlets if outlet.languages.isdisjoint(languages)]
        meant = {outlet.key for outlet in abroad if _is_translation(_words(name, languages), outlet.words)}
        meant = meant or {o.key for o in sole if o in abroad and main_script(o.name) != main_script(name)}
        if len(meant) == 1:
            found[fold(name)] = min(meant)
    return found


def _cited(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """Names of media that articles credit, with the languages of those articles."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for said in article.attributions:
            for name in (*said.via, *([said.source.name] if said.source.kind == "outlet" else [])):
                found[name].add(article.language)
        for named in article.names:
            if named.kind == "outlet":
                found[article.text[named.start : named.end]].add(article.language)
    return {name: frozenset(languages) for name, languages in found.items()}


def _outlets(articles: Iterable[Article], keys: Mapping[str, str]) -> tuple[_Outlet, ...]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        if article.publisher is not None and fold(article.publisher.name) in keys:
            found[article.publisher.name].add(article.language)
    return tuple(
        _Outlet(name, keys[fold(name)], frozenset(languages), _words(name, languages))
        for name, languages in sorted(found.items())
    )


def _words(name: str, languages: Collection[str]) -> frozenset[str]:
    """Keys of the words of a name that may tell which outlet it is."""
    words = [word for word in folded_words(fold(name)) if len(word) >= _LEAST_WORD]
    common = {
        word for word in words for language in languages if not _ANY_PAPER.isdisjoint(concepts_of(word, language))
    }
    return frozenset(_keys(word for word in words if word not in common))


def _keys(words: Iterable[str]) -> Iterator[str]:
    return (key for word in words if (key := name_key(word)))


def _is_translation(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Half of the words of either name, at least, sound like one of the other."""
    from rapidfuzz.distance import JaroWinkler

    found = sum(any(JaroWinkler.similarity(one, two) >= _ALIKE for two in theirs) for one in ours)
    return found > 0 and 2 * found >= max(len(ours), len(theirs))

"""Articles and their derivations → the newsroom that answers for each article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Derivation
from recoupe.text.keys import name_key
from recoupe.text.normal import fold

# A derivation counts from here on; between PROBABLE and this it only widens the range. Chosen as "more likely than
# not"; held against the dev stories, where 0.4 to 0.6 give the same figures.
ACCEPTED = 0.5
PROBABLE = 0.25
# Share of an article that must come from another for its unmarked words to be the other's: half is the first value
# at which the borrowed part outweighs the rest.
MOSTLY = 0.5
_CARRIES_ALL: frozenset[str] = frozenset({"copy", "cut", "translation"})
# Words of fewer letters say nothing about which outlet is meant.
_LEAST_WORD = 4


@dataclass(frozen=True, slots=True)
class Newsroom:
    """An outlet or agency. `key` is the same for all names of one newsroom."""

    name: str
    kind: Literal["outlet", "agency"]
    key: str


@dataclass(frozen=True, slots=True)
class Newsrooms:
    """The newsrooms of a story.

    Args:
        own: the one that published an article, by article id.
        answers: the one whose words an article prints, by article id.
        agencies: keys of those that are credited as agencies.
        full: what a short name stands for, as far as that is clear ("Le Phare" → key of "Le Phare de Brest").
    """

    own: Mapping[str, Newsroom]
    answers: Mapping[str, Newsroom]
    agencies: frozenset[str]
    full: Mapping[str, str]


def find_newsrooms(articles: Iterable[Article], entities: Entities, derivations: Sequence[Derivation]) -> Newsrooms:
    """Follow each article to the text it carries: its source in the pile, the agency it credits, or its publisher."""
    articles = tuple(articles)
    full = _full_names(articles, entities)
    agencies = frozenset(_key(agency, entities, full) for article in articles for agency in article.agencies)
    known = Newsrooms({}, {}, agencies, full)
    own = {article.id: _publisher(article, entities, known) for article in articles}
    carried = _carried(derivations)
    by_id = {article.id: article for article in articles}
    answers = {}
    for article in articles:
        last, outside = _carrier(article, by_id, carried)
        credited = outside or next(iter(last.agencies), None)
        answers[article.id] = named_newsroom(credited, entities, known) if credited else own[last.id]
    return Newsrooms(own, answers, agencies, full)


def named_newsroom(name: str, entities: Entities, known: Newsrooms) -> Newsroom:
    """The newsroom of a name that an article gives; it is an agency if any article of the story credits it as one."""
    key = _key(name, entities, known.full)
    return Newsroom(name, "agency" if key in known.agencies else "outlet", key)


def name_of_key(name: str, entities: Entities) -> str:
    """What identifies a named source: its entity, or its name in a script-free spelling."""
    folded = fold(name)
    return entities.by_name.get(folded) or f"name:{name_key(name) or folded}"


def _key(name: str, entities: Entities, full: Mapping[str, str]) -> str:
    return full.get(fold(name)) or name_of_key(name, entities)


def _full_names(articles: Sequence[Article], entities: Entities) -> dict[str, str]:
    """Folded name of a newsroom → key of the longest name in the story that has all of its telling words.

    A name whose words stand in two longer names that do not contain each other stands for itself.
    """
    names = {fold(name) for name in _names_given(articles, entities)}
    telling = {name: frozenset(w for w in name.split() if len(w) >= _LEAST_WORD) or frozenset([name]) for name in names}
    found = {}
    for name in sorted(names):
        longer = [other for other in names if telling[name] <= telling[other]]
        longest = max(longer, key=lambda other: (len(telling[other]), other))
        if all(telling[other] <= telling[longest] for other in longer):
            found[name] = name_of_key(longest, entities)
    return found


def _names_given(articles: Sequence[Article], entities: Entities) -> Iterable[str]:
    for article in articles:
        yield from article.agencies
        if article.publisher is not None:
            yield article.publisher.name
        for said in article.attributions:
            yield from said.via
            if said.source.kind == "outlet":
                yield said.source.name
    for entity in entities.entities:
        if entity.kind == "outlet":
            yield from (entity.name, *entity.variants)


def _publisher(article: Article, entities: Entities, known: Newsrooms) -> Newsroom:
    if article.publisher is None:
        stem = PurePath(article.source.split("#")[-1]).stem
        return Newsroom(f"({stem})", "outlet", f"article:{article.id}")
    return named_newsroom(article.publisher.name, entities, known)


def _carried(derivations: Sequence[Derivation]) -> dict[str, Derivation]:
    """For each article that carries another's text as a whole, the derivation that says so."""
    best: dict[str, Derivation] = {}
    for derivation in sorted(derivations, key=lambda d: (-d.probability, d.used)):
        whole = derivation.kind in _CARRIES_ALL and (derivation.coverage is None or derivation.coverage >= MOSTLY)
        if whole and derivation.probability >= ACCEPTED:
            best.setdefault(derivation.derived, derivation)
    return best


def _carrier(
    article: Article, by_id: Mapping[str, Article], carried: Mapping[str, Derivation]
) -> tuple[Article, str | None]:
    """The article of the pile whose text this one carries, and the name of the text outside the pile behind it."""
    passed: set[str] = set()
    while (derivation := carried.get(article.id)) is not None and article.id not in passed:
        passed.add(article.id)
        if derivation.used not in by_id:
            return article, derivation.used
        article = by_id[derivation.used]
    return article, None

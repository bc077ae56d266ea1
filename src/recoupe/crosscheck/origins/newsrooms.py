"""Articles and their derivations → the newsroom that answers for each article's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from recoupe.crosscheck.origins.translated import translated_names
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
_CARRIES_ALL: frozenset[str] = frozenset({"copy", "cut", "translation", "version"})
# Regions in which an article says where it has something from; the credit of a picture is none.
_TOLD: frozenset[str] = frozenset({"headline", "subhead", "body"})
# Mentions of one medium from which on an article is taken to rest on it, and the part of the text in which one will do.
_AGAIN = 2
_EARLY = 1 / 3
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
        rests_on: the one medium outside the pile that an article credits again and again, by article id; what it tells
            without a source probably comes from there.
        full: what a short name stands for, as far as that is clear ("Le Phare" → key of "Le Phare de Brest").
        names: what an outlet of the pile calls itself, by key.
    """

    own: Mapping[str, Newsroom]
    answers: Mapping[str, Newsroom]
    agencies: frozenset[str]
    full: Mapping[str, str]
    rests_on: Mapping[str, Newsroom] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


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
    rests_on = {article.id: medium for article in articles if (medium := _rests_on(article, own, entities, known))}
    names = {own[article.id].key: own[article.id].name for article in articles if article.publisher is not None}
    return Newsrooms(own, answers, agencies, full, rests_on, names)


def named_newsroom(name: str, entities: Entities, known: Newsrooms) -> Newsroom:
    """The newsroom of a name that an article gives; it is an agency if any article of the story credits it as one."""
    key = _key(name, entities, known.full)
    return Newsroom(known.names.get(key, name), "agency" if key in known.agencies else "outlet", key)


def is_common(name: str) -> bool:
    """Whether a name is only a common noun ("a local paper"): it has no capital, in a script that has them."""
    return name.islower() and name != name.upper()


def source_key(name: str, entities: Entities) -> str:
    """What identifies a named source: its entity, or its name in a script-free spelling."""
    folded = fold(name)
    return entities.by_name.get(folded) or f"name:{name_key(name) or folded}"


def _key(name: str, entities: Entities, full: Mapping[str, str]) -> str:
    return full.get(fold(name)) or source_key(name, entities)


def _rests_on(article: Article, own: Mapping[str, Newsroom], entities: Entities, known: Newsrooms) -> Newsroom | None:
    """The medium that an article names early or again, and more often than all others together.

    An article with the words of an agency has a root of its own.
    """
    if article.agencies:
        return None
    told = [region for region in article.regions if region.kind in _TOLD]
    outlets = [
        name for name in article.names if name.kind == "outlet" and any(r.start <= name.start < r.end for r in told)
    ]
    named = [(name.start, article.text[name.start : name.end]) for name in outlets]
    media = [(start, named_newsroom(name, entities, known)) for start, name in sorted(named) if not is_common(name)]
    publishers = {newsroom.key for newsroom in own.values()}
    counts = Counter(medium.key for _, medium in media if medium.kind == "outlet" and medium.key not in publishers)
    for key, count in counts.most_common(1):
        start, first = next((start, medium) for start, medium in media if medium.key == key)
        if 2 * count > counts.total() and (count >= _AGAIN or start < _EARLY * len(article.text)):
            return first
    return None


def _full_names(articles: Sequence[Article], entities: Entities) -> dict[str, str]:
    """Folded name of a newsroom → key of the fullest name that has all of its telling words, if there is one.

    Publishers and agencies of the pile come first, then other outlets of the story. A name whose words stand in two
    names that do not contain each other stands for itself.
    """
    in_pile, elsewhere = _known_names(articles, entities)
    found = {}
    for name in sorted({*in_pile, *elsewhere, *_cited_names(articles)}):
        fullest = _fullest(_telling(name), in_pile) or _fullest(_telling(name), elsewhere)
        if fullest is not None:
            found[fold(name)] = source_key(fullest, entities)
    keys = {fold(name): found.get(fold(name)) or source_key(name, entities) for name in in_pile}
    return found | translated_names(articles, keys)


def _fullest(words: frozenset[str], known: Mapping[str, frozenset[str]]) -> str | None:
    longer = [other for other in known if words <= known[other]]
    fullest = max(longer, key=lambda other: (len(known[other]), other), default=None)
    return fullest if fullest is not None and all(known[other] <= known[fullest] for other in longer) else None


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell which outlet it is: those with a capital where there are any, and not too short."""
    words = [word for word in name.split() if len(word) >= _LEAST_WORD]
    capital = [word for word in words if not word[0].islower()]
    return frozenset(map(fold, capital or words)) or frozenset([fold(name)])


def _known_names(
    articles: Sequence[Article], entities: Entities
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Telling words of the names of those who publish in the pile or are credited there, and of all other outlets."""
    agencies = [agency for article in articles for agency in article.agencies]
    publishers = [article.publisher.name for article in articles if article.publisher is not None]
    outlets = [name for e in entities.entities if e.kind == "outlet" for name in (e.name, *e.variants)]
    in_pile, elsewhere = {*agencies, *publishers}, set(outlets)
    return {name: _telling(name) for name in in_pile}, {name: _telling(name) for name in elsewhere}


def _cited_names(articles: Sequence[Article]) -> list[str]:
    said = [said for article in articles for said in article.attributions]
    return [name for one in said for name in one.via] + [one.source.name for one in said if one.source.kind == "outlet"]


def _publisher(article: Article, entities: Entities, known: Newsrooms) -> Newsroom:
    if article.publisher is None:
        file = PurePath(article.source.split("#")[-1]).name
        return Newsroom(file, "outlet", f"article:{article.id}")
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

"""Articles of a story → its entities: forms that name one person, body, outlet or place, joined with the reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from recoupe.crosscheck.entities.foreign_letters import by_sound
from recoupe.crosscheck.entities.forms import Form, find_forms
from recoupe.crosscheck.entities.known_names import is_known, known_names, with_peoples
from recoupe.crosscheck.entities.offices import offices
from recoupe.crosscheck.entities.same_name import (
    BY_SOUND,
    Link,
    full,
    given_names_agree,
    inflected,
    people_alike,
    same_consonants,
    same_keys,
)
from recoupe.crosscheck.entities.short_names import acronyms, outer_words, without_middle
from recoupe.crosscheck.entities.surnames import split_by_article, surnames
from recoupe.crosscheck.entities.translated_names import translated
from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Entity, NameKind
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script

Group = tuple[Form, ...]


def find_entities(articles: Sequence[Article]) -> Entities:
    """The entities of a story. Links are tried from the surest to the weakest; none may join two people."""
    forms = find_forms(articles)
    people = full(forms)
    forms = with_peoples(forms, people)
    named = frozenset(form.key for form in people)
    groups, sure = _join(
        forms, named, [*same_keys(forms), *people_alike(people), *known_names(forms), *by_sound(people)]
    )
    persons = {form.key: groups[form.key][0].key for form in people}
    forms = split_by_article(forms, persons)
    groups, accepted = _join(forms, named, [*sure, *_weaker(forms, persons, articles, is_known(forms))])
    return _entities({min(f.key for f in group): group for group in groups.values()}, accepted)


def _weaker(
    forms: Sequence[Form], persons: Mapping[str, str], articles: Sequence[Article], known: Set[str]
) -> list[Link]:
    found = [
        *surnames(forms, persons),
        *offices(forms, persons),
        *acronyms(forms, articles),
        *outer_words(forms, articles),
        *without_middle(forms),
        *same_consonants(forms),
        *inflected(forms),
        *translated(forms),
        *by_sound(forms),
    ]
    # What the world knows by two names is two, however alike they are: Austria and Australia, Brasilia and Brussels.
    # It knows all of its names, too, so that none is told by sound.
    return [link for link in found if len({link.left, link.right} & known) < (1 if link.why.signal in BY_SOUND else 2)]


def _join(
    forms: Sequence[Form], full_names: frozenset[str], links: Iterable[Link]
) -> tuple[Mapping[str, Group], list[Link]]:
    """Form key → the group it ends in, and the links that were followed; `full_names` holds keys of forms."""
    groups: dict[str, Group] = {form.key: (form,) for form in forms}
    followed = []
    for link in links:
        left, right = groups.get(link.left), groups.get(link.right)
        if left and right and left is not right and _may_join(left, right, full_names):
            joined = tuple(sorted((*left, *right), key=lambda f: f.key))
            groups.update((form.key, joined) for form in joined)
            followed.append(link)
    return groups, followed


def _may_join(left: Group, right: Group, full_names: frozenset[str]) -> bool:
    """No group may hold two first names, a person and a thing, or an outlet and a place (Belga, Belgium)."""
    kinds = {_kind(group) for group in (left, right) if any(form.sure for form in group)}
    if len(kinds) > 1 and ("person" in kinds or kinds == {"outlet", "place"}):
        return False
    return all(given_names_agree(a, b) for a in left for b in right if {a.key, b.key} <= full_names)


def _kind(group: Group) -> NameKind:
    """The kind that most mentions give; among equals, the first by alphabet."""
    known = [form for form in group if form.sure]
    votes = Counter[NameKind]()
    for form in known or group:
        votes[form.kind] += len(form.mentions)
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _entities(groups: Mapping[str, Group], links: Sequence[Link]) -> Entities:
    evidence = defaultdict(list)
    root = {form.key: key for key, group in groups.items() for form in group}
    for link in links:
        evidence[root[link.left]].append(link)
    made = {key: _entity(key, group, evidence[key]) for key, group in groups.items()}
    return Entities(
        entities=tuple(sorted(made.values(), key=lambda e: (e.name, e.id))),
        at=_places(groups, made),
        by_name=_by_name(made.values()),
    )


def _entity(key: str, group: Group, links: Sequence[Link]) -> Entity:
    import xxhash

    mentions = [mention for form in group for mention in form.mentions]
    surfaces = {text for mention in mentions for text in mention.written}
    written = {" ".join(text.split()) for text in surfaces}
    where = sorted({mention.article for mention in mentions})
    return Entity(
        id="e" + xxhash.xxh3_64_hexdigest("\n".join([key, *where]).encode()),
        name=_best_name(group),
        kind=_kind(group),
        variants=tuple(sorted(written)),
        roles=tuple(sorted({m.role for m in mentions if m.role}, key=lambda r: (r.article, r.text))),
        evidence=tuple(sorted((link.why for link in links), key=lambda e: (-e.weight, e.detail))),
    )


def _best_name(group: Group) -> str:
    """The most frequent full form, in Latin letters if there is one; for a person, one of two words or more."""
    counts = Counter(mention.core for form in group for mention in form.mentions)
    person = _kind(group) == "person"

    def rank(name: str) -> tuple[bool, bool, bool, bool, int, int, str]:
        short = person and len(name.split()) < 2
        initials = any(len(word.strip(".")) == 1 for word in name.split())
        return main_script(name) != "Latn", short, name.islower(), initials, -counts[name], -len(name), name

    return min(counts, key=rank)


def _places(groups: Mapping[str, Group], made: Mapping[str, Entity]) -> dict[tuple[str, int, int], str]:
    mentions = ((m, made[key].id) for key, group in groups.items() for form in group for m in form.mentions)
    found = {(m.article, m.span.start, m.span.end): entity for m, entity in mentions if m.span}
    return dict(sorted(found.items()))


def _by_name(entities: Iterable[Entity]) -> dict[str, str]:
    """Folded written forms, those of two entities left out."""
    meant = defaultdict(set)
    for entity in entities:
        for name in (entity.name, *entity.variants):
            meant[fold(name)].add(entity.id)
    return {name: min(ids) for name, ids in sorted(meant.items()) if len(ids) == 1}

"""Articles → the bodies for which their people speak, as titles say or as stands before them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from recoupe.crosscheck.origins.offices import Office, office
from recoupe.crosscheck.records import Entities
from recoupe.lang import load
from recoupe.model import Article, Name
from recoupe.text.normal import fold

# How far behind a title the body that a person speaks for may stand, in characters ("spokesman for the Railnet board").
_TITLE_REACH = 25
# How far before a title without a body ("its lawyer") the body may stand: a sentence and a half. On the
# benchmark stories 100 to 300 give the same origins.
_BODY_REACH = 200
# Names of more words than this are not looked for inside the words for a source.
_LONGEST_FORM = 5


def bodies(articles: Iterable[Article], entities: Entities) -> dict[str, frozenset[str]]:
    """For each person, the bodies named in the titles that the articles give, or before a title that needs one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        names = in_order(article.names)
        for name in names:
            if name.kind == "person" and name.entity is not None and name.role is not None:
                named = [n for n in names_between(names, name.role.start, name.role.end + _TITLE_REACH) if _is_body(n)]
                title = article.text[name.role.start : name.role.end]
                found[name.entity].update(n.entity for n in named if n.entity)
                if not named and needs_body(office(title, load(article.language).code)):
                    found[name.entity].update(body_before(names, min(name.start, name.role.start)))
    known = {entity.id for entity in entities.entities if entity.kind == "organisation"}
    for person in entities.entities:
        for role in person.roles if person.kind == "person" else ():
            found[person.id].update(known.intersection(known_forms(role.text, entities)))
    return {person: frozenset(bodies) for person, bodies in found.items() if bodies}


def needs_body(title: Office | None) -> bool:
    """Whether a title is that of somebody who speaks for others and does not say for whom ("a spokeswoman")."""
    return title is not None and title.speaks_for_others and not title.is_body and not title.others


def body_before(names: Sequence[Name], start: int) -> tuple[str, ...]:
    """The body that is named last before a place, if it is near."""
    near = [name.entity for name in names_between(names, start - _BODY_REACH, start) if _is_body(name) and name.entity]
    return tuple(near[-1:])


def known_forms(words: str, entities: Entities) -> Iterator[str]:
    """Entities whose written forms, of up to `_LONGEST_FORM` words, stand in a few words."""
    parts = fold(words).split()
    for start in range(len(parts)):
        for end in range(start + 1, min(start + _LONGEST_FORM, len(parts)) + 1):
            entity = entities.by_name.get(" ".join(parts[start:end]))
            if entity is not None:
                yield entity


def in_order(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names of an article in the order of its text."""
    return tuple(sorted(names, key=_position))


def names_between(names: Sequence[Name], start: int, end: int) -> Iterator[Name]:
    """Of names in order, those that begin in a stretch of the text."""
    first = bisect_left(names, (start, 0), key=_position)
    return takewhile(lambda name: name.start < end, islice(names, first, None))


def _is_body(name: Name) -> bool:
    return name.kind == "organisation" and name.entity is not None


def _position(name: Name) -> tuple[int, int]:
    return name.start, name.end

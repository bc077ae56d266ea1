"""Titles of people → conflicts of role: one person given two functions that exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.crosscheck.records import Entities
from recoupe.lang import Language, load
from recoupe.model import Article, Conflict, Name, Side, Span

# Commas of all scripts, and what else ends a title that stands beside a name; no title is longer, in characters.
_COMMA = r"[,\u060c\u3001\uff0c]"
_TITLE = r"[^,.;:()\"\n\u060c\u3001\uff0c\u00ab\u00bb\u201c\u201d\u2013\u2014]{3,80}"
_BEHIND = re.compile(rf"{_COMMA}\s?({_TITLE})(?={_COMMA}|[.;:\n])")
_BEFORE = re.compile(rf"({_TITLE}){_COMMA}\s?\Z")
_LONGEST = 85
_ENDS = re.compile(rf"{_COMMA}|[.;:\n]")
# A title of so many words, word for word the same in another article, is that of the same person there.
_TELLING = 5


def find_roles(
    articles: Sequence[Article], entities: Entities, derived: Collection[tuple[str, str]]
) -> Iterator[Conflict]:
    """Conflicts between articles over the function of a person.

    The language files name functions by what they are in (`company.chair`, `company.chief`). Two of one field exclude
    each other, unless an article gives a person both; who copies or translates a title has no reason to change it to
    one of another field either.

    Args:
        articles: the articles of the story.
        entities: who is who in it.
        derived: (derived article, article it derives from).
    """
    for _, held in sorted(_held(articles, entities).items()):
        for one, two in combinations(sorted(held), 2):
            if one.split(".")[0] == two.split(".")[0]:
                first, second = held[one], held[two]
                if {s.article for s in first}.isdisjoint(s.article for s in second):
                    yield _conflict([*_everywhere(articles, first)], [*_everywhere(articles, second)])
            else:
                pairs = _changed(held, one, two, derived)
                if pairs:
                    yield _conflict([a for a, _ in pairs], [b for _, b in pairs])


def _conflict(first: Sequence[Side], second: Sequence[Side]) -> Conflict:
    return Conflict("", "role", (*first, *second), None, f"{first[0].value} against {second[0].value}")


def _changed(
    held: Mapping[str, Sequence[Side]], one: str, two: str, derived: Collection[tuple[str, str]]
) -> list[tuple[Side, Side]]:
    """Where an article gives one function and its copy another, and neither gives both."""
    given = {function: {side.article for side in sides} for function, sides in held.items()}
    return [
        (a, b)
        for a in held[one]
        for b in held[two]
        if ((a.article, b.article) in derived or (b.article, a.article) in derived)
        and a.article not in given[two]
        and b.article not in given[one]
    ]


def _held(articles: Sequence[Article], entities: Entities) -> dict[str, dict[str, list[Side]]]:
    """Person of several articles → function → where the articles give it."""
    named: defaultdict[str, list[tuple[Article, Name]]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.id):
        for name in article.names:
            person = entities.at.get((article.id, name.start, name.end), name.entity)
            if name.kind == "person" and person is not None:
                named[person].append((article, name))
    return {person: _given(places) for person, places in named.items() if len({a.id for a, _ in places}) > 1}


def _given(places: Sequence[tuple[Article, Name]]) -> dict[str, list[Side]]:
    """Function → where it is given to a person."""
    found: defaultdict[str, list[Side]] = defaultdict(list)
    for article, name in places:
        for span in _titles(article, name):
            value = article.text[span.start : span.end]
            for function in functions(value, load(article.language)):
                found[function].append(Side(article.id, span.start, span.end, value))
    return dict(found)


def _titles(article: Article, name: Name) -> Iterator[Span]:
    """What a name is called right before it, and between commas on either side of it."""
    text, language = article.text, load(article.language)
    if name.role is not None and not text[min(name.role.end, name.end) : max(name.role.start, name.start)].strip():
        yield name.role
    behind = _BEHIND.match(text, name.end)
    at = _function_in(behind.group(1), language) if behind is not None else None
    if behind is not None and at is not None and len(behind.group(1)[:at].split()) <= 1:
        yield Span(behind.start(1) + at, behind.end(1))
    start = max(0, name.start - _LONGEST)
    before = _BEFORE.search(text[start : name.start]) if _ENDS.match(text, name.end) else None
    at = _function_in(before.group(1), language) if before is not None else None
    if before is not None and at is not None:
        yield Span(start + before.start(1) + at, start + before.end(1))


def _function_in(words: str, language: Language) -> int | None:
    """Where the last function of some words begins that stands first or behind an article."""
    low = words.lower()
    found = [match.start() for match in _any_function(language).finditer(low)]
    return max((at for at in found if _is_set_off(low[:at].split(), language)), default=None)


@cache
def _any_function(language: Language) -> re.Pattern[str]:
    listed = "|".join(re.escape(phrase) for phrase, _ in _phrases(language))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if listed else "(?!)")


def _is_set_off(before: Sequence[str], language: Language) -> bool:
    return not before or before[-1] in language.comparison.determiners


def _everywhere(articles: Sequence[Article], held: Sequence[Side]) -> Iterator[Side]:
    """Where the articles give a person these titles, and where others have a long one word for word."""
    yield from held
    telling = {side.value for side in held if len(side.value.split()) >= _TELLING}
    given = {side.article for side in held}
    for article in articles if telling else ():
        places = ((value, article.text.find(value)) for value in sorted(telling))
        yield from (Side(article.id, at, at + len(v), v) for v, at in places if at >= 0 and article.id not in given)


def functions(title: str, language: Language) -> list[str]:
    """The functions that the words of a title name; the longest phrase wins ("prime minister" is no "minister")."""
    words = f" {title.lower()} "
    found: set[str] = set()
    for phrase, named in _phrases(language):
        if f" {phrase} " in words:
            found.update(named)
            words = words.replace(phrase, "")
    return sorted(found)


@cache
def _phrases(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Phrase and its functions, longest phrase first; accents count, since they part a judge from one who judged."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for line in language.comparison.functions:
        function, phrases = line.split(":", 1)
        for phrase in phrases.split(","):
            named[phrase.strip().lower()].append(function)
    return tuple(sorted(((phrase, tuple(found)) for phrase, found in named.items()), key=lambda p: (-len(p[0]), p[0])))

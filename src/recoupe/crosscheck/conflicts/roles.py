"""Titles of people → conflicts of role: one person given two functions that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from recoupe.lang import Language, load
from recoupe.model import Article, Conflict, Side
from recoupe.text.normal import fold


def find_roles(articles: Sequence[Article]) -> Iterator[Conflict]:
    """Conflicts between articles over the function of a person.

    The language files name functions by what they are in (`company.chair`, `company.chief`); two of one field exclude
    each other, unless an article gives a person both.
    """
    held = _held(articles)
    for person in sorted(held):
        for one, two in combinations(sorted(held[person]), 2):
            if one.split(".")[0] == two.split(".")[0]:
                first, second = held[person][one], held[person][two]
                if not {s.article for s in first} & {s.article for s in second}:
                    yield Conflict("", "role", (*first, *second), None, f"{first[0].value} against {second[0].value}")


def _held(articles: Sequence[Article]) -> dict[str, dict[str, list[Side]]]:
    """Person → function → where the articles give it."""
    found: defaultdict[str, defaultdict[str, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(articles, key=lambda a: a.id):
        for name in article.names:
            if name.kind == "person" and name.entity is not None and name.role is not None:
                role = name.role
                value = article.text[role.start : role.end]
                for function in functions(value, load(article.language)):
                    found[name.entity][function].append(Side(article.id, role.start, role.end, value))
    return {person: dict(functions) for person, functions in found.items()}


def functions(title: str, language: Language) -> list[str]:
    """The functions that the words of a title name; the longest phrase wins ("prime minister" is no "minister")."""
    words = f" {fold(title)} "
    found: set[str] = set()
    for phrase, named in _phrases(language):
        if f" {phrase} " in words:
            found.update(named)
            words = words.replace(phrase, "")
    return sorted(found)


@cache
def _phrases(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Folded phrase and its functions, longest phrase first."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for line in language.comparison.functions:
        function, phrases = line.split(":", 1)
        for phrase in phrases.split(","):
            named[fold(phrase.strip())].append(function)
    return tuple(sorted(((phrase, tuple(found)) for phrase, found in named.items()), key=lambda p: (-len(p[0]), p[0])))

"""Titles of people → conflicts of role: one person given two functions that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from recoupe.lang import Language, load
from recoupe.model import Article, Conflict, Side, Span
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
                for function in _functions(article, name.role):
                    role = name.role
                    value = article.text[role.start : role.end]
                    found[name.entity][function].append(Side(article.id, role.start, role.end, value))
    return {person: dict(functions) for person, functions in found.items()}


def _functions(article: Article, role: Span) -> list[str]:
    """The functions that the words of a title name; the longest phrase wins ("prime minister" is no "minister")."""
    words = f" {fold(article.text[role.start : role.end])} "
    found = []
    for phrase, function in _phrases(load(article.language)):
        if f" {phrase} " in words:
            found.append(function)
            words = words.replace(phrase, "")
    return sorted(set(found))


@cache
def _phrases(language: Language) -> tuple[tuple[str, str], ...]:
    """Folded phrase and its function, longest phrase first."""
    lines = (line.split(":", 1) for line in language.comparison.functions)
    named = ((fold(phrase.strip()), name) for name, phrases in lines for phrase in phrases.split(","))
    return tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair)))

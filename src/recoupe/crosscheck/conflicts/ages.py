"""Names with an age behind them → conflicts of number: one person given two ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from recoupe.crosscheck.records import Entities
from recoupe.lang import Language, load
from recoupe.model import Article, Conflict, Side

# A number alone between commas or in brackets is an age from the one to the other: others are places in a ranking,
# numbers of players and years.
_YOUNGEST, _OLDEST = 14, 105
# Years by which two ages of one person may differ without error: a birthday lies between, or one report rounds.
_BIRTHDAY = 1
# Words of a name that is surely a person's own, not that of a family.
_FULL = 2


def find_ages(articles: Sequence[Article], entities: Entities) -> Iterator[Conflict]:
    """Conflicts between the ages that articles give a person.

    Args:
        articles: the articles of the story.
        entities: who is who in it.
    """
    given: defaultdict[str, defaultdict[int, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(articles, key=lambda a: a.id):
        for person, age, side in _ages(article, entities):
            given[person][age].append(side)
    for _, ages in sorted(given.items()):
        for young, old in combinations(sorted(ages), 2):
            if old - young > _BIRTHDAY + _years_between(articles, ages[young], ages[old]):
                yield Conflict("", "number", (*ages[young], *ages[old]), None, f"{young} yr against {old} yr")


def _ages(article: Article, entities: Entities) -> Iterator[tuple[str, int, Side]]:
    pattern = _age_behind(load(article.language))
    for name in article.names:
        person = entities.at.get((article.id, name.start, name.end), name.entity)
        words = article.text[name.start : name.end].split()
        if name.kind != "person" or person is None or len(words) < _FULL:
            continue
        found = pattern.match(article.text, name.end)
        age = int(found["age"]) if found is not None else 0
        if found is not None and (found["unit"] or _YOUNGEST <= age <= _OLDEST):
            yield person, age, Side(article.id, name.start, found.end("age"), f"{age} yr")


@cache
def _age_behind(language: Language) -> re.Pattern[str]:
    """An age in brackets or behind a comma, with or without a word for years, and closed in its turn."""
    known = language.quantities
    units = _any_of(
        (*known.units.get("yr", ()), *(f"{y} {a}" for y in known.units.get("yr", ()) for a in known.age_after))
    )
    before = _any_of(known.age_before)
    return re.compile(
        rf"\s?[,(\u060c\uff08\uff0c]\s?(?:(?:{before})\s?)?(?P<age>[0-9]{{1,3}})(?![0-9])"
        rf"(?:[\s\u00a0\u202f-]?(?P<unit>{units})(?!\w))?\s?[,.;)\u060c\uff09\uff0c]",
        re.IGNORECASE,
    )


def _any_of(words: Sequence[str]) -> str:
    listed = sorted({word for word in words if word[0].isalnum()}, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, listed)) or "(?!)"


def _years_between(articles: Sequence[Article], one: Sequence[Side], two: Sequence[Side]) -> int:
    """Years between the first and the last of the articles, as far as they are dated."""
    told = {side.article for side in (*one, *two)}
    years = [int(a.published.value[:4]) for a in articles if a.id in told and a.published is not None]
    return max(years) - min(years) if years else 0

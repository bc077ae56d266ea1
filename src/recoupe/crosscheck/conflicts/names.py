"""Entities → conflicts of name: a name misspelt within one language, and spellings that only differ by translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal
from unicodedata import normalize

from recoupe.crosscheck.records import Entities
from recoupe.lang import load
from recoupe.model import Article, Conflict, Entity, Place, Side
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script

# Two spellings are of one name if this many letters at most differ (one in a name of one word), in words that have at
# least `_LEAST` of them, or one less where two more words of the name are the same.
_MOST_LETTERS = 2
_LEAST = 5
_LONG = 3
# Every form beyond these, the most used ones, is left out of the comparison of a single entity.
_FORMS = 30

# What stands before the name of an account.
_HANDLES = ("@", "#")

_Places = Sequence[tuple[Place, str]]
_Forms = Mapping[str, _Places]


def find_misspellings(
    articles: Sequence[Article], entities: Entities, derived: Collection[tuple[str, str]]
) -> Iterator[Conflict]:
    """Conflicts between spellings of the same person, body, place or outlet.

    Args:
        articles: the articles of the story.
        entities: who is who in it.
        derived: (derived article, article it derives from): who copies a name has no reason to spell it otherwise.
    """
    written = _written(articles, entities)
    for entity in sorted(entities.entities, key=lambda e: e.id):
        forms = written.get(entity.id, {})
        often = sorted(forms, key=lambda form: (-len(forms[form]), form))[:_FORMS]
        for one, two in combinations(sorted(often), 2):
            if not _misspelt(one, two) or _inflected(forms, one, two):
                continue
            copied = _copied(forms[one], forms[two], derived)
            if copied and fold(one) == fold(two) and min(_articles(forms[one]), _articles(forms[two])) > 1:
                continue  # Where several write an accent, and several do not, both are in use.
            if copied or name_key(one) != name_key(two):
                yield _conflict(entity, forms, one, two, copied=copied)


def _articles(places: _Places) -> int:
    return len({place.article for place, _ in places})


def _written(articles: Sequence[Article], entities: Entities) -> dict[str, dict[str, list[tuple[Place, str]]]]:
    """Entity → its written forms → where each stands, with the language of the article."""
    found: defaultdict[str, defaultdict[str, list[tuple[Place, str]]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(articles, key=lambda a: a.id):
        for name in article.names:
            entity = entities.at.get((article.id, name.start, name.end), name.entity)
            if entity is not None and article.text[max(0, name.start - 1) : name.start] not in _HANDLES:
                place = Place(article.id, name.start, name.end)
                found[entity][article.text[name.start : name.end]].append((place, article.language))
    return {entity: dict(forms) for entity, forms in found.items()}


def _misspelt(one: str, two: str) -> bool:
    """One word of the name differs by a letter or two, in one script, or by an accent that is not on a capital."""
    from rapidfuzz.distance import OSA

    a, b = fold(one).split(), fold(two).split()
    if len(a) != len(b) or main_script(one) != main_script(two) or one.isupper():
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if not unlike:
        return _other_accents(one, two)
    if len(unlike) != 1:
        return False
    x, y = unlike[0]
    begun = x.startswith(y) or y.startswith(x)
    allowed = _MOST_LETTERS if len(a) > 1 else 1
    least = _LEAST - (len(a) >= _LONG)
    return not begun and min(len(x), len(y)) >= least and x[0] == y[0] and OSA.distance(x, y) <= allowed


def _other_accents(one: str, two: str) -> bool:
    """Whether a small letter is accented in one only: many write capitals, and the first letters of names, without."""
    words = [normalize("NFC", name).replace("-", " ").split() for name in (one, two)]
    return any(
        a[1:].casefold() != b[1:].casefold() and len(a) == len(b) and not (a.isupper() or b.isupper())
        for a, b in zip(*words, strict=False)
    )


def _inflected(forms: _Forms, one: str, two: str) -> bool:
    """Whether they differ only at the end, where the names of a language in which both stand change with the case."""
    from rapidfuzz.distance import Prefix

    languages = {language for _, language in forms[one]} & {language for _, language in forms[two]}
    endings = max((load(language).comparison.name_ending for language in languages), default=0)
    a, b = fold(one), fold(two)
    return 0 < max(len(a), len(b)) - Prefix.similarity(a, b) <= endings


def _copied(one: _Places, two: _Places, derived: Collection[tuple[str, str]]) -> bool:
    """Whether an article with one form copied, in its own language, an article with the other."""
    pairs = ((a.article, b.article) for a, language in one for b, other in two if language == other)
    return any((a, b) in derived or (b, a) in derived for a, b in pairs)


def _conflict(entity: Entity, forms: _Forms, one: str, two: str, *, copied: bool) -> Conflict:
    """Real if articles of one language part; between languages, and of a name from another script, spellings differ."""
    kind: Literal["place", "name"] = "place" if entity.kind == "place" else "name"
    languages = {language for _, language in forms[one]} & {language for _, language in forms[two]}
    scripts = {main_script(form) for form in forms}
    explained: Literal["translation"] | None = None if copied or (languages and len(scripts) == 1) else "translation"
    sides = tuple(side for form in (one, two) for side in _sides(forms[form], form, languages))
    return Conflict("", kind, sides, explained, f"{one} against {two}")


def _sides(places: _Places, form: str, languages: Collection[str]) -> Iterator[Side]:
    """Where each article has the form first; where articles of one language part, only in those."""
    first: dict[str, Place] = {}
    for place, language in places:
        if not languages or language in languages:
            first.setdefault(place.article, place)
    for place in first.values():
        yield Side(place.article, place.start, place.end, form)

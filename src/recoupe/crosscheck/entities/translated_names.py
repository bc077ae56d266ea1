"""Written forms of two languages → links between names translated word by word: Port-Calvin, Puerto Calvin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from recoupe.crosscheck.entities.forms import Form, Word
from recoupe.crosscheck.entities.same_name import Link, link, may_be_one_kind
from recoupe.world.concepts import concepts_of
from recoupe.world.other_names import given_name_key

# Words of a name that carry it; shorter ones are prepositions and articles.
LEAST = 4
# Words that must find each other: two, and three quarters of the longer name's.
LEAST_WORDS = 2
SHARE = 0.75
# How alike two words of common descent must be (affaires, affari: 0.85 by Jaro-Winkler).
ALIKE = 0.84


def translated(forms: Sequence[Form]) -> list[Link]:
    """Names in two languages whose words mean or sound the same one by one, in any order."""
    named = [form for form in forms if _may_be_translated(form)]
    by_start = defaultdict(set)
    for at, form in enumerate(named):
        for word in _content(form):
            by_start[word.loose[:2]].add(at)
            for notion in _notions(word, form.languages):
                by_start[f"~{notion}"].add(at)
    pairs = sorted({pair for group in by_start.values() for pair in combinations(sorted(group), 2)})
    return [link(named[a], named[b], "translated") for a, b in pairs if _is_translation(named[a], named[b])]


def _may_be_translated(form: Form) -> bool:
    return len(_content(form)) >= LEAST_WORDS and (form.kind != "person" or not form.sure)


def _content(form: Form) -> list[Word]:
    # Short words count if lists know them (San for Saint).
    return [word for word in form.words if len(word.folded) >= LEAST or given_name_key(word.key) != word.key]


def _is_translation(a: Form, b: Form) -> bool:
    if a.languages & b.languages or not may_be_one_kind(a, b):
        return False
    short, long = sorted((_content(a), _content(b)), key=len)
    found = sum(any(_same(x, y, a.languages | b.languages) for y in long) for x in short)
    return found >= max(LEAST_WORDS, SHARE * len(long))


def _same(x: Word, y: Word, languages: frozenset[str]) -> bool:
    from rapidfuzz.distance import JaroWinkler

    if (
        x.loose == y.loose
        or given_name_key(x.key) == given_name_key(y.key)
        or JaroWinkler.similarity(x.key, y.key) >= ALIKE
    ):
        return True
    return bool(_notions(x, languages) & _notions(y, languages))


def _notions(word: Word, languages: frozenset[str]) -> set[str]:
    return {notion for language in sorted(languages) for notion in concepts_of(word.folded, language)}

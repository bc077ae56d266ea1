"""Written forms → links between a name and what it is in the letters of another script, written by its sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from recoupe.crosscheck.entities.forms import Form, Word
from recoupe.crosscheck.entities.same_name import LEAST_KEY, Link, link, may_be_one_kind, may_be_one_word
from recoupe.crosscheck.entities.sounds import alike, may_be_alike
from recoupe.lang import load
from recoupe.model import NameKind
from recoupe.text.scripts import UNSPACED, main_script
from recoupe.world.other_names import is_given_name_of

# Likeness of the words of a name, their mean by length and the least of them. On names of people of our own and on
# slavic-names (388 pairs of full names in Latin and Cyrillic letters): 0.75 keeps 87 %, and of the unlike pairs that
# reach it nearly all have a better partner, which is why `_AHEAD` is asked, too.
_ALIKE, _LEAST = 0.74, 0.6
# The last word of several is the surname.
_LEAST_LAST = 0.72
# A single word has less to be known by.
_ALIKE_ALONE = 0.82
# The next likely name must be this much less alike.
_AHEAD = 0.05
Ranked = Mapping[str, Sequence[tuple[float, Form]]]


def by_sound(forms: Sequence[Form]) -> list[Link]:
    """Each name with the one name of another script that sounds most like it, if that has no better partner."""
    ranked = _ranked(forms)
    pairs = sorted((form.key, other.key) for form in forms if (other := _likest(form, ranked)))
    by_key = {form.key: form for form in forms}
    return [link(by_key[a], by_key[b], "by-sound") for a, b in pairs]


def _ranked(forms: Sequence[Form]) -> Ranked:
    """For each form the forms of other scripts that are like it, with how much."""
    found: defaultdict[str, list[tuple[float, Form]]] = defaultdict(list)
    for a, b in _candidates(forms):
        if not may_be_alike(a.words[-1].key, b.words[-1].key) or not _may_be_one(a, b):
            continue
        if (score := likeness(a, b)) >= (_ALIKE if len(a.words) > 1 else _ALIKE_ALONE):
            found[a.key].append((score, b))
            found[b.key].append((score, a))
    return {key: sorted(others, key=lambda one: (-one[0], one[1].key)) for key, others in found.items()}


def _candidates(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs in two scripts with as many words."""
    by_size: defaultdict[int, dict[str, list[Form]]] = defaultdict(dict)
    for form in forms:
        script = main_script(form.mentions[0].core)
        if len(form.words[-1].key) >= LEAST_KEY - 1 and (script not in UNSPACED or _is_by_sound(form)):
            by_size[len(form.words)].setdefault(script, []).append(form)
    for by_script in by_size.values():
        for first in sorted(by_script):
            for other in sorted(by_script):
                if first < other:
                    yield from product(by_script[first], by_script[other])


def _may_be_one(a: Form, b: Form) -> bool:
    return (
        may_be_one_kind(a, b)
        and may_be_one_word(a, b)
        and (len(a.words) > 1 or min(map(len, (a.words[0].key, b.words[0].key))) >= LEAST_KEY)
    )


def _is_by_sound(form: Form) -> bool:
    """Whether all letters of the name are those in which its language writes foreign names."""
    letters = frozenset().union(*(_foreign_letters(language) for language in form.languages))
    return bool(letters) and all(letters.issuperset(word.folded) for word in form.words)


@cache
def _foreign_letters(language: str) -> frozenset[str]:
    return frozenset(load(language).names.foreign_letters)


def _likest(form: Form, ranked: Ranked) -> Form | None:
    """The best partner; none if the next is nearly as good, or if the best has a better one itself."""
    own = ranked.get(form.key, ())
    if not own:
        return None
    score, best = own[0]
    rivals = [other for other, rival in own[1:] if not _one_spelling(rival, best)]
    better = [other for other, rival in ranked[best.key] if not _one_spelling(rival, form)]
    ahead = not rivals or score - rivals[0] >= _AHEAD
    return best if ahead and (not better or better[0] <= score) else None


def _one_spelling(a: Form, b: Form) -> bool:
    """Whether two forms are of one script and differ by a sound or an ending only."""
    return all(alike(x.key, y.key) >= _ALIKE for x, y in zip(a.words, b.words, strict=True))


def likeness(a: Form, b: Form) -> float:
    """How much two names of as many words sound alike, by the length of their words; 0 if any two words do not."""
    scores: list[float] = []
    weights: list[int] = []
    # The last word first: it decides most often, and most pairs of a story are unlike.
    for x, y in zip(reversed(a.words), reversed(b.words), strict=True):
        score = _words_alike(x, y, first=x is a.words[0] and len(a.words) > 1, kind=a.kind)
        if score < (_LEAST if weights else _LEAST_LAST):
            return 0.0
        weights.append(max(len(x.key), len(y.key)))
        scores.append(score * weights[-1])
    return sum(scores) / sum(weights)


def _words_alike(x: Word, y: Word, *, first: bool, kind: NameKind) -> float:
    """Given names that lists know are one name or two, however much alike they are."""
    known = is_given_name_of(x.key, y.key) if first and kind == "person" else None
    return alike(x.key, y.key) if known is None else float(known)

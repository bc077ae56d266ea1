"""Written forms → links between a name written by sound in letters that stand for words, and what it renders."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.crosscheck.entities.forms import Form
from recoupe.crosscheck.entities.same_name import Link, link
from recoupe.lang import load

# Likeness of the keys, on the mean of the words: 0.77 for a name of four words, 0.8 and more for most; unlike names
# have 0.6 (by eye on names of our own).
_ALIKE = 0.76
# The next likely name must be this much less alike.
_AHEAD = 0.05


def by_sound(forms: Sequence[Form]) -> list[Link]:
    """Each person and place in such letters with the one name of another language that sounds most like it."""
    written = [form for form in forms if form.kind in {"person", "place"} and _is_by_sound(form)]
    others = [form for form in forms if not _is_by_sound(form)] if written else []
    return [link(form, found, "by-sound") for form in written if (found := _likest(form, others))]


def _is_by_sound(form: Form) -> bool:
    """Whether all letters of the name are those in which its language writes foreign names."""
    letters = {letter for language in form.languages for letter in load(language).names.foreign_letters}
    return bool(letters) and all(letters.issuperset(word.folded) for word in form.words)


def _likest(form: Form, others: Sequence[Form]) -> Form | None:
    fitting = [other for other in others if other.kind == form.kind and len(other.words) == len(form.words)]
    ranked = sorted(
        ((_likeness(form, other), other.key, other) for other in fitting), key=lambda one: (-one[0], one[1])
    )
    if not ranked or ranked[0][0] < _ALIKE:
        return None
    rivals = [score for score, _, other in ranked[1:] if other.words[0].loose != ranked[0][2].words[0].loose]
    return ranked[0][2] if not rivals or ranked[0][0] - rivals[0] >= _AHEAD else None


def _likeness(a: Form, b: Form) -> float:
    from rapidfuzz.distance import JaroWinkler

    pairs = zip(a.words, b.words, strict=True)
    return sum(JaroWinkler.similarity(x.key, y.key) for x, y in pairs) / len(a.words)

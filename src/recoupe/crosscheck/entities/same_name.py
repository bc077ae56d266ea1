"""Written forms → links: which forms may name one person, body or place, each with the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.entities.forms import Form, Word
from recoupe.crosscheck.entities.sounds import alike
from recoupe.model import Evidence
from recoupe.text.keys import VOWELLESS
from recoupe.text.scripts import main_script
from recoupe.world.other_names import is_given_name_of


@dataclass(frozen=True, slots=True)
class Link:
    """Two forms, by key, and why they may be one entity."""

    left: str
    right: str
    why: Evidence


# How surely each reason joins two forms (0 to 1): judged by eye on the dev stories and back-channel, not learnt.
_WEIGHTS = {
    "same-key": 0.95,
    "initials": 0.9,
    "shortened": 0.85,
    "spelling": 0.75,
    "loose-key": 0.7,
    "inflected": 0.6,
    "surname": 0.85,
    "short-form": 0.8,
    "office": 0.7,
    "by-sound": 0.6,
    "acronym": 0.9,
    "known-alias": 0.95,
    "country": 0.95,
    "translated": 0.7,
}
# The weakest of them: the sound alone.
BY_SOUND = frozenset({"by-sound", "loose-key"})
# A single word needs this many letters in its key before a likeness of keys says something.
LEAST_KEY = 4
# ... more where the words of one of the names are parted.
LEAST_JOINED = 6
# ... and this many consonants.
LEAST_LOOSE = 3
# Jaro-Winkler likeness of the one word that differs between two full names; 0.88 keeps Delvigne and Delvinje, not
# Delmont and Delmas (0.87).
ALIKE = 0.88
# Likeness of two words with the same consonants: keeps Kyiv and Kiev (0.80), not Belka and Polak (0.62).
LIKE_VOWELS = 0.75
# Likeness by sound of two given names in two scripts, as in `foreign_letters`.
LIKE_GIVEN = 0.6
# An ending is no longer than this leaves of a word for its stem: half of Mayova, not of Delo and Deloitte.
LEAST_STEM = 0.5
# Words shorter than this are not compared by likeness: one letter is too much of them.
LEAST_ALIKE = 5
# A larger group shares a word that says nothing, and comparing all of its pairs would cost.
_LARGEST = 60
# What parts a given name from a surname; a hyphen parts a double name.
_PARTED = re.compile(r"[ .]\w")
_Keys = Callable[[Form], Iterable[str]]


def link(left: Form, right: Form, signal: str) -> Link:
    """A link with the weight of its signal."""
    a, b = sorted((left.key, right.key))
    return Link(a, b, Evidence(signal, _WEIGHTS[signal], f"{a} = {b}"))


def may_be_one_kind(a: Form, b: Form) -> bool:
    """Whether two forms are of one kind as far as that is known."""
    return a.kind == b.kind or not (a.sure and b.sure)


def may_be_one_word(a: Form, b: Form) -> bool:
    """The same for names of one word that are only alike: a person and a thing are two, even if that is a guess."""
    return (a.kind == "person") == (b.kind == "person") or len(a.words) > 1


def same_keys(forms: Sequence[Form]) -> list[Link]:
    """Forms whose words sound alike one by one, whatever the script: Kroutov, Krutov."""
    by_key = _index(forms, lambda f: [" ".join(w.key for w in f.words)])
    chosen = [group for key, group in by_key if len(key) >= LEAST_KEY or all(map(_is_short_body, group))]
    # Some write in one word what others part (Falkon Air, and names in scripts without spaces).
    joined = _index(forms, lambda f: ["".join(w.key for w in f.words)])
    chosen += [group for key, group in joined if len(key) >= LEAST_JOINED and len({f.kind for f in group}) == 1]
    return [link(group[0], other, "same-key") for group in chosen for other in group[1:]]


def _is_short_body(form: Form) -> bool:
    """An acronym of a body, which is one in two scripts however short."""
    core = form.mentions[0].core
    return form.kind == "organisation" and len(core) > 1 and core.isalpha() and core.isupper()


def same_consonants(forms: Sequence[Form]) -> list[Link]:
    """Forms of different languages with the same consonants: Nouakchott in Latin and Arabic letters, Kyiv and Kiev."""
    by_key = _index(forms, lambda f: [" ".join(w.loose for w in f.words)])
    pairs = ((key, pair) for key, group in by_key for pair in _pairs(group))
    return [link(a, b, "loose-key") for key, (a, b) in pairs if a.languages != b.languages and _enough(key, a, b)]


def _enough(key: str, a: Form, b: Form) -> bool:
    """Few consonants do where the kind is known to be the same; vowels must be like where both scripts write them."""
    if len(a.words) != len(b.words) or not _like_vowels(a, b):
        return False
    if a.kind == b.kind and a.sure and b.sure:
        return len(key) >= LEAST_LOOSE
    return len(key) > LEAST_LOOSE and may_be_one_kind(a, b)


def _like_vowels(a: Form, b: Form) -> bool:
    from rapidfuzz.distance import JaroWinkler

    if not VOWELLESS.isdisjoint(main_script(form.mentions[0].core) for form in (a, b)):
        return True
    if len(a.words) != len(b.words):  # a word of vowels alone has no consonants to tell it
        return False
    return all(JaroWinkler.similarity(x.key, y.key) >= LIKE_VOWELS for x, y in zip(a.words, b.words, strict=True))


def inflected(forms: Sequence[Form]) -> list[Link]:
    """Forms whose words differ by an ending that one of their languages may change."""
    by_start = _index(forms, lambda f: [" ".join(w.key[: LEAST_KEY - (len(f.words) > 1)] for w in f.words)])
    chosen = (pair for key, group in by_start if len(key) >= LEAST_KEY for pair in _pairs(group))
    return [link(a, b, "inflected") for a, b in chosen if _one_stem_each(a, b)]


def _one_stem_each(a: Form, b: Form) -> bool:
    # A key may hold a space (d'Almer), so that names of one key differ in the number of their words.
    ending = max(a.ending, b.ending) if len(a.words) == len(b.words) else 0
    return (
        bool(ending)
        and may_be_one_word(a, b)
        and all(_one_stem(x, y, ending) for x, y in zip(a.words, b.words, strict=True))
    )


def full(forms: Sequence[Form]) -> list[Form]:
    """People's names of two words or more; not the last words of a longer one, which are a surname of two words."""
    # What begins with a small letter is an office (mayor of X).
    people = [form for form in forms if form.kind == "person" and not form.mentions[0].core[0].islower()]
    ends = {tuple(w.key for w in form.words[start:]) for form in people for start in range(1, len(form.words))}
    named = (form for form in people if len(form.words) > 1 and _PARTED.search(form.mentions[0].core))
    return [form for form in named if tuple(w.key for w in form.words) not in ends]


def people_alike(people: Sequence[Form]) -> list[Link]:
    """Full names of one person: initials, second names left out, misspellings."""
    by_word = _index(people, lambda f: sorted({key for w in f.words if len(w.folded) > 1 for key in (w.key, w.loose)}))
    pairs = {(a.key, b.key): (a, b) for _, group in by_word for a, b in _pairs(group)}
    found = ((a, b, likeness(a, b)) for _, (a, b) in sorted(pairs.items()))
    return [link(a, b, signal) for a, b, signal in found if signal]


def likeness(a: Form, b: Form) -> str | None:
    """How two full names could be one, if they could."""
    if len(a.words) != len(b.words):
        return "shortened" if _is_shortened(*sorted((a, b), key=lambda f: len(f.words))) else None
    if not a.languages.isdisjoint(b.languages) and min(a.ending, b.ending) and _one_stem_each(a, b):
        return "inflected"
    differing = [pair for pair in zip(a.words, b.words, strict=True) if pair[0].key != pair[1].key]
    if len(differing) == len(a.words):
        return None
    if all(_is_initial(x, y) for x, y in differing):
        return "initials"
    return "spelling" if len(differing) == 1 and _misspelt(a, b, *differing[0]) else None


def given_names_agree(a: Form, b: Form) -> bool:
    """Whether two full names could belong to one person as far as the first words tell."""
    x, y = a.words[0], b.words[0]
    if x.key == y.key or _is_initial(x, y):
        return True
    known = is_given_name_of(x.key, y.key)
    if known is not None:
        return known
    if a.languages & b.languages and (ending := min(a.ending, b.ending)):
        return _one_stem(x, y, ending)
    if main_script(a.mentions[0].core) != main_script(b.mentions[0].core):
        return alike(x.key, y.key) >= LIKE_GIVEN
    return a.languages != b.languages and (x.loose == y.loose or _alike(x, y))


def _is_shortened(short: Form, long: Form) -> bool:
    """Corinne Vasseur for Corinne Vasseur-Maillet; a second given name left out."""
    keys, longer = [w.key for w in short.words], [w.key for w in long.words]
    if keys[0] != longer[0] and not _is_initial(short.words[0], long.words[0]):
        return False
    return keys[1:] == longer[1 : len(keys)] or (keys[-1] == longer[-1] and _is_subsequence(keys[1:], longer[1:]))


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_initial(x: Word, y: Word) -> bool:
    """One of them is a single letter with which the other begins, as written or as it sounds."""
    if 1 not in (len(x.folded), len(y.folded)):
        return False
    return x.folded[:1] == y.folded[:1] != "" or (x.key[:1] == y.key[:1] != "")


def _misspelt(a: Form, b: Form, x: Word, y: Word) -> bool:
    """One word differs a little. Two such names in one article, or two first names in one language, are two people."""
    if x is a.words[0] and is_given_name_of(x.key, y.key):
        return True
    if a.articles & b.articles:
        return False
    if x is a.words[0]:
        return given_names_agree(a, b)
    return _alike(x, y)


def _alike(x: Word, y: Word) -> bool:
    from rapidfuzz.distance import JaroWinkler

    return min(len(x.key), len(y.key)) >= LEAST_ALIKE and JaroWinkler.similarity(x.key, y.key) >= ALIKE


def _one_stem(x: Word, y: Word, ending: int) -> bool:
    same = next((i for i, (p, q) in enumerate(zip(x.key, y.key, strict=False)) if p != q), min(len(x.key), len(y.key)))
    longer = max(len(x.key), len(y.key))
    return same >= max(LEAST_KEY - 1, LEAST_STEM * longer) and longer - same <= ending


def _index(forms: Iterable[Form], keys_of: _Keys) -> list[tuple[str, list[Form]]]:
    """Forms that share a key, in groups of two or more."""
    groups = defaultdict(list)
    for form in forms:
        for key in keys_of(form):
            groups[key].append(form)
    return [(key, group) for key, group in sorted(groups.items()) if key.strip() and 1 < len(group) <= _LARGEST]


def _pairs(group: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    for i, left in enumerate(group):
        for right in group[i + 1 :]:
            yield left, right

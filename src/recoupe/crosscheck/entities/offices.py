"""Written forms → links between an office named alone (the prefect) and the one person of the story who holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.crosscheck.entities.forms import Form
from recoupe.crosscheck.entities.parts import office_of
from recoupe.crosscheck.entities.same_name import Link, link
from recoupe.lang import load
from recoupe.text.normal import fold
from recoupe.text.words import words


def offices(forms: Sequence[Form], persons: Mapping[str, str]) -> list[Link]:
    """Each office that is named without a person, and the one of the story who holds it; `persons` as for surnames.

    What the office adds must be said of the person, too (the mayor of X).
    """
    holders: defaultdict[tuple[str, str], list[tuple[Form, frozenset[str]]]] = defaultdict(list)
    for form in forms:
        for mention in form.mentions if form.key in persons else ():
            if mention.role and (office := office_of(mention.role.text, load(mention.language))):
                said = frozenset(word.folded for word in words(mention.role.text))
                holders[mention.language, fold(office)].append((form, said))
    found = []
    for form in forms:
        if form.kind == "person" and form.key not in persons:
            parts = [word.folded for word in form.words]
            held = [one for language in sorted(form.languages) for one in holders[language, parts[0]]]
            fits = [one for one, said in held if said.issuperset(parts)]
            if fits and len({persons[one.key] for one in fits}) == 1:
                found.append(link(form, min(fits, key=lambda one: one.key), "office"))
    return found

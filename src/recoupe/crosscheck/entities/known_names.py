"""Written forms → links between names that the world knows: agencies, outlets, countries, cities, large bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from recoupe.crosscheck.entities.forms import Form
from recoupe.crosscheck.entities.same_name import Link, link
from recoupe.crosscheck.entities.translated_names import parts_of
from recoupe.group.countries import find_countries
from recoupe.text.words import words
from recoupe.world.agencies import agencies_in, find_agency
from recoupe.world.name_words import nation_of
from recoupe.world.other_names import known_name
from recoupe.world.publishers import find_outlet

# What may stand beside a country's name or adjective in the name of the state.
_STATES = frozenset({"republic", "kingdom", "federation", "state"})


def known_names(forms: Sequence[Form]) -> list[Link]:
    """Forms of one agency or outlet, of one city or body, of one country."""
    bodies = [form for form in forms if form.kind in ("outlet", "organisation")]
    places = [form for form in forms if form.kind == "place"]
    things = [form for form in forms if form.kind != "person" or not form.sure]
    return [
        *_same(bodies, _outlets, "known-alias"),
        *_same(things, _listed, "known-alias"),
        *_same(places, _countries, "country"),
    ]


def with_peoples(forms: Sequence[Form], people: Sequence[Form]) -> list[Form]:
    """The forms, those that name a people (the Danes) as names of its country, unless somebody bears that name."""
    borne = {word.key for form in people for word in form.words}
    return [replace(form, kind="place") if _may_be_people(form, borne) else form for form in forms]


def _may_be_people(form: Form, borne: Set[str]) -> bool:
    alone = form.kind == "person" and len(form.words) == 1 and form.words[0].key not in borne
    return alone and any(nation_of(form.words[0].folded, language) for language in form.languages)


def is_known(forms: Sequence[Form]) -> frozenset[str]:
    """Keys of the forms that lists know as a country, a city or a body."""
    things = (form for form in forms if form.kind != "person" or not form.sure)
    return frozenset(form.key for form in things if _listed(form) or (form.kind == "place" and _countries(form)))


def _same(forms: Sequence[Form], known: Callable[[Form], Iterable[str]], signal: str) -> list[Link]:
    by_known = defaultdict(list)
    for form in forms:
        for one in known(form):
            by_known[one].append(form)
    return [link(group[0], other, signal) for _, group in sorted(by_known.items()) for other in group[1:]]


def _outlets(form: Form) -> list[str]:
    """The agency or outlet that the form names, alone or with a word for its trade (the AFP news agency)."""
    core = form.mentions[0].core
    if agency := find_agency(core):
        return [agency.name]
    if outlet := find_outlet(core):
        return [outlet.name]
    within = {agency.name for agency, _, _ in agencies_in(core)} if form.kind == "outlet" else set()
    return sorted(within) if len(within) == 1 else []


def _listed(form: Form) -> list[str]:
    name = known_name(form.mentions[0].core)
    return [name] if name else []


def _countries(form: Form) -> list[str]:
    core = form.mentions[0].core
    return sorted({code for language in form.languages for code in _codes(core, language) or _by_parts(form)})


def _by_parts(form: Form) -> frozenset[str]:
    """The country whose people or adjective the name is, alone or with a word for a state (the Czech Republic)."""
    parts = parts_of(form)
    nations = {part.nation for part in parts if part.nation}
    state = all(part.nation or part.notions & _STATES for part in parts)
    return frozenset(nations) if state and len(nations) == 1 else frozenset()


@lru_cache(2**12)
def _codes(core: str, language: str) -> frozenset[str]:
    """Countries that the whole name names: not those of its first word alone (Equatorial Guinea is not Guinea)."""
    found = words(core)
    named = frozenset(code for word, code in find_countries(core, found, language) if word.start == 0)
    first = core[: found[0].end] if found else ""
    return named - {code for _, code in find_countries(first, words(first), language)} if len(found) > 1 else named

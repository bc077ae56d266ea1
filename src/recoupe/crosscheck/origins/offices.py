"""Words for a source → the office that they name, so that one body is known under its names in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from recoupe.lang import load
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.words import folded_words, stop_words
from recoupe.world.concepts import concepts_of, expressions, notions_of

# Letters of a word's key that forms of one name share (Tarsenia, Tarsenian); shorter words tell nothing.
_KEY = 4
# Functions in which one speaks for a body in public.
_SPEAKERS = frozenset({"spokesperson", "lawyer", "boss", "director", "chairman"})
# The bodies for which the holder of an office speaks, and those of which a body is part.
_BODIES: Mapping[str, frozenset[str]] = {
    "ambassador": frozenset({"embassy"}),
    "consul": frozenset({"embassy"}),
    "general_army": frozenset({"army"}),
    "governor": frozenset({"prefecture"}),
    "judge": frozenset({"court"}),
    "mayor": frozenset({"town_hall"}),
    "minister": frozenset({"ministry", "government"}),
    "ministry": frozenset({"government"}),
    "prefect_official": frozenset({"prefecture"}),
    "premier": frozenset({"government"}),
    "unionist": frozenset({"union"}),
}


@dataclass(frozen=True, slots=True)
class Office:
    """Notions that each of the words may name, and keys of the other words: which country's, which town's."""

    notions: frozenset[frozenset[str]]
    others: frozenset[str]

    @property
    def is_body(self) -> bool:
        """Whether it is a body, and not only a function."""
        return any(not named.isdisjoint(notions_of("body")) for named in self.notions)

    @property
    def speaks_for_others(self) -> bool:
        """Whether it is a function in which one speaks for a body in public."""
        return any(not named.isdisjoint(_SPEAKERS) for named in self.notions)


# The same few sources are named again and again.
@lru_cache(2**12)
def office(words: str, language: str) -> Office | None:
    """The office that a source's name or title names; None where no word is for a body or a function."""
    found = folded_words(fold(words))
    told = expressions(found, language)
    inside = {i for known in told for i in range(known.start, known.end)}
    alone = {i: concepts_of(word, language) for i, word in enumerate(found) if i not in inside}
    named = frozenset(word & _telling() for word in (*alone.values(), *(known.notions for known in told)))
    if _offices().isdisjoint(frozenset().union(*named)):
        return None
    stop = stop_words(load(language))
    rest = (found[i] for i, known in alone.items() if not known and found[i] not in stop and len(found[i]) >= _KEY)
    return Office(named - {frozenset()}, frozenset(name_key(word)[:_KEY] for word in rest))


def is_one(one: Office, other: Office) -> bool:
    """Whether all that the one names the other names too, and nothing else tells them apart."""
    less, more = sorted(([_with_body(named) for named in office.notions] for office in (one, other)), key=len)
    apart = bool(one.others and other.others) and one.others.isdisjoint(other.others)
    return not apart and all(any(named & also for also in more) for named in less)


def _with_body(named: frozenset[str]) -> frozenset[str]:
    return named.union(*(_BODIES.get(notion, frozenset()) for notion in named))


def offices(words: Iterable[str], language: str) -> tuple[Office, ...]:
    """The offices that several titles name."""
    return tuple(sorted({o for title in words if (o := office(title, language))}, key=repr))


def _offices() -> frozenset[str]:
    return notions_of("body") | notions_of("role")


def _telling() -> frozenset[str]:
    return _offices() | notions_of("good") | notions_of("place")

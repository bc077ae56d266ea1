"""Paths of one claim → families that share a root, by certain links, by accepted ones, by all probable ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.crosscheck.origins.links import WEIGHT, Link, Strength, indexes
from recoupe.crosscheck.origins.newsrooms import Newsrooms
from recoupe.crosscheck.origins.offices import Office, is_one
from recoupe.crosscheck.origins.paths import Path
from recoupe.crosscheck.origins.resting import resting
from recoupe.model import Derivation, Evidence, Place

_JOINED_AT: Mapping[Strength, frozenset[Strength]] = {
    "certain": frozenset({"certain"}),
    "accepted": frozenset({"certain", "accepted"}),
    "probable": frozenset({"certain", "accepted", "probable"}),
}


def find_links(paths: Sequence[Path], newsrooms: Newsrooms, derivations: Sequence[Derivation]) -> tuple[Link, ...]:
    """All reasons to count two statements of one claim as one origin."""
    if len(paths) < 2:
        return ()
    upwards = resting(paths, newsrooms, derivations)
    # What is known to come from elsewhere says nothing of the newsroom that passed it on.
    passed_on = {link.left for link in upwards if link.strength != "probable"}
    return (
        *upwards,
        *_same_root(paths, passed_on),
        *_same_body(paths),
        *_same_office(paths),
        *_same_document(paths),
        *_unnamed(paths),
    )


def families(size: int, links: Iterable[Link], strength: Strength) -> tuple[tuple[int, ...], ...]:
    """The paths 0 to `size` joined by all links of this strength or surer."""
    if size < 2:
        return ((0,),) * size
    root = list(range(size))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for link in links:
        if link.strength in _JOINED_AT[strength]:
            low, high = sorted((find(link.left), find(link.right)))
            root[high] = low
    return tuple(tuple(family) for family in indexes(find(item) for item in range(size)).values())


def why_joined(members: Sequence[int], links: Iterable[Link], paths: Sequence[Path]) -> tuple[Evidence, ...]:
    """The evidence for a family: one entry for each kind of link that holds it, with the spans of both ends."""
    inside = set(members)
    held: defaultdict[tuple[str, str, Strength], set[Place]] = defaultdict(set)
    for link in links:
        if link.strength != "probable" and link.left in inside and link.right in inside:
            held[link.signal, link.detail, link.strength].update((_place(paths[link.left]), _place(paths[link.right])))
    return tuple(
        Evidence(signal, WEIGHT[strength], detail, tuple(sorted(places, key=_order)))
        for (signal, detail, strength), places in sorted(held.items(), key=lambda item: item[0])
    )


def _same_root(paths: Sequence[Path], passed_on: Collection[int]) -> Iterator[Link]:
    """One named source, or one newsroom; two unnamed sources of one article are one newsroom, but not for certain."""
    roots = [index for index, path in enumerate(paths) if path.named or index not in passed_on]
    for members in indexes(paths[index].key for index in roots).values():
        first = roots[members[0]]
        for other in (roots[member] for member in members[1:]):
            one, two = paths[first], paths[other]
            differ = one.ref.article == two.ref.article and one.described != two.described and not one.named
            differ = differ or one.assumed or two.assumed
            signal, why = ("same-source", "names") if two.named else ("same-newsroom", "is told by")
            yield Link(first, other, "accepted" if differ else "certain", signal, f"each {why} {one.name}")


def _same_body(paths: Sequence[Path]) -> Iterator[Link]:
    """A person and the body for which they speak, a document and those behind it."""
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for index, path in enumerate(paths):
        for key in (path.key, *sorted(path.also)) if path.named else path.also:
            if not path.silent:
                owners[key].append(index)
    for _, members in sorted(owners.items()):
        named = [index for index in members if paths[index].named]
        for other in members if named else ():
            if paths[other].key != paths[named[0]].key:
                detail = f"{paths[named[0]].name} and {paths[other].name} belong together"
                yield Link(named[0], other, "accepted", "speaks-for", detail)


def _same_office(paths: Sequence[Path]) -> Iterator[Link]:
    """One body under two names, in two languages or not, or a body and the one who holds an office there."""
    held = [index for index, path in enumerate(paths) if path.offices]
    for one, other in combinations(held, 2):
        a, b = paths[one], paths[other]
        if a.key != b.key and any(is_one(o, p) and _tells_which(o, p, a, b) for o in a.offices for p in b.offices):
            yield Link(one, other, "accepted", "same-office", f"{a.name} and {b.name} hold one office")


def _tells_which(one: Office, two: Office, a: Path, b: Path) -> bool:
    """A body is named, or a person by title; or two newsrooms heard from one ("an official of the fisheries ministry"),
    not just "police"."""
    if a.named and b.named and (a.vague or b.vague):
        return True
    if a.named or b.named:
        return "organisation" in (a.kind, b.kind)
    return min(len(one.notions), len(two.notions)) > 1


def _same_document(paths: Sequence[Path]) -> Iterator[Link]:
    """Two documents behind one claim: one report, one letter, however worded, unless each has other authors."""
    documents = [index for index, path in enumerate(paths) if path.kind == "document" and path.named]
    for at, one in enumerate(documents):
        for other in documents[at + 1 :]:
            a, b = paths[one], paths[other]
            parted = bool(a.also and b.also) and a.also.isdisjoint(b.also)
            alike = not parted and not a.forms.isdisjoint(b.forms)
            detail = f"{a.name} and {b.name} are probably one document"
            yield Link(one, other, "accepted" if alike else "probable", "same-document", detail)


def _unnamed(paths: Sequence[Path]) -> Iterator[Link]:
    """Statements without a named source may all go back to the first that has one."""
    named = [index for index, path in enumerate(paths) if path.named]
    unnamed = [index for index, path in enumerate(paths) if not path.named]
    for index in unnamed:
        yield Link((named or unnamed)[0], index, "probable", "unnamed", f"no source named by {paths[index].name}")


def _place(path: Path) -> Place:
    return Place(path.ref.article, path.ref.statement.start, path.ref.statement.end)


def _order(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end

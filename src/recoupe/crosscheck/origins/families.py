"""Paths of one claim → families that share a root, by certain links, by accepted ones, by all probable ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from recoupe.crosscheck.origins.newsrooms import ACCEPTED, MOSTLY, PROBABLE, Newsrooms
from recoupe.crosscheck.origins.offices import Office, is_one
from recoupe.crosscheck.origins.paths import Path
from recoupe.model import Derivation, Evidence, Place

Strength = Literal["certain", "accepted", "probable"]
# What a link weighs as evidence; the order is what matters.
WEIGHT: Mapping[Strength, float] = {"certain": 1.0, "accepted": 0.7, "probable": 0.3}
# Statements of fewer words may be worded alike by two people ("the mill burned down in the night").
_WORDS = 10
_JOINED_AT: Mapping[Strength, frozenset[Strength]] = {
    "certain": frozenset({"certain"}),
    "accepted": frozenset({"certain", "accepted"}),
    "probable": frozenset({"certain", "accepted", "probable"}),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Two paths (by their place in the list) that have one root, and why."""

    left: int
    right: int
    strength: Strength
    signal: str
    detail: str


def find_links(paths: Sequence[Path], newsrooms: Newsrooms, derivations: Sequence[Derivation]) -> tuple[Link, ...]:
    """All reasons to count two statements of one claim as one origin."""
    if len(paths) < 2:
        return ()
    by_article = _indexes(path.ref.article for path in paths)
    upwards = (
        *_restated(paths, by_article),
        *_cited(paths, by_article, newsrooms),
        *_derived(paths, by_article, derivations),
        *_vague(paths),
        *_same_words(paths),
        *_tells_of(paths),
    )
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
    return tuple(tuple(family) for family in _indexes(find(item) for item in range(size)).values())


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
    for members in _indexes(paths[index].key for index in roots).values():
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


def _tells_of(paths: Sequence[Path]) -> Iterator[Link]:
    """What is told of somebody without a source, where another article has it from them."""
    told = {path.key: index for index, path in reversed(list(enumerate(paths))) if path.named}
    for index, path in enumerate(paths):
        for key in sorted(path.mentions & told.keys())[:1]:
            yield Link(index, told[key], "accepted", "tells-of", f"tells of {paths[told[key]].name}")


def _same_office(paths: Sequence[Path]) -> Iterator[Link]:
    """One body under two names, in two languages or not, or a body and the one who holds an office there."""
    held = [index for index, path in enumerate(paths) if path.offices]
    for one, other in combinations(held, 2):
        a, b = paths[one], paths[other]
        if a.key != b.key and any(is_one(o, p) and _tells_which(o, p, a, b) for o in a.offices for p in b.offices):
            yield Link(one, other, "accepted", "same-office", f"{a.name} and {b.name} hold one office")


def _tells_which(one: Office, two: Office, a: Path, b: Path) -> bool:
    """A body is named; or two newsrooms heard from one ("an official of the fisheries ministry"), not just "police"."""
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


def _restated(paths: Sequence[Path], by_article: Mapping[Hashable, Sequence[int]]) -> Iterator[Link]:
    """What an article tells in its own words and again with its source has that source."""
    for members in by_article.values():
        sourced = [index for index in members if paths[index].spans]
        for index in members:
            if not paths[index].spans and sourced:
                nearest = min(sourced, key=lambda other: (_distance(paths[index], paths[other]), other))
                yield Link(index, nearest, "accepted", "restated", f"told again beside {paths[nearest].name}")


def _cited(paths: Sequence[Path], by_article: Mapping[Hashable, Sequence[int]], newsrooms: Newsrooms) -> Iterator[Link]:
    """A statement that credits an outlet, and where that outlet's own article says it.

    Paths stand in the order of publication, so what stands before is what the outlet can be credited with.
    """
    articles: defaultdict[str, list[int]] = defaultdict(list)
    for article, members in by_article.items():
        for key in {newsrooms.own[str(article)].key, newsrooms.answers[str(article)].key}:
            articles[key].extend(members)
    for index, path in enumerate(paths):
        own = articles.get(path.cites.key, ()) if path.cites is not None else ()
        if path.named and any(paths[other].named for other in own):
            continue
        if own and index not in own:
            first = min(
                own, key=lambda other: (other > index, path.described is not None and paths[other].named, other)
            )
            yield Link(
                index,
                first,
                "accepted" if path.named or path.assumed else "certain",
                "cites",
                f"credits {path.cites.name if path.cites else path.name}",
            )


def _derived(
    paths: Sequence[Path], by_article: Mapping[Hashable, Sequence[int]], derivations: Sequence[Derivation]
) -> Iterator[Link]:
    """What a derived article says, and what the article from which it derives says."""
    for derivation in derivations:
        above, below = by_article.get(derivation.used, ()), by_article.get(derivation.derived, ())
        strength = _derivation_strength(derivation)
        for index in below if above and strength is not None else ():
            if _may_derive(paths[index], derivation, alone=len(below) <= len(above)):
                deepest = min(above, key=lambda other: (not paths[other].named, other))
                yield Link(
                    index, deepest, strength or "probable", "derivation", f"the text rests on {paths[deepest].name}"
                )


def _may_derive(path: Path, derivation: Derivation, *, alone: bool) -> bool:
    """A copyist finds no sources; a rewriter may have found one, and so may a translator who tells the thing twice."""
    if derivation.kind in ("copy", "cut", "translation", "version"):
        return alone or not path.named
    return not path.named and path.cites is None and path.described is None


def _derivation_strength(derivation: Derivation) -> Strength | None:
    if derivation.probability < PROBABLE:
        return None
    if derivation.probability < ACCEPTED:
        return "probable"
    if derivation.kind == "version":
        return "certain"
    whole = derivation.coverage is not None and derivation.coverage >= MOSTLY
    return "certain" if whole and (derivation.credited or derivation.kind == "copy") else "accepted"


def _vague(paths: Sequence[Path]) -> Iterator[Link]:
    """ "Officials", "a local paper": whoever is named for the same thing is probably meant."""
    named = [index for index, path in enumerate(paths) if path.named and not path.vague]
    cited = [index for index, path in enumerate(paths) if path.cites is not None and not path.vague]
    for index, path in enumerate(paths):
        for known in (named or cited)[:1] if path.vague else ():
            yield Link(index, known, "accepted", "vague-source", f"{path.name} is probably {paths[known].name}")


def _unnamed(paths: Sequence[Path]) -> Iterator[Link]:
    """Statements without a named source may all go back to the first that has one.

    What an article tells in its own words after another has given a source for it is probably no new finding.
    """
    sourced = [i for i, path in enumerate(paths) if (path.spans or path.cites) and not path.silent]
    named = [index for index, path in enumerate(paths) if path.named]
    unnamed = [index for index, path in enumerate(paths) if not path.named]
    for index in unnamed:
        own_words = bool(sourced) and not paths[index].spans and paths[index].cites is None
        if own_words and sourced[0] < index:
            yield Link(
                index, sourced[0], "accepted", "own-words", f"no source of its own, after {paths[sourced[0]].name}"
            )
        yield Link((named or unnamed)[0], index, "probable", "unnamed", f"no source named by {paths[index].name}")


def _same_words(paths: Sequence[Path]) -> Iterator[Link]:
    """Statements of the same words: two reporters do not find one wording."""
    for words, members in _indexes(path.words for path in paths).items():
        if str(words).count(" ") >= _WORDS - 1:
            for other in members[1:]:
                yield Link(other, members[0], "accepted", "same-words", "word for word the same")


def _indexes(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        found[key].append(index)
    return dict(found)


def _distance(one: Path, two: Path) -> int:
    return abs(one.ref.statement.start - two.ref.statement.start)


def _place(path: Path) -> Place:
    return Place(path.ref.article, path.ref.statement.start, path.ref.statement.end)


def _order(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end

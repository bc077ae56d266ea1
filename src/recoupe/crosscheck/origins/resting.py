"""Paths of one claim → which of them rest on another: told again, credited, derived, worded alike, told after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.origins.links import Link, Strength, indexes
from recoupe.crosscheck.origins.newsrooms import ACCEPTED, MOSTLY, PROBABLE, Newsrooms
from recoupe.crosscheck.origins.offices import is_one
from recoupe.crosscheck.origins.paths import Path
from recoupe.model import Derivation
from recoupe.world.agencies import find_agency

# Statements of fewer words may be worded alike by two people ("the mill burned down in the night").
_WORDS = 10


def resting(paths: Sequence[Path], newsrooms: Newsrooms, derivations: Sequence[Derivation]) -> tuple[Link, ...]:
    """Why statements rest on others, surest reasons first.

    What an article tells in its own words makes no two named sources one, though it may rest on either.

    Args:
        paths: the statements of one claim in the order of publication, followed to their roots.
        newsrooms: the newsrooms of the story.
        derivations: which article's text comes from which.
    """
    by_article = indexes(path.ref.article for path in paths)
    links = (
        *_same_words(paths),
        *_restated(paths, by_article),
        *_cited(paths, by_article, newsrooms),
        *_derived(paths, by_article, derivations),
        *_tells_of(paths),
        *_tell_of_one(paths),
        *_vague(paths),
        *_credited_elsewhere(paths, newsrooms),
        *_told_after(paths),
    )
    tied: dict[int, str] = {}
    found = []
    for link in links:
        above = paths[link.right]
        if link.strength != "probable" and above.named and _in_own_words(paths[link.left]):
            elsewhere = tied.setdefault(link.left, above.key) != above.key
            link = replace(link, strength="probable") if elsewhere else link
        found.append(link)
    return tuple(found)


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
                # A source of its own, and whom the other text had it from is known: a finding that was added.
                added = paths[index].named and not paths[deepest].named and bool(paths[deepest].spans)
                detail = f"the text rests on {paths[deepest].name}"
                yield Link(index, deepest, "probable" if added or strength is None else strength, "derivation", detail)


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


def _same_words(paths: Sequence[Path]) -> Iterator[Link]:
    """Statements of the same words: two reporters do not find one wording."""
    for words, members in indexes(path.words for path in paths).items():
        if str(words).count(" ") >= _WORDS - 1:
            for other in members[1:]:
                yield Link(other, members[0], "accepted", "same-words", "word for word the same")


def _tells_of(paths: Sequence[Path]) -> Iterator[Link]:
    """What is told of somebody without a source, where another article has it from them."""
    told = {path.key: index for index, path in reversed(list(enumerate(paths))) if path.named}
    for index, path in enumerate(paths):
        for key in sorted(path.mentions & told.keys())[:1]:
            yield Link(index, told[key], "accepted", "tells-of", f"tells of {paths[told[key]].name}")


def _tell_of_one(paths: Sequence[Path]) -> Iterator[Link]:
    """What two newsrooms tell in their own words of one person or body is probably what these made known."""
    first: dict[str, int] = {}
    for index, path in enumerate(paths):
        if _in_own_words(path):
            known = [first[key] for key in path.mentions if key in first]
            if known:
                detail = f"tells of whom {paths[min(known)].name} tells of"
                yield Link(index, min(known), "accepted", "tells-of", detail)
            for key in path.mentions:
                first.setdefault(key, index)


def _vague(paths: Sequence[Path]) -> Iterator[Link]:
    """ "Officials", "a local paper": probably whoever is named for the same thing, first of all with such a title."""
    named = [index for index, path in enumerate(paths) if path.named and not path.vague]
    cited = [index for index, path in enumerate(paths) if path.cites is not None and not path.vague]
    for index, path in enumerate(paths):
        if path.vague and (named or cited):
            of_office = (other for other in named if path.offices and _of_one_office(path, paths[other]))
            known = next(of_office, (named or cited)[0])
            # A report, a letter: whoever says the same has not written it, as far as can be seen.
            apart = bool(path.forms) and paths[known].kind == "person"
            detail = f"{path.name} is probably {paths[known].name}"
            yield Link(index, known, "probable" if apart else "accepted", "vague-source", detail)


def _of_one_office(one: Path, two: Path) -> bool:
    return any(is_one(a, b) for a in one.offices for b in two.offices)


def _credited_elsewhere(paths: Sequence[Path], newsrooms: Newsrooms) -> Iterator[Link]:
    """What a newsroom of the pile found, and what others credit to an outlet outside it: probably the wrong one.

    Agencies do find the same thing.
    """
    inside = {newsroom.key for known in (newsrooms.own, newsrooms.answers) for newsroom in known.values()}
    unnamed = [index for index, path in enumerate(paths) if not path.named]
    credited = {i: cited for i in unnamed if (cited := paths[i].cites) is not None and cited.key not in inside}
    found = [index for index in unnamed if index not in credited][:1]
    for index, medium in credited.items():
        for first in found if find_agency(medium.name) is None else ():
            detail = f"{paths[first].name} has it as well as {medium.name}"
            yield Link(index, first, "accepted", "credited-elsewhere", detail)


def _told_after(paths: Sequence[Path]) -> Iterator[Link]:
    """What an outlet tells in its own words after another article has given a source for it is no new finding.

    An agency names whom it has something from. Of an article that rests on one medium as a whole, such words are that
    medium's only where somebody credits it with them.
    """
    sourced = [i for i, path in enumerate(paths) if (path.spans or path.cites) and not (path.silent or path.assumed)]
    credited = {paths[index].key for index in sourced}
    for index, path in enumerate(paths):
        rests = path.assumed and not path.spans and path.key not in credited
        for first in sourced[:1] if rests or _in_own_words(path) else ():
            if first < index or rests:
                strength: Strength = "probable" if path.kind == "agency" and not rests else "accepted"
                yield Link(index, first, strength, "own-words", f"no source of its own, after {paths[first].name}")


def _in_own_words(path: Path) -> bool:
    return not path.named and not path.spans and path.cites is None


def _distance(one: Path, two: Path) -> int:
    return abs(one.ref.statement.start - two.ref.statement.start)

"""Figures → pairs of them that differ and are about one thing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from recoupe.crosscheck.claims.alike import sharing, weigh
from recoupe.crosscheck.conflicts.comparable import another_day, comparable, far, of_one_toll, same_value, slip
from recoupe.crosscheck.conflicts.corrections import is_rejected
from recoupe.crosscheck.conflicts.figures import MONEY, Figure, agree
from recoupe.crosscheck.conflicts.points import Scene, copied
from recoupe.crosscheck.conflicts.slips import parted

Pair = tuple[int, int]


def place(figure: Figure) -> tuple[str, int]:
    """The article of a figure, and where it stands."""
    return figure.point.article.id, figure.quantity.start


def about_one_thing(scene: Scene, found: Sequence[Figure], sure: Collection[Pair]) -> list[Pair]:
    """Pairs of figures, by number, that differ and are about the same thing.

    Args:
        scene: the story.
        found: its figures, each once.
        sure: pairs that are known to be about one thing.
    """
    weights = weigh([figure.context for figure in found])
    voices, sentences = _voices(found)
    about_one = set(sure)
    for i, j in sharing([_keys(figure) for figure in found]):
        one, two = found[i], found[j]
        # Who gives both values does not mean one thing; of a toll, a newsroom may tell both, but not in one sentence.
        known = sentences if of_one_toll(one, two) else voices
        apart = slip(one, two) or known[one.shown].isdisjoint(known[two.shown])
        if apart and comparable(scene, one, two, weights):
            about_one.add((i, j))
    return sorted(about_one)


def disputed(of_point: Mapping[int, Sequence[Figure]], found: Sequence[Figure], quarrels: Iterable[Pair]) -> set[Pair]:
    """Pairs of figures, each the first of its kind, one in a denial and one in what is denied.

    Args:
        of_point: the figures of each point, by number.
        found: the figures, each once.
        quarrels: points, by number: a denial, and what it denies.
    """
    number = {place(figure): i for i, figure in enumerate(found)}
    pairs = {
        (number[place(one)], number[place(two)])
        for no, yes in quarrels
        for one in of_point[no]
        for two in of_point[yes]
        if _exchangeable(one, two) and not same_value(one, two)
        if _is_first(one, of_point[no]) and _is_first(two, of_point[yes])
    }
    return {(min(pair), max(pair)) for pair in pairs}


def slipped(scene: Scene, found: Sequence[Figure]) -> set[Pair]:
    """Pairs of figures of which one was changed when the passage was copied or translated.

    Args:
        scene: the story.
        found: its figures, each once.
    """
    of_article: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(found)), key=lambda i: (found[i].quantity.start, found[i].quantity.end)):
        of_article[found[index].point.article.id].append(index)
    pairs = parted(
        scene,
        of_article,
        lambda i: (found[i].quantity.start, found[i].quantity.end),
        lambda i, j: same_value(found[i], found[j]) or (_one_kind(found[i], found[j]) and agree(found[i], found[j])),
        lambda i, j: _exchangeable(found[i], found[j]),
    )
    copies = ((i, j) for i, j in pairs if copied(scene, found[i].point, found[j].point))
    return {(min(i, j), max(i, j)) for i, j in copies if not another_day(found[i], found[j])}


_Places = Mapping[str, set[tuple[str, str]]]


def _voices(found: Sequence[Figure]) -> tuple[_Places, _Places]:
    """Value → who gives it in which article, and in which sentence; what a sentence rejects is not given."""
    voices: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    sentences: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for figure in found:
        if not is_rejected(figure):
            article, source = figure.point.article, figure.point.path.key
            at = bisect_right(article.sentences, figure.quantity.start, key=lambda span: span.start)
            voices[figure.shown].add((article.id, source))
            sentences[figure.shown].add((article.id, f"{source} {at}"))
    return voices, sentences


def _keys(figure: Figure) -> list[tuple[str, str]]:
    """Figures of one dimension meet over what they count, over exchanged digits, or over a word around them."""
    met = (f"digits {figure.digits}", *figure.counted, *figure.context)
    return [(figure.dimension, key) for key in met]


def _one_kind(one: Figure, two: Figure) -> bool:
    return one.dimension == two.dimension and (one.dimension != MONEY or one.quantity.unit == two.quantity.unit)


def _exchangeable(one: Figure, two: Figure) -> bool:
    """Whether one may stand for the other in a copy: the same kind, and nothing else counted as far as that is told."""
    if one.dimension != two.dimension:
        return False
    unlike = one.counted and two.counted and not one.counted & two.counted
    return slip(one, two) or not (far(one, two) or unlike)


def _is_first(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether no figure of the same kind stands before it: a second one tells what the first is measured by."""
    return figure is next(other for other in figures if other.dimension == figure.dimension)

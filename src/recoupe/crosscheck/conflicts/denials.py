"""Points → denials, with the words of what each denies, and the statements of others that say just that."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.conflicts.points import COMMON, Point, Scene, negated, one_party
from recoupe.crosscheck.readings import Reading, touching
from recoupe.model import Attribution, Span

# Notions of denying (world/concepts): by a cue with one, a source denies; with another, what it says must be negated.
_DENYING = frozenset({"deny", "contradict", "false"})
# Words at the beginning of what is said that can deny it all ("That is false, ...").
_OPENING = 3
# Part of the weight of a denial's words that what it denies must have: a denial repeats what was said, in its own words
# or in another language. On 300 articles of a real pile, 0.5 brings twice the pairs of 0.6, all wrong.
_COVERED = 0.6
# Words and names that a denial must share with what it denies: with one alone, it may be of anything.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Denial:
    """A point by which a source denies something.

    Args:
        index: the number of the point.
        words: the topics of each word of what is denied, in its order, names left out.
        names: the entities that it names, other than the source.
        plain: the source denies by the words of reporting ("denied that ...") or calls it false; else it negates.
        clause: what it denies is a clause, which says it all; a noun may be a name for anything.
        party: the number of the point that tells who denies it, where that is another one.
    """

    index: int
    words: tuple[tuple[str, ...], ...]
    names: frozenset[str]
    plain: bool
    clause: bool = False
    party: int | None = None


def find_denials(scene: Scene) -> list[Denial]:
    """The denials among the points of a story; a statement of several claims is one denial."""
    found: dict[tuple[str, str], Denial] = {}
    for index, point in enumerate(scene.points):
        statement = point.path.ref.statement
        said = scene.sources.attributions.get((point.article.id, statement.attribution or ""))
        if said is not None and said.stance == "denies" and (point.article.id, statement.id) not in found:
            found[point.article.id, statement.id] = _denial(index, point, said)
    return list(found.values())


def find_denied(scene: Scene, denials: Sequence[Denial]) -> Iterator[tuple[int, int]]:
    """Points, by number: a denial, and a statement of another source in another article that says what it denies."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, point in enumerate(scene.points):
        for topic in point.topics:
            holders[topic].append(index)
    for denial in denials:
        topics = {topic for word in denial.words for topic in word} | {f"e:{name}" for name in denial.names}
        near = {i for topic in topics for i in _few(holders.get(topic, ()))}
        weights = [_weight(word, holders, len(scene.points)) for word in denial.words]
        for index in sorted(near):
            point = scene.points[index]
            if _covers(denial, weights, point.topics) and _says(point, scene.points[denial.index]):
                yield denial.index, index


def denies_plainly(reading: Reading, span: Span | None) -> bool:
    """Whether a part of the text, such as a cue, has a word for denying."""
    if span is None:
        return False
    return any(_DENYING & lexeme.concepts for lexeme in reading.lexemes[reading.within(span.start, span.end)])


def _few(holders: Sequence[int]) -> Sequence[int]:
    return holders if len(holders) <= COMMON else ()


def _denial(index: int, point: Point, said: Attribution) -> Denial:
    reading = point.reading
    spans = [(max(s.start, point.start), min(s.end, point.end)) for s in said.content]
    told = [(start, end) for start, end in spans if start < end] or [(point.start, point.end)]
    words = [
        reading.topics[i]
        for start, end in told
        for i in range(*reading.within(start, end).indices(len(reading.words)))
        if reading.topics[i] and not reading.covered[i]
    ]
    names = {name.entity for start, end in told for name in touching(reading.names, start, end) if name.entity}
    opening = Span(
        told[0][0], reading.words[min(reading.within(*told[0]).start + _OPENING, len(reading.words)) - 1].end
    )
    plain = denies_plainly(reading, said.cue_span) or denies_plainly(reading, opening)
    return Denial(index, tuple(words), frozenset(names - {point.path.key}), plain, clause=said.rule == "clause")


def _says(point: Point, denial: Point) -> bool:
    """It stands in another article, and neither is it negated nor does it come from who denies it."""
    if point.article.id == denial.article.id or point.path.denies or point.path.stance == "declines_comment":
        return False
    return not one_party(point, denial) and not negated(point)


def _weight(word: Iterable[str], holders: Mapping[str, Sequence[int]], points: int) -> float:
    """How much the rarest topic of a word tells."""
    return math.log(1 + points / max(1, min(len(holders.get(topic, ())) for topic in word)))


def _covers(denial: Denial, weights: Sequence[float], topics: frozenset[str]) -> bool:
    """Whether what speaks of some topics has most of the words of a denial, which weigh so much."""
    met = [weight for word, weight in zip(denial.words, weights, strict=True) if not topics.isdisjoint(word)]
    shared = len(met) + sum(f"e:{name}" in topics for name in denial.names)
    return bool(met) and shared >= _SHARED and math.fsum(met) >= _COVERED * math.fsum(weights)

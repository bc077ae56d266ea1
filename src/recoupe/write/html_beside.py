"""Derivation → its passages side by side, with the words that both texts share marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from recoupe.model import Alignment, Derivation, Place, Story
from recoupe.text.words import Word, words
from recoupe.write.html_parts import Link, quote
from recoupe.write.lookup import Lookup, words_at

# Pairs of passages shown for one derivation; the rest is counted. A translation has one a sentence, a copy fewer.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts, or in this one alone."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in pieces, between what stands around it."""

    link: Link
    before: str
    pieces: tuple[Piece, ...]
    after: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage of the text that was used, and the one made of it."""

    used: Passage
    derived: Passage


def passages_beside(one: Derivation, story: Story, lookup: Lookup) -> tuple[tuple[Beside, ...], int]:
    """The passages of a derivation in the order of the derived text, and how many more there are."""
    pairs = sorted(_pairs(one, story.alignments), key=lambda pair: (pair[1].start, pair[0].start))
    return tuple(_beside(used, derived, kind, lookup) for used, derived, kind in pairs[:SHOWN]), len(pairs[SHOWN:])


def _pairs(one: Derivation, alignments: Iterable[Alignment]) -> Iterator[tuple[Place, Place, str]]:
    for found in alignments:
        if (found.left.article, found.right.article) == (one.used, one.derived):
            yield found.left, found.right, found.kind
        elif (found.left.article, found.right.article) == (one.derived, one.used):
            yield found.right, found.left, found.kind


def _beside(used: Place, derived: Place, kind: str, lookup: Lookup) -> Beside:
    translated = kind == "translated"  # whole sentences, which need no context and have no words in common to mark
    texts = (words_at(lookup, used), words_at(lookup, derived))
    read = (words(texts[0]), words(texts[1]))
    shared = (set[int](), set[int]()) if translated else _shared(*read)
    passages = (
        _passage(place, tuple(_pieces(text, tokens, common)), lookup, alone=translated)
        for place, text, tokens, common in zip((used, derived), texts, read, shared, strict=True)
    )
    return Beside(*passages)


def _passage(place: Place, pieces: tuple[Piece, ...], lookup: Lookup, *, alone: bool) -> Passage:
    around = quote(place, lookup)
    before, after = ("", "") if alone else (around.before, around.after)
    return Passage(around.link, before, pieces, after, around.language, around.direction)


def _shared(left: list[Word], right: list[Word]) -> tuple[set[int], set[int]]:
    """The numbers of the words of each text that stand in the other in the same order."""
    from rapidfuzz.distance import LCSseq

    found: tuple[set[int], set[int]] = (set(), set())
    for block in LCSseq.opcodes([word.folded for word in left], [word.folded for word in right]):
        if block.tag == "equal":
            found[0].update(range(block.src_start, block.src_end))
            found[1].update(range(block.dest_start, block.dest_end))
    return found


def _pieces(text: str, tokens: list[Word], shared: set[int]) -> Iterator[Piece]:
    """The text in stretches, each run of shared words with the marks between them as one."""
    at = 0
    for is_shared, run in groupby(range(len(tokens)), shared.__contains__):
        if not is_shared:
            continue
        numbers = list(run)
        start, end = tokens[numbers[0]].start, tokens[numbers[-1]].end
        if at < start:
            yield Piece(text[at:start], shared=False)
        yield Piece(text[start:end], shared=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], shared=False)

"""Patterns of a language file → a trie over tokens, which finds the longest pattern at a token.

A pattern is words and slots: `"il y a {n} {unit}"`. `(a|b|)` gives alternatives, `\\(` a bracket. A slot is
named after a class of words or a reader; a digit behind the name tells two slots of one class apart
(`{day} - {day2} {month}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.annotate.lexemes import Lexemes, lexemes

Value = int | float | str
Reader = Callable[[Lexemes, int], tuple[Value, int] | None]
"""Reads a value at a token; gives it with the index after it."""

_SLOT = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"(?<!\\)\(([^()\\]*)\)")


@dataclass(slots=True)
class Node:
    """A point in the trie: where each word and each slot leads, and what a pattern that ends here does.

    `tries` has the slots to try, each with the words that it can begin with; `numbers` those to try at digits.
    """

    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[str, Node] = field(default_factory=dict)
    op: str | None = None
    tries: list[tuple[Branch, Collection[str]]] = field(default_factory=list)
    numbers: list[Branch] = field(default_factory=list)
    _branches: dict[str, list[Branch]] | None = None

    def branches(self, low: str) -> Sequence[Branch]:
        """The slots to try at a word. They are sorted by words when they are first asked for: most nodes never are."""
        if self._branches is None:
            self._branches = {}
            for branch, heads in self.tries:
                for word in heads:
                    self._branches.setdefault(word, []).append(branch)
        return self._branches.get(low, ())

    def heads(self) -> set[str]:
        """The words with which it can go on."""
        return set(self.words).union(*(heads for _, heads in self.tries))


Branch = tuple[str, Reader, Node]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns, and the names of their slots.

    `starts` has the words that a pattern can begin with, each with those that can follow; None where any word can.
    """

    root: Node
    starts: dict[str, frozenset[str] | None]
    slots: frozenset[str]


class Match(NamedTuple):
    """A pattern found: first token and the one after the last, what it does, and its slots."""

    first: int
    end: int
    op: str
    slots: Mapping[str, Value]


def compile_patterns(
    rules: Iterable[tuple[str, str]],
    classes: Mapping[str, WordClass],
    readers: Mapping[str, Reader],
    openers: Mapping[str, Iterable[str]],
    inner: Iterable[str],
) -> Grammar:
    """A grammar of (pattern, operation); of two equal patterns the first holds.

    Args:
        rules: the patterns with their operations.
        classes: classes of words, by the names that slots use.
        readers: what reads numbers and dates, by the names that slots use.
        openers: words that a reader may begin with, by its name; most begin with digits only.
        inner: words with which what a reader reads can go on.
    """
    root = Node()
    nodes = [root]
    for pattern, op in rules:
        for path in _paths(pattern):
            node = root
            for kind, word in path:
                following = node.slots if kind == "slot" else node.words
                if word not in following:
                    following[word] = Node()
                    nodes.append(following[word])
                node = following[word]
            node.op = node.op or op
    words = {name: tuple(openers.get(name, ())) for name in readers}
    for node in nodes:
        for slot, after in node.slots.items():
            name = slot.rstrip("0123456789")
            reader = classes[name].read if name in classes else readers[name]
            node.tries.append(((slot, reader, after), classes[name].first if name in classes else words[name]))
            if name in readers or any(word.isdecimal() for word in classes[name].first):
                node.numbers.append((slot, reader, after))
    going_on = frozenset(inner)
    starts = {word: _following(root, word, classes, going_on) for word in root.heads()}
    return Grammar(root, starts, frozenset({*classes, *readers}))


def _following(root: Node, word: str, classes: Mapping[str, WordClass], inner: frozenset[str]) -> frozenset[str] | None:
    """The words that can stand behind the first word of a pattern; None if it can stand alone."""
    nodes, found = [root.words[word]] if word in root.words else [], set[str]()
    for slot, _, after in root.branches(word):
        known = classes.get(slot.rstrip("0123456789"))
        rests = [rest for rest, _ in known.first[word]] if known else []
        found.update(rest[0] for rest in rests if rest)
        found.update(() if known else inner)
        if known is None or () in rests:
            nodes.append(after)
    if any(node.op is not None for node in nodes):
        return None
    return frozenset(found.union(*(node.heads() for node in nodes)))


def find(
    grammar: Grammar, tokens: Lexemes, indices: range, stands: Callable[[Match], bool] = lambda match: True
) -> Iterator[Match]:
    """The longest patterns from left to right, without overlap; one that does not stand makes room for those in it."""
    lows, starts, free = tokens.lows, grammar.starts, indices.start
    for i in tokens.numbers_or(starts, indices):
        if i < free:
            continue
        following = None if lows[i].isdecimal() else starts[lows[i]]
        if following is not None:
            # Can the pattern go on with the next word? Most articles and prepositions end here.
            behind = lows[i + 1] if i + 1 < len(lows) else ""
            if behind not in following and not behind.isdecimal():
                continue
        match = match_at(grammar, tokens, i, indices.stop)
        if match and stands(match):
            match = _reaching(grammar, tokens, match, indices.stop, stands)
            yield match
            free = match.end


def _reaching(grammar: Grammar, tokens: Lexemes, match: Match, stop: int, stands: Callable[[Match], bool]) -> Match:
    """The match, or one that begins within it and tells all that it tells and more: "March 2023" for "in March"."""
    for first in range(match.first + 1, match.end):
        further = match_at(grammar, tokens, first, stop)
        if further and further.end > match.end and _holds(further, match) and stands(further):
            return further
    return match


def _holds(match: Match, other: Match) -> bool:
    values = tuple(match.slots.values())
    return len(values) > len(other.slots) and all(value in values for value in other.slots.values())


def match_at(grammar: Grammar, tokens: Lexemes, first: int, stop: int) -> Match | None:
    """The longest pattern that begins at a token and ends before `stop`."""
    best: Match | None = None
    stack: list[tuple[Node, int, tuple[tuple[str, Value], ...]]] = [(grammar.root, first, ())]
    while stack:
        node, i, slots = stack.pop()
        if node.op is not None and (best is None or i > best.end):
            best = Match(first, i, node.op, dict(slots))
        if i >= stop:
            continue
        low = tokens.lows[i]
        for slot, reader, after in node.numbers if low.isdecimal() else node.branches(low):
            read = reader(tokens, i)
            if read and read[1] <= stop:
                stack.append((after, read[1], (*slots, (slot, read[0]))))
        word = node.words.get(low)
        if word:
            stack.append((word, i + 1, slots))
    return best


class WordClass:
    """Words of one class with their values; the longest wins. Those in `capital` count only with a capital."""

    def __init__(self, words: Iterable[tuple[str, Value]], *, capital: Iterable[str] = ()) -> None:
        first: dict[str, dict[tuple[str, ...], Value]] = {}
        for word, value in words:
            head, *rest = _lows(word)
            first.setdefault(head, {}).setdefault(tuple(rest), value)
        self.first = {head: sorted(tails.items(), key=lambda t: (-len(t[0]), t[0])) for head, tails in first.items()}
        self.capital = frozenset(lexemes(word.strip()).lows[0] for word in capital)

    def read(self, tokens: Lexemes, i: int) -> tuple[Value, int] | None:
        """The longest word of the class at a token."""
        if i >= len(tokens.lows):
            return None
        if tokens.lows[i] in self.capital and tokens.text[tokens.starts[i]].islower():
            return None
        for rest, value in self.first.get(tokens.lows[i], ()):
            end = i + 1 + len(rest)
            if not rest or tuple(tokens.lows[i + 1 : end]) == rest:
                return value, end
        return None


def _paths(pattern: str) -> Iterator[list[tuple[str, str]]]:
    choice = _CHOICE.search(pattern)
    if choice:
        for option in choice[1].split("|"):
            yield from _paths(f"{pattern[: choice.start()]} {option} {pattern[choice.end() :]}")
        return
    path: list[tuple[str, str]] = []
    at = 0
    pattern = pattern.replace("\\", "")
    for slot in _SLOT.finditer(pattern):
        path += [("word", low) for low in _lows(pattern[at : slot.start()])] + [("slot", slot[1])]
        at = slot.end()
    yield path + [("word", low) for low in _lows(pattern[at:])]


def _lows(text: str) -> list[str]:
    """The lexemes of a piece of a pattern; a language has thousands, most of them one word of plain letters."""
    bare = text.strip()
    return [bare.lower()] if bare.isascii() and bare.isalpha() else lexemes(bare).lows if bare else []

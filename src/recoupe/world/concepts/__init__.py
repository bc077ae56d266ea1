"""Words of the news in twelve languages → the notions that they name, so that statements of two languages can meet.

Each `<topic>.tsv` of this folder opens with a line that says what is in it and holds notions, one a line, by alphabet:
its name, its kind, the class of PLOVER (a scheme of political events) into which it falls, the notion that is its
contrary, and its words by language. Words are parted by spaces and compared folded: without accents, in lower case. A
word that ends in `-` stands for all that begin so; an underline joins the words of an expression (`cease_fire`), each
of which may end so, too (`droit-_social-`).
`joined.txt` holds words that are written together with the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

from recoupe.text.normal import fold
from recoupe.text.words import folded_words

Kind = Literal["act", "harm", "state", "role", "body", "good", "place"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Parts of a line before its words.
_FACTS = ("notion", "kind", "plover", "against")
# Shortest word that may be left when what is written together with it is taken off.
_LEAST_LEFT = 3


@dataclass(frozen=True, slots=True)
class Notion:
    """A notion of the news. `plover` and `against` are empty where no class fits and where it has no contrary."""

    name: str
    kind: Kind
    plover: str
    against: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Notions that an expression of some words names: the numbers of its first word and of the word after its last."""

    start: int
    end: int
    notions: frozenset[str]


@cache
def notions() -> dict[str, Notion]:
    """All notions by name."""
    names, kinds, plover, against = map(_column, _FACTS)
    words = {code: _column(code) for code in _table() if code not in _FACTS}
    return {
        name: Notion(name, _kind(kinds[i]), plover[i], against[i], {c: w[i] for c, w in words.items() if w[i]})
        for i, name in enumerate(names)
    }


@cache
def notions_of(kind: Kind) -> frozenset[str]:
    """The names of all notions of a kind."""
    return frozenset(name for name, its in zip(_column("notion"), _column("kind"), strict=True) if its == kind)


@cache
def contraries() -> dict[str, str]:
    """For each notion that has a contrary, that contrary; both ways."""
    pairs = zip(_column("notion"), _column("against"), strict=True)
    given = {name: against for name, against in pairs if against}
    return {against: name for name, against in given.items()} | given


def concepts_of(word: str, language: str) -> frozenset[str]:
    """The notions that a folded word names in this language; the longest beginning that fits counts."""
    lexicon = _lexicon(language)
    found = _named(word, lexicon)
    for joined in () if found else lexicon.joined:
        rest = word[len(joined) :]
        if not found and len(rest) >= _LEAST_LEFT and word.startswith(joined):
            found = _named(rest, lexicon)
    return found


def expressions(words: Sequence[str], language: str) -> list[Found]:
    """The expressions of several words within a row of folded words; of two that begin at one word, the longer."""
    base = language.partition("-")[0]
    found: list[Found] = []
    behind = 0
    for start, word in enumerate(words):
        begun = _begun_by(word, base)
        if begun and start >= behind:
            fits = next((known for known in begun if _stands(known[0], words, start)), None)
            if fits is not None:
                behind = start + len(fits[0])
                found.append(Found(start, behind, fits[1]))
    return found


_Expression = tuple[tuple[str, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Whole words, beginnings of words and expressions of a language, each with its notions.

    `expressions` are by their first word, or by its beginning with the `-` behind. `joined` are the words that are
    written together with the next, longest first.
    """

    whole: dict[str, frozenset[str]] = field(default_factory=dict)
    begins: dict[str, frozenset[str]] = field(default_factory=dict)
    expressions: dict[str, list[_Expression]] = field(default_factory=dict)
    joined: tuple[str, ...] = ()
    longest: int = 0


@cache
def _lexicon(language: str) -> _Lexicon:
    base, _, region = language.partition("-")
    if region:
        return _lexicon(base)
    whole: dict[str, frozenset[str]] = {}
    begins: dict[str, frozenset[str]] = {}
    several: dict[tuple[str, ...], frozenset[str]] = {}
    for name, listed in zip(_column("notion"), _column(language), strict=True):
        for word in fold(listed).split():
            key = _parts(word)
            if len(key) > 1:
                several[key] = several.get(key, frozenset()) | {name}
            else:
                table, known = (begins, word[:-1]) if word.endswith("-") else (whole, word)
                table[known] = table.get(known, frozenset()) | {name}
    first: dict[str, list[_Expression]] = {}
    for key in sorted(several):
        first.setdefault(key[0], []).append((key, several[key]))
    joined = tuple(sorted(map(fold, _joined().get(language, ())), key=lambda word: (-len(word), word)))
    return _Lexicon(whole, begins, first, joined, max(map(len, begins), default=0))


def _parts(word: str) -> tuple[str, ...]:
    """The words of an expression, a beginning with its `-`."""
    parts: list[str] = []
    for piece in word.split("_"):
        parts += folded_words(piece.rstrip("-"))
        if piece.endswith("-") and parts:
            parts[-1] += "-"
    return tuple(parts)


# No beginning of a word is longer (the longest of the expressions has 20 letters).
_LONGEST_BEGINNING = 24


# A vocabulary of so many words is looked up once.
@lru_cache(maxsize=2**16)
def _begun_by(word: str, language: str) -> tuple[_Expression, ...]:
    """The expressions that a word may begin, the longest first."""
    known = _lexicon(language).expressions
    keys = (word, *(f"{word[:end]}-" for end in range(1, min(len(word), _LONGEST_BEGINNING) + 1)))
    found = [expression for key in keys for expression in known.get(key, ())]
    return tuple(sorted(found, key=lambda expression: (-len(expression[0]), expression[0])))


def _column(name: str) -> Sequence[str]:
    """What all notions, in one order, have in a column; nothing for a language without words."""
    table = _table()
    return table.get(name) or [""] * len(table["notion"])


@cache
def _table() -> dict[str, list[str]]:
    """The columns of all files, one file after the other."""
    table: dict[str, list[str]] = {}
    for entry in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".tsv"):
            _, head, *lines = entry.read_text(encoding="utf-8").splitlines()
            columns = zip(*(line.split("\t") for line in lines), strict=True)
            for name, column in zip(head.split("\t"), columns, strict=True):
                table.setdefault(name, []).extend(column)
    return table


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind == name)


@cache
def _joined() -> dict[str, list[str]]:
    """By language, short words that are written together with the next (the Arabic article)."""
    lines = (files(__name__) / "joined.txt").read_text(encoding="utf-8").splitlines()
    return {language: words.split() for language, _, words in (line.partition(":") for line in lines)}


def _named(word: str, lexicon: _Lexicon) -> frozenset[str]:
    if word in lexicon.whole:
        return lexicon.whole[word]
    for end in range(min(len(word), lexicon.longest), 1, -1):
        if word[:end] in lexicon.begins:
            return lexicon.begins[word[:end]]
    return frozenset()


def _stands(expression: tuple[str, ...], words: Sequence[str], start: int) -> bool:
    """Whether an expression whose first word stands at a place goes on there."""
    if start + len(expression) > len(words):
        return False
    for part, word in zip(expression[1:], words[start + 1 : start + len(expression)], strict=True):
        if not (word.startswith(part[:-1]) if part.endswith("-") else word == part):
            return False
    return True

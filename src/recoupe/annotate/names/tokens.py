"""Sentence → its words for the search of names: elided articles and possessive endings taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.annotate.names.words import Lexicon, folded
from recoupe.model import Span

# A dot inside a word belongs to it in acronyms and addresses; between a small letter and a capital it ends a sentence
# whose space was lost.
_WORD = re.compile(r"[^\W_]+(?:(?:[-'’]|\.(?=[^\W\d_](?![^\W\d_])|[a-z\d]))[^\W_]+){0,12}+")
_APOSTROPHE = re.compile("['’]")
# Marks before a word that begins like a sentence: the capital then says less.
_OPENING = frozenset('«“„"‘‹:–—•*►▶-¿¡…|')
_JOINS = frozenset({" ", "'", "’", "\u00a0", "\u202f", "\n"})
_DOTS = frozenset({". ", ".-", ".\u00a0", ".\u202f"})
# In a line where this share of the longer words has capitals, they say nothing (headlines in capitals, title case).
# German, where nouns have capitals, stays below; English headlines in title case are above it.
_LOUD = 0.75
_LONGER, _FEWEST, _FEWEST_TITLE_CASE = 4, 3, 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence side by side: where they stand, as written, folded, whether they begin with a capital.

    Args:
        gaps: what stands before each word.
        joined: nothing but a space, the apostrophe of an article or the dot of an initial or title stands before.
        loud: capitals say nothing here.
    """

    starts: list[int]
    ends: list[int]
    forms: list[str]
    folds: list[str]
    capital: list[bool]
    gaps: list[str]
    joined: list[bool]
    loud: bool

    def __len__(self) -> int:
        """Number of words."""
        return len(self.starts)


def words_of(text: str, sentence: Span, lexicon: Lexicon, *, heading: bool = False) -> Words:
    """The words of one sentence. In a heading, title case says nothing; elsewhere only words all in capitals do not."""
    pieces: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        form = match.group()
        if "'" in form or "’" in form:
            pieces.extend(_split(match, lexicon))
        else:
            pieces.append(match.span())
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    forms = [text[start:end] for start, end in pieces]
    capital = [form[0].isupper() for form in forms]
    before = [sentence.start, *ends]
    gaps = [text[end:start] for end, start in zip(before, starts, strict=False)]
    folds = [folded(form) for form in forms]
    joined = [gap in _JOINS or (gap in _DOTS and _dotted(forms, folds, k, lexicon)) for k, gap in enumerate(gaps)]
    return Words(starts, ends, forms, folds, capital, gaps, joined, _is_loud(forms, heading))


def _dotted(forms: list[str], folds: list[str], index: int, lexicon: Lexicon) -> bool:
    """The dot before this word ends an initial or a title."""
    before = forms[index - 1] if index else ""
    return len(before) == 1 or before[-2:-1] in {".", "-"} or (before != "" and folds[index - 1] in lexicon.dotted)


def begins(words: Words, index: int) -> bool:
    """The word is the first of the sentence, or of a quotation or clause within it."""
    return index == 0 or not _OPENING.isdisjoint(words.gaps[index])


def adjacent(words: Words, index: int) -> bool:
    """Nothing but a space, the apostrophe of an article or the dot of an initial parts the word from the one before."""
    return words.joined[index]


def is_acronym(form: str) -> bool:
    """Two to six capitals, perhaps with a digit, dots or a hyphen between them."""
    letters = form.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalnum() and letters[0].isalpha()


def _split(match: re.Match[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """A word with apostrophes: the elided words before it on their own, a possessive ending left out."""
    start, end, form = match.start(), match.end(), match.group()
    end -= len(next((ending for ending in lexicon.possessives if form.endswith(ending)), ""))
    while (mark := _APOSTROPHE.search(form[: end - match.start()], start - match.start())) is not None:
        prefix, rest = form[start - match.start() : mark.start()], form[mark.end() :]
        if folded(prefix) not in lexicon.elisions and not (prefix.islower() and rest[:1].isupper()):
            break
        yield start, match.start() + mark.start()
        start = match.start() + mark.end()
    if end > start:
        yield start, end


def _is_loud(forms: list[str], heading: bool) -> bool:
    longer = [form for form in forms if len(form) >= _LONGER]
    if len(longer) >= _FEWEST and sum(map(str.isupper, longer)) >= _LOUD * len(longer):
        return True
    if not heading:
        return False
    title_case = sum(form[0].isupper() for form in longer) >= _LOUD * len(longer)
    return title_case and len(longer) >= _FEWEST_TITLE_CASE

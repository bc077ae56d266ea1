"""Sentence → its words for the search of names: elided articles and possessive endings taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from recoupe.annotate.names.words import Lexicon
from recoupe.model import Span
from recoupe.text.tokens import columns
from recoupe.text.words import folded

# A dot inside a word belongs to it in acronyms and addresses; between a small letter and a capital it ends a sentence
# whose space was lost.
_WORD = re.compile(r"([^\W_]+(?:(?:[-'’]|\.(?=[^\W\d_](?![^\W\d_])|[a-z\d]))[^\W_]+){0,12})")
_APOSTROPHE = re.compile("['’]")
# Marks before a word that begins like a sentence: the capital then says less.
_OPENING = frozenset('«“„"‘‹:–—•*►▶-¿¡…|')
_JOINS = frozenset({" ", "'", "’", "\u00a0", "\u202f", "\n", " & "})
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
        joined: nothing but a space, the apostrophe of an article or the dot of an initial or title stands before, so
            that the word goes with the one before.
        loud: capitals say nothing here.
        size: number of words.
    """

    starts: list[int]
    ends: list[int]
    forms: list[str]
    folds: list[str]
    capital: list[bool]
    gaps: list[str]
    joined: list[bool]
    loud: bool
    size: int


def words_of(text: str, sentence: Span, lexicon: Lexicon, *, heading: bool = False) -> Words:
    """The words of one sentence. In a heading, title case says nothing; elsewhere only words all in capitals do not."""
    written = text[sentence.start : sentence.end]
    pieces = _WORD.split(written)
    if "'" in written or "’" in written:
        pieces = _without_elisions(pieces, lexicon)
    forms, gaps, starts, ends = columns(pieces, sentence.start)
    gaps.pop()
    folds = list(map(folded, forms))
    capital = list(map(str.isupper, map(_FIRST, forms)))
    joined = list(map(_JOINS.__contains__, gaps))
    if not _DOTS.isdisjoint(gaps):
        for k in (k for k, gap in enumerate(gaps) if gap in _DOTS):
            joined[k] = _dotted(forms, folds, k, lexicon)
    loud = sum(capital) >= _FEWEST and _is_loud(forms, heading)
    return Words(starts, ends, forms, folds, capital, gaps, joined, loud, len(forms))


_FIRST = itemgetter(0)


def _dotted(forms: list[str], folds: list[str], index: int, lexicon: Lexicon) -> bool:
    """The dot before this word ends an initial or a title."""
    before = forms[index - 1] if index else ""
    return len(before) == 1 or before[-2:-1] in {".", "-"} or (before != "" and folds[index - 1] in lexicon.dotted)


def begins(words: Words, index: int) -> bool:
    """The word is the first of the sentence, or of a quotation or clause within it."""
    return index == 0 or not _OPENING.isdisjoint(words.gaps[index])


def is_acronym(form: str) -> bool:
    """Two to six capitals, perhaps with a digit, dots or a hyphen between them."""
    letters = form.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalnum() and letters[0].isalpha()


def _without_elisions(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """Gaps and words by turns, with the elided words on their own and possessive endings in the gap behind."""
    made = pieces[:1]
    for form, gap in zip(pieces[1::2], pieces[2::2], strict=True):
        if "'" not in form and "’" not in form:
            made += (form, gap)
        else:
            *parts, rest = _split(form, lexicon.elisions, lexicon.possessives)
            before = "" if parts else made.pop()
            made += (*parts, before + rest + gap)
    return made


# Words with an apostrophe that are remembered: the common ones of a few languages.
@lru_cache(2**13)
def _split(form: str, elisions: frozenset[str], possessives: tuple[str, ...]) -> tuple[str, ...]:
    """A word with apostrophes: each elided word and its apostrophe, the rest, and the possessive ending or nothing."""
    ending = next((ending for ending in possessives if form.endswith(ending)), "")
    rest, parts = form[: len(form) - len(ending)], list[str]()
    while (mark := _APOSTROPHE.search(rest)) is not None:
        prefix, behind = rest[: mark.start()], rest[mark.end() :]
        if folded(prefix) not in elisions and not (prefix.islower() and (behind + ending)[:1].isupper()):
            break
        parts += (prefix, mark.group())
        rest = behind
    if not rest and parts:
        ending = parts.pop() + ending
    return (*parts, rest, ending) if rest else (*parts, ending)


def _is_loud(forms: list[str], heading: bool) -> bool:
    longer = [form for form in forms if len(form) >= _LONGER]
    if len(longer) >= _FEWEST and sum(map(str.isupper, longer)) >= _LOUD * len(longer):
        return True
    if not heading:
        return False
    title_case = sum(form[0].isupper() for form in longer) >= _LOUD * len(longer)
    return title_case and len(longer) >= _FEWEST_TITLE_CASE

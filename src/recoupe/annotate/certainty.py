"""A clause in its sentence → how sure the text is of it: asserted, hedged or questioned, and the word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from recoupe.annotate.attributions.lexicon import WORD, Lexicon, Phrases, lexicon, lower, phrases, split_list
from recoupe.lang import Language
from recoupe.model import Span


@dataclass(frozen=True, slots=True)
class Hedging:
    """The certainty section of a language file, ready for lookup."""

    hedges: Phrases
    forms: frozenset[str]
    endings: tuple[str, ...]
    shortest: int
    not_forms: frozenset[str]
    not_endings: tuple[str, ...]
    weak: frozenset[str]
    past: frozenset[str]
    participles: tuple[str, ...]
    not_verbs: frozenset[str]
    wishes: Phrases
    conditions: Phrases
    subordinators: frozenset[str]
    cues: Lexicon


@dataclass(frozen=True, slots=True)
class Marker:
    """A word or phrase that hedges what stands in its clause."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    low: str
    quoted: bool


@cache
def hedging(language: Language) -> Hedging:
    """The hedges of a language, made once a process."""
    data = language.certainty
    not_forms = split_list(data.not_forms)
    endings = tuple(entry[1:] for entry in split_list(data.hedge_endings))
    return Hedging(
        hedges=phrases(split_list(data.hedges)),
        forms=frozenset(split_list(data.hedge_forms)),
        endings=endings,
        shortest=data.hedge_stem + min((len(ending) for ending in endings), default=0),
        not_forms=frozenset(entry for entry in not_forms if not entry.startswith("-")),
        not_endings=tuple(entry[1:] for entry in not_forms if entry.startswith("-")),
        weak=frozenset(split_list(data.weak_forms)),
        past=frozenset(split_list(data.past_forms)),
        participles=language.times.participles,
        not_verbs=frozenset(language.times.not_verbs),
        wishes=phrases(split_list(data.wishes)),
        conditions=phrases(split_list(data.conditions)),
        subordinators=frozenset(split_list(data.subordinators)),
        cues=lexicon(language),
    )


def find_markers(text: str, sentence: Span, quoted: tuple[Span, ...], language: Language) -> list[Marker]:
    """The hedges of a sentence that count; `quoted` are the stretches of it that stand in quotation marks."""
    known = hedging(language)
    words = _words(text, sentence, quoted)
    return [Marker(words[a].start, words[b - 1].end) for a, b in _hedges(words, known)]


def _words(text: str, sentence: Span, quoted: tuple[Span, ...]) -> list[_Word]:
    found = []
    low = lower(text[sentence.start : sentence.end])
    for match in WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        inside = bool(quoted) and any(span.start <= start < span.end for span in quoted)
        found.append(_Word(start, end, low[start - sentence.start : end - sentence.start], inside))
    return found


def may_hedge(lows: Iterable[str], language: Language) -> bool:
    """Whether any word could begin a hedge: most sentences have none and need no further look."""
    words, known = set(lows), hedging(language)
    started = words.intersection(known.hedges)
    if (
        any(words.issuperset(entry) for first in started for entry in known.hedges[first])
        or not words.isdisjoint(known.weak)
        or not words.isdisjoint(known.forms)
    ):
        return True
    return bool(known.endings) and any(word.endswith(known.endings) for word in words)


def _hedges(words: list[_Word], known: Hedging) -> list[tuple[int, int]]:
    """Ranges of words that hedge: phrases anywhere, verb forms where nothing speaks against them."""
    found: list[tuple[int, int]] = []
    conditional = _first_condition(words, known)
    reported = _first_reported(words, known)
    wished = _covered(words, known.wishes)
    for index, word in enumerate(words):
        size = _match(words, index, known.hedges)
        if size:
            found.append((index, index + size))
        elif index in wished or not _is_form(word, known):
            continue
        elif (
            conditional is None
            and (reported is None or index < reported or _is_past(words, index, known))
            and (not word.quoted or word.low in known.weak)
        ):
            found.append((index, index + 1))
    return found


def _is_form(word: _Word, known: Hedging) -> bool:
    """A verb form that can hedge, by the lists and endings of the language."""
    low = word.low
    if low in known.forms or low in known.weak:
        return True
    if not known.endings or len(low) < known.shortest or not low.endswith(known.endings):
        return False
    return low not in known.not_forms and not (known.not_endings and low.endswith(known.not_endings))


# A participle follows its auxiliary at most so many words behind.
PARTICIPLE_REACH = 3


def _is_past(words: list[_Word], index: int, known: Hedging) -> bool:
    """A form with a participle behind it, which is no future seen from the past."""
    behind = (word.low for word in words[index + 1 : index + 1 + PARTICIPLE_REACH])
    return words[index].low in known.past and any(
        len(low) > 3 and low.endswith(known.participles) and low not in known.not_verbs for low in behind
    )


def _first_condition(words: list[_Word], known: Hedging) -> int | None:
    return next((index for index in range(len(words)) if _match(words, index, known.conditions)), None)


def _first_reported(words: list[_Word], known: Hedging) -> int | None:
    """The first complementiser behind a verb of saying: a form after it is the future seen from the past."""
    said = None
    for index, word in enumerate(words):
        if said is not None and word.low in known.subordinators:
            return index
        if word.low in known.cues.readings:
            said = index
    return None


def _covered(words: list[_Word], entries: Phrases) -> set[int]:
    return {index + k for index in range(len(words)) for k in range(_match(words, index, entries))}


def _match(words: list[_Word], index: int, entries: Phrases) -> int:
    for entry in entries.get(words[index].low, ()):
        if index + len(entry) <= len(words) and all(words[index + k].low == part for k, part in enumerate(entry)):
            return len(entry)
    return 0


_QUESTION = re.compile(r"[?؟？;;]\W*$")


def is_question(text: str, clause: Span) -> bool:
    """Whether a clause ends with a question mark of any script."""
    return bool(_QUESTION.search(text, max(clause.start, clause.end - 6), clause.end)) and text[clause.end - 1] != ";"

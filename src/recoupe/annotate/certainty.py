"""A clause in its sentence → how sure the text is of it: asserted, hedged or questioned, and the word that says so."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import NamedTuple

from recoupe.annotate.attributions.lexicon import Lexicon, Phrases, lexicon, phrases, split_list
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


class _Words(NamedTuple):
    """The words and marks of a sentence in their comparable form, and which of them stand in quotation marks."""

    lows: Sequence[str]
    quoted: set[int]


@cache
def hedging(language: Language) -> Hedging:
    """The hedges of a language, made once a process."""
    data = language.certainty
    not_forms, weak = split_list(data.not_forms), split_list(data.weak_forms)
    endings = tuple(entry[1:] for entry in split_list(data.hedge_endings))
    return Hedging(
        hedges=phrases(split_list(data.hedges)),
        forms=frozenset({*split_list(data.hedge_forms), *weak}),
        endings=endings,
        shortest=data.hedge_stem + min((len(ending) for ending in endings), default=0),
        not_forms=frozenset(entry for entry in not_forms if not entry.startswith("-")),
        not_endings=tuple(entry[1:] for entry in not_forms if entry.startswith("-")),
        weak=frozenset(weak),
        past=frozenset(split_list(data.past_forms)),
        participles=language.times.participles,
        not_verbs=frozenset(language.times.not_verbs),
        wishes=phrases(split_list(data.wishes)),
        conditions=phrases(split_list(data.conditions)),
        subordinators=frozenset(split_list(data.subordinators)),
        cues=lexicon(language),
    )


def find_markers(
    lows: Sequence[str], places: Sequence[tuple[int, int]], quoted: Sequence[Span], language: Language
) -> list[Span]:
    """The hedges of a sentence that count.

    Args:
        lows: its words and marks in their comparable form.
        places: where each of them stands.
        quoted: the stretches that stand in quotation marks.
        language: the language of the sentence.
    """
    inside = {k for span in quoted for k, (start, _) in enumerate(places) if span.start <= start < span.end}
    found = _hedges(_Words(lows, inside), hedging(language))
    return [Span(places[first][0], places[end - 1][1]) for first, end in found]


def _hedges(words: _Words, known: Hedging) -> list[tuple[int, int]]:
    """Ranges of words that hedge: phrases anywhere, verb forms where nothing speaks against them."""
    sizes = {index: size for index in _begun(words.lows, known.hedges) if (size := _match(words, index, known.hedges))}
    forms = [index for index in _forms(words.lows, known) if index not in sizes]
    found = [(index, index + size) for index, size in sizes.items()]
    if not forms or any(_match(words, index, known.conditions) for index in _begun(words.lows, known.conditions)):
        return found
    reported, wished = _first_reported(words, known), _covered(words, known.wishes)
    found += [
        (index, index + 1)
        for index in forms
        if index not in wished
        and (reported is None or index < reported or _is_past(words, index, known))
        and (index not in words.quoted or words.lows[index] in known.weak)
    ]
    return sorted(found)


def _forms(lows: Sequence[str], known: Hedging) -> list[int]:
    """Where verb forms stand that can hedge, by the lists and endings of the language."""
    listed = _begun(lows, known.forms)
    ended = [k for k, low in enumerate(lows) if low.endswith(known.endings) and _may_be_form(low, known)]
    return sorted({*listed, *ended}) if ended else listed


def _may_be_form(low: str, known: Hedging) -> bool:
    """Whether nothing speaks against a word with the ending of a form that hedges."""
    return len(low) >= known.shortest and low not in known.not_forms and not low.endswith(known.not_endings)


# A participle follows its auxiliary at most so many words behind.
PARTICIPLE_REACH = 3


def _is_past(words: _Words, index: int, known: Hedging) -> bool:
    """A form with a participle behind it, which is no future seen from the past."""
    return words.lows[index] in known.past and any(
        len(low) > 3 and low.endswith(known.participles) and low not in known.not_verbs
        for low in words.lows[index + 1 : index + 1 + PARTICIPLE_REACH]
    )


def _first_reported(words: _Words, known: Hedging) -> int | None:
    """The first complementiser behind a verb of saying: a form after it is the future seen from the past."""
    said = next(compress(range(len(words.lows)), map(known.cues.readings.__contains__, words.lows)), len(words.lows))
    behind = range(said + 1, len(words.lows))
    return next((index for index in behind if words.lows[index] in known.subordinators), None)


def _covered(words: _Words, entries: Phrases) -> set[int]:
    return {index + k for index in _begun(words.lows, entries) for k in range(_match(words, index, entries))}


def _begun(lows: Sequence[str], entries: Container[str]) -> list[int]:
    """Where a word stands that is listed, or that one of the phrases begins with."""
    return list(compress(range(len(lows)), map(entries.__contains__, lows)))


def _match(words: _Words, index: int, entries: Phrases) -> int:
    for entry in entries[words.lows[index]]:
        if len(entry) == 1 or tuple(words.lows[index : index + len(entry)]) == entry:
            return len(entry)
    return 0


_QUESTION = re.compile(r"[?؟？;;]\W*$")


def is_question(text: str, clause: Span) -> bool:
    """Whether a clause ends with a question mark of any script."""
    return bool(_QUESTION.search(text, max(clause.start, clause.end - 6), clause.end)) and text[clause.end - 1] != ";"

"""Statement → the parts of it that may be claims of their own ("commissioned in 1961", "in return for 450 million")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from recoupe.annotate.attributions.lexicon import lexicon
from recoupe.crosscheck.readings import Reading, inside
from recoupe.lang import Language
from recoupe.model import Span, Statement
from recoupe.world.concepts import notions_of

# A part has at least so many words of meaning; what has fewer goes with the next.
LEAST_WORDS = 2
# Statements of fewer words have no parts.
SHORTEST = 4
# A word that opens an adverbial ends what stands before it, if that has this many words.
_BEFORE_ADVERBIAL = 2
# Marks between two parts of a sentence, in any script; a hyphen only with spaces around it.
_MARK = re.compile(
    '[,;:()"\u00ab\u00bb\u201c\u201d\u2013\u2014\u060c\u061b\u3001\uff0c\uff1a\uff1b\uff08\uff09]|\\s-\\s'
)


def facets(reading: Reading, statement: Statement) -> tuple[Span, ...]:
    """The parts of a statement that tell something by themselves, in order; none of one that has but one part."""
    found = reading.within(statement.start, statement.end)
    joints = list(_joints(reading, found)) if found.stop - found.start >= SHORTEST else []
    if not joints:
        return ()
    beside = zip(reading.lexemes[found], reading.words[found], strict=True)
    told = list(accumulate((lexeme.content or word.folded[:1].isdigit() for lexeme, word in beside), initial=0))
    parts: list[tuple[int, int]] = []
    start = found.start
    for end in (*joints, found.stop):
        if told[end - found.start] - told[start - found.start] >= LEAST_WORDS:
            parts.append((start, end))
            start = end
    if len(parts) < 2:
        return ()
    parts[-1] = (parts[-1][0], found.stop)
    spans = (Span(reading.words[first].start, reading.words[end - 1].end) for first, end in parts)
    return tuple(span for span in spans if _tells(reading, span))


def _joints(reading: Reading, found: slice) -> Iterator[int]:
    """The numbers of the words that open a new part."""
    text, words = reading.article.text, reading.words
    openers, adverbials = _openers(reading.language)
    for i in range(found.start + 1, found.stop):
        word = words[i].folded
        if (
            _MARK.search(text, words[i - 1].end, words[i].start)
            or word in openers
            or (word in adverbials and i - found.start >= _BEFORE_ADVERBIAL)
        ):
            yield i


@cache
def _openers(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that join a clause or relate to what stands before, and words that open an adverbial."""
    sets = lexicon(language).sets
    return sets["linkers"] | sets["relatives"], sets["nonsubjects"]


def _tells(reading: Reading, span: Span) -> bool:
    """Whether a part may be a claim: it has a number, or says what is done of something that it names.

    Without the second, mere topics ("of used batteries") make claims of whatever is said about them.
    """
    if inside(reading.quantities, span.start, span.end):
        return True
    found = reading.within(span.start, span.end)
    if all(lexeme.concepts.isdisjoint(_deeds()) for lexeme in reading.lexemes[found]):
        return False
    facts = len(inside(reading.names, span.start, span.end)) + len(inside(reading.times, span.start, span.end))
    beside = zip(reading.lexemes[found], reading.covered[found], strict=True)
    return facts + len({lexeme.stem for lexeme, covered in beside if lexeme.content and not covered}) >= LEAST_WORDS


@cache
def _deeds() -> frozenset[str]:
    return notions_of("act") | notions_of("harm") | notions_of("state")

"""Statement → its slots: what it speaks of, in a form in which statements of any languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from recoupe.crosscheck.claims.facets import facets
from recoupe.crosscheck.contrasts import Contrasts, find_contrasts
from recoupe.crosscheck.lexemes import Lexeme, lexicon
from recoupe.crosscheck.readings import Reading, inside
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.lang import Language
from recoupe.model import Article, Attribution, Name, Quantity, Span, Statement
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.words import words
from recoupe.world.concepts import contraries, expressions, notions_of
from recoupe.world.units import base


class Number(NamedTuple):
    """A quantity, so that units do not matter.

    Args:
        low: the least that it gives, in the base unit of its dimension.
        high: the most.
        rough: it says so ("about").
        unit: its dimension, or its unit where that has none.
        of: stems and concepts of what it counts.
    """

    low: float
    high: float
    rough: bool
    unit: str | None
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Deed:
    """Two entities, the one that acts first, and what it does: stems and notions of words between them, or `SAYS`."""

    actors: tuple[str, str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slots:
    """What a statement, or a part of one, speaks of.

    `ref` is the whole statement, `span` what is told of here.

    `stems` meet in one language only; `cognates` and `concepts` across languages; `entities` and `numbers` everywhere.
    `named` are the entities of the whole statement; `turned` are the contraries of its notions; `opaque` are the stems
    of words without notion or cognate. `negative` tells that it is denied or says that something is not so, `silent`
    that it is a refusal to speak.
    """

    ref: StatementRef
    span: Span
    language: str
    stems: frozenset[str]
    cognates: frozenset[str]
    concepts: frozenset[str]
    turned: frozenset[str]
    opaque: frozenset[str]
    entities: frozenset[str]
    named: frozenset[str]
    numbers: tuple[Number, ...]
    days: tuple[tuple[str, str], ...]
    contrasts: Contrasts
    negative: bool
    silent: bool
    source: str | None
    quotes: frozenset[str]
    deed: Deed | None

    @property
    def is_part(self) -> bool:
        """Whether it is a part of its statement."""
        return self.span.end - self.span.start < self.ref.statement.end - self.ref.statement.start


# Notion of people in general: how many of them says nothing without what befell them.
PEOPLE = "people"
# What a source does to whom it speaks of.
SAYS = "says"
# Characters between a cue and what it introduces that belong to neither.
_GAP = 8
# A quotation of fewer words may be used by two people.
LEAST_QUOTE = 3


def slots_of(reading: Reading, entities: Entities) -> list[Slots]:
    """The slots of all statements of an article, each before those of its parts."""
    attributions = {a.id: a for a in reading.article.attributions}
    return [
        _slots(reading, statement, span, attributions.get(statement.attribution or ""), entities)
        for statement in reading.article.statements
        for span in (Span(statement.start, statement.end), *facets(reading, statement))
    ]


def _slots(
    reading: Reading, statement: Statement, span: Span, attribution: Attribution | None, entities: Entities
) -> Slots:
    article, start, end = reading.article, span.start, span.end
    found = reading.within(start, end)
    content = _content(reading, found)
    concepts = _concepts(reading, found, content)
    whole = _named(article, inside(reading.names, statement.start, statement.end), entities)
    named = [(name, entity) for name, entity in whole if start <= name.start and name.end <= end]
    contrasts = find_contrasts(article.text[_start_with_gap(span, attribution) : end], reading.language)
    stance = attribution.stance if attribution is not None else None
    source = _source(attribution, entities)
    against = contraries()
    return Slots(
        ref=StatementRef(article.id, statement),
        span=span,
        language=reading.language.code,
        stems=frozenset([lexeme.stem for lexeme in content]),
        cognates=frozenset([lexeme.cognate for lexeme in content if lexeme.cognate]),
        concepts=concepts,
        turned=frozenset([against[concept] for concept in concepts if concept in against]),
        opaque=frozenset([lexeme.stem for lexeme in content if not lexeme.concepts and not lexeme.cognate]),
        entities=frozenset([entity for _, entity in named]),
        named=frozenset([entity for _, entity in whole]),
        numbers=tuple([_number(q, reading, found) for q in inside(reading.quantities, start, end)]),
        days=_days(reading, span),
        contrasts=contrasts,
        negative=contrasts.negated or statement.certainty == "denied" or stance == "denies",
        silent=stance == "declines_comment",
        source=source,
        quotes=_quotes(reading, span, attribution),
        deed=_deed(reading, named) or _saying(named, source),
    )


def _start_with_gap(span: Span, attribution: Attribution | None) -> int:
    """Where a statement begins, with the word or two that may part it from its cue ("found no ...")."""
    cue = attribution.cue_span if attribution is not None else None
    return cue.end if cue is not None and 0 <= span.start - cue.end <= _GAP else span.start


def _content(reading: Reading, found: slice) -> list[Lexeme]:
    """Words that carry meaning: no function words, words of reporting, names, numbers, times."""
    beside = zip(reading.lexemes[found], reading.covered[found], strict=True)
    return [lexeme for lexeme, covered in beside if lexeme.content and not covered]


def _concepts(reading: Reading, found: slice, content: Iterable[Lexeme]) -> frozenset[str]:
    """Notions of words and of expressions; what a word of an expression would mean alone is left out."""
    told = expressions([word.folded for word in reading.words[found]], reading.language.code)
    lexemes = reading.lexemes[found]
    # A lexeme is one object however often its word comes.
    within = {id(lexemes[i]) for known in told for i in range(known.start, known.end)}
    alone = [lexeme.concepts for lexeme in content if lexeme.concepts and id(lexeme) not in within]
    return frozenset().union(*alone, *(known.notions for known in told))


def _named(article: Article, names: Iterable[Name], entities: Entities) -> list[tuple[Name, str]]:
    """The names whose entity is known, with it."""
    found = ((name, entities.at.get((article.id, name.start, name.end))) for name in names)
    return [(name, entity) for name, entity in found if entity]


def _deed(reading: Reading, named: Sequence[tuple[Name, str]]) -> Deed | None:
    """What the first entity that a statement names does to the second; the other way round in the passive voice."""
    pair = next(((one, two) for one, two in pairwise(named) if one[1] != two[1]), None)
    if pair is None:
        return None
    (first, actor), (second, other) = pair
    found = reading.within(first.end, second.start)
    between = [i for i in range(found.start, found.stop) if reading.words[i].end <= second.start]
    kept = [reading.lexemes[i] for i in between if not reading.lexemes[i].stop]
    passive = bool(between) and reading.words[between[-1]].folded in _agents(reading.language)
    told = {lexeme.stem for lexeme in kept}.union(*(lexeme.concepts for lexeme in kept))
    return Deed((other, actor) if passive else (actor, other), frozenset(told)) if told else None


def _saying(named: Sequence[tuple[Name, str]], source: str | None) -> Deed | None:
    """What a source says of the only entity that the statement names."""
    others = {entity for _, entity in named}
    if source is None or len(others) != 1 or source in others:
        return None
    return Deed((source, next(iter(others))), frozenset({SAYS}))


@cache
def _agents(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.comparison.agents))


def _number(quantity: Quantity, reading: Reading, found: slice) -> Number:
    value = quantity.value
    low, high = value if isinstance(value, tuple) else (value, value)
    of = counted_by(quantity.of, reading.language)
    if not quantity.unit and (not of or PEOPLE in of):
        of |= _what_happened(quantity, reading, found)
    (least, unit), (most, _) = base(low, quantity.unit), base(high, quantity.unit)
    return Number(least, most, quantity.modifier == "about", unit, of - {PEOPLE})


@lru_cache(2**12)
def counted_by(of: str | None, language: Language) -> frozenset[str]:
    """Stems and notions of the words for what is counted."""
    lexemes = [lexicon(language)(word.folded) for word in words(of or "")]
    kept = [lexeme for lexeme in lexemes if not lexeme.stop]
    return frozenset([lexeme.stem for lexeme in kept]).union(*(lexeme.concepts for lexeme in kept))


def _what_happened(quantity: Quantity, reading: Reading, found: slice) -> frozenset[str]:
    """What befell the people who are counted: the nearest word behind the number that says it, else before."""
    behind = range(max(found.start, reading.within(quantity.end, quantity.end).start), found.stop)
    before = [i for i in range(found.start, found.stop) if reading.words[i].end <= quantity.start]
    befell = notions_of("harm") - {PEOPLE}
    told = (reading.lexemes[i].concepts & befell for i in (*behind, *reversed(before)))
    return next(filter(None, told), frozenset())


def _days(reading: Reading, span: Span) -> tuple[tuple[str, str], ...]:
    """First and last day of each time that could be resolved, sorted."""
    values = [time.value for time in inside(reading.times, span.start, span.end) if time.value]
    return tuple(sorted({days for value in values if (days := day_range(value))})) if values else ()


@lru_cache(4096)
def day_range(value: str) -> tuple[str, str] | None:
    """ISO value → its first and last day; None for what is no date (a duration, a time of day)."""
    from datetime import date, timedelta

    first, _, last = value.partition("/")
    if last:
        start, end = day_range(first), day_range(last)
        return (start[0], end[1]) if start and end else None
    try:
        if "-W" in value:
            monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        if len(value) == len("2026-11"):
            after = date(int(value[:4]) + int(value[5:]) // 12, int(value[5:]) % 12 + 1, 1)
            return value + "-01", (after - timedelta(days=1)).isoformat()
        if len(value) == len("2026") and value.isdigit():
            return value + "-01-01", value + "-12-31"
        return (day := date.fromisoformat(value[:10]).isoformat()), day
    except ValueError:
        return None


def _source(attribution: Attribution | None, entities: Entities) -> str | None:
    if not attribution or attribution.source.kind == "anonymous":
        return None
    name = attribution.source.name
    return attribution.source.entity or entities.by_name.get(fold(name)) or name_key(name) or None


# Quotation marks of any kind, in pairs or not, and what stands between them on one line.
_QUOTED = '\u00ab\u201c\u201e"\u201f\u300c'
_UNQUOTED = '\u00bb\u201d\u201c"\u201f\u300d'


def _quotes(reading: Reading, told: Span, attribution: Attribution | None) -> frozenset[str]:
    """Words of each quotation, folded, quotation marks and punctuation left off."""
    quoted = _marked(reading.article.text, told)
    if attribution and attribution.mode == "direct":
        quoted += [s for s in attribution.content if s.start < told.end and told.start < s.end]
    spans = [reading.within(max(s.start, told.start), min(s.end, told.end)) for s in quoted]
    long = (span for span in spans if span.stop - span.start >= LEAST_QUOTE)
    return frozenset([" ".join([word.folded for word in reading.words[span]]) for span in long])


_MARKS = re.compile(f"[{_QUOTED}{_UNQUOTED}]")


def _marked(text: str, told: Span) -> list[Span]:
    spans, opened = [], None
    for mark in _MARKS.finditer(text, told.start, told.end):
        if opened is not None and mark.group() in _UNQUOTED:
            spans.append(Span(opened, mark.start()))
            opened = None
        elif opened is None and mark.group() in _QUOTED:
            opened = mark.end()
    return spans

"""Statement → its slots: what it speaks of, in a form in which statements of any languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from recoupe.crosscheck.contrasts import Contrasts, find_contrasts
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.lang import Language, load
from recoupe.model import Article, Attribution, Name, Quantity, Span, Statement
from recoupe.text.keys import name_key
from recoupe.text.layout import words_within
from recoupe.text.normal import fold
from recoupe.text.words import Word, stemmer, stop_words, words
from recoupe.world.concepts import concepts_of, contraries, expressions, notions_of


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: the range that it gives, its unit, and stems and concepts of what it counts."""

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
    """What a statement speaks of.

    `stems` meet in one language only; `cognates` and `concepts` across languages; `entities` and `numbers` everywhere.
    `turned` are the contraries of its notions; `opaque` are the stems of words without notion or cognate.
    `negative` tells that it is
    denied or says that something is not so, `silent` that it is a refusal to speak.
    """

    ref: StatementRef
    language: str
    stems: frozenset[str]
    cognates: frozenset[str]
    concepts: frozenset[str]
    turned: frozenset[str]
    opaque: frozenset[str]
    entities: frozenset[str]
    numbers: tuple[Number, ...]
    days: tuple[tuple[str, str], ...]
    contrasts: Contrasts
    negative: bool
    silent: bool
    source: str | None
    quotes: frozenset[str]
    deed: Deed | None


# Letters of a word's key that words of common descent share over languages (provoc-ation, provok-ation).
COGNATE = 5
# Shorter words look alike by chance.
LEAST_COGNATE = 6
# Notion of people in general: how many of them says nothing without what befell them.
PEOPLE = "people"
# What a source does to whom it speaks of.
SAYS = "says"
# Characters between a cue and what it introduces that belong to neither.
_GAP = 8
# A quotation of fewer words may be used by two people.
LEAST_QUOTE = 3


def slots_of(article: Article, entities: Entities) -> list[Slots]:
    """The slots of all statements of an article."""
    attributions = {a.id: a for a in article.attributions}
    language = load(article.language)
    return [_slots(article, s, attributions.get(s.attribution or ""), entities, language) for s in article.statements]


def _slots(
    article: Article,
    statement: Statement,
    attribution: Attribution | None,
    entities: Entities,
    language: Language,
) -> Slots:
    names = [n for n in article.names if statement.start <= n.start and n.end <= statement.end]
    found = words_within(article.text, statement.start, statement.end)
    content = [_lexeme(word, language) for word in _content(article, statement, names, found, language)]
    concepts = _concepts(content, found, language)
    contrasts = find_contrasts(article.text[_start_with_gap(statement, attribution) : statement.end], language)
    stance = attribution.stance if attribution is not None else None
    return Slots(
        ref=StatementRef(article.id, statement),
        language=language.code,
        stems=frozenset(lexeme.stem for lexeme in content),
        cognates=frozenset(lexeme.cognate for lexeme in content if lexeme.cognate),
        concepts=concepts,
        turned=frozenset(contraries()[concept] for concept in concepts if concept in contraries()),
        opaque=frozenset(lexeme.stem for lexeme in content if not lexeme.concepts and not lexeme.cognate),
        entities=_entities(article, names, entities),
        numbers=tuple(_number(q, found, language) for q in article.quantities if _within(q, statement)),
        days=_days(article, statement),
        contrasts=contrasts,
        negative=contrasts.negated or statement.certainty == "denied" or stance == "denies",
        silent=stance == "declines_comment",
        source=_source(attribution, entities),
        quotes=_quotes(article, statement, attribution),
        deed=_deed(article, names, found, entities, language) or _saying(article, names, attribution, entities),
    )


def _start_with_gap(statement: Statement, attribution: Attribution | None) -> int:
    """Where a statement begins, with the word or two that may part it from its cue ("found no ...")."""
    cue = attribution.cue_span if attribution is not None else None
    return cue.end if cue is not None and 0 <= statement.start - cue.end <= _GAP else statement.start


@dataclass(frozen=True, slots=True)
class _Lexeme:
    """What a word adds to a statement; the beginning of its key only if it is long and names no known notion."""

    word: str
    stem: str
    cognate: str
    concepts: frozenset[str]


@lru_cache(65_536)
def _lexeme(word: str, language: Language) -> _Lexeme:
    concepts = concepts_of(word, language.code)
    foreign = len(word) >= LEAST_COGNATE and not concepts
    return _Lexeme(word, stemmer(language)(word), name_key(word)[:COGNATE] if foreign else "", concepts)


def _concepts(content: Sequence[_Lexeme], found: Sequence[Word], language: Language) -> frozenset[str]:
    """Notions of words and of expressions; what a word of an expression would mean alone is left out."""
    told = expressions([word.folded for word in found], language.code)
    inside = {found[i].folded for known in told for i in range(known.start, known.end)}
    alone = (lexeme.concepts for lexeme in content if lexeme.word not in inside)
    return frozenset().union(*alone, *(known.notions for known in told))


def _within(span: Quantity, statement: Statement) -> bool:
    return statement.start <= span.start and span.end <= statement.end


def _content(
    article: Article, statement: Statement, names: Sequence[Name], found: Iterable[Word], language: Language
) -> list[str]:
    """Words that carry meaning, folded: no function words, words of reporting, names, numbers, times."""
    taken = [(n.start, n.end) for n in names]
    taken += [(t.start, t.end) for t in article.times if t.start < statement.end and statement.start < t.end]
    skip = _skipped(language)
    return [w.folded for w in found if w.folded not in skip and _is_content(w) and not _covered(w, taken)]


def _is_content(word: Word) -> bool:
    return not word.folded[0].isdigit() and (len(word.folded) > 1 or not word.folded.isascii())


def _covered(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in taken)


@cache
def _skipped(language: Language) -> frozenset[str]:
    return stop_words(language) | frozenset(map(fold, language.comparison.generic))


def _entities(article: Article, names: Sequence[Name], entities: Entities) -> frozenset[str]:
    found = (entities.at.get((article.id, n.start, n.end)) for n in names)
    return frozenset(entity for entity in found if entity)


def _deed(
    article: Article, names: Sequence[Name], found: Iterable[Word], entities: Entities, language: Language
) -> Deed | None:
    """What the first entity that a statement names does to the second; the other way round in the passive voice."""
    named = [
        (n, entity) for n in sorted(names, key=_start) if (entity := entities.at.get((article.id, n.start, n.end)))
    ]
    pair = next(((one, two) for one, two in pairwise(named) if one[1] != two[1]), None)
    if pair is None:
        return None
    (first, actor), (second, other) = pair
    between = [w.folded for w in found if first.end <= w.start and w.end <= second.start]
    kept = [_lexeme(word, language) for word in between if word not in stop_words(language)]
    passive = bool(between) and between[-1] in _agents(language)
    told = {lexeme.stem for lexeme in kept}.union(*(lexeme.concepts for lexeme in kept))
    return Deed((other, actor) if passive else (actor, other), frozenset(told)) if told else None


def _saying(
    article: Article, names: Sequence[Name], attribution: Attribution | None, entities: Entities
) -> Deed | None:
    """What a source says of the only entity that the statement names."""
    source, others = _source(attribution, entities), _entities(article, names, entities)
    if source is None or len(others) != 1 or source in others:
        return None
    return Deed((source, next(iter(others))), frozenset({SAYS}))


def _start(name: Name) -> int:
    return name.start


@cache
def _agents(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.comparison.agents))


def _number(quantity: Quantity, found: Sequence[Word], language: Language) -> Number:
    value = quantity.value
    low, high = value if isinstance(value, tuple) else (value, value)
    counted = [w.folded for w in words(quantity.of or "") if w.folded not in stop_words(language)]
    of = {stemmer(language)(word) for word in counted} | {
        c for word in counted for c in concepts_of(word, language.code)
    }
    if not quantity.unit and (not of or PEOPLE in of):
        of |= _what_happened(quantity, found, language)
    return Number(low, high, quantity.modifier == "about", quantity.unit, frozenset(of - {PEOPLE}))


def _what_happened(quantity: Quantity, found: Sequence[Word], language: Language) -> frozenset[str]:
    """What befell the people who are counted: the nearest word behind the number that says it, else before."""
    after = [w for w in found if w.start >= quantity.end]
    before = [w for w in reversed(found) if w.end <= quantity.start]
    befell = notions_of("harm") - {PEOPLE}
    told = (concepts_of(w.folded, language.code) & befell for w in (*after, *before))
    return next(filter(None, told), frozenset())


def _days(article: Article, statement: Statement) -> tuple[tuple[str, str], ...]:
    """First and last day of each time that could be resolved, sorted."""
    values = (t.value for t in article.times if t.value and statement.start <= t.start and t.end <= statement.end)
    return tuple(sorted({days for value in values if (days := day_range(value))}))


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


def _quotes(article: Article, statement: Statement, attribution: Attribution | None) -> frozenset[str]:
    """Words of each quotation of the statement, folded, quotation marks and punctuation left off."""
    inside = _marked(article.text, statement)
    if attribution and attribution.mode == "direct":
        inside += [s for s in attribution.content if s.start < statement.end and statement.start < s.end]
    found = (
        [w.folded for w in words(article.text, max(s.start, statement.start), min(s.end, statement.end))]
        for s in inside
    )
    return frozenset(" ".join(quoted) for quoted in found if len(quoted) >= LEAST_QUOTE)


_MARKS = re.compile(f"[{_QUOTED}{_UNQUOTED}]")


def _marked(text: str, statement: Statement) -> list[Span]:
    spans, opened = [], None
    for mark in _MARKS.finditer(text, statement.start, statement.end):
        if opened is not None and mark.group() in _UNQUOTED:
            spans.append(Span(opened, mark.start()))
            opened = None
        elif opened is None and mark.group() in _QUOTED:
            opened = mark.end()
    return spans


def by_article(found: Iterable[Slots]) -> Mapping[str, list[Slots]]:
    """Slots by article id, in the order of the text."""
    articles: dict[str, list[Slots]] = {}
    for slots in sorted(found, key=lambda s: (s.ref.article, s.ref.statement.start, s.ref.statement.end)):
        articles.setdefault(slots.ref.article, []).append(slots)
    return articles

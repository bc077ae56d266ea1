"""Article → its statements: the clauses of the body that state something, each with its attribution and certainty."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter

from recoupe.annotate.attributions.lexicon import Lexicon, lexicon
from recoupe.annotate.attributions.tokens import Token, Unit, match_phrase, units
from recoupe.annotate.certainty import find_markers, is_question
from recoupe.annotate.sentences import split_sentences
from recoupe.lang import Language
from recoupe.model import Article, Attribution, Certainty, Span, Statement
from recoupe.text.scripts import UNSPACED_CHARS

# Clauses shorter than this, in words, are joined to the one before; what is still shorter states nothing. Gold clauses
# ("eight of them badly") go down to 3.
SHORTEST = 3
# Words without a verb or a number that may stand as a clause of their own; fewer hang on what stands before.
VERBLESS = 5
# A sentence is cut only where both sides have this many words.
SIDE = 4
# Words beside "X said" from which on they are a statement of their own; fewer are time and place of the saying.
BESIDE = 6
# Marks behind which the words for a source go on to tell something of it.
_APART = frozenset({",", "(", "\u2013", "\u2014", "\u060c", "\uff0c"})
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")
# Rules of attribution whose content says too little without source and cue ("any signature").
WITH_CUE = frozenset({"object", "self", "infinitive", "passive"})
# Share of a clause that must stand in the content of an attribution to be attributed.
COVERED = 0.6


def find_statements(
    article: Article, language: Language, read: tuple[Unit, ...] | None = None
) -> tuple[Statement, ...]:
    """The statements of the body in order; they do not overlap.

    Args:
        article: the article with its attributions.
        language: its language.
        read: its sentences as tokens, where they have been made before.
    """
    words = lexicon(language)
    made: list[Statement] = []
    body = [unit for unit in (units(article) if read is None else read) if unit.region == "body"]
    for unit, inside in _with_attributions(body, article.attributions):
        quoted = [Span(t.start, t.end) for t in unit.tokens if t.kind == "quote"]
        markers = find_markers(unit.lows, unit.places, quoted, language)
        for clause in _clauses(article, unit, inside, words, language):
            if _size(article, clause) < SHORTEST:
                continue
            made.append(_statement(article, clause, inside, markers, len(made) + 1))
    return tuple(made)


def _with_attributions(
    body: list[Unit], attributions: tuple[Attribution, ...]
) -> Iterator[tuple[Unit, list[Attribution]]]:
    """Each sentence with the attributions whose content reaches into it, in one pass over both."""
    coming = sorted(attributions, key=lambda a: a.content[0].start, reverse=True)
    here: list[Attribution] = []
    for unit in body:
        while coming and coming[-1].content[0].start < unit.end:
            here.append(coming.pop())
        here = [a for a in here if a.content[-1].end > unit.start]
        yield unit, here


def _clauses(
    article: Article, unit: Unit, inside: list[Attribution], words: Lexicon, language: Language
) -> Iterator[Span]:
    """The sentence without "he said", cut into clauses."""
    quotes = [t.quote for t in unit.tokens if t.quote is not None]
    for piece in _pieces(unit, inside, words):
        tokens = _tokens(unit, piece.start, piece.end)
        if len(tokens) == 1 and tokens[0].quote is not None:
            inner = Span(tokens[0].quote.inner_start, tokens[0].quote.inner_end)
            yield from _sentences(article, inner, language)
        elif any(quote.inner_start <= piece.start and piece.end <= quote.inner_end for quote in quotes):
            yield from _sentences(article, piece, language)
        else:
            yield from _cut(piece, tokens, words)


_START, _END, _KIND = attrgetter("start"), attrgetter("end"), attrgetter("kind")


def _tokens(unit: Unit, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a sentence that lie within a stretch."""
    first = bisect_left(unit.tokens, start, key=_START) if start > unit.start else 0
    last = bisect_right(unit.tokens, end, key=_END) if end < unit.end else len(unit.tokens)
    return unit.tokens[first:last]


def _sentences(article: Article, span: Span, language: Language) -> Iterator[Span]:
    for sentence in split_sentences(article.text[span.start : span.end], language):
        whole = Span(span.start + sentence.start, span.start + sentence.end)
        if _size(article, whole) >= 2:
            yield whole


def _pieces(unit: Unit, inside: list[Attribution], words: Lexicon) -> list[Span]:
    """The sentence cut at the contents of its attributions; what only names source and cue is left out."""
    contents = sorted(
        {
            (span.start, span.end)
            for a in inside
            if a.rule not in WITH_CUE
            for span in a.content
            if span.start >= unit.start and span.end <= unit.end
        }
    )
    outer: list[tuple[int, int]] = []
    for start, end in contents:
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
        elif end > outer[-1][1]:
            outer[-1] = (outer[-1][0], end)
    pieces, position = [], unit.start
    for start, end in outer:
        pieces += _remainder(unit, position, start, inside, words)
        pieces.append(Span(start, end))
        position = end
    return [*pieces, *_remainder(unit, position, unit.end, inside, words)]


def _remainder(unit: Unit, start: int, end: int, inside: list[Attribution], words: Lexicon) -> list[Span]:
    """What stands outside the contents, if it says more than who speaks."""
    tokens = _tokens(unit, start, end)
    rest = _trim(tokens, 0, len(tokens))
    if rest is None:
        return []
    naming = [
        s
        for a in inside
        if a.rule not in WITH_CUE
        for s in (a.source_span and _named(unit, a.source_span, words), a.cue_span)
        if s is not None and s.start < rest.end and s.end > rest.start
    ]
    if not naming or any(rest.start <= s.start < rest.end for a in inside if a.rule in WITH_CUE for s in a.content):
        return [rest]
    return list(_besides(_tokens(unit, rest.start, rest.end), naming, words))


def _named(unit: Unit, source: Span, words: Lexicon) -> Span:
    """The part of a source's words that names it: up to the clause that tells something of it."""
    tokens = _tokens(unit, source.start, source.end)
    told = (a for a, b in pairwise(tokens) if a.low in _APART and _tells([b], words))
    comma = next(told, None)
    return Span(source.start, comma.start) if comma is not None else source


def _besides(tokens: tuple[Token, ...], naming: list[Span], words: Lexicon) -> Iterator[Span]:
    """Stretches beside source and cue that are long enough to state something of their own."""
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and not any(s.start <= token.start < s.end for s in naming):
            run.append(token)
            continue
        span = _trim(tuple(run), 0, len(run))
        if span is not None and sum(map(_weight, run)) >= _least_beside(run, words) and not _hangs(run, words):
            yield span
        run = []


def _least_beside(run: Sequence[Token], words: Lexicon) -> int:
    """How many words a stretch beside source and cue must have: a relative clause may be short."""
    first = next((t for t in run if t.kind != "mark"), None)
    return SIDE if first is not None and words.has("relatives", first.low) else BESIDE


def _tells(run: Sequence[Token], words: Lexicon) -> bool:
    """Whether a stretch opens as a clause that tells something of who was named: a relative, a participle."""
    first = next((t for t in run if t.kind != "mark"), None)
    if first is None or first.kind != "word":
        return False
    return words.has("relatives", first.low) or first.low.endswith(words.participles)


def _hangs(run: Sequence[Token], words: Lexicon) -> bool:
    """Whether a stretch is time, place or manner of what stands beside it, or its title: a preposition or an article
    first, and no verb."""
    first = next((t for t in run if t.kind != "mark"), None)
    if first is None or not (words.has("nonsubjects", first.low) or words.has("determiner", first.low)):
        return False
    return not any(_may_state(token, words) for token in run)


def _may_state(token: Token, words: Lexicon) -> bool:
    """A verb known to the lists, a quotation or a number."""
    return (
        token.kind == "quote"
        or (token.first.isdigit() and not token.time)
        or words.has("auxiliaries", token.low)
        or words.has("passives", token.low)
        or token.low in words.readings
    )


def _cut(piece: Span, tokens: tuple[Token, ...], words: Lexicon) -> Iterator[Span]:
    """A piece cut at joints that leave enough words on both sides."""
    if not tokens:
        if piece.end - piece.start > 2:
            yield piece
        return
    linkers = words.sets["linkers"]
    places = [k for k in range(1, len(tokens)) if tokens[k - 1].kind == "mark" or tokens[k].low in linkers]
    if not places:
        span = _trim(tokens, 0, len(tokens))
        if span is not None and set(map(_KIND, tokens)) != {"mark"}:
            yield span
        return
    counts = list(accumulate(map(_weight, tokens), initial=0))
    starts = [0]
    for index in places:
        wide = counts[index] - counts[starts[-1]] >= SIDE and counts[-1] - counts[index] >= SHORTEST
        if wide and _is_joint(tokens, index, words):
            starts.append(index)
    for first, last in zip(starts, [*starts[1:], len(tokens)], strict=True):
        span = _trim(tokens, first, last)
        if span is not None and counts[last] - counts[first] >= (SHORTEST if len(starts) > 1 else 1):
            yield span


def _is_joint(tokens: tuple[Token, ...], index: int, words: Lexicon) -> bool:
    """Where a clause can begin: behind a stop or dash, behind a comma before a joiner, or at a joiner between verbs."""
    token, before = tokens[index], tokens[index - 1]
    if before.low in {";", ":", "–", "—"}:
        return True
    if before.kind == "mark" and before.low in {".", "!", "?"} and token.kind != "mark":
        return len(tokens[index - 2].low) > 3 if index > 1 else False
    if before.low == ",":
        if token.kind != "word":
            return False
        if words.has("relatives", token.low) or match_phrase(tokens, index, words.breaks):
            return True
        joins = token.low in words.sets["nonsubjects"] or words.has("linkers", token.low)
        return joins and _can_stand(tokens, index, words)
    return (
        words.has("linkers", token.low)
        and _has_verb(tokens, index + 1, index + 8, words)
        and _has_verb(tokens, index - 10, index, words)
    )


def _can_stand(tokens: tuple[Token, ...], index: int, words: Lexicon) -> bool:
    """Whether what begins behind a comma is long enough up to the next one, or holds a verb or a number."""
    weight = 0
    for token in tokens[index:]:
        if token.kind == "mark" and token.low in ",;:":
            break
        weight += _weight(token)
        if weight >= VERBLESS or _may_state(token, words):
            return True
    return False


def _has_verb(tokens: tuple[Token, ...], first: int, last: int, words: Lexicon) -> bool:
    return any(words.has("auxiliaries", t.low) or words.has("passives", t.low) for t in tokens[max(0, first) : last])


def _weight(token: Token) -> int:
    """Words in a token; a quotation or name counts by its length, five characters a word and a space."""
    return (token.end - token.start) // 6 + 1 if token.kind in ("quote", "name") else int(token.kind == "word")


def _size(article: Article, span: Span) -> int:
    """Words in a stretch; of a script without spaces, its characters."""
    text = article.text[span.start : span.end]
    return len(text) if _has_unspaced(article.text) and _UNSPACED.search(text) else len(text.split())


# Asked for every clause of an article, one article after the other.
@lru_cache(4)
def _has_unspaced(text: str) -> bool:
    return _UNSPACED.search(text) is not None


def _trim(tokens: tuple[Token, ...], first: int, last: int) -> Span | None:
    while first < last and tokens[first].kind == "mark" and tokens[first].low not in "(":
        first += 1
    while last > first and tokens[last - 1].kind == "mark" and tokens[last - 1].low not in ")!?%":
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if first < last else None


def _statement(
    article: Article, clause: Span, inside: list[Attribution], markers: list[Span], number: int
) -> Statement:
    attribution = _attribution(clause, inside)
    marker = next((m for m in markers if _concerns(m, clause, attribution)), None)
    certainty: Certainty = "asserted"
    if is_question(article.text, clause) or (attribution is not None and attribution.stance == "questions"):
        certainty = "questioned"
    elif marker is not None:
        certainty = "hedged"
    elif attribution is not None and attribution.stance == "denies":
        certainty, marker = "denied", attribution.cue_span
    identity = attribution.id if attribution else None
    return Statement(f"{article.id}-s{number}", clause.start, clause.end, identity, certainty, marker)


def _concerns(marker: Span, clause: Span, attribution: Attribution | None) -> bool:
    """Whether a hedge stands in the clause, or with the cue that leads to it (`reportedly told ... that`)."""
    if clause.start <= marker.start < clause.end:
        return True
    if attribution is None or attribution.cue_span is None or attribution.content[0].start < attribution.cue_span.end:
        return False
    source = attribution.source_span
    start = min(attribution.cue_span.start, source.start if source else attribution.cue_span.start)
    return start <= marker.start < attribution.cue_span.end and not (
        source and source.start <= marker.start < source.end
    )


def _attribution(clause: Span, inside: list[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that covers the clause, or that the clause holds with its cue."""
    fitting = [(sum(s.end - s.start for s in a.content), a) for a in inside if _share(clause, a) >= COVERED]
    return min(fitting, key=lambda pair: (pair[0], pair[1].id))[1] if fitting else None


def _share(clause: Span, attribution: Attribution) -> float:
    spans = [*attribution.content]
    if attribution.rule in WITH_CUE:
        spans += [s for s in (attribution.cue_span, attribution.source_span) if s is not None]
    shared = sum(max(0, min(clause.end, s.end) - max(clause.start, s.start)) for s in spans)
    return shared / max(1, clause.end - clause.start)

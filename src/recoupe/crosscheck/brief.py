"""Claims and conflicts → brief: a dozen sentences of the articles themselves, in the order an editor wants them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from recoupe.crosscheck.claims.wording import is_balanced, points_back, sentence_around
from recoupe.lang import load
from recoupe.model import Article, Attribution, BriefSentence, Claim, Conflict, Place, Side, Span, Stance, Statement
from recoupe.text.normal import fold
from recoupe.text.words import content_stems

# A brief that takes longer than a minute to read is none; a dozen sentences of 25 words are about that.
MOST = 12
# Places for what matters most, for what else several articles tell, and those kept for denials and for conflicts.
_LEAD = 3
_REST = 3
_DENIALS = 2
_CONFLICTS = 3
# Two sentences are one told twice if they share this part of the words of the shorter one.
_SAME = 0.6
# ... and one says nothing new if this part of its words stand in those before it.
_KNOWN = 0.8
# What may stand behind the end of a sentence, and what ends a question.
_CLOSING = "\"'\u2019\u00bb\u201d) \u00a0\u202f"
_QUESTION = "?\u061f\uff1f"
# A sentence tells a claim if it has this part of the words that stand for it.
_TELLS = 0.6
# Conflicts in the order in which they matter to a reader. How a name is spelt and who was quoted are no news.
_PARTINGS = ("number", "date", "place", "role")
# An origin is said to stand alone for a claim if there are no more than this even where every doubt is one more, and
# only a newsroom: a person is named by whoever quotes him.
_SURELY = 3
_NAMED = frozenset({"outlet", "agency"})
# A sentence of more characters than this is taken only if there is no other (about 60 words).
_LONG = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that could stand in the brief, with what it tells: a claim, or the words that part from others."""

    article: Article
    span: Span
    stems: frozenset[str]
    claim: Claim | None = None
    parting: str = ""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the editor has at hand: articles, statements, attributions, the story's language."""

    articles: Mapping[str, Article]
    statements: Mapping[str, tuple[Article, Statement]]
    attributions: Mapping[tuple[str, str], Attribution]
    language: str


def write_brief(
    articles: Sequence[Article], claims: Iterable[Claim], conflicts: Iterable[Conflict]
) -> tuple[BriefSentence, ...]:
    """At most twelve sentences: what happened, who denies it, where reports part, what else several articles tell.

    Each is the exact words of an article, so that every name and number stands in the span that it cites.

    Args:
        articles: the articles of the story.
        claims: its claims, the weightiest first.
        conflicts: where its reports part.
    """
    desk, claims = _desk(articles), tuple(claims)
    denied, silent = ([c for c in claims if _is(stance, c, desk)] for stance in ("denies", "declines_comment"))
    refusing = {claim.id for claim in (*denied, *silent)}
    told = [claim for claim in claims if claim.id not in refusing]
    lead = _first(_LEAD, (_said(claim, desk) for claim in told), [])
    widely = [claim for claim in (*denied, *silent) if len(claim.articles) > 1]
    singly = [claim for claim in claims if claim.id in refusing and len(claim.articles) <= 1]
    denials = _first(_DENIALS, (_said(claim, desk) for claim in (*widely, *singly)), lead)
    parted = _first(_CONFLICTS, _sides(conflicts, desk), [*lead, *denials])
    room = min(_REST, MOST - len(lead) - len(denials) - len(parted))
    shared = (claim for claim in told if len(claim.articles) > 1)
    rest = _first(room, (_said(claim, desk) for claim in shared), [*lead, *denials, *parted])
    return tuple(_sentences([*lead, *denials, *parted, *rest], desk))


def _desk(articles: Sequence[Article]) -> _Desk:
    languages = Counter(article.language for article in articles)
    main = min(languages, key=lambda code: (-languages[code], code), default="und")
    return _Desk(
        articles={article.id: article for article in articles},
        statements={s.id: (article, s) for article in articles for s in article.statements},
        attributions={(article.id, said.id): said for article in articles for said in article.attributions},
        language=main,
    )


def _is(stance: Stance, claim: Claim, desk: _Desk) -> bool:
    """Whether at least half of those who tell a claim take a stance by it."""
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    said = [desk.attributions.get((article.id, s.attribution or "")) for article, s in told]
    taking = sum(one is not None and one.stance == stance for one in said)
    return bool(taking) and 2 * taking >= len(told)


def _said(claim: Claim, desk: _Desk) -> Iterator[_Candidate]:
    """Sentences that tell a claim, best first: with its words, not too long, with the source; in another language if
    need be."""
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    told = [item for item in told if item[0].language == desk.language] or told
    for article, statement in sorted(told, key=lambda item: _preference(item[0], item[1], claim, desk)):
        yield _candidate(article, sentence_around(article, statement.start, statement.end), claim)


def _preference(
    article: Article, statement: Statement, claim: Claim, desk: _Desk
) -> tuple[bool, bool, bool, str, str, int]:
    span = sentence_around(article, statement.start, statement.end)
    said = desk.attributions.get((article.id, statement.attribution or ""))
    source = said.source_span if said is not None else None
    sourced = source is not None and span.start <= source.start and source.end <= span.end
    dated = article.published.value if article.published is not None else "~"
    words = _stems(claim.text, article.language)
    tells = len(words & _stems(article.text[span.start : span.end], article.language)) >= _TELLS * len(words)
    return (
        not tells,
        span.end - span.start > _LONG,
        not sourced,
        dated,
        article.id,
        statement.start,
    )


def _sides(conflicts: Iterable[Conflict], desk: _Desk) -> Iterator[Iterator[_Candidate]]:
    """For each real conflict of a kind that matters, a sentence of each of two values: that of most articles first."""
    articles = desk.articles

    def rank(conflict: Conflict) -> tuple[int, int, str]:
        return _PARTINGS.index(conflict.kind), -len({s.article for s in conflict.sides}), conflict.id

    real = (one for one in conflicts if one.explained is None and one.kind in _PARTINGS)
    for conflict in sorted(real, key=rank):
        given = {(s.value, s.article) for s in conflict.sides if s.article in articles}
        count = Counter(value for value, _ in given)
        for at, value in enumerate(sorted(count, key=lambda value: (-count[value], value))[:2]):
            sides = [s for s in conflict.sides if s.value == value and s.article in articles]
            sides = [s for s in sides if articles[s.article].language == desk.language] or sides
            sides.sort(key=lambda s: (s.article, s.start))
            yield (_side(articles[s.article], s, at > 0) for s in sides)


def _side(article: Article, side: Side, parts: bool) -> _Candidate:
    told = _candidate(article, sentence_around(article, side.start, side.end))
    return replace(told, parting=article.text[side.start : side.end]) if parts else told


def _first(most: int, choices: Iterable[Iterator[_Candidate]], taken: Sequence[_Candidate]) -> list[_Candidate]:
    """The best sentence of each choice that says something new, up to a number of them."""
    chosen: list[_Candidate] = []
    for choice in choices:
        if len(chosen) >= most:
            break
        best = next(filter(_says_of_whom, choice), None)
        if best is not None and not _is_told(best, [*taken, *chosen]):
            chosen.append(best)
    return chosen


def _says_of_whom(candidate: _Candidate) -> bool:
    """Whether a sentence can stand alone: it is no headline, question or half a quotation, names somebody or gives a
    number, and does not open with a pronoun."""
    span, article = candidate.span, candidate.article
    text = article.text[span.start : span.end]
    if text[-1:].isalnum() or text.rstrip(_CLOSING)[-1:] in _QUESTION or not is_balanced(text):
        return False
    if points_back(article.text, span.start, load(article.language)):
        return False
    facts = (article.names, article.quantities)
    return not any(facts) or any(span.start <= fact.start < span.end for of_kind in facts for fact in of_kind)


def _is_told(candidate: _Candidate, before: Sequence[_Candidate]) -> bool:
    """Whether a sentence repeats one before it, or says only what those before it say together; what parts from them
    may be a single word."""
    if candidate.parting:
        return any(candidate.parting in other.article.text[other.span.start : other.span.end] for other in before)
    told = frozenset[str]().union(*(one.stems for one in before))
    new = len(candidate.stems - told)
    return new <= (1 - _KNOWN) * len(candidate.stems) or any(_same(candidate, other) for other in before)


def _same(one: _Candidate, two: _Candidate) -> bool:
    if one.article.id == two.article.id and one.span == two.span:
        return True
    small = min(len(one.stems), len(two.stems))
    return small > 0 and len(one.stems & two.stems) >= _SAME * small


def _candidate(article: Article, span: Span, claim: Claim | None = None) -> _Candidate:
    return _Candidate(article, span, _stems(article.text[span.start : span.end], article.language), claim)


# One sentence tells several claims, and is looked at for each.
@lru_cache(2**12)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(content_stems(text, load(language)))


def _sentences(candidates: Iterable[_Candidate], desk: _Desk) -> Iterator[BriefSentence]:
    """The sentences, each with the one origin it rests on, unless that is the one of the sentence before."""
    before = None
    for candidate in candidates:
        article, span = candidate.article, candidate.span
        cites = (Place(article.id, span.start, span.end),)
        origin = _only_origin(candidate.claim)
        named = _where_named(origin, candidate, desk) if origin is not None and origin != before else None
        before = origin
        text = article.text[span.start : span.end]
        yield BriefSentence(text, cites) if named is None else BriefSentence(text, (*cites, named), origin)


def _only_origin(claim: Claim | None) -> str | None:
    """The name of the origin that stands alone for a claim, if that is sure enough to be said."""
    if claim is None or len(claim.origins) != 1 or claim.independent.best != 1 or claim.independent.high > _SURELY:
        return None
    (origin,) = claim.origins
    return origin.name if origin.kind in _NAMED and not origin.name[:1].islower() else None


def _where_named(name: str, candidate: _Candidate, desk: _Desk) -> Place | None:
    """Where the articles of a claim name its origin; nowhere if the sentence does, or is the origin's own."""
    article, span, claim = candidate.article, candidate.span, candidate.claim
    own = article.publisher.name if article.publisher is not None else ""
    if claim is None or fold(name) == fold(own):
        return None
    if fold(name) in fold(article.text[span.start : span.end]):
        return None
    for id_ in (article.id, *claim.articles):
        if (start := desk.articles[id_].text.find(name)) >= 0:
            return Place(id_, start, start + len(name))
    return None

"""Claims and conflicts → brief: a dozen sentences of the articles themselves, in the order an editor wants them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.claims.wording import sentence_around
from recoupe.lang import load
from recoupe.model import Article, Attribution, BriefSentence, Claim, Conflict, Place, Span, Statement
from recoupe.text.words import content_stems

# A brief that takes longer than a minute to read is none; a dozen sentences of 25 words are about that.
MOST = 12
# Places for what matters most, for what else several articles tell, and those kept for denials and for conflicts.
_LEAD = 4
_REST = 2
_DENIALS = 3
_CONFLICTS = 3
# Two sentences are one told twice if they share this part of the words of the shorter one.
_SAME = 0.6
# ... and one says nothing new if this part of its words stand in those before it.
_KNOWN = 0.8
# A sentence of more characters than this is taken only if there is no other (about 60 words).
_LONG = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that could stand in the brief, with what it tells."""

    article: Article
    span: Span
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the editor has at hand: the statements, their attributions, and the language of the story."""

    statements: Mapping[str, tuple[Article, Statement]]
    attributions: Mapping[tuple[str, str], Attribution]
    language: str


def write_brief(
    articles: Sequence[Article], claims: Iterable[Claim], conflicts: Iterable[Conflict]
) -> tuple[BriefSentence, ...]:
    """At most twelve sentences: what is best supported and most told first, then denials, then conflicts.

    Each is the exact words of an article, so that every name and number stands in the span that it cites.
    """
    claims = sorted(claims, key=_rank)
    desk = _desk(articles)
    by_id = {article.id: article for article in articles}
    lead = _first(_LEAD, (_said(claim, desk) for claim in claims if not _denies(claim, desk)), [])
    denials = _first(_DENIALS, (_said(claim, desk) for claim in claims if _denies(claim, desk)), lead)
    parted = _first(_CONFLICTS, _sides(conflicts, by_id, desk), [*lead, *denials])
    room = min(_REST, MOST - len(lead) - len(denials) - len(parted))
    shared = (claim for claim in claims if len(claim.articles) > 1)
    rest = _first(room, (_in_language(_said(claim, desk), desk) for claim in shared), [*lead, *denials, *parted])
    return tuple(_sentence(candidate) for candidate in (*lead, *rest, *denials, *parted))


def _rank(claim: Claim) -> tuple[int, int, int, str]:
    """What most articles tell first, better supported before worse; among equals what is unsure stands back."""
    unsure = claim.status in ("unconfirmed", "denied")
    return -(2 * len(claim.articles) + claim.independent.best), unsure, -len(claim.statements), claim.id


def _desk(articles: Sequence[Article]) -> _Desk:
    languages = Counter(article.language for article in articles)
    return _Desk(
        statements={s.id: (article, s) for article in articles for s in article.statements},
        attributions={(article.id, said.id): said for article in articles for said in article.attributions},
        language=min(languages, key=lambda code: (-languages[code], code), default="und"),
    )


def _denies(claim: Claim, desk: _Desk) -> bool:
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    said = [desk.attributions.get((article.id, s.attribution or "")) for article, s in told]
    refused = sum(one is not None and one.stance in ("denies", "declines_comment") for one in said)
    return bool(refused) and 2 * refused >= len(told)


def _said(claim: Claim, desk: _Desk) -> Iterator[_Candidate]:
    """Sentences that tell a claim, best first: in the story's language, not too long, with the source in them."""
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    for article, statement in sorted(told, key=lambda item: _preference(item[0], item[1], desk)):
        yield _candidate(article, sentence_around(article, statement.start, statement.end))


def _in_language(candidates: Iterator[_Candidate], desk: _Desk) -> Iterator[_Candidate]:
    return (candidate for candidate in candidates if candidate.article.language == desk.language)


def _preference(article: Article, statement: Statement, desk: _Desk) -> tuple[bool, bool, bool, str, str, int]:
    span = sentence_around(article, statement.start, statement.end)
    said = desk.attributions.get((article.id, statement.attribution or ""))
    source = said.source_span if said is not None else None
    sourced = source is not None and span.start <= source.start and source.end <= span.end
    dated = article.published.value if article.published is not None else "~"
    return (
        article.language != desk.language,
        span.end - span.start > _LONG,
        not sourced,
        dated,
        article.id,
        statement.start,
    )


def _sides(
    conflicts: Iterable[Conflict], articles: Mapping[str, Article], desk: _Desk
) -> Iterator[Iterator[_Candidate]]:
    """For each real conflict, a sentence of each value."""
    for conflict in sorted(conflicts, key=lambda c: (-len({s.article for s in c.sides}), c.id)):
        values = sorted({side.value for side in conflict.sides}) if conflict.explained is None else []
        for value in values[:2]:
            sides = [s for s in conflict.sides if s.value == value and s.article in articles]
            sides.sort(key=lambda s: (articles[s.article].language != desk.language, s.article, s.start))
            yield (_candidate(articles[s.article], sentence_around(articles[s.article], s.start, s.end)) for s in sides)


def _first(most: int, choices: Iterable[Iterator[_Candidate]], taken: Sequence[_Candidate]) -> list[_Candidate]:
    """The best sentence of each choice that says something new, up to a number of them."""
    chosen: list[_Candidate] = []
    for choice in choices:
        if len(chosen) >= most:
            break
        best = next(choice, None)
        if best is not None and not _is_told(best, [*taken, *chosen]):
            chosen.append(best)
    return chosen


def _is_told(candidate: _Candidate, before: Sequence[_Candidate]) -> bool:
    """Whether a sentence repeats one before it, or says only what those before it say together."""
    told = frozenset[str]().union(*(one.stems for one in before))
    new = len(candidate.stems - told)
    return new <= (1 - _KNOWN) * len(candidate.stems) or any(_same(candidate, other) for other in before)


def _same(one: _Candidate, two: _Candidate) -> bool:
    if one.article.id == two.article.id and one.span == two.span:
        return True
    small = min(len(one.stems), len(two.stems))
    return small > 0 and len(one.stems & two.stems) >= _SAME * small


def _candidate(article: Article, span: Span) -> _Candidate:
    stems = content_stems(article.text[span.start : span.end], load(article.language))
    return _Candidate(article, span, frozenset(stems))


def _sentence(candidate: _Candidate) -> BriefSentence:
    article, span = candidate.article, candidate.span
    return BriefSentence(article.text[span.start : span.end], (Place(article.id, span.start, span.end),))

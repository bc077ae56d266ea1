"""Claims and conflicts → brief: a dozen sentences of the articles themselves, in the order an editor wants them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recoupe.crosscheck.claims.wording import opening_pronouns, sentence_around
from recoupe.lang import load
from recoupe.model import Article, Attribution, BriefSentence, Claim, Conflict, Place, Span, Statement
from recoupe.text.layout import words_within
from recoupe.text.words import content_stems

# A brief that takes longer than a minute to read is none; a dozen sentences of 25 words are about that.
MOST = 12
# Places for what matters most, for what else several articles tell, and those kept for denials and for conflicts.
_LEAD = 3
_REST = 2
_DENIALS = 2
_CONFLICTS = 3
# Two sentences are one told twice if they share this part of the words of the shorter one.
_SAME = 0.6
# ... and one says nothing new if this part of its words stand in those before it.
_KNOWN = 0.8
# What may stand behind the end of a sentence, what ends a question, and marks of quotation that come in pairs.
_CLOSING = "\"'\u2019\u00bb\u201d) \u00a0\u202f"
_QUESTION = "?\u061f\uff1f"
_PAIRS = (("\u00ab", "\u00bb"), ("(", ")"), ("\u300c", "\u300d"))
# A headline tells a claim if the claim has this part of its words: two of four, three of six.
_ON_TOP = 0.5
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
    """What the editor has at hand: statements, attributions, headlines, the story's language."""

    statements: Mapping[str, tuple[Article, Statement]]
    headlines: tuple[frozenset[str], ...]
    attributions: Mapping[tuple[str, str], Attribution]
    language: str


def write_brief(
    articles: Sequence[Article], claims: Iterable[Claim], conflicts: Iterable[Conflict]
) -> tuple[BriefSentence, ...]:
    """At most twelve sentences: what is best supported and most told first, then denials, then conflicts.

    Each is the exact words of an article, so that every name and number stands in the span that it cites.
    """
    desk = _desk(articles)
    claims = sorted(claims, key=lambda claim: _rank(claim, desk))
    by_id = {article.id: article for article in articles}
    lead = _first(_LEAD, (_said(claim, desk) for claim in claims if not _denies(claim, desk)), [])
    denials = _first(_DENIALS, (_said(claim, desk) for claim in claims if _denies(claim, desk)), lead)
    parted = _first(_CONFLICTS, _sides(conflicts, by_id, desk), [*lead, *denials])
    room = min(_REST, MOST - len(lead) - len(denials) - len(parted))
    shared = (claim for claim in claims if len(claim.articles) > 1)
    rest = _first(room, (_said(claim, desk) for claim in shared), [*lead, *denials, *parted])
    return tuple(_sentence(candidate) for candidate in (*lead, *rest, *denials, *parted))


def _rank(claim: Claim, desk: _Desk) -> tuple[int, int, int, str]:
    """What most articles tell, and tell first; better supported before worse; among equals the unsure stands back."""
    unsure = claim.status in ("unconfirmed", "denied")
    topped = _headlines(claim, desk) if len(claim.articles) > 1 else 0
    return (
        -(2 * len(claim.articles) + 2 * topped + claim.independent.best),
        unsure,
        -len(claim.statements),
        claim.id,
    )


def _headlines(claim: Claim, desk: _Desk) -> int:
    """How many headlines of the story's language have a good part of their words from the claim."""
    stems = _stems(claim.text, desk.language)
    return sum(len(headline & stems) >= _ON_TOP * len(headline) for headline in desk.headlines)


def _desk(articles: Sequence[Article]) -> _Desk:
    languages = Counter(article.language for article in articles)
    main = min(languages, key=lambda code: (-languages[code], code), default="und")
    headlines = (article.headline for article in articles if article.headline and article.language == main)
    stems = (_stems(headline, main) for headline in headlines)
    return _Desk(
        statements={s.id: (article, s) for article in articles for s in article.statements},
        headlines=tuple(filter(None, stems)),
        attributions={(article.id, said.id): said for article in articles for said in article.attributions},
        language=main,
    )


def _denies(claim: Claim, desk: _Desk) -> bool:
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    said = [desk.attributions.get((article.id, s.attribution or "")) for article, s in told]
    refused = sum(one is not None and one.stance in ("denies", "declines_comment") for one in said)
    return bool(refused) and 2 * refused >= len(told)


def _said(claim: Claim, desk: _Desk) -> Iterator[_Candidate]:
    """Sentences that tell a claim, best first: not too long, with the source; in another language if need be."""
    told = [desk.statements[id_] for id_ in claim.statements if id_ in desk.statements]
    told = [item for item in told if item[0].language == desk.language] or told
    for article, statement in sorted(told, key=lambda item: _preference(item[0], item[1], desk)):
        yield _candidate(article, sentence_around(article, statement.start, statement.end))


def _preference(article: Article, statement: Statement, desk: _Desk) -> tuple[bool, bool, str, str, int]:
    span = sentence_around(article, statement.start, statement.end)
    said = desk.attributions.get((article.id, statement.attribution or ""))
    source = said.source_span if said is not None else None
    sourced = source is not None and span.start <= source.start and source.end <= span.end
    dated = article.published.value if article.published is not None else "~"
    return (
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

    def rank(conflict: Conflict) -> tuple[bool, int, str]:
        foreign = {s.value for s in conflict.sides} - {
            s.value for s in conflict.sides if s.article in articles and articles[s.article].language == desk.language
        }
        return bool(foreign), -len({s.article for s in conflict.sides}), conflict.id

    for conflict in sorted(conflicts, key=rank):
        values = sorted({side.value for side in conflict.sides}) if conflict.explained is None else []
        for value in values[:2]:
            sides = [s for s in conflict.sides if s.value == value and s.article in articles]
            sides = [s for s in sides if articles[s.article].language == desk.language] or sides
            sides.sort(key=lambda s: (s.article, s.start))
            yield (_candidate(articles[s.article], sentence_around(articles[s.article], s.start, s.end)) for s in sides)


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
    if (
        text[-1:].isalnum()
        or text.rstrip(_CLOSING)[-1:] in _QUESTION
        or any(text.count(mark) != text.count(closing) for mark, closing in _PAIRS)
    ):
        return False
    opening = words_within(article.text, span.start, span.end)[:1]
    if not opening_pronouns(load(article.language)).isdisjoint(word.folded for word in opening):
        return False
    facts = (article.names, article.quantities)
    return not any(facts) or any(span.start <= fact.start < span.end for of_kind in facts for fact in of_kind)


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
    return _Candidate(article, span, _stems(article.text[span.start : span.end], article.language))


# One sentence tells several claims, and is looked at for each.
@lru_cache(2**12)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(content_stems(text, load(language)))


def _sentence(candidate: _Candidate) -> BriefSentence:
    article, span = candidate.article, candidate.span
    return BriefSentence(article.text[span.start : span.end], (Place(article.id, span.start, span.end),))

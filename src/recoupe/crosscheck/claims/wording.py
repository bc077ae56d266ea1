"""Statements of a claim → the words that stand for it: the most typical statement, in a sentence that stands alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from recoupe.crosscheck.records import StatementRef
from recoupe.lang import load
from recoupe.model import Article, Span, Statement
from recoupe.text.words import content_stems, words

# A claim has this many statements looked at for its wording; the first ones of a longer list are as typical.
_ENOUGH = 30
# A clause of fewer words says too little without its sentence ("and his deputy").
_LEAST_WORDS = 6
# A sentence of more characters than this is no claim that one takes in at a glance; then the clause must do.
_LONGEST = 240
# What may stand behind a clause that ends where its thought ends; an opening quotation mark is not among them.
_ENDS = ".!?;:,)\u00bb\u201d\u3002\uff0c\uff1b\u061f\u060c"
# ... and where a straight mark closes a quotation.
_CLOSERS = "\"'\u2019\u00bb\u201d"


def claim_text(refs: Sequence[StatementRef], articles: Mapping[str, Article]) -> str:
    """The words of the statement that says most of what the others say, in the language that most of them have.

    Statements that say more than the claim do not stand for it, unless there are no others. A clause that cannot be
    understood by itself is given with its sentence.
    """
    languages = Counter(articles[ref.article].language for ref in refs)
    main = min(languages, key=lambda code: (-languages[code], code))
    told = [ref for ref in refs if articles[ref.article].language == main]
    candidates = ([ref for ref in told if not ref.more] or told)[:_ENOUGH]
    chosen = candidates[0] if len(candidates) == 1 else _typical(candidates, articles, main)
    article = articles[chosen.article]
    span = _whole(chosen.statement, article)
    return " ".join(article.text[span.start : span.end].split())


def _typical(refs: Sequence[StatementRef], articles: Mapping[str, Article], language: str) -> StatementRef:
    """The statement most like the others; one that stands alone before one that does not."""
    stems = [frozenset(content_stems(_words(ref, articles), load(language))) for ref in refs]

    def rank(i: int) -> tuple[int, int]:
        alike = sum(_alike(stems[i], other) for other in stems)
        return alike if _stands_alone(refs[i].statement, articles[refs[i].article]) else alike // 2, -i

    return refs[max(range(len(refs)), key=rank)]


def _alike(one: frozenset[str], two: frozenset[str]) -> int:
    """Percentage of words shared; whole numbers, so that the order of adding does not matter."""
    return 100 * len(one & two) // max(1, len(one | two))


def _words(ref: StatementRef, articles: Mapping[str, Article]) -> str:
    return articles[ref.article].text[ref.statement.start : ref.statement.end]


def _whole(statement: Statement, article: Article) -> Span:
    clause, sentence = Span(statement.start, statement.end), sentence_around(article, statement.start, statement.end)
    if _stands_alone(statement, article) or sentence.end - sentence.start > _LONGEST:
        return clause
    return sentence


def _stands_alone(statement: Statement, article: Article) -> bool:
    """Whether a clause is long enough, and begins and ends where a thought does."""
    sentence = sentence_around(article, statement.start, statement.end)
    if len(words(article.text, statement.start, statement.end)) < _LEAST_WORDS:
        return False
    said = next((a for a in article.attributions if a.id == statement.attribution), None)
    begins = {sentence.start, *(span.start for span in (said.content if said is not None else ()))}
    after = article.text[statement.end : sentence.end].lstrip()
    ended = (
        not after or after[0] in _ENDS or (after == article.text[statement.end : sentence.end] and after[0] in _CLOSERS)
    )
    return statement.start in begins and ended


def sentence_around(article: Article, start: int, end: int) -> Span:
    """The whole sentence in which a statement stands, or the statement where no sentence holds it."""
    at = bisect_right(article.sentences, start, key=lambda span: span.start) - 1
    if at >= 0 and article.sentences[at].end >= end:
        return article.sentences[at]
    return Span(start, end)

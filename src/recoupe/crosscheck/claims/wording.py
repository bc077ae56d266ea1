"""Statements of a claim → the words that stand for it: the most typical statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from recoupe.crosscheck.records import StatementRef
from recoupe.lang import load
from recoupe.model import Article
from recoupe.text.words import content_stems

# A claim has this many statements looked at for its wording; the first ones of a longer list are as typical.
_ENOUGH = 30


def claim_text(refs: Sequence[StatementRef], articles: Mapping[str, Article]) -> str:
    """The words of the statement that says most of what the others say, in the language that most of them have."""
    languages = Counter(articles[ref.article].language for ref in refs)
    main = min(languages, key=lambda code: (-languages[code], code))
    candidates = [ref for ref in refs if articles[ref.article].language == main][:_ENOUGH]
    if len(candidates) == 1:
        return " ".join(_words(candidates[0], articles).split())
    stems = [frozenset(content_stems(_words(ref, articles), load(main))) for ref in candidates]
    typical = max(range(len(stems)), key=lambda i: (sum(_alike(stems[i], other) for other in stems), -i))
    return " ".join(_words(candidates[typical], articles).split())


def _alike(one: frozenset[str], two: frozenset[str]) -> int:
    """Percentage of words shared; whole numbers, so that the order of adding does not matter."""
    return 100 * len(one & two) // max(1, len(one | two))


def _words(ref: StatementRef, articles: Mapping[str, Article]) -> str:
    return articles[ref.article].text[ref.statement.start : ref.statement.end]

"""Statements of a claim → the words that stand for it: the most typical statement, in a sentence that stands alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from recoupe.annotate.attributions.lexicon import lexicon
from recoupe.crosscheck.records import StatementRef
from recoupe.lang import Language, load
from recoupe.model import Article, Attribution, Place, Span, Statement
from recoupe.text.normal import fold
from recoupe.text.words import content_stems, folded_words, words

# A claim has this many statements looked at for its wording; the first ones of a longer list are as typical.
_ENOUGH = 30
# A clause of fewer words says too little without its sentence ("and his deputy").
_LEAST_WORDS = 6
_WORD = re.compile(r"\w+")
# Characters in which the first word of a claim ends.
_OPENING = 40
# A sentence of more characters than this is no claim that one takes in at a glance; then the clause must do.
_LONGEST = 400
# What may stand behind a clause that ends where its thought ends; an opening quotation mark is not among them.
_ENDS = ".!?;:,)\u00bb\u201d\u3002\uff0c\uff1b\u061f\u060c"
# ... and where a straight mark closes a quotation.
_CLOSERS = "\"'\u2019\u00bb\u201d"


def wordings(article: Article) -> dict[str, Place]:
    """For each statement, by id, the words that can be understood by themselves: the clause or its sentence."""
    said = {a.id: a for a in article.attributions}
    found = {}
    for statement in article.statements:
        span = _whole(statement, said.get(statement.attribution or ""), article)
        found[statement.id] = Place(article.id, span.start, span.end)
    return found


def words_for(article: Article, statement: Statement) -> Span:
    """The words of a statement that can be understood by themselves."""
    said = next((a for a in article.attributions if a.id == statement.attribution), None)
    return _whole(statement, said, article)


def claim_words(
    refs: Sequence[StatementRef],
    articles: Mapping[str, Article],
    worded: Mapping[str, Place],
    taken: Mapping[str, bytearray] | None = None,
) -> Place:
    """Where the statement stands that says most of what the others say, in the story's language if one is in it.

    Statements that say more than the claim do not stand for it, unless there are no others.

    Args:
        refs: the statements of the claim.
        articles: the articles of the story by id.
        worded: the words of each statement, as `wordings` gives them.
        taken: for each character of an article, whether it stands for another claim already (`take`); such words are
            chosen only if there are no others.
    """
    fresh = [ref for ref in refs if taken is None or not _is_taken(worded[ref.statement.id], taken)] or refs
    if len(fresh) == 1:
        return worded[fresh[0].statement.id]
    own = [ref for ref in fresh if not ref.more] or fresh
    spread = Counter(article.language for article in articles.values())
    main = min({articles[ref.article].language for ref in own}, key=lambda code: (-spread[code], code))
    candidates = [ref for ref in own if articles[ref.article].language == main][:_ENOUGH]
    chosen = candidates[0] if len(candidates) == 1 else _typical(candidates, articles, worded)
    return worded[chosen.statement.id]


def take(place: Place, taken: Mapping[str, bytearray]) -> None:
    """Note that some words stand for a claim."""
    taken[place.article][place.start : place.end] = b"\x01" * (place.end - place.start)


def _is_taken(place: Place, taken: Mapping[str, bytearray]) -> bool:
    return 1 in taken[place.article][place.start : place.end]


def _typical(
    refs: Sequence[StatementRef], articles: Mapping[str, Article], worded: Mapping[str, Place]
) -> StatementRef:
    """The statement most like the others; one that stands alone before one that does not."""
    texts = [articles[ref.article].text[ref.statement.start : ref.statement.end] for ref in refs]
    language = load(articles[refs[0].article].language)
    stems = [frozenset(content_stems(text, language)) for text in texts]

    def rank(i: int) -> tuple[int, int]:
        alike = sum(_alike(stems[i], other) for other in stems)
        place = worded[refs[i].statement.id]
        alone = place.start == refs[i].statement.start and not _points_back(
            articles[place.article].text, place, language
        )
        return alike if alone else alike // 2, -i

    return refs[max(range(len(refs)), key=rank)]


def _points_back(text: str, place: Place, language: Language) -> bool:
    """Whether the words open with a pronoun, so that one must know what stands before."""
    return not opening_pronouns(language).isdisjoint(folded_words(fold(text[place.start : place.start + _OPENING]))[:1])


@cache
def opening_pronouns(language: Language) -> frozenset[str]:
    """Words that stand for somebody named before."""
    return frozenset(fold(word.strip()) for row in language.attribution.pronouns for word in row.words.split(","))


def _alike(one: frozenset[str], two: frozenset[str]) -> int:
    """Percentage of words shared; whole numbers, so that the order of adding does not matter."""
    return 100 * len(one & two) // max(1, len(one | two))


def _whole(statement: Statement, said: Attribution | None, article: Article) -> Span:
    sentence = sentence_around(article, statement.start, statement.end)
    around = article.text[sentence.start : statement.start] + article.text[statement.end : sentence.end]
    if not _WORD.search(around) or sentence.end - sentence.start > _LONGEST:
        return Span(statement.start, statement.end)
    lacking = _is_short(article.text, statement.start, statement.end) or not _is_clause(article, statement)
    if lacking or not _is_thought(statement, said, sentence, article):
        return sentence
    return Span(statement.start, statement.end)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a clause has few words; they are counted only where spaces do not tell."""
    return text.count(" ", start, end) < _LEAST_WORDS and len(words(text, start, end)) < _LEAST_WORDS


def _is_clause(article: Article, statement: Statement) -> bool:
    """Whether a verb that the language lists (to be, to have, to say) is among the words, with something before it, and
    the last word opens nothing; not told of a script without spaces."""
    verbs, openers = _clause_words(load(article.language))
    low = _WORD.findall(article.text[statement.start : statement.end].lower())
    if len(low) < _LEAST_WORDS:
        return True
    return low[0] not in verbs and low[-1] not in openers and not verbs.isdisjoint(low)


@cache
def _clause_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that a language lists, and words that open a clause."""
    known = lexicon(language)
    verbs = known.sets["auxiliaries"] | known.sets["passives"] | known.readings.keys()
    return frozenset(verbs), known.sets["linkers"] | known.sets["relatives"] | known.sets["complementisers"]


def _is_thought(statement: Statement, said: Attribution | None, sentence: Span, article: Article) -> bool:
    """Whether a clause begins and ends where a thought does."""
    begins = {sentence.start, *(span.start for span in (said.content if said is not None else ()))}
    if statement.start not in begins:
        return False
    rest = article.text[statement.end : sentence.end]
    return not rest.strip() or rest.lstrip()[0] in _ENDS or rest[0] in _CLOSERS


def sentence_around(article: Article, start: int, end: int) -> Span:
    """The whole sentence in which a statement stands, or the statement where no sentence holds it."""
    at = bisect_right(article.sentences, start, key=lambda span: span.start) - 1
    if at >= 0 and article.sentences[at].end >= end:
        return article.sentences[at]
    return Span(start, end)

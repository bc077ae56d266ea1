"""Statements of a claim → the words that stand for it: the most typical statement, in a sentence that stands alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter

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
_START = attrgetter("start")
_WORD = re.compile(r"\w+")
# Characters in which the first words of a claim end, and how many of them are looked at for a pronoun.
_OPENING = 40
_POINTERS = 2
# Marks of quotation, and brackets, that come in pairs.
_PAIRS = (("\u00ab", "\u00bb"), ("\u201c", "\u201d"), ("(", ")"), ("\u300c", "\u300d"))
# What is left of a statement's weight as the words of a claim for each fault (grave ones count twice). A felt choice:
# with 0.7 a grave fault outweighs being twice as like the others.
_FAULT = 0.7
# A sentence up to this many times as long as the statement in it says mostly what that says.
_MOSTLY = 1.5
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

    It counts for a statement that it stands alone, that it says no more than the claim, that it names somebody or gives
    a number, and that its words stand for no other claim yet.

    Args:
        refs: the statements of the claim.
        articles: the articles of the story by id.
        worded: the words of each statement, as `wordings` gives them.
        taken: for each character of an article, whether a statement that stands for another claim has it; the one
            that is chosen is added.
    """
    spread = Counter(article.language for article in articles.values())
    main = min({articles[ref.article].language for ref in refs}, key=lambda code: (-spread[code], code))
    candidates = [ref for ref in refs if articles[ref.article].language == main][:_ENOUGH]
    chosen = candidates[0] if len(candidates) == 1 else _typical(candidates, articles, worded, taken or {})
    if taken is not None:
        _take(chosen, taken)
    return worded[chosen.statement.id]


def _take(ref: StatementRef, taken: Mapping[str, bytearray]) -> None:
    start, end = ref.statement.start, ref.statement.end
    taken[ref.article][start:end] = b"\x01" * (end - start)


def _is_taken(ref: StatementRef, taken: Mapping[str, bytearray]) -> bool:
    return 1 in taken.get(ref.article, b"")[ref.statement.start : ref.statement.end]


def _typical(
    refs: Sequence[StatementRef],
    articles: Mapping[str, Article],
    worded: Mapping[str, Place],
    taken: Mapping[str, bytearray],
) -> StatementRef:
    """The statement most like the others, and the clearest; all are in one language."""
    texts = [articles[ref.article].text[ref.statement.start : ref.statement.end] for ref in refs]
    language = load(articles[refs[0].article].language)
    stems = [frozenset(content_stems(text, language)) for text in texts]
    distinct = set(stems)

    def rank(i: int) -> tuple[float, int, int]:
        place = worded[refs[i].statement.id]
        article = articles[place.article]
        alike = sum(_alike(stems[i], other) for other in distinct)
        unclear = not _is_clear(refs[i].statement, place, article.text, language)
        faults = 2 * unclear + 2 * _is_taken(refs[i], taken) + refs[i].more + (not _is_concrete(article, place))
        return alike * _FAULT**faults, stems.count(stems[i]), -i

    return refs[max(range(len(refs)), key=rank)]


def _is_clear(statement: Statement, place: Place, text: str, language: Language) -> bool:
    """Whether words state, mostly in those of the statement, what can be understood without what stands before."""
    return (
        statement.certainty != "questioned"
        and place.end - place.start <= _MOSTLY * (statement.end - statement.start)
        and not points_back(text, place.start, language)
        and is_balanced(text[place.start : place.end])
    )


def _is_concrete(article: Article, place: Place) -> bool:
    """Whether words name somebody or something, or give a number or a time."""
    for of_kind in (article.names, article.quantities, article.times):
        at = bisect_left(of_kind, place.start, key=_START)
        if at < len(of_kind) and of_kind[at].start < place.end:
            return True
    return False


def is_balanced(text: str) -> bool:
    """Whether each quotation and bracket that opens in a text closes in it."""
    return all(text.count(mark) == text.count(closing) for mark, closing in _PAIRS)


def points_back(text: str, start: int, language: Language) -> bool:
    """Whether words open with a pronoun (`She`, `Her lawyer`), or have one second (`Then she`): one must know whose."""
    opening = folded_words(fold(text[start : start + _OPENING]))[:_POINTERS]
    pronouns, possessives = _pronouns(language)
    return not pronouns.isdisjoint(opening) or not possessives.isdisjoint(opening[:1])


@cache
def _pronouns(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand for somebody named before, and those that say whose something is."""
    rows = language.attribution.pronouns
    lists = (",".join(row.words for row in rows), ",".join(row.possessive for row in rows))
    standing, owning = (frozenset(filter(None, (fold(word.strip()) for word in words.split(",")))) for words in lists)
    return standing, owning


def _alike(one: frozenset[str], two: frozenset[str]) -> int:
    """Percentage of words shared; whole numbers, so that the order of adding does not matter."""
    return 100 * len(one & two) // max(1, len(one | two))


def _whole(statement: Statement, said: Attribution | None, article: Article) -> Span:
    sentence = sentence_around(article, statement.start, statement.end)
    around = article.text[sentence.start : statement.start] + article.text[statement.end : sentence.end]
    if not _WORD.search(around) or sentence.end - sentence.start > _LONGEST:
        return Span(statement.start, statement.end)
    lacking = (
        _is_short(article.text, statement.start, statement.end)
        or not _is_clause(article, statement)
        or points_back(article.text, statement.start, load(article.language))
    )
    if lacking or not _is_thought(statement, said, sentence, article):
        return sentence
    return Span(statement.start, statement.end)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a clause has few words; they are counted only where spaces do not tell."""
    return text.count(" ", start, end) < _LEAST_WORDS and len(words(text, start, end)) < _LEAST_WORDS


def _is_clause(article: Article, statement: Statement) -> bool:
    """Whether a verb that the language lists (to be, to have, to say) is among the words, with more than an unstressed
    pronoun before it, and the last word opens nothing; not told of a script without spaces."""
    verbs, openers, clitics = _clause_words(load(article.language))
    low = _WORD.findall(article.text[statement.start : statement.end].lower())
    if len(low) < _LEAST_WORDS:
        return True
    first = next((word for word in low if word not in clitics), low[0])
    return first not in verbs and low[-1] not in openers and not verbs.isdisjoint(low)


@cache
def _clause_words(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs that a language lists, words that open a clause, and pronouns that lean on a verb."""
    known = lexicon(language)
    verbs = known.sets["auxiliaries"] | known.sets["passives"] | known.readings.keys()
    openers = known.sets["linkers"] | known.sets["relatives"] | known.sets["complementisers"]
    return frozenset(verbs), openers, frozenset(word.rstrip("'") for word in known.sets["clitics"])


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

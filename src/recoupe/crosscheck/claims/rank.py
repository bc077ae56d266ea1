"""Claims of a story → the same in the order in which an editor would tell them: first what most articles lead with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from operator import attrgetter

from recoupe.lang import load
from recoupe.model import Article, Claim, Conflict
from recoupe.text.words import content_stems

# Sentences of the body that make up an article's lead; news puts first what matters.
LEAD = 2
# How much more an article's voice counts for what it leads with. With 2, a claim in the leads of four articles comes
# before one that stands deep in seven. A felt choice; only the order of claims depends on it.
LEADING = 2.0
# A claim says nothing new if this part of its words stand in one before it.
KNOWN = 0.7
# As many claims are compared with each other; no reader gets further down the list.
_SHOWN = 100
# Conflicts whose sides are values of which one stands in more articles.
_VALUED = frozenset({"number", "date", "place"})
_NUMBER = re.compile(r"\d+")
# A sentence stands for a statement in it if that is at least this part of it.
_OWN = 0.5

_Rank = tuple[float, int, int, str]


def ranked(
    claims: Iterable[Claim], articles: Sequence[Article], conflicts: Iterable[Conflict] = ()
) -> tuple[Claim, ...]:
    """The claims, weightiest first; ties by id. A denial is weighed without its lead: what it denies comes first.

    A claim weighs what it adds to those before it: of two that rest on the same statements, the second comes late, and
    one whose words stand in another comes last. Of two numbers (dates, places) in conflict, the claim with the one that
    fewer articles give comes after the other.
    """
    order = _by_weight(tuple(claims), articles)
    return tuple(_repeats_last(_after_what_most_say(order, conflicts, articles), articles))


def _by_weight(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Claim]:
    """The claims by what they add to those before; what is told only as part of another sentence has no lead."""
    ends = {article.id: _end_of_lead(article) for article in articles}
    leading = {s.id for a in articles for s in a.statements if s.start < ends[a.id] and s.certainty != "denied"}
    stand = {s.id: a.id for a in articles for s in a.statements}
    told: set[str] = set()
    words = _statement_words(articles)
    whole = {claim.id for claim in claims if _is_told(claim, words)}

    def rank(claim: Claim) -> _Rank:
        new = [id_ for id_ in claim.statements if id_ not in told]
        leads = {stand[id_] for id_ in new if claim.id in whole and id_ in leading}
        weight = len({stand[id_] for id_ in new if id_ in stand}) + (LEADING - 1) * len(leads)
        return -weight, -len(claim.articles), -len(claim.statements), claim.id

    # A claim never gains weight as others are told, so that only the first of the heap has to be weighed anew.
    heap = [(rank(claim), claim) for claim in sorted(claims, key=attrgetter("id"))]
    heapify(heap)
    order = []
    while heap:
        known, claim = heap[0]
        if (now := rank(claim)) > known:
            heapreplace(heap, (now, claim))
            continue
        heappop(heap)
        told.update(claim.statements)
        order.append(claim)
    return order


def _is_told(claim: Claim, words: Mapping[str, str]) -> bool:
    """Whether the words of a claim are those of a statement, more or less, and not a sentence that says much more."""
    said = (words[id_] for id_ in claim.statements if id_ in words)
    return any(len(text) >= _OWN * len(claim.text) and text in claim.text for text in said)


def _after_what_most_say(
    order: Sequence[Claim], conflicts: Iterable[Conflict], articles: Sequence[Article]
) -> Iterator[Claim]:
    """The claims in their order, but each that gives a value of few after the first that gives the one of most."""
    texts = {article.id: article.text for article in articles}
    most_said: defaultdict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        if conflict.explained is None and conflict.kind in _VALUED:
            for id_, others in _behind(conflict, order[:_SHOWN], texts):
                most_said[id_].update(others)
    waiting: list[Claim] = []
    told: set[str] = set()
    for claim in order:
        if claim.id in most_said and told.isdisjoint(most_said[claim.id]):
            waiting.append(claim)
            continue
        told.add(claim.id)
        yield claim
        free = [other for other in waiting if claim.id in most_said[other.id]]
        waiting = [other for other in waiting if claim.id not in most_said[other.id]]
        told.update(other.id for other in free)
        yield from free
    yield from waiting


def _behind(
    conflict: Conflict, order: Sequence[Claim], texts: Mapping[str, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """The claims whose words give a value of fewer articles, each with those whose words give the value of most."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for side in conflict.sides:
        if side.article in texts:
            places[side.value].add(side.article)
            words[side.value].add(" ".join(texts[side.article][side.start : side.end].split()))
    most = max(map(len, places.values()), default=0)
    giving = {value: {c.id for c in order if any(said in c.text for said in words[value])} for value in words}
    majority = frozenset[str]().union(*(giving[value] for value in places if len(places[value]) == most))
    for value in sorted(places):
        if len(places[value]) < most:
            yield from ((claim, majority) for claim in sorted(giving[value] - majority) if majority)


def _repeats_last(order: Iterable[Claim], articles: Sequence[Article]) -> Iterator[Claim]:
    """The claims in their order, but behind the others those of several articles whose words say nothing new."""
    language = {s.id: a.language for a in articles for s in a.statements}
    words = _statement_words(articles)
    shown: list[frozenset[str]] = []
    last = []
    for claim in order:
        said = _words(claim, language) if len(claim.articles) > 1 and len(shown) < _SHOWN else frozenset[str]()
        borrowed = bool(said) and not _is_told(claim, words)
        if said and any(_repeats(said, other, borrowed=borrowed) for other in shown):
            last.append(claim)
            continue
        if said:
            shown.append(said)
        yield claim
    yield from last


def _repeats(said: frozenset[str], other: frozenset[str], *, borrowed: bool) -> bool:
    """Whether words say nothing that others did not; a borrowed sentence not either if it has all the others say."""
    if borrowed:
        return len(said & other) >= KNOWN * min(len(said), len(other))
    return len(said & other) >= KNOWN * len(said) and not any(map(str.isdigit, said - other))


def _statement_words(articles: Sequence[Article]) -> dict[str, str]:
    return {s.id: " ".join(a.text[s.start : s.end].split()) for a in articles for s in a.statements}


def _words(claim: Claim, language: Mapping[str, str]) -> frozenset[str]:
    """The stems of a claim's words, and its numbers, by which alone two claims may differ."""
    code = next((language[id_] for id_ in claim.statements if id_ in language), "und")
    return frozenset(content_stems(claim.text, load(code))) | frozenset(_NUMBER.findall(claim.text))


def _end_of_lead(article: Article) -> int:
    """Where the lead ends; 0 in an article without a body."""
    body = [region for region in article.regions if region.kind == "body"]
    first = min(map(attrgetter("start"), body), default=len(article.text))
    sentences = [sentence for sentence in article.sentences if sentence.start >= first]
    return max((sentence.end for sentence in sentences[:LEAD]), default=0)

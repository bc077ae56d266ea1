"""Claims of a story → the same in the order in which an editor would tell them: first what most articles lead with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace
from operator import attrgetter

from recoupe.model import Article, Claim

# Sentences of the body that make up an article's lead; news puts first what matters.
LEAD = 2
# How much more an article's voice counts for what it leads with. With 2, a claim in the leads of four articles comes
# before one that stands deep in seven. A felt choice; only the order of claims depends on it.
LEADING = 2.0

_Rank = tuple[float, int, int, str]


def ranked(claims: Iterable[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """The claims, weightiest first; ties by id. A denial is weighed without its lead: what it denies comes first.

    A claim weighs what it adds to those before it: of two that rest on the same statements, the second comes late.
    """
    ends = {article.id: _end_of_lead(article) for article in articles}
    leading = {s.id for a in articles for s in a.statements if s.start < ends[a.id] and s.certainty != "denied"}
    stand = {s.id: a.id for a in articles for s in a.statements}
    told: set[str] = set()

    def rank(claim: Claim) -> _Rank:
        new = [id_ for id_ in claim.statements if id_ not in told]
        leads = {stand[id_] for id_ in new if id_ in leading}
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
    return tuple(order)


def _end_of_lead(article: Article) -> int:
    """Where the lead ends; 0 in an article without a body."""
    body = [region for region in article.regions if region.kind == "body"]
    first = min(map(attrgetter("start"), body), default=len(article.text))
    sentences = [sentence for sentence in article.sentences if sentence.start >= first]
    return max((sentence.end for sentence in sentences[:LEAD]), default=0)

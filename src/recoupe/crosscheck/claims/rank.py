"""Claims of a story → the same in the order in which an editor would tell them: first what most articles lead with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from recoupe.model import Article, Claim

# Sentences of the body that make up an article's lead; news puts first what matters.
LEAD = 2
# How much more an article's voice counts for what it leads with. With 2, a claim in the leads of four articles comes
# before one that stands deep in seven. A felt choice; only the order of claims depends on it.
LEADING = 2.0


def ranked(claims: Iterable[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """The claims, weightiest first; ties by id."""
    ends = {article.id: _end_of_lead(article) for article in articles}
    starts = {statement.id: statement.start for article in articles for statement in article.statements}
    owner = {statement.id: article.id for article in articles for statement in article.statements}

    def weight(claim: Claim) -> float:
        leads = {owner[s] for s in claim.statements if s in owner and starts[s] < ends[owner[s]]}
        return len(claim.articles) + (LEADING - 1) * len(leads)

    return tuple(sorted(claims, key=lambda claim: (-weight(claim), -len(claim.statements), claim.id)))


def _end_of_lead(article: Article) -> int:
    """Where the lead ends; 0 in an article without a body."""
    body = [region for region in article.regions if region.kind == "body"]
    first = min(map(attrgetter("start"), body), default=len(article.text))
    sentences = [sentence for sentence in article.sentences if sentence.start >= first]
    return max((sentence.end for sentence in sentences[:LEAD]), default=0)

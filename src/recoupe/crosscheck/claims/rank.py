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
    """The claims, weightiest first; ties by id. A denial is weighed without its lead: what it denies comes first."""
    ends = {article.id: _end_of_lead(article) for article in articles}
    leading = {s.id: a.id for a in articles for s in a.statements if s.start < ends[a.id] and s.certainty != "denied"}

    def weight(claim: Claim) -> float:
        leads = {leading[id_] for id_ in claim.statements if id_ in leading}
        return len(claim.articles) + (LEADING - 1) * len(leads)

    return tuple(
        sorted(claims, key=lambda claim: (-weight(claim), -len(claim.articles), -len(claim.statements), claim.id))
    )


def _end_of_lead(article: Article) -> int:
    """Where the lead ends; 0 in an article without a body."""
    body = [region for region in article.regions if region.kind == "body"]
    first = min(map(attrgetter("start"), body), default=len(article.text))
    sentences = [sentence for sentence in article.sentences if sentence.start >= first]
    return max((sentence.end for sentence in sentences[:LEAD]), default=0)

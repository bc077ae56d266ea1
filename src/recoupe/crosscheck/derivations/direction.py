"""Two articles that share text → which of them was there first, with the evidence on each side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from recoupe.crosscheck.derivations.credits import Credits, agencies_named, outlet_named
from recoupe.model import Article, Evidence

# How much each sign says that one article is the other's source. The order is that of design/methods.md, D.2: explicit
# credit, agency, canonical link, time, containment; a sign outweighs the sum of those that are much weaker.
CREDIT = 0.9
CANONICAL = 0.8
DAY_EARLIER = 0.7
EARLIER = 0.6
AGENCY_NAMED = 0.5
CARRIES_AGENCY = 0.3
CONTAINED = 0.3
# Who copies leaves out who wrote it, and where; whoever has both has more likely written it. Decides where nothing else
# does: all undated copies of the benchmark are unsigned.
SIGNED = 0.2
# Shares of the two articles must differ by this much for one to be a part of the other; less is noise of alignment.
DIFFERENCE = 0.05
SIGNATURES = frozenset({"byline", "dateline", "credit"})


@dataclass(frozen=True, slots=True)
class Direction:
    """Which article used which; `evidence` speaks for it, and outweighs what speaks against it by `margin`."""

    derived: str
    used: str
    evidence: tuple[Evidence, ...]
    margin: float


def direction(left: Article, right: Article, credits: Credits, *, left_more: float) -> Direction:
    """The likelier direction; without any evidence the article with the larger id is taken for the derived one.

    Args:
        left: one article.
        right: the other.
        credits: who names whom in the story.
        left_more: by how much the left article's share in the other is larger than the other's share in it.
    """
    for_left = _signs(left, right, credits, left_more)
    for_right = _signs(right, left, credits, -left_more)
    weight_left, weight_right = (sum(e.weight for e in signs) for signs in (for_left, for_right))
    margin = round(abs(weight_left - weight_right), 3)
    if (weight_left, left.id) > (weight_right, right.id):
        return Direction(left.id, right.id, tuple(for_left), margin)
    return Direction(right.id, left.id, tuple(for_right), margin)


def _signs(derived: Article, used: Article, credits: Credits, more_contained: float) -> list[Evidence]:
    """What speaks for the first article having used the second."""
    signs: list[Evidence] = []
    if used.publisher and is_possible_source(used, derived) and (places := outlet_named(credits, derived, used)):
        signs.append(Evidence("credit", CREDIT, used.publisher.name, places))
    borrowed = [agency for agency in used.agencies if agency not in derived.agencies]
    if places := agencies_named(credits, derived, borrowed):
        signs.append(Evidence("agency", AGENCY_NAMED, ", ".join(borrowed), places))
    elif used.agencies and not derived.agencies:
        signs.append(Evidence("carries-agency", CARRIES_AGENCY, ", ".join(used.agencies)))
    if _host(derived.canonical_url) and _host(derived.canonical_url) == _host(used.url or used.canonical_url):
        signs.append(Evidence("canonical", CANONICAL, derived.canonical_url or ""))
    if weight := _earlier(used, derived):
        detail = f"{used.published.value} < {derived.published.value}" if used.published and derived.published else ""
        signs.append(Evidence("earlier", weight, detail))
    if more_contained > DIFFERENCE:
        signs.append(Evidence("contained", CONTAINED, f"{more_contained:+.0%}"))
    if _signed(used) and not _signed(derived):
        signs.append(Evidence("signed", SIGNED, used.byline or ""))
    return signs


def _signed(article: Article) -> bool:
    return any(region.kind in SIGNATURES for region in article.regions)


def is_possible_source(used: Article, derived: Article) -> bool:
    """Whether an article may be the one that another means by its outlet: not if it came out a day later."""
    return _earlier(derived, used) < DAY_EARLIER


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _earlier(first: Article, second: Article) -> float:
    """Weight of the first article's being earlier; 0 if it is not, or if that cannot be told."""
    if first.published is None or second.published is None:
        return 0.0
    if first.published.value[:10] != second.published.value[:10]:
        return DAY_EARLIER if first.published.value[:10] < second.published.value[:10] else 0.0
    clock, other = _clock(first.published.value), _clock(second.published.value)
    return EARLIER if clock and other and clock < other else 0.0


def _clock(value: str) -> datetime | None:
    """Time of day as printed; zones are left off, since only some pages give theirs."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None) if len(value) > len("2026-01-31") else None
    except ValueError:
        return None

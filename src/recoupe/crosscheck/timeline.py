"""Claims → timeline: what the articles put at a time that could be resolved, in the order in which it happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.claims.slots import day_range
from recoupe.crosscheck.claims.wording import words_for
from recoupe.model import Article, Attribution, Claim, Statement, Time, TimelineEntry

_Found = tuple[Article, Statement, Time]


def make_timeline(articles: Sequence[Article], claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """One entry for each claim that says when, sorted by the time of the event (not that of publication).

    Claims that say it in the same words share an entry.
    """
    statements = {s.id: (article, s) for article in articles for s in article.statements}
    attributions = {(article.id, said.id): said for article in articles for said in article.attributions}
    entries: dict[tuple[str, str, int], TimelineEntry] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        told = [statements[id_] for id_ in claim.statements if id_ in statements]
        found = [
            (article, s, time)
            for article, s in sorted(told, key=_published)
            if (time := _time_of_event(article, s, attributions)) is not None
        ]
        if found:
            entry = _entry(claim, found)
            same = entries.get((entry.value, entry.article, entry.start))
            claims_of = (*same.claims, *entry.claims) if same is not None else entry.claims
            entries[entry.value, entry.article, entry.start] = replace(entry, claims=claims_of)
    return tuple(sorted(entries.values(), key=lambda entry: (_begins(entry.value), entry.article, entry.start)))


def _time_of_event(
    article: Article, statement: Statement, attributions: Mapping[tuple[str, str], Attribution]
) -> Time | None:
    """The first resolved time of a statement; in what a source says, not the time at which it was said."""
    said = attributions.get((article.id, statement.attribution or ""))
    inside = [t for t in article.times if statement.start <= t.start and t.end <= statement.end]
    known = [
        t for t in inside if t.type in ("date", "range") and t.value is not None and day_range(t.value) is not None
    ]
    if said is not None:
        known = [t for t in known if any(c.start <= t.start and t.end <= c.end for c in said.content)]
    return min(known, key=lambda t: t.start, default=None)


def _entry(claim: Claim, found: Sequence[_Found]) -> TimelineEntry:
    """The time that most statements give, in the words of the first article that gives it."""
    given = Counter(time.value for _, _, time in found)
    article, statement, time = max(found, key=lambda item: (given[item[2].value], -found.index(item)))
    at = words_for(article, statement)
    return TimelineEntry(time.value or "", article.text[at.start : at.end], (claim.id,), article.id, at.start, at.end)


def _published(item: tuple[Article, Statement]) -> tuple[str, str, int]:
    article, statement = item
    return article.published.value if article.published else "~", article.id, statement.start


def _begins(value: str) -> tuple[str, str]:
    days = day_range(value)
    return (value[:10] if days is None else days[0]), value

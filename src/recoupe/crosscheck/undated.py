"""Articles without a date → the day that the rest of their story gives, and with it what "Monday" means in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from recoupe.annotate.times import find_times
from recoupe.lang import load
from recoupe.model import Article, Published

# Days between the first and the last dated article up to which their story tells the day of the others: what news says
# of "Monday" stays right within a week. A felt choice.
SPREAD_DAYS = 6


def story_day(articles: Sequence[Article]) -> Published | None:
    """The middle one of the story's days of publication, if they lie close together; marked as inferred."""
    days = sorted(article.published.value[:10] for article in articles if article.published is not None)
    if not days or (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days > SPREAD_DAYS:
        return None
    return Published(days[(len(days) - 1) // 2], "day", "inferred")


def with_times(article: Article, day: Published | None) -> Article:
    """An undated article with its times seen from that day. It gets no date itself: which was first stays unknown."""
    if article.published is not None or day is None:
        return article
    dated = with_date(article, day)
    return replace(article, times=find_times(dated, load(article.language)))


def with_date(article: Article, day: Published | None) -> Article:
    """The article with the inferred day, if it has none of its own."""
    return article if article.published is not None else replace(article, published=day)

"""Report → ReportView: everything that the page shows, worded and linked, so that the templates only set it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model import Conflict, Report
from recoupe.text.normal import fold
from recoupe.write.html_anchors import cited
from recoupe.write.html_article import ArticleView, article_view
from recoupe.write.html_story import StoryView, story_view
from recoupe.write.lookup import Lookup, by_size, look_up
from recoupe.write.texts import Texts, phrase
from recoupe.write.wording import direction


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be used."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The page. `articles` holds each article once, by id; a story shows those of its own that `shown` gives it."""

    language: str
    direction: str
    title: str
    facts: tuple[str, ...]
    stories: tuple[StoryView, ...]
    articles: Mapping[str, ArticleView]
    shown: Mapping[str, int]
    unplaced: tuple[str, ...]
    rejected_title: str
    rejected: tuple[Unread, ...]
    colophon: str


def report_view(report: Report, catalogue: Texts) -> ReportView:
    """The view of a report in the language of the catalogue."""
    lookup, stories = look_up(report, catalogue), by_size(report)
    shown: dict[str, int] = {}
    for number, story in enumerate(stories, start=1):
        for article in story.articles:
            shown.setdefault(article, number)
    return ReportView(
        language=catalogue.language,
        direction=direction(catalogue.language),
        title=_title(report, catalogue),
        facts=_facts(report, catalogue),
        stories=tuple(story_view(number, story, lookup, catalogue) for number, story in enumerate(stories, start=1)),
        articles=_articles(report, lookup, catalogue),
        shown=shown,
        unplaced=tuple(article.id for article in report.articles if article.id not in shown),
        rejected_title=phrase(catalogue, "report.rejected", n=len(report.rejected)),
        rejected=tuple(Unread(r.source, phrase(catalogue, f"reason.{r.reason}"), r.detail) for r in report.rejected),
        colophon=phrase(catalogue, "report.colophon", version=report.recoupe, data=report.language_data),
    )


def _title(report: Report, catalogue: Texts) -> str:
    articles = phrase(catalogue, "report.articles", n=len(report.articles))
    return phrase(
        catalogue, "report.tell", articles=articles, stories=phrase(catalogue, "report.stories", n=len(report.stories))
    )


def _facts(report: Report, catalogue: Texts) -> tuple[str, ...]:
    outlets = {fold(article.publisher.name) for article in report.articles if article.publisher}
    languages = {article.language.split("-")[0] for article in report.articles}
    origins = {fold(o.name) for story in report.stories for claim in story.claims for o in claim.origins}
    counts = {"outlets": len(outlets), "languages": len(languages), "origins": len(origins)}
    return tuple(phrase(catalogue, f"report.{key}", n=count) for key, count in counts.items())


def _articles(report: Report, lookup: Lookup, catalogue: Texts) -> dict[str, ArticleView]:
    anchors = cited(report, lookup)
    conflicts = _conflicts_by_article(report)
    return {
        article.id: article_view(
            article,
            lookup,
            catalogue,
            anchors=anchors.get(article.id, ()),
            conflicts=conflicts.get(article.id, ()),
        )
        for article in report.articles
    }


def _conflicts_by_article(report: Report) -> dict[str, list[Conflict]]:
    found: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in (conflict for story in report.stories for conflict in story.conflicts if not conflict.explained):
        for article in dict.fromkeys(side.article for side in conflict.sides):
            found[article].append(conflict)
    return found

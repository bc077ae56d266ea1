"""Report → ReportView: everything that the page shows, worded and linked, so that the templates only set it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.model import Conflict, Report, Story
from recoupe.text.normal import fold
from recoupe.write.findings import main_claim
from recoupe.write.html_anchors import cited
from recoupe.write.html_article import ArticleView, article_view
from recoupe.write.html_story import StoryView, story_view
from recoupe.write.lookup import Lookup, by_size, look_up
from recoupe.write.texts import Texts, phrase
from recoupe.write.wording import direction, verdict

# Articles that one page shows in full, with their stories, the largest first: some 20 MB, which browsers and mail still
# bear. Beyond, a story is a line, and the JSON report holds the whole.
FULL = 400
# Stories told in a line; the rest is counted.
LINES = 1_000


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be used."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Further:
    """A story for which a page of this size has only a line."""

    title: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The page. `articles` holds each article once, by id; a story shows those of its own that `shown` gives it.

    `further` are the stories beyond what a page can hold, and `uncounted` says how many have not even a line.
    """

    language: str
    direction: str
    title: str
    facts: tuple[str, ...]
    stories: tuple[StoryView, ...]
    further: tuple[Further, ...]
    uncounted: str
    articles: Mapping[str, ArticleView]
    shown: Mapping[str, int]
    unplaced: tuple[str, ...]
    rejected_title: str
    rejected: tuple[Unread, ...]
    colophon: str


def report_view(report: Report, catalogue: Texts) -> ReportView:
    """The view of a report in the language of the catalogue."""
    ordered = by_size(report)
    full = _in_full(ordered)
    told, untold = ordered[full : full + LINES], len(ordered[full + LINES :])
    page = _page(report, ordered[:full]) if told else report
    lookup = look_up(page, catalogue)
    shown: dict[str, int] = {}
    for number, story in enumerate(ordered[:full], start=1):
        for article in story.articles:
            shown.setdefault(article, number)
    return ReportView(
        language=catalogue.language,
        direction=direction(catalogue.language),
        title=_title(report, catalogue),
        facts=_facts(report, catalogue),
        stories=tuple(story_view(n, story, lookup, catalogue) for n, story in enumerate(ordered[:full], start=1)),
        further=tuple(_further(story, catalogue) for story in told),
        uncounted=phrase(catalogue, "report.more_stories", n=untold) if untold else "",
        articles=_articles(page, lookup, catalogue),
        shown=shown,
        unplaced=tuple(article.id for article in page.articles if article.id not in shown),
        rejected_title=phrase(catalogue, "report.rejected", n=len(report.rejected)),
        rejected=tuple(Unread(r.source, phrase(catalogue, f"reason.{r.reason}"), r.detail) for r in report.rejected),
        colophon=phrase(catalogue, "report.colophon", version=report.recoupe, data=report.language_data),
    )


def _in_full(stories: Sequence[Story]) -> int:
    """How many of the stories, the largest first, one page holds; one at least."""
    room, full = FULL, 0
    while full < len(stories) and (not full or len(stories[full].articles) <= room):
        room -= len(stories[full].articles)
        full += 1
    return full


def _page(report: Report, stories: Sequence[Story]) -> Report:
    """The report with these stories and their articles alone."""
    kept = {article for story in stories for article in story.articles}
    return replace(report, stories=tuple(stories), articles=tuple(a for a in report.articles if a.id in kept))


def _further(story: Story, catalogue: Texts) -> Further:
    claim, articles = main_claim(story), len(story.articles)
    told = verdict(claim, articles, catalogue) if claim else phrase(catalogue, "report.articles", n=articles)
    return Further(story.title, told)


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

"""Report → Lookup: its articles and statements by id, and how each article is named and numbered for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from recoupe.model import Article, Place, Report, Statement, Story
from recoupe.write.texts import Texts
from recoupe.write.wording import day


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the writers look up again and again.

    Args:
        articles: every article by its id.
        statements: every statement by its id, with the article it stands in.
        numbers: the number of each article in the report, from 1, as anchors and headings show it.
        outlets: the outlet of each article, or the name of its file where no outlet is known.
        entities: the name of every entity by its id.
        labels: the outlet's name, told apart by day or number where one outlet has several articles.
    """

    articles: Mapping[str, Article]
    statements: Mapping[str, tuple[Article, Statement]]
    numbers: Mapping[str, int]
    outlets: Mapping[str, str]
    entities: Mapping[str, str]
    labels: Mapping[str, str]


def look_up(report: Report, catalogue: Texts) -> Lookup:
    """The lookup of a report, with labels in the words of the catalogue."""
    return Lookup(
        articles={article.id: article for article in report.articles},
        statements={
            statement.id: (article, statement) for article in report.articles for statement in article.statements
        },
        numbers=_numbers(report),
        outlets={article.id: outlet(article) for article in report.articles},
        entities={entity.id: entity.name for story in report.stories for entity in story.entities},
        labels=_labels(report.articles, catalogue),
    )


def by_size(report: Report) -> tuple[Story, ...]:
    """The stories, those with most articles first; ties by id."""
    return tuple(sorted(report.stories, key=lambda story: (-len(story.articles), story.id)))


def in_order(story: Story, lookup: Lookup) -> list[str]:
    """The story's articles, from the first published to the last."""
    return sorted((article for article in story.articles if article in lookup.articles), key=lookup.numbers.__getitem__)


def words_at(lookup: Lookup, place: Place) -> str:
    """The words at a place, or nothing where the article is not in the report."""
    article = lookup.articles.get(place.article)
    return article.text[place.start : place.end] if article else ""


def stands(lookup: Lookup, place: Place) -> bool:
    """Whether a place lies within the text of an article of the report."""
    article = lookup.articles.get(place.article)
    return article is not None and 0 <= place.start < place.end <= len(article.text)


def label(lookup: Lookup, name: str) -> str:
    """What an id of an article or an entity stands for; any other name as it is."""
    return lookup.labels.get(name) or lookup.entities.get(name, name)


def _numbers(report: Report) -> dict[str, int]:
    """Articles are numbered story by story, the largest first, and in each from the first published to the last."""
    keys = {article.id: (_when(article), article.source, article.id) for article in report.articles}
    by_story = [sorted((a for a in story.articles if a in keys), key=keys.__getitem__) for story in by_size(report)]
    order = dict.fromkeys([article for articles in by_story for article in articles])
    order |= dict.fromkeys(sorted(keys, key=keys.__getitem__))
    return {article: number for number, article in enumerate(order, start=1)}


def _when(article: Article) -> str:
    """A key by which articles sort as they were published, whatever their time zones.

    Those without a date come last, and a day that was inferred after all that is known of that day.
    """
    if article.published is None:
        return "9999"
    if article.published.evidence == "inferred":
        return f"{article.published.value[:10]}T~"
    try:
        moment = datetime.fromisoformat(article.published.value)
    except ValueError:
        return article.published.value
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M")


def _labels(articles: tuple[Article, ...], catalogue: Texts) -> dict[str, str]:
    bare = {article.id: outlet(article) for article in articles}
    dated = {article.id: f"{bare[article.id]}, {day(article.published, catalogue)}" for article in articles}
    return _numbered(_where_needed(bare, dated))


def _where_needed(bare: dict[str, str], longer: dict[str, str]) -> dict[str, str]:
    seen = Counter(bare.values())
    return {key: longer[key] if seen[name] > 1 else name for key, name in bare.items()}


def _numbered(labels: dict[str, str]) -> dict[str, str]:
    seen = Counter(labels.values())
    so_far: Counter[str] = Counter()
    numbered = {}
    for key, name in labels.items():
        so_far[name] += 1
        numbered[key] = f"{name} ({so_far[name]})" if seen[name] > 1 else name
    return numbered


def outlet(article: Article) -> str:
    """The publisher's name; where it is not known the file's, as crosscheck names such an origin."""
    if article.publisher:
        return article.publisher.name
    return PurePosixPath(article.source.split("#")[-1]).name

"""A cluster of articles → one story: entities, alignments, derivations, claims, conflicts, timeline, brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from recoupe.crosscheck.alignments import align, lay_out
from recoupe.crosscheck.brief import write_brief
from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.claims.rank import ranked
from recoupe.crosscheck.conflicts import find_conflicts
from recoupe.crosscheck.derivations import derive
from recoupe.crosscheck.entities import find_entities
from recoupe.crosscheck.loaded import with_loaded
from recoupe.crosscheck.origins import trace
from recoupe.crosscheck.origins.paths import follow_all
from recoupe.crosscheck.origins.status import with_conflicts
from recoupe.crosscheck.readings import read_all
from recoupe.crosscheck.records import CrossChecked, Entities
from recoupe.crosscheck.timeline import make_timeline
from recoupe.crosscheck.undated import story_day, with_date, with_times
from recoupe.model import Article, Attribution, Derivation, Name, Story
from recoupe.text.normal import fold

__all__ = ["CrossChecked", "crosscheck"]


def crosscheck(articles: Iterable[Article], why: Sequence[str]) -> CrossChecked:
    """Lay the articles of one story side by side.

    Args:
        articles: the articles of the story, in any order.
        why: what holds them together, as `group` found it.

    Returns:
        The story, and its articles with entities filled into their names and sources, both ordered by id.
    """
    found = sorted(articles, key=attrgetter("id"))
    day = story_day(found)
    ordered = tuple(with_times(article, day) for article in found)
    entities = find_entities(ordered)
    named = tuple(with_entities(article, entities) for article in ordered)
    pages = lay_out(named)
    alignments = align(named, pages)
    derivations = derive(named, alignments, entities, pages)
    readings = read_all(named)
    followed = follow_all(named, entities, derivations)
    groups = group_statements(named, entities, alignments, readings)
    claims = trace(named, groups, entities, derivations, followed)
    conflicts = find_conflicts(named, claims, entities, derivations, alignments, readings, followed)
    claims = with_loaded(ranked(with_conflicts(claims, conflicts, named, derivations), named, conflicts), named)
    story = Story(
        id=_story_id(named),
        title=_title(named, derivations),
        articles=tuple(article.id for article in named),
        languages=tuple(sorted({article.language for article in named})),
        why=tuple(why),
        entities=entities.entities,
        alignments=alignments,
        derivations=derivations,
        claims=claims,
        conflicts=conflicts,
        timeline=make_timeline(named, claims),
        brief=write_brief(named, claims, conflicts),
    )
    return CrossChecked(story, tuple(with_date(article, day) for article in named))


def with_entities(article: Article, entities: Entities) -> Article:
    """The article with the entities of its story filled into its names and sources."""
    return replace(
        article,
        names=tuple(_named(name, article.id, entities) for name in article.names),
        attributions=tuple(_sourced(attribution, entities) for attribution in article.attributions),
    )


def _named(name: Name, article: str, entities: Entities) -> Name:
    return replace(name, entity=entities.at.get((article, name.start, name.end)))


def _sourced(attribution: Attribution, entities: Entities) -> Attribution:
    if attribution.source.kind == "anonymous":
        return attribution
    entity = entities.by_name.get(fold(attribution.source.name))
    return replace(attribution, source=replace(attribution.source, entity=entity))


def _story_id(articles: Sequence[Article]) -> str:
    import xxhash

    return "s" + xxhash.xxh3_64_hexdigest("\n".join(article.id for article in articles).encode())


def _title(articles: Sequence[Article], derivations: Sequence[Derivation]) -> str:
    """Headline of the article that most others come from; among equals the earliest."""
    used = [derivation.used for derivation in derivations]

    def rank(article: Article) -> tuple[int, str, str]:
        return -used.count(article.id), article.published.value if article.published else "~", article.id

    return next((a.headline for a in sorted(articles, key=rank) if a.headline), "")

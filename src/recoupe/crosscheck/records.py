"""What the parts of the cross-check hand to each other; what reaches the report is in `recoupe.model`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model import Article, Entity, Statement, Story


@dataclass(frozen=True, slots=True)
class StatementRef:
    """A statement and the article in which it stands.

    In a claim, `more` tells that it says what the claim says and more, and is in another claim as well.
    """

    article: str
    statement: Statement
    more: bool = False


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story, and two ways to find one.

    `at` maps (article id, start, end) of a `Name` to the id of its entity; `by_name` maps a written form, folded by
    `recoupe.text.normal.fold`, to an id. A form that could mean two entities of the story is in `at` only.
    """

    entities: tuple[Entity, ...] = ()
    at: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CrossChecked:
    """A story laid side by side, and its articles with the entities filled into their names and sources."""

    story: Story
    articles: tuple[Article, ...]

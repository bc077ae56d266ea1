"""Surveyed page → how likely each piece is a part of the article, as log-odds; and the box that holds the article."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from recoupe.article.pages.pieces import Box
from recoupe.article.pages.survey import Survey
from recoupe.article.pages.traits import Traits, find_traits

# A single piece is worth no more than this to its box, however long or sure: many fair ones make an article.
_SURE, _LONG = 1.0, 400
# What markup settles is worth so much against.
_SETTLED = -5.0


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What article/pages/weights.toml says."""

    source: str
    bias: float
    threshold: float
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """For each piece its log-odds and whether it is of the article; and the box that holds the article."""

    odds: list[float]
    article: list[bool]
    main: Box


@cache
def learnt() -> Weights:
    """The weights, read once."""
    return msgspec.convert(
        tomllib.loads((files("recoupe.article.pages") / "weights.toml").read_text(encoding="utf-8")), Weights
    )


def judge(survey: Survey) -> Verdict:
    """Score each piece by its traits; the article is what scores well within the box that scores best as a whole."""
    return decide(survey, find_traits(survey), learnt())


def decide(survey: Survey, traits: Sequence[Traits | None], model: Weights) -> Verdict:
    """What the weights make of the traits."""
    odds = [_SETTLED if found is None else score(found, model) for found in traits]
    worth = [0.0]
    for own, size in zip(odds, survey.sizes, strict=True):
        worth.append(worth[-1] + min(size, _LONG) * max(-_SURE, min(_SURE, own)))
    main = max(survey.page.boxes, key=lambda box: (worth[box.last] - worth[box.first], box.depth))
    article = [main.first <= i < main.last and own > model.threshold for i, own in enumerate(odds)]
    return Verdict(odds, article, main)


def score(traits: Traits, model: Weights) -> float:
    """Log-odds that a piece with these traits is of the article."""
    of = model.weights.get
    return model.bias + sum([of(name, 0.0) * value for name, value in traits.items()])

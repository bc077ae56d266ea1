"""Learn the weights of crosscheck/claims/weights.toml from stories with known claims, and say what unseen ones give.

`python -m bench.train_claims [STORY ...]` prints the figures; `--write` also writes the weights. Needs numpy. They are
those of a logistic regression (ridge) of what two statements have in common on whether they are in one claim.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.logistic import fit
from recoupe.crosscheck import with_entities
from recoupe.crosscheck.alignments import align, lay_out
from recoupe.crosscheck.claims import comparisons, group_statements, laid_out
from recoupe.crosscheck.claims.likeness import TRAITS, VETO, Weights, learnt, likenesses, traits
from recoupe.crosscheck.entities import find_entities
from recoupe.crosscheck.readings import read_all
from recoupe.crosscheck.records import Entities
from recoupe.crosscheck.undated import story_day, with_times
from recoupe.model import Alignment, Article
from recoupe.pipeline import read

Floats = NDArray[np.float64]
Place = tuple[str, int, int]
Claims = Mapping[Place, frozenset[str]]
STORIES = Path(__file__).parent / "provenance"
WEIGHTS = Path(__file__).parents[1] / "src" / "recoupe" / "crosscheck" / "claims" / "weights.toml"
# Strength of the ridge, as a share of the lessons: of 0.001 to 0.05 the one with the least log loss on stories unseen.
STRENGTH = 0.01
# What a pair counts of which only one statement is in a known claim: not all claims of a story are listed.
UNLISTED = 0.3
# Part of the shorter of two spans that the other must cover, for both to be one statement, as in the benchmark.
COVERED = 0.4


@dataclass(frozen=True, slots=True)
class Known:
    """A story laid out, the claims that each of its statements tells, and what its pairs of statements teach."""

    articles: tuple[Article, ...]
    entities: Entities
    alignments: tuple[Alignment, ...]
    claims: Claims
    x: Floats
    y: Floats
    counts: Floats


def main() -> None:
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("--")] or _stories()
    known = [study(folder) for folder in folders]
    unseen = [learn([other for other in known if other is not one]) for one in known]
    scores = [b_cubed(one.claims, _made(one, model)) for one, model in zip(known, unseen, strict=True)]
    for folder, score in zip(folders, scores, strict=True):
        print(f"{folder.name:24} F1 {score[0]:.3f} P {score[1]:.3f} R {score[2]:.3f}")
    print("mean of stories unseen   F1 {:.4f} P {:.4f} R {:.4f}".format(*np.mean(scores, axis=0)))
    model = learn(known)
    if "--write" in sys.argv[1:]:
        WEIGHTS.write_text(_toml(model), encoding="utf-8")


def _stories() -> list[Path]:
    return sorted(gold.parent for gold in STORIES.glob("*/*/gold.json"))


def study(folder: Path) -> Known:
    """What a story teaches."""
    found = sorted((item for item in read(str(folder)) if isinstance(item, Article)), key=lambda article: article.id)
    day = story_day(found)
    dated = tuple(with_times(article, day) for article in found)
    entities = find_entities(dated)
    named = tuple(with_entities(article, entities) for article in dated)
    alignments = align(named, lay_out(named))
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    stated = _stated(gold["claims"], named)
    units = laid_out(read_all(named), entities)
    told = [_told(stated, (unit.ref.article, unit.span.start, unit.span.end)) for unit in units]
    rows, labels, counts = [], [], []
    pairs = list(comparisons(units, alignments))
    likely = likenesses(pairs, learnt())
    for compared in pairs:
        one, other = (told[i] for i in compared.pair)
        if (one or other) and likely.get(compared.pair) != VETO:
            rows.append(traits(compared))
            labels.append(float(not one.isdisjoint(other)))
            counts.append(1.0 if one and other else UNLISTED)
    whole = ((article.id, s.start, s.end) for article in named for s in article.statements)
    claims = {place: claims for place in whole if (claims := _told(stated, place))}
    return Known(named, entities, alignments, claims, np.array(rows), np.array(labels), np.array(counts))


def _stated(claims: Iterable[Mapping[str, Any]], articles: Sequence[Article]) -> dict[str, list[tuple[int, int, str]]]:
    """For each article where a claim is stated, with its id."""
    stated: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in claims:
        for statement in claim["statements"]:
            article = next((a for a in articles if _is(a, statement["article"])), None)
            start = article.text.find(statement["text"]) if article is not None else -1
            if article is not None and start >= 0:
                stated[article.id].append((start, start + len(statement["text"]), claim["id"]))
    return stated


def _is(article: Article, name: str) -> bool:
    path, _, item = article.source.partition("#")
    return name in (Path(path).stem, item)


def _told(stated: Mapping[str, Collection[tuple[int, int, str]]], place: Place) -> frozenset[str]:
    """The claims that are stated at a place."""
    article, start, end = place
    return frozenset(
        claim
        for first, last, claim in stated.get(article, ())
        if min(end, last) - max(start, first) > COVERED * min(end - start, last - first)
    )


def learn(known: Sequence[Known]) -> Weights:
    """The weights that tell the pairs of these stories best."""
    x, y, counts = (np.concatenate([getattr(one, part) for one in known]) for part in ("x", "y", "counts"))
    bias, weights = fit(x, y, counts, ridge=STRENGTH * counts.sum())
    kept = {name: round(float(weight), 2) for name, weight in zip(TRAITS, weights, strict=True)}
    return Weights(source=learnt().source, bias=round(bias, 2), weights=kept)


def _made(one: Known, model: Weights) -> list[set[Place]]:
    """The claims that some weights make of a story."""
    groups = group_statements(one.articles, one.entities, one.alignments, model=model)
    return [{(ref.article, ref.statement.start, ref.statement.end) for ref in group} for group in groups]


def b_cubed(known: Claims, made: Iterable[Collection[Place]]) -> tuple[float, float, float]:
    """F1, precision and recall of claims that may share statements (Amigo et al. 2009, extended B-cubed).

    Unlike the benchmark's figure it also counts claims too many: two statements that are in one known claim and in
    three made ones are right one time in three.
    """
    found: defaultdict[Place, set[int]] = defaultdict(set)
    for number, group in enumerate(made):
        for place in group:
            found[place].add(number)
    precision = np.mean([_agreement(place, found, known, known) for place in known])
    recall = np.mean([_agreement(place, known, found, known) for place in known])
    return float(2 * precision * recall / (precision + recall)), float(precision), float(recall)


def _agreement(
    place: Place,
    said: Mapping[Place, Collection[object]],
    right: Mapping[Place, Collection[object]],
    all_: Iterable[Place],
) -> float:
    """For the places with which one clustering puts a place, how often the other puts both together as well."""
    mates = [(set(said[place]) & set(said[other]), set(right[place]) & set(right[other])) for other in all_]
    shares = [min(len(ours), len(theirs)) / len(ours) for ours, theirs in mates if ours]
    return sum(shares) / len(shares) if shares else 0.0


def _toml(model: Weights) -> str:
    """The file: heaviest weights first."""
    rows = sorted(model.weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return "\n".join(
        [
            "# Written by `python -m bench.train_claims --write`; `source` is set by hand.",
            "# Two statements are one claim at the odds of `bias` and the sum of weight times trait (likeness.py).",
            f'source = "{model.source}"',
            f"bias = {model.bias}",
            "",
            "[weights]",
            *(f"{name} = {weight}" for name, weight in rows),
            "",
        ]
    )


if __name__ == "__main__":
    main()

"""`make eval`: run the main job over the benchmark's stories, score it, and hold the figures to their floors.

The pile of `dev/` is scored at once; a second table scores each language apart, by keeping only its articles in the
gold, for the figures that belong to one article. Figures of stories (claims, conflicts, ...) have no single language. A
third table has the figures of `more/`, stories by other hands. A fourth measures single layers on corpora that are not
part of the repository (`bench/corpora/`); where they are absent, their floors are left out, and a line says so.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import pkgutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import recoupe
from bench import corpora
from recoupe.write.json import to_json

HERE = Path(__file__).parent
STORIES = HERE / "provenance" / "dev"
MORE = HERE / "provenance" / "more"
FLOORS = HERE / "floors.json"
BY_LANGUAGE = (
    "language", "headline", "publisher", "published", "agencies", "junk_kept_out", "body_kept", "attribution",
    "attribution_span", "mode", "stance", "source_kind", "via", "time", "hedge",
)  # fmt: skip
# What corpora measure beside their figures, to be read and not to be held.
TOLD_ONLY = (".past", ".precision", ".recall", "by_chance")
Figures = dict[str, dict[str, float]]


def main() -> int:
    """Print the tables; returns 1 if a figure fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", type=Path, help="story folders (default: bench/provenance)")
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    parser.add_argument("--no-corpora", action="store_true", help="the benchmark alone")
    parser.add_argument("--raise-floors", action="store_true", help="write the figures reached into floors.json")
    options = parser.parse_args()
    stories = sorted(options.stories or STORIES.iterdir())
    report = report_on(stories)
    figures, misses = score(report, stories)
    print_table(figures)
    print_languages(by_language(report, stories))
    if options.misses:
        print("\n".join(misses))
    if options.stories:
        return 0
    reached = {name: value(figure) for name, figure in figures.items()} | measure_more()
    if not options.no_corpora:
        reached |= measure_corpora()
    if options.raise_floors:
        raise_floors(reached)
    return hold(reached)


def report_on(stories: Iterable[Path]) -> dict[str, Any]:
    """The report on all stories in one pile; an error of our own in any text of theirs ends the run."""
    checked = recoupe.check(*map(str, stories))
    if defects := [f"{item.source}: {item.detail}" for item in checked.rejected if item.reason == "defect"]:
        raise SystemExit("\n".join(defects))
    report: dict[str, Any] = json.loads(to_json(checked))
    return report


def score(report: dict[str, Any], stories: Iterable[Path]) -> tuple[Figures, list[str]]:
    """The benchmark's own figures of a report, and its list of misses."""
    scorer = _scorer().Scorer(report)
    for story in stories:
        scorer.story(story)
    figures = scorer.finish()
    misses = [f"  {name}: {miss}" for name, tally in sorted(scorer.tallies.items()) for miss in tally.misses]
    return figures, misses


def by_language(report: dict[str, Any], stories: Iterable[Path]) -> dict[str, Figures]:
    """Figures that belong to one article, for each language apart."""
    gold = {story: json.loads((story / "gold.json").read_text(encoding="utf-8")) for story in stories}
    languages = sorted({a["language"] for story in gold.values() for a in story["articles"]})
    with tempfile.TemporaryDirectory() as folder:
        return {language: _score_language(report, gold, language, Path(folder)) for language in languages}


def print_table(figures: Figures) -> None:
    """One line a figure: value, precision and recall where it has them, gold items, floor."""
    floors = _floors()
    print(f"{'figure':28}{'value':>7}{'P':>8}{'R':>7}{'n':>6}{'floor':>8}")
    for name, figure in sorted(figures.items()):
        precision, recall = (f"{figure[k]:.3f}" if k in figure else "" for k in ("p", "r"))
        floor = f"{floors[name]:.3f}" if name in floors else ""
        print(f"{name:28}{value(figure):7.3f}{precision:>8}{recall:>7}{figure['n']:6.0f}{floor:>8}")


def print_languages(tables: dict[str, Figures]) -> None:
    """One column a language."""
    print("\n" + f"{'by language':20}" + "".join(f"{language:>7}" for language in tables))
    for name in BY_LANGUAGE:
        cells = (
            f"{value(table[name]):7.2f}" if name in table and table[name]["n"] else "      -"
            for table in tables.values()
        )
        print(f"{name:20}" + "".join(cells))


def measure_more() -> dict[str, float]:
    """The figures of the further stories, as `more.NAME`, in one line each."""
    stories = sorted(MORE.iterdir())
    figures, _ = score(report_on(stories), stories)
    reached = {f"more.{name}": value(figure) for name, figure in figures.items()}
    print(f"\n{'further stories':36}{'value':>7}{'floor':>8}")
    _print_values(reached)
    return reached


def _print_values(reached: Mapping[str, float]) -> None:
    floors = _floors()
    for name, figure in sorted(reached.items()):
        print(f"{name:36}{figure:7.3f}" + (f"{floors[name]:8.3f}" if name in floors else ""), flush=True)


def measure_corpora() -> dict[str, float]:
    """The figures of every module of `bench/corpora/` whose corpus is there."""
    reached = dict[str, float]()
    print(f"\n{'corpus':36}{'value':>7}{'floor':>8}")
    for module in sorted(pkgutil.iter_modules(corpora.__path__), key=lambda found: found.name):
        measure = getattr(importlib.import_module(f"bench.corpora.{module.name}"), "measure", None)
        try:
            found: dict[str, float] = measure() if measure is not None else {}
        except FileNotFoundError as absent:
            print(f"{module.name:36}not measured: {absent.filename} is absent")
            continue
        _print_values(found)
        reached |= found
    return reached


def hold(reached: Mapping[str, float]) -> int:
    """1 if a figure is below its floor, saying which; else 0."""
    below = [
        f"{name} is {reached[name]:.3f}, below its floor of {floor:.3f}"
        for name, floor in _floors().items()
        if name in reached and reached[name] < floor
    ]
    print("\n" + ("\n".join(below) or "all figures are at or above their floors"))
    return 1 if below else 0


def raise_floors(reached: Mapping[str, float]) -> None:
    """Raise each floor to what was reached, rounded down to a thousandth; none is ever lowered here."""
    floors = _floors()
    held = {name: value for name, value in reached.items() if not name.endswith(TOLD_ONLY)}
    raised = floors | {name: max(int(v * 1000) / 1000, floors.get(name, 0.0)) for name, v in held.items()}
    raised = dict(sorted(raised.items()))
    FLOORS.write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")


def value(figure: dict[str, float]) -> float:
    """The one number of a figure: F1 or accuracy."""
    return figure["f1"] if "f1" in figure else figure["accuracy"]


def _floors() -> dict[str, float]:
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def _score_language(report: dict[str, Any], gold: dict[Path, Any], language: str, folder: Path) -> Figures:
    scorer = _scorer().Scorer(report)
    for story, whole in gold.items():
        part = folder / language / story.name
        part.mkdir(parents=True)
        (part / "gold.json").write_text(json.dumps(_only(whole, language)), encoding="utf-8")
        scorer.story(part)
    figures: Figures = scorer.finish()
    return figures


def _only(gold: dict[str, Any], language: str) -> dict[str, Any]:
    """The gold of one story with the articles of one language alone."""
    kept = {a["id"] for a in gold["articles"] if a["language"] == language}
    of_articles = {
        key: [item for item in gold.get(key, []) if item["article"] in kept]
        for key in ("attributions", "times", "hedged", "not_hedged")
    }
    statements = [s for claim in gold["claims"] for s in claim["statements"] if s["article"] in kept]
    claim = {"id": "all", "text": "", "origins": [], "independent": 1, "status": "", "statements": statements}
    return {
        **gold,
        **of_articles,
        "articles": [a for a in gold["articles"] if a["id"] in kept],
        "claims": [claim] if statements else [],
        "derivations": [],
        "conflicts": [],
        "entities": gold.get("entities", []),  # their variants tell which names mean one
    }


@cache
def _scorer() -> ModuleType:
    """The benchmark's scorer, which is a script of its own so that anyone can run it on any program."""
    spec = importlib.util.spec_from_file_location("provenance_score", HERE / "provenance" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("bench/provenance/score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())

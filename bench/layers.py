"""A folder of articles → the processor time that each layer takes, in milliseconds per article, in one run."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import recoupe

# What is timed: the name it has in the table, and where the function stands that others call.
_LAYERS = {
    "article": "recoupe.pipeline.make_article",
    "sentences": "recoupe.annotate.sentences.find_sentences",
    "names": "recoupe.annotate.names.find_names",
    "times": "recoupe.annotate.times.find_times",
    "quantities": "recoupe.annotate.quantities.find_quantities",
    "tokens of attributions": "recoupe.annotate.attributions.tokens.units",
    "attributions": "recoupe.annotate.attributions.find_attributions",
    "statements": "recoupe.annotate.statements.find_statements",
    "group": "recoupe.pipeline.group",
    "crosscheck": "recoupe.pipeline.crosscheck",
    "  entities": "recoupe.crosscheck.find_entities",
    "  page": "recoupe.crosscheck.lay_out",
    "  alignments": "recoupe.crosscheck.align",
    "  derivations": "recoupe.crosscheck.derive",
    "  claims": "recoupe.crosscheck.group_statements",
    "  origins": "recoupe.crosscheck.trace",
    "  conflicts": "recoupe.crosscheck.find_conflicts",
    "  timeline": "recoupe.crosscheck.make_timeline",
    "  brief": "recoupe.crosscheck.write_brief",
}


def milliseconds(folder: Path, others: Path) -> dict[str, float]:
    """The layers in their order, each with its time per article. Reading `others` first loads the language files; the
    same texts would be remembered."""
    recoupe.check(str(others))
    spent: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as watches:
        for layer, function in _LAYERS.items():
            watches.enter_context(_watched(layer, function, spent))
        articles = len(recoupe.check(str(folder)).articles)
    return {layer: 1000 * spent[layer] / articles for layer in _LAYERS}


@contextmanager
def _watched(layer: str, function: str, spent: defaultdict[str, float]) -> Iterator[None]:
    """Within it, the time in the function is added to its layer."""
    path, _, name = function.rpartition(".")
    module = importlib.import_module(path)
    real: Callable[..., Any] = getattr(module, name)

    def watched(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return real(*given, **named)
        finally:
            spent[layer] += time.process_time() - began

    setattr(module, name, watched)
    try:
        yield
    finally:
        setattr(module, name, real)

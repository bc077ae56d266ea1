"""`recoupe copies`: which texts come from which, as trees, CSV, JSON lines or a GEXF graph."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from recoupe.cli.outputs import STANDARD_OUTPUT, targets_of, write
from recoupe.cli.running import catalogue_of, checked, columns
from recoupe.write.copies import Copy, copies, copies_tree
from recoupe.write.gexf import to_gexf
from recoupe.write.tables import to_csv, to_json_lines

_WRITERS: Mapping[str, Callable[[Sequence[Copy]], bytes]] = {
    "json": to_json_lines,
    "csv": partial(to_csv, Copy),
    "gexf": to_gexf,
}


def run(options: argparse.Namespace) -> int:
    """Show the families of texts as the options say; returns the exit code."""
    targets = targets_of({name: getattr(options, name) for name in _WRITERS})
    worded = catalogue_of(options)
    report = checked(options.paths, options)
    found = copies(report, worded) if targets else []
    for name, target in targets.items():
        write(target, _WRITERS[name](found))
    if STANDARD_OUTPUT not in targets.values():
        for line in copies_tree(report, worded, columns() if sys.stdout.isatty() else sys.maxsize):
            print(line)
    return 0 if report.articles else 1

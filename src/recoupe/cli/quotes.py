"""`recoupe quotes`: who said what, one line a quotation, as a table, CSV or JSON lines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from recoupe.cli.outputs import STANDARD_OUTPUT, targets_of, write
from recoupe.cli.running import articles, catalogue_of, columns
from recoupe.model import Rejected
from recoupe.write.quotations import Quotation, quotations, quotations_table
from recoupe.write.tables import to_csv, to_json_lines

_WRITERS: Mapping[str, Callable[[Sequence[Quotation]], bytes]] = {
    "json": to_json_lines,
    "csv": partial(to_csv, Quotation),
}


def run(options: argparse.Namespace) -> int:
    """List the quotations as the options say; returns the exit code."""
    targets = targets_of({name: getattr(options, name) for name in _WRITERS})
    # Whoever reads from a pipe wants the words whole.
    worded, width = catalogue_of(options), columns() if sys.stdout.isatty() else sys.maxsize
    printing = STANDARD_OUTPUT not in targets.values()
    found: list[Quotation] = []
    seen: set[str] = set()
    with articles(options.paths, options) as made:
        for article in made:
            if isinstance(article, Rejected):
                print(f"recoupe: {article.source}: {article.reason} ({article.detail})", file=sys.stderr)
            elif article.id not in seen:
                seen.add(article.id)
                found += quotations(article) if targets else ()
                _print(quotations_table(article, worded, width) if printing else [])
    for name, target in targets.items():
        write(target, _WRITERS[name](found))
    return 0 if seen else 1


def _print(lines: list[str]) -> None:
    for line in lines:
        print(line)

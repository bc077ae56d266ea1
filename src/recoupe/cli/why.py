"""`recoupe why`: the reasons behind a claim, a conflict, an entity, or where an article's text comes from."""

from __future__ import annotations

import argparse

from recoupe.cli.running import catalogue_of, report_of
from recoupe.write.reasons import why


def run(options: argparse.Namespace) -> int:
    """Print why the finding stands; returns the exit code."""
    report = report_of(options.paths, options)
    for line in why(report, options.id, catalogue_of(options)):
        print(line)
    return 0

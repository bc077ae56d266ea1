"""`recoupe claim`: who says a given sentence, from how many origins, and who says otherwise."""

from __future__ import annotations

import argparse
import sys

from recoupe.cli.progress import progress
from recoupe.cli.running import catalogue_of, columns, settings_of
from recoupe.engines import engine
from recoupe.pipeline import ask
from recoupe.write.answers import answer_lines


def run(options: argparse.Namespace) -> int:
    """Ask the articles; returns the exit code."""
    with engine(options.engine, workers=options.workers) as running, progress() as told:
        settings = settings_of(options)
        answers = ask(options.sentence, *options.paths, settings=settings, engine=running, progress=told)
    for line in answer_lines(answers, catalogue_of(options), columns() if sys.stdout.isatty() else sys.maxsize):
        print(line)
    return 0

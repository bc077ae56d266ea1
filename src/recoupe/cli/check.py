"""`recoupe check`: run the main job, print the summary, write the files asked for."""

from __future__ import annotations

import argparse

from recoupe.cli.outputs import STANDARD_OUTPUT, targets_of, write
from recoupe.cli.running import catalogue_of, checked, columns
from recoupe.model import Report
from recoupe.write.texts import Texts


def run(options: argparse.Namespace) -> int:
    """Check the paths as the options say; returns the exit code."""
    targets = targets_of({name: getattr(options, name) for name in _WRITERS})
    worded = catalogue_of(options)
    report = checked(options.paths, options)
    for name, target in targets.items():
        write(target, _WRITERS[name](report, worded))
    if STANDARD_OUTPUT not in targets.values():
        _print_summary(report, worded)
    return 0 if report.articles else 1


def _json(report: Report, worded: Texts) -> bytes:
    from recoupe.write.json import to_json

    return to_json(report)


def _html(report: Report, worded: Texts) -> bytes:
    from recoupe.write.html import to_html

    return to_html(report, worded).encode()


def _markdown(report: Report, worded: Texts) -> bytes:
    from recoupe.write.markdown import to_markdown

    return to_markdown(report, worded).encode()


_WRITERS = {"json": _json, "html": _html, "markdown": _markdown}


def _print_summary(report: Report, worded: Texts) -> None:
    from recoupe.write.terminal import summary

    print(summary(report, worded, columns()))

"""Arguments → a command → an exit code: 0 done, 1 nothing readable, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from recoupe import __version__
from recoupe.engines import ENGINES
from recoupe.errors import RecoupeError
from recoupe.settings import Settings

DONE, NOTHING_READABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code = _run(options)
        sys.stdout.flush()
        return code
    except RecoupeError as error:
        print(f"recoupe: {error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`recoupe check ... | head`); nothing more to say, to nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(options: argparse.Namespace) -> int:
    from recoupe.cli.check import run_check
    from recoupe.sample import path

    paths = options.paths if options.command == "check" else [os.path.relpath(path())]
    return run_check(paths, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recoupe",
        description="Cross-check the news: which articles copy which, who says what, "
        "and how many independent origins stand behind each claim.",
    )
    parser.add_argument("--version", action="version", version=f"recoupe {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="cross-check a pile of articles", description=_CHECK)
    check.add_argument("paths", nargs="+", metavar="PATH", help="file or folder; - reads JSON lines")
    demo = commands.add_parser("demo", help="the same on a small sample pile that comes with Recoupe")
    for command in (check, demo):
        _add_options(command)
    return parser


_CHECK = (
    "Reads .txt, .html and .jsonl files (also .gz) and folders of them, in any mix, and prints what a careful editor "
    "would say of them. Exit codes: 0 done, 1 nothing readable, 2 wrong usage."
)


def _add_options(command: argparse.ArgumentParser) -> None:
    defaults = Settings()
    command.add_argument("--json", metavar="FILE", help="write the whole report as JSON (- for standard output)")
    command.add_argument("--html", metavar="FILE", help="write the report as one HTML page")
    command.add_argument("--markdown", metavar="FILE", help="write the report as Markdown")
    command.add_argument("--language", metavar="CODE", help="language of the articles (default: detected)")
    command.add_argument("--ui", metavar="CODE", help="language of the report: en, fr (default: that of your system)")
    command.add_argument("--engine", choices=ENGINES, default="inline", help="where the work runs (default: inline)")
    command.add_argument("--workers", type=int, metavar="N", help="processes to use (default: one for each core)")
    command.add_argument(
        "--max-bytes", type=int, default=defaults.max_bytes, metavar="N", help="largest input, unpacked"
    )
    command.add_argument("--max-chars", type=int, default=defaults.max_chars, metavar="N", help="longest article kept")
    command.add_argument("--started", metavar="TIME", help="a time to write into the report (default: none)")

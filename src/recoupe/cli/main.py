"""Arguments → a command → an exit code: 0 done, 1 nothing readable, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from recoupe.cli.arguments import parser
from recoupe.engines.collector import rare_collections
from recoupe.errors import RecoupeError

DONE, NOTHING_READABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        # Each command is the module of its name, so that `recoupe --help` loads none of them.
        with rare_collections():
            code: int = import_module(f"recoupe.cli.{options.command}").run(options)
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

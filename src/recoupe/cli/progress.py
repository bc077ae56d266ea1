"""Progress on standard error, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from recoupe.pipeline import Progress


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A function to be told of progress, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.status import Status

    with Status("recoupe", console=Console(stderr=True)) as status:
        yield lambda step, done: status.update(f"{step}: {done}")

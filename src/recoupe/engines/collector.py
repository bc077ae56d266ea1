"""The garbage collector, asked less often while articles are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which Python looks for cycles; its own figure is 700. Our records make no cycles, and some ten
# thousand of them are alive at once: looking through them took an eighth of a small run and a tenth of a large one, a
# fiftieth with this figure, in the same memory.
YOUNG = 50_000


@contextmanager
def rare_collections() -> Iterator[None]:
    """Within it the collector runs rarely, and not at all where the caller has switched it off."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_rarely() -> None:
    """From now on the collector runs rarely."""
    young, *older = gc.get_threshold()
    if 0 < young < YOUNG:
        gc.set_threshold(YOUNG, *older)

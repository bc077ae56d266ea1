"""The processes engine: Map over the cores of one machine; Join and Fold, which are cheap, here."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.pool import Pool
from types import TracebackType
from typing import Self, TypeVar

from recoupe.engines import shapes
from recoupe.engines.collector import collect_rarely
from recoupe.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")

# Items handed to a worker at once: enough to hide the cost of sending, few enough that two workers share a pile of
# fifty evenly. A felt choice; nothing else depends on it.
CHUNK = 8


class Processes:
    """Runs Map in a pool of processes, which lives as long as the `with` block."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers
        self._pool: Pool | None = None

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See `Engine.map`."""
        if self._pool is None:
            raise UsageError("the processes engine runs inside a `with` block: with engine('processes') as e: ...")
        return self._pool.imap(function, items, chunksize=CHUNK)

    def join(
        self, keys: Callable[[T], Iterable[Hashable]], items: Iterable[T], *, limit: int, chained: bool = False
    ) -> Iterator[tuple[int, int]]:
        """See `Engine.join`."""
        return shapes.pairs(self.map(keys, items), limit, chained=chained)

    def fold(self, size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
        """See `Engine.fold`."""
        return shapes.components(size, pairs)

    def __enter__(self) -> Self:
        """Start the workers. They are spawned, which behaves the same on every system."""
        self._pool = get_context("spawn").Pool(self.workers, collect_rarely)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the workers: at once if something went wrong, else when they are done."""
        if self._pool is not None:
            self._pool.close() if kind is None else self._pool.terminate()
            self._pool.join()
            self._pool = None

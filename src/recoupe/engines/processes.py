"""The processes engine: Map over the cores of one machine; Join and Fold, which are cheap, here."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

from recoupe.engines import shapes
from recoupe.engines.collector import collect_rarely
from recoupe.errors import EngineError, UsageError

T = TypeVar("T")
R = TypeVar("R")

# Items handed to a worker at once: enough to hide the cost of sending, few enough that two workers share a pile of
# fifty evenly. A felt choice; nothing else depends on it.
CHUNK = 8
# Chunks that wait for each worker: it never stands idle, and what waits stays small whatever the pile.
WAITING = 4


class Processes:
    """Runs Map in a pool of processes, which lives as long as the `with` block."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See `Engine.map`.

        Raises:
            EngineError: if a worker dies, as where the system takes its memory away.
        """
        if self._pool is None:
            raise UsageError("the processes engine runs inside a `with` block: with engine('processes') as e: ...")
        return self._results(self._pool, function, iter(items))

    def _results(self, pool: ProcessPoolExecutor, function: Callable[[T], R], items: Iterator[T]) -> Iterator[R]:
        running: deque[Future[list[R]]] = deque()
        try:
            while chunk := list(islice(items, CHUNK)):
                running.append(pool.submit(_all, function, chunk))
                if len(running) >= WAITING * self.workers:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        except BrokenProcessPool as error:
            raise EngineError(
                f"one of {self.workers} worker processes died, most often for want of memory; "
                "run again with fewer --workers, or with --engine inline"
            ) from error

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
        self._pool = ProcessPoolExecutor(self.workers, get_context("spawn"), collect_rarely)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the workers: what waits is dropped if something went wrong."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=kind is not None)
            self._pool = None


def _all(function: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [function(item) for item in chunk]

"""Engines run the three shapes of work (Map, Join, Fold) and know nothing of news. All give the same answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from recoupe.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")
ENGINES = ("inline", "processes")


class Engine(Protocol):
    """What an engine must do. Functions given to it must be importable by name, so that they can run elsewhere."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply the function to each item; results come in the order of the items."""
        ...

    def join(
        self, keys: Callable[[T], Iterable[Hashable]], items: Iterable[T], *, limit: int, chained: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Pairs of positions (smaller first, sorted, each once) of items that share a key.

        A key that more than `limit` items share says nothing and makes no pair; where such keys are `chained`, it pairs
        each item with the next one that has it, so that what is the same any number of times stays together.
        """
        ...

    def fold(self, size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
        """Positions 0..size-1 in groups that the pairs connect, each sorted, ordered by their first position."""
        ...

    def __enter__(self) -> Self:
        """Start whatever the engine needs."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        ...


def engine(name: str = "inline", *, workers: int | None = None) -> Engine:
    """The engine of that name, to be used in a `with` block.

    Args:
        name: `inline` (this process) or `processes` (the cores of this machine).
        workers: how many processes; by default one for each core.

    Raises:
        UsageError: if there is none of that name; the message lists those there are.
    """
    from recoupe.engines.inline import Inline
    from recoupe.engines.processes import Processes

    if workers is not None and workers < 1:
        raise UsageError(f"workers must be 1 or more, not {workers}")
    if name == "inline":
        return Inline()
    if name == "processes":
        return Processes(workers)
    raise UsageError(f"no engine named {name!r}; there are: {', '.join(ENGINES)}")

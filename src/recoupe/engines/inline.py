"""The inline engine: one pass in this process."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from recoupe.engines import shapes

T = TypeVar("T")
R = TypeVar("R")


class Inline:
    """Runs everything here, one item after the other."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """See `Engine.map`."""
        return map(function, items)

    def join(
        self, keys: Callable[[T], Iterable[Hashable]], items: Iterable[T], *, limit: int, chained: bool = False
    ) -> Iterator[tuple[int, int]]:
        """See `Engine.join`."""
        return shapes.pairs(self.map(keys, items), limit, chained=chained)

    def fold(self, size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
        """See `Engine.fold`."""
        return shapes.components(size, pairs)

    def __enter__(self) -> Self:
        """Nothing to start."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to stop."""

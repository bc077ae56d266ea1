from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from recoupe.engines.processes import CHUNK, WAITING, Processes
from recoupe.errors import EngineError


def test_results_come_in_the_order_of_the_items() -> None:
    with Processes(2) as engine:
        assert list(engine.map(abs, range(-50, 0))) == list(range(50, 0, -1))


def test_a_worker_that_dies_ends_the_run_with_a_word() -> None:
    with Processes(1) as engine, pytest.raises(EngineError, match="one of 1 worker processes died"):
        list(engine.map(os._exit, [1]))


def test_an_endless_pile_is_read_as_the_work_goes_on() -> None:
    read: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            read.append(len(read))
            yield read[-1]

    with Processes(1) as engine:
        results = engine.map(abs, endless())
        assert next(results) == 0
        assert len(read) == CHUNK * WAITING

"""While articles are read the collector runs rarely; afterwards it is as the caller had it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from recoupe.engines.collector import YOUNG, rare_collections


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_the_collector_waits_for_more_objects_and_then_is_as_before() -> None:
    gc.set_threshold(700, 11, 12)
    with rare_collections():
        assert gc.get_threshold() == (YOUNG, 11, 12)
    assert gc.get_threshold() == (700, 11, 12)


def test_what_the_caller_set_comes_back_after_an_error() -> None:
    gc.set_threshold(700, 11, 12)
    with pytest.raises(ValueError, match="stop"), rare_collections():
        raise ValueError("stop")
    assert gc.get_threshold() == (700, 11, 12)


@pytest.mark.parametrize("young", [0, YOUNG + 1])
def test_a_collector_that_is_off_or_runs_more_rarely_is_left_alone(young: int) -> None:
    gc.set_threshold(young, 11, 12)
    with rare_collections():
        assert gc.get_threshold()[0] == young

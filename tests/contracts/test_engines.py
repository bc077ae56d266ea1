"""Every engine runs the three shapes alike, and none changes the report."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import recoupe
from recoupe.engines import ENGINES, Engine, engine
from recoupe.errors import UsageError
from recoupe.sample import path
from recoupe.write.json import to_json


@pytest.fixture(scope="module", params=ENGINES)
def running(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with engine(request.param, workers=2) as started:
        yield started


def square(x: int) -> int:
    return x * x


def letters(word: str) -> list[str]:
    return list(word)


def test_map_keeps_the_order(running: Engine) -> None:
    assert list(running.map(square, range(100))) == [x * x for x in range(100)]


def test_join_pairs_items_that_share_a_key_once(running: Engine) -> None:
    assert list(running.join(letters, ["ab", "cd", "ba", "d"], limit=10)) == [(0, 2), (1, 3)]


def test_a_key_that_too_many_share_makes_no_pair(running: Engine) -> None:
    assert list(running.join(letters, ["a", "ab", "ac", "b"], limit=2)) == [(1, 3)]


def test_a_key_that_too_many_share_pairs_each_with_the_next_where_keys_are_chained(running: Engine) -> None:
    found = running.join(letters, ["a", "ab", "ac", "b"], limit=2, chained=True)
    assert list(found) == [(0, 1), (1, 2), (1, 3)]


def test_fold_groups_what_pairs_connect(running: Engine) -> None:
    assert running.fold(6, [(4, 1), (1, 3), (0, 5)]) == ((0, 5), (1, 3, 4), (2,))


@given(st.integers(1, 30).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_fold_does_not_depend_on_the_order_of_pairs(case: tuple[int, list[tuple[int, int]]]) -> None:
    size, pairs = case
    with engine("inline") as inline:
        assert inline.fold(size, pairs) == inline.fold(size, [(b, a) for a, b in reversed(pairs)])


def test_the_report_is_the_same_on_every_engine(running: Engine) -> None:
    assert to_json(recoupe.check(str(path()), engine=running)) == to_json(recoupe.check(str(path())))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_inputs_changes_nothing(seed: int) -> None:
    files = sorted(str(file) for file in Path(path()).iterdir() if file.is_file())
    shuffled = random.Random(seed).sample(files, len(files))
    assert to_json(recoupe.check(*shuffled)) == to_json(recoupe.check(*files))


def test_a_pile_given_in_parts_is_the_same_pile() -> None:
    files = sorted(str(file) for file in Path(path()).iterdir() if file.is_file())
    parts = (*files[::2], *files[1::2], *files[:2])
    assert to_json(recoupe.check(*parts)) == to_json(recoupe.check(*files))


def test_an_unknown_engine_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="no engine named 'sparc'; there are: inline, processes"):
        engine("sparc")


def test_an_engine_without_workers_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="1 or more, not 0"):
        engine("processes", workers=0)


def test_processes_say_how_to_start_them() -> None:
    with pytest.raises(UsageError, match="inside a `with` block"):
        engine("processes").map(square, [1])

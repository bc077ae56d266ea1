"""The examples of the language files for functions of public and business life."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.conflicts.roles import functions
from recoupe.lang import Example, codes, examples, load

CASES = [(code, example) for code in codes() for example in examples(code) if example.layer == "functions"]


@pytest.mark.parametrize(("code", "example"), CASES, ids=[f"{code}-{example.text}" for code, example in CASES])
def test_a_title_names_its_functions(code: str, example: Example) -> None:
    assert functions(example.text, load(code)) == example.expect

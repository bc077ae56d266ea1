"""The rules for times in every language file name slots and operations that exist."""

from __future__ import annotations

import re

import pytest

from recoupe.annotate.times.dates import grammar
from recoupe.annotate.times.resolve import OPERATIONS
from recoupe.lang import codes, load

NEEDS_UNIT = {
    "ago",
    "ahead",
    "before",
    "after",
    "last",
    "this",
    "next",
    "that",
    "following",
    "preceding",
    "past",
    "coming",
    "duration",
    "since",
}


@pytest.mark.parametrize("code", [*codes(), "und"])
def test_every_rule_has_an_operation_and_the_slots_that_it_needs(code: str) -> None:
    for pattern, rule in load(code).times.rules.items():
        op, _, argument = rule.partition(" ")
        assert op in OPERATIONS, f"{pattern}: no operation {op}"
        slots = set(re.findall(r"\{([a-z_]+)\d?\}", pattern))
        assert op not in NEEDS_UNIT or argument or "unit" in slots, f"{pattern}: no unit"
        assert op != "weekday" or slots & {"weekday", "anyday", "shortday"}, f"{pattern}: no weekday"
        assert op != "month" or slots & {"month", "anymonth", "monthnumber"}, f"{pattern}: no month"


@pytest.mark.parametrize("code", [*codes(), "und"])
def test_every_slot_is_a_class_or_a_reader(code: str) -> None:
    known = grammar(load(code)).slots
    for pattern in load(code).times.rules:
        for slot in re.findall(r"\{(\w+)\}", pattern):
            assert slot.rstrip("0123456789") in known, f"{pattern}: no slot {slot}"

"""How much of an article is told after another outlet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.crosscheck.derivations.acknowledged import NOTHING, Acknowledged, acknowledged
from recoupe.crosscheck.derivations.credits import find_credits
from recoupe.model import Attribution, Source, SourceKind, Span
from tests.group.told import told

POST = told("post", "The dyke is leaking.", publisher="The Varn Post")
TEXT = "The Varn Post wrote that the dyke leaks. Nobody was hurt. A farmer told the Varn Post that he had seen it."


def owing(name: str, kind: SourceKind, content: str, *, via: tuple[str, ...] = ()) -> Acknowledged:
    """What the text owes to the Varn Post where one content is attributed to somebody."""
    at = TEXT.index(content)
    source = TEXT.index(name)
    said = Attribution(
        "a",
        Span(source, source + len(name)),
        None,
        (Span(at, at + len(content)),),
        "indirect",
        "asserts",
        Source(name, kind),
        via,
        "test",
    )
    article = replace(told("text", TEXT), attributions=(said, said))
    return acknowledged(article, POST, find_credits([article, POST]))


@pytest.mark.parametrize(
    ("name", "kind", "via"),
    [
        ("The Varn Post", "outlet", ()),
        ("A farmer", "person", ("Varn Post",)),
        ("A farmer", "person", ("The Varn Post",)),
    ],
)
def test_what_an_outlet_says_or_hands_on_is_owed_to_it_once(name: str, kind: SourceKind, via: tuple[str, ...]) -> None:
    content = "the dyke leaks"
    owed = owing(name, kind, content, via=via)
    assert owed.lead
    assert owed.share == pytest.approx(len(content) / (len(TEXT) - 2), abs=0.01)


def test_what_others_say_is_not_owed_to_the_outlet() -> None:
    assert owing("A farmer", "person", "Nobody was hurt").share == 0


def test_an_outlet_that_is_not_named_is_owed_nothing() -> None:
    article = told("text", "The dyke is leaking, a farmer said.")
    assert acknowledged(article, POST, find_credits([article, POST])) == NOTHING


def test_an_outlet_named_far_below_is_not_in_the_lead() -> None:
    text = "Water stands in the meadows. Cows were moved. Nobody was hurt. The dyke leaks, the Varn Post wrote."
    article = told("text", text)
    assert not acknowledged(article, POST, find_credits([article, POST])).lead

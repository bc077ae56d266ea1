"""Words of a name → the finding: its kind, how much the reason for it counts, and its role."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.names.tokens import Words, begins
from recoupe.model import NameKind, Span

# How much a reason counts when a name is met several times with different ones. Order matters, distances hardly do:
# a title or a known name beats the word beside it, which beats the look of the name.
KNOWN, TITLE, HEAD, BESIDE, LOOK, GUESS = 6.0, 5.0, 4.0, 2.0, 1.0, 0.5


# A tuple rather than a dataclass: an article has a hundred of them, and tuples are made three times as fast.
class Found(NamedTuple):
    """What one run gave: the words of a name, its kind with a weight, and its role. `initial`: begins a sentence."""

    start: int
    end: int
    key: tuple[str, ...]
    kind: NameKind | None
    weight: float
    role: Span | None = None
    initial: bool = False


def make(words: Words, at: int, end: int, kind: NameKind | None, weight: float, role: Span | None = None) -> Found:
    """The finding for the words from `at` to `end`."""
    key = tuple(words.folds[at:end])
    return Found(words.starts[at], words.ends[end - 1], key, kind, weight, role, begins(words, at) and role is None)

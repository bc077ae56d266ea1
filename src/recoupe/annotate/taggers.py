"""A tagger of your own, from an installed package and a local folder: text → spans of sources, cues and contents.

A package offers one as an entry point of the group `recoupe.taggers`: a function that takes the folder of its model and
gives a `Tagger`. Off by default; nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from recoupe.errors import UsageError

GROUP = "recoupe.taggers"
Place = tuple[int, int]
"""Offsets of the first character and behind the last, as in `text[start:end]`."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as a tagger sees it: what is said, in one or more pieces, by whom, and by which cue."""

    content: tuple[Place, ...]
    source: Place | None = None
    cue: Place | None = None


class Tagger(Protocol):
    """Finds who says what in a text. Equal text must give equal spans; several processes each load their own."""

    def tag(self, text: str, language: str) -> Iterable[Tagged]:
        """The attributions of a text, in any order.

        Args:
            text: the whole text of an article, with the lines that are not its own.
            language: its BCP 47 code.
        """
        ...


@cache
def load_tagger(name: str, folder: str) -> Tagger:
    """The tagger of that name, with its model from the folder.

    Raises:
        UsageError: if no installed package offers one, or there is no such folder.
    """
    offered = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise UsageError(f"no tagger {name!r} is installed (installed: {known}); install the package that offers it")
    if not Path(folder).is_dir():
        raise UsageError(f"the tagger {name!r} needs its model in a folder, but {folder!r} is none")
    make: Callable[[Path], Tagger] = offered[name].load()
    return make(Path(folder))

"""The tree of exceptions. Each message says what was wrong, with the value, and what to do next."""

from __future__ import annotations

import traceback
from pathlib import Path

from recoupe.model import Rejected, RejectReason


class RecoupeError(Exception):
    """Anything that Recoupe raises on purpose."""


class UsageError(RecoupeError):
    """The caller asked for something that does not exist or does not fit together."""


class EngineError(RecoupeError):
    """The processes that do the work came to an end; the articles are not to blame."""


class LanguageDataError(RecoupeError):
    """A language file breaks its schema; the message names the file and the key."""


class Unreadable(RecoupeError):
    """An input that gives no article; it becomes an entry in `rejected`."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: RejectReason = reason
        self.detail = detail


class NoArticles(Unreadable):
    """A well-formed file of another purpose, such as a JSON file of settings; passed over where a folder was named."""

    def __init__(self, detail: str) -> None:
        super().__init__("format", detail)


def defect(source: str, error: Exception) -> Rejected:
    """An error of our own as an entry in `rejected`, so that one article cannot end the run over a hundred thousand."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    told = " ".join(str(error).split()) or "no message"
    where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    return Rejected(source, "defect", f"{where}: {told}; please report it with the text that caused it")

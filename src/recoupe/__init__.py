"""Recoupe cross-checks the news: who copied whom, who says what, and how many independent origins stand behind it.

The public names, each loaded on first use so that importing is cheap:

    >>> import recoupe
    >>> report = recoupe.check("articles/")   # doctest: +SKIP
    >>> [(claim.text, claim.independent.best) for claim in report.stories[0].claims]   # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recoupe.engines import engine
    from recoupe.errors import LanguageDataError, RecoupeError, UsageError
    from recoupe.model import Answer, Article, Rejected, Report, Story
    from recoupe.pipeline import ask, check, read
    from recoupe.settings import Settings
    from recoupe.write.json import load

__version__ = "0.1.0"

_HOME = {
    "Answer": "recoupe.model",
    "Article": "recoupe.model",
    "LanguageDataError": "recoupe.errors",
    "RecoupeError": "recoupe.errors",
    "Rejected": "recoupe.model",
    "Report": "recoupe.model",
    "Settings": "recoupe.settings",
    "Story": "recoupe.model",
    "UsageError": "recoupe.errors",
    "ask": "recoupe.pipeline",
    "check": "recoupe.pipeline",
    "engine": "recoupe.engines",
    "load": "recoupe.write.json",
    "read": "recoupe.pipeline",
}

__all__ = [
    "Answer",
    "Article",
    "LanguageDataError",
    "RecoupeError",
    "Rejected",
    "Report",
    "Settings",
    "Story",
    "UsageError",
    "__version__",
    "ask",
    "check",
    "engine",
    "load",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"recoupe has no {name!r}; it offers: {', '.join(__all__)}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)

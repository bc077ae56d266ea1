"""The tree of exceptions. Each message says what was wrong, with the value, and what to do next."""

from __future__ import annotations


class RecoupeError(Exception):
    """Anything that Recoupe raises on purpose."""


class UsageError(RecoupeError):
    """The caller asked for something that does not exist or does not fit together."""


class LanguageDataError(RecoupeError):
    """A language file breaks its schema; the message names the file and the key."""

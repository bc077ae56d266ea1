"""Run-wide options, in one frozen record; each has a default that is right for a newcomer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a run.

    Args:
        language: the language of the articles (BCP 47), where the user knows better than the texts; None to detect it.
        max_bytes: inputs larger than this, unpacked, are rejected; 20 MB holds any article, not a book or a dump.
        max_chars: an article's text is cut here, so that time and memory per article are bounded.
        started: a time to write into the report. None by default, so that equal input gives equal bytes.
    """

    language: str | None = None
    max_bytes: int = 20_000_000
    max_chars: int = 200_000
    started: str | None = None

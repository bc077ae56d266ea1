"""Run-wide options, in one frozen record; each has a default that is right for a newcomer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a run.

    Args:
        language: the language of the articles (BCP 47), where the user knows better than the texts; None to detect it.
        max_bytes: a text larger than this, unpacked, is rejected; 20 MB holds any article, not a book. Containers (JSON
            lines, tables, archives) may be larger: it holds for each text in them.
        max_chars: an article's text is cut here, so that time and memory per article are bounded.
        started: a time to write into the report. None by default, so that equal input gives equal bytes.
        columns: which column or key of a table or JSON file is which field, as pairs: ("text", "body").
        follow: fetch what an OPML list points to; without it such addresses are listed as rejected.
        fetch_seconds: a page that is not here after this time is rejected. It bounds the whole answer, not each part.
        fetch_wait: seconds between two requests to one host, if its robots.txt asks for no more.
        user_agent: how Recoupe names itself to servers, and which group of their robots.txt it obeys.
        allow_private: also fetch from addresses of this machine and its networks; for tests and intranets.
        tagger: name and model folder of an installed tagger, which finds attributions beside the rules.
    """

    language: str | None = None
    max_bytes: int = 20_000_000
    max_chars: int = 200_000
    started: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    follow: bool = False
    fetch_seconds: float = 4.0
    fetch_wait: float = 1.0
    user_agent: str = "Recoupe/0.1 (+https://github.com/recoupe/recoupe)"
    allow_private: bool = False
    tagger: tuple[str, str] | None = None

"""Articles for tests of the layers: one region, one sentence to a line or to a full stop."""

from __future__ import annotations

import re

from recoupe.annotate import annotate
from recoupe.model import Article, Published, Region, Span

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?]+(?=\s+[A-ZÀ-Ý])|(?=\n)|$)", re.MULTILINE)


def article(text: str, language: str, published: str | None = None) -> Article:
    """An article whose whole text is body."""
    return Article(
        id="a" * 16,
        source="test",
        captures=(),
        url=None,
        canonical_url=None,
        publisher=None,
        headline=None,
        byline=None,
        language=language,
        language_confidence=None,
        published=Published(published, "day", "given") if published else None,
        agencies=(),
        text=text,
        regions=(Region(0, len(text), "body"),),
        sentences=tuple(Span(*m.span()) for m in _SENTENCE.finditer(text) if m.group()),
    )


def who_said(text: str, language: str) -> list[tuple[str, str]]:
    """The source and the words of each attribution of a text."""
    made = annotate(article(text, language)).attributions
    return [(a.source.name, " … ".join(text[s.start : s.end] for s in a.content)) for a in made]

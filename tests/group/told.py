"""Articles told in a few lines, with regions and sentences, for the tests of grouping and of derivations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.annotate.sentences import find_sentences
from recoupe.lang import load
from recoupe.model import Article, Published, Publisher, Region, RegionKind

MARKS: dict[str, RegionKind] = {"# ": "headline", "[] ": "caption", "-- ": "related", "@ ": "byline"}


def told(
    id_: str,
    text: str,
    *,
    language: str = "en",
    publisher: str | None = None,
    published: str | None = None,
    agencies: Sequence[str] = (),
) -> Article:
    """An article of a line a region: `# headline`, `[] caption`, `-- related`, `@ byline`, all else body."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    regions: list[Region] = []
    kept: list[str] = []
    at = 0
    for line in lines:
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        kept.append(line.removeprefix(mark))
        regions.append(Region(at, at + len(kept[-1]), MARKS.get(mark, "body")))
        at += len(kept[-1]) + 1
    article = Article(
        id=id_,
        source=f"{id_}.txt",
        captures=(f"{id_}.txt",),
        url=None,
        canonical_url=None,
        publisher=Publisher(publisher, None, "given") if publisher else None,
        headline=next((kept[i] for i, r in enumerate(regions) if r.kind == "headline"), None),
        byline=next((kept[i] for i, r in enumerate(regions) if r.kind == "byline"), None),
        language=language,
        language_confidence=1.0,
        published=Published(published, "minute" if "T" in published else "day", "given") if published else None,
        agencies=tuple(agencies),
        text="\n".join(kept),
        regions=tuple(regions),
    )
    return replace(article, sentences=find_sentences(article, load(language)))

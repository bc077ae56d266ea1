"""What a page is made of: words with their language, links to a place, words in context, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model import Evidence, Place
from recoupe.write.evidence import reason
from recoupe.write.html_anchors import href
from recoupe.write.lookup import Lookup, label, words_at
from recoupe.write.texts import Texts
from recoupe.write.wording import direction, one_line

# Letters of the article shown on either side of words quoted, and of the words shown when the reader points at a link.
CONTEXT, TITLE = 110, 200


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, which have a language of their own; no language where it is not known."""

    text: str
    language: str = ""
    direction: str = "auto"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the words at a place, under the name of its article; `title` shows when the reader points at it."""

    label: str
    href: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their context, and a link to where they stand."""

    link: Link
    before: str
    words: str
    after: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Because:
    """One reason behind a finding, and the words that show it."""

    reason: str
    links: tuple[Link, ...]


def words_of(text: str, article_id: str | None, lookup: Lookup) -> Words:
    """The text in the language of an article."""
    article = lookup.articles.get(article_id or "")
    return Words(text, article.language, direction(article.language)) if article else Words(text)


def link(place: Place, lookup: Lookup, *, text: str | None = None) -> Link:
    """A link to a place, under the label of its article or another text."""
    words, name = one_line(words_at(lookup, place)), label(lookup, place.article)
    shown = words if len(words) <= TITLE else f"{words[:TITLE]}…"
    return Link(text or name, href(lookup, place), f"{name}: {shown}")


def quote(place: Place, lookup: Lookup) -> Quote:
    """The words at a place with what stands around them."""
    article = lookup.articles.get(place.article)
    start, end = _context(article.text, place) if article else (place.start, place.start)
    text = article.text if article else ""
    return Quote(
        link=link(place, lookup),
        before=("…" if start and text[start - 1] != "\n" else "") + text[start : place.start],
        words=words_at(lookup, place),
        after=text[place.end : end] + ("…" if text[end : end + 1] not in ("", "\n") else ""),
        language=article.language if article else "",
        direction=direction(article.language) if article else "auto",
    )


def because(evidence: Sequence[Evidence], lookup: Lookup, catalogue: Texts) -> tuple[Because, ...]:
    """The reasons, the weightiest first."""
    ordered = sorted(evidence, key=lambda one: (-one.weight, one.signal, one.detail))
    return tuple(Because(reason(one, lookup, catalogue), _numbered(one.spans, lookup)) for one in ordered)


def _numbered(places: Sequence[Place], lookup: Lookup) -> tuple[Link, ...]:
    """Links under the number of the article, as in the heads of the table; reasons have too many for names."""
    numbers = lookup.numbers
    return tuple(
        link(place, lookup, text=f"[{numbers[place.article]}]")
        for place in sorted(set(places), key=lambda place: (numbers.get(place.article, 0), place.start, place.end))
        if place.article in numbers
    )


def _context(text: str, place: Place) -> tuple[int, int]:
    """From the word at which the context begins to the one at which it ends, within the paragraph."""
    floor = max(text.rfind("\n", 0, place.start) + 1, place.start - CONTEXT)
    line_end = text.find("\n", place.end)
    ceiling = min(len(text) if line_end < 0 else line_end, place.end + CONTEXT)
    start, end = floor, ceiling
    if start and text[start - 1] != "\n":
        start = text.find(" ", start, place.start) + 1 or place.start
    if end < len(text) and text[end] != "\n":
        cut = text.rfind(" ", place.end, end)
        end = cut if cut >= 0 else place.end
    return start, end

"""Capture → Article: takes the capture apart, tells its parts, and finds who published it, when, in which language."""

from __future__ import annotations

from recoupe.article import html, plain
from recoupe.article.agencies import find_agencies
from recoupe.article.identity import find_byline, find_headline
from recoupe.article.language import detect
from recoupe.article.lexicon import lexicon
from recoupe.article.lines import join
from recoupe.article.metadata import TRACES
from recoupe.article.published import find_published
from recoupe.article.publisher import find_publisher
from recoupe.article.regions import find_regions
from recoupe.lang import load
from recoupe.model import Article, Capture, Document, Publisher, Rejected
from recoupe.settings import Settings


def make_article(capture: Capture, settings: Settings) -> Article | Rejected:
    """The article of a capture, with everything but what `annotate` adds; rejected if it has no text."""
    document = (html if capture.media == "text/html" else plain).make_document(capture)
    text, lines = join(document.blocks, settings.max_chars)
    if not any(any(map(str.isalpha, line.text)) for line in lines):
        return Rejected(capture.source, "no-text", "there is no text in it")
    found = detect(lines, given=settings.language, declared=_said(document, "language"))
    language = load(found.code)
    lex = lexicon(language)
    titles = [item.value for item in document.metadata if item.key == "headline"]
    regions = find_regions(lines, titles, language, found.code)
    publisher = find_publisher(document, text, lines, regions, lex, found.code)
    headline = find_headline(document, text, regions)
    return Article(
        id=_identity(document, publisher, headline, text),
        source=capture.source,
        captures=(capture.source,),
        url=document.url,
        canonical_url=_said(document, "canonical"),
        publisher=publisher,
        headline=headline,
        byline=find_byline(document, text, regions, lex),
        language=found.code,
        language_confidence=found.confidence,
        published=find_published(document, text, lines, regions, lex, found.code),
        agencies=find_agencies(document, lines, regions, text, lex),
        text=text,
        regions=regions,
        captured=capture.captured,
        notes=(*capture.notes, *document.notes, *_cut(document, settings.max_chars)),
        traces=tuple(item for item in document.metadata if item.key in TRACES),
    )


def _cut(document: Document, most: int) -> tuple[str, ...]:
    length = sum(len(block.text) + 1 for block in document.blocks)
    return (f"cut after {most} of about {length} characters; see the setting max_chars",) if length > most + 1 else ()


def _said(document: Document, key: str) -> str | None:
    return next((item.value for item in document.metadata if item.key == key), None)


def _identity(document: Document, publisher: Publisher | None, headline: str | None, text: str) -> str:
    import xxhash

    parts = (document.url or "", publisher.name if publisher else "", headline or "", text)
    return xxhash.xxh3_128_hexdigest("\x1f".join(parts).encode("utf-8", "surrogatepass"))

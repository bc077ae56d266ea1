"""Document → when it was published: structured data first, then the address, then the line that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from recoupe.article.dates import Dated, find_clock, find_dates
from recoupe.article.lexicon import Lexicon
from recoupe.article.lines import Line
from recoupe.article.parts import blank_out
from recoupe.model import Document, Published, Region, RegionKind, Span
from recoupe.text.normal import fold

_ISO = re.compile(
    r"^\s*(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<clock>\d{1,2}:\d{2})(?::(?P<second>\d{2}))?(?:\.\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_IN_URL = (
    re.compile(r"/(?P<y>20\d{2})[/-](?P<m>\d{2})[/-](?P<d>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20\d{2})-?(?P<m>0[1-9]|1[0-2])-?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
)
_COPYRIGHT_LINE = re.compile(r"\u00a9|\(c\)", re.I)
_DATED_KINDS = ("dateline", "byline", "boilerplate", "credit")
_COPYRIGHT = re.compile(r"(?:\u00a9|\(c\)|copyright)[^\d\n]{0,80}(?P<year>20\d{2})", re.I)


def find_published(
    document: Document, text: str, lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon, code: str
) -> Published | None:
    """The publication date, with what it rests on; None if nothing tells the day."""
    for item in document.metadata:
        if item.key == "published" and (made := _of_metadata(item.value, item.evidence)):
            return made
    kinds = {region.start: region.kind for region in regions}
    by_line = _of_lines(lines, kinds, lex, code)
    by_url = _of_url(document.url)
    if by_line and by_url and by_line.value[:10] != by_url.value and by_line.evidence != "text":
        return by_url
    return by_line or by_url or _inferred(text, lines, kinds, code)


def _of_metadata(value: str, evidence: str) -> Published | None:
    kind: Literal["json-ld", "meta", "given"] = (
        "json-ld" if evidence == "json-ld" else "given" if evidence == "container" else "meta"
    )
    m = _ISO.match(value)
    if not m:
        dates = [d for d in find_dates(value, "en") if d.year]
        return Published(_iso(dates[0]), "day", kind) if dates else None
    try:
        date.fromisoformat(m["day"])
    except ValueError:
        return None
    if not m["clock"]:
        return Published(m["day"], "day", kind)
    clock = m["clock"].zfill(5) + (f":{m['second']}" if m["second"] and m["second"] != "00" else "")
    zone = {"Z": "+00:00", None: ""}.get(m["zone"], m["zone"])
    zone = zone if not zone or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return Published(f"{m['day']}T{clock}{zone}", "minute", kind)


def _of_lines(lines: Sequence[Line], kinds: Mapping[int, RegionKind], lex: Lexicon, code: str) -> Published | None:
    """The first line outside the body that gives a day with its year; one with the time of that day if there is one."""
    first: Published | None = None
    for line in lines:
        if kinds.get(line.start) in _DATED_KINDS and len(line.text) <= 300 and not _COPYRIGHT_LINE.match(line.text):
            made = _of_line(line, lex, code)
            if made and made.precision != "day":
                return made if first is None or made.value[:10] == first.value else first
            first = first or made
    return first


def _of_line(line: Line, lex: Lexicon, code: str) -> Published | None:
    dates = [d for d in find_dates(line.text, code) if d.year]
    if not dates:
        return None
    updated = lex.updated_words.search(fold(line.text))
    first = next((d for d in dates if not updated or d.end <= updated.start()), dates[0])
    rest = blank_out(line.text, dates)
    until = min((d.start for d in dates if d.start > first.start), default=len(rest))
    clock = find_clock(rest[:until], first.end) or find_clock(rest[: first.start])
    if clock is None:
        return Published(_iso(first), "day", "text", (Span(line.start + first.start, line.start + first.end),))
    span = Span(line.start + min(first.start, clock.start), line.start + max(first.end, clock.end))
    value = f"{_iso(first)}T{clock.hour:02d}:{clock.minute or 0:02d}{clock.zone or ''}"
    return Published(value, "hour" if clock.minute is None else "minute", "text", (span,))


def _iso(found: Dated) -> str:
    return f"{found.year:04d}-{found.month:02d}-{found.day:02d}"


def _of_url(url: str | None) -> Published | None:
    for pattern in _IN_URL:
        m = pattern.search(url or "")
        if m:
            try:
                return Published(date(int(m["y"]), int(m["m"]), int(m["d"])).isoformat(), "day", "url")
            except ValueError:
                continue
    return None


def _inferred(text: str, lines: Sequence[Line], kinds: Mapping[int, RegionKind], code: str) -> Published | None:
    """From the first comment, from a dateline with its year, or from a dateline's day and the copyright year."""
    first = min(_comment_dates(lines, kinds, code), default=None)
    if first:
        return Published(first[0], "day", "inferred", (first[1],))
    year = _COPYRIGHT.search(text)
    for line in lines:
        if kinds.get(line.start) == "dateline":
            for found in find_dates(line.text[:120], code):
                if found.year or year:
                    dated = Dated(
                        found.start,
                        found.end,
                        found.year or int(year["year"]) if year else found.year,
                        found.month,
                        found.day,
                    )
                    spans = [Span(line.start + found.start, line.start + found.end)]
                    spans += [] if found.year or not year else [Span(year.start("year"), year.end("year"))]
                    return Published(_iso(dated), "day", "text" if found.year else "inferred", tuple(spans))
    return None


def _comment_dates(lines: Sequence[Line], kinds: Mapping[int, RegionKind], code: str) -> Iterator[tuple[str, Span]]:
    for line in lines:
        if kinds.get(line.start) == "comment" and len(line.text) < 80:
            for found in find_dates(line.text, code):
                if found.year:
                    yield _iso(found), Span(line.start + found.start, line.start + found.end)

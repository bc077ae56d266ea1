"""Document → when it was published: structured data first, then the address, then the line that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from recoupe.article.dates import Clock, Dated, find_clock, find_dates
from recoupe.article.lexicon import Lexicon
from recoupe.article.lines import Line
from recoupe.article.parts import blank_out, is_date
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
_COPYRIGHT_LINE = re.compile(r"\u00a9|\(c\)|copyright", re.I)
# A zone stands so near behind its time of day; longer names may stand elsewhere in the line.
_ZONE_WITHIN, _ZONE_CHARS = 30, 5
# Longer lines say more than a date; a label is a word or two.
_LINE_CHARS, _LABEL_CHARS = 300, 40
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
    """The first line outside the body that gives a day with its year; one with the time of that day if there is one.

    A line that gives the day of a change counts if no other gives a day.
    """
    found = list(_dated_lines(lines, kinds, lex, code))
    issued = [one for one, changed in found if not changed] or [one for one, _ in found]
    same_day = (one for one in issued if one.precision != "day" and one.value[:10] == issued[0].value[:10])
    return next(same_day, issued[0] if issued else None)


def _dated_lines(
    lines: Sequence[Line], kinds: Mapping[int, RegionKind], lex: Lexicon, code: str
) -> Iterator[tuple[Published, bool]]:
    """What each line says, and whether that is the day of a change."""
    last_body = max((start for start, kind in kinds.items() if kind == "body"), default=0)
    for i, line in enumerate(lines):
        kind = kinds.get(line.start)
        if kind not in _DATED_KINDS or len(line.text) > _LINE_CHARS or _COPYRIGHT_LINE.match(line.text):
            continue
        if kind == "boilerplate" and line.start > last_body and not _says_so(line.text, lex):
            continue
        made = _of_line(line, lines[i + 1 : i + 2], lex, code)
        if made:
            before = lines[i - 1].text if i else ""
            label = not any(map(str.isdigit, before)) and len(before) <= _LABEL_CHARS
            yield made[0], made[1] or (label and bool(lex.updated_words.search(fold(before))))


def _says_so(text: str, lex: Lexicon) -> bool:
    """Whether a line has a word for publication or change: below the article other things have dates, too."""
    return bool(lex.published_cues.search(fold(text)) or lex.updated_words.search(fold(text)))


def _of_line(line: Line, following: Sequence[Line], lex: Lexicon, code: str) -> tuple[Published, bool] | None:
    dates = [d for d in find_dates(line.text, code) if d.year]
    if not dates:
        return None
    day, changed, start, end = _chosen(dates, fold(line.text), lex)
    rest = blank_out(line.text, dates)
    clock = find_clock(rest[:end], day.end) or find_clock(rest[: day.start], start)
    timed = line
    if clock is None and len(dates) == 1 and following and is_date(following[0].text, lex, code):
        timed = following[0]
        clock = None if find_dates(timed.text, code) else find_clock(timed.text)
    if clock is None:
        return Published(_iso(day), "day", "text", (Span(line.start + day.start, line.start + day.end),)), changed
    zone = clock.zone or _zone(fold(timed.text), clock, day, lex) or ""
    value = f"{_iso(day)}T{clock.hour:02d}:{clock.minute or 0:02d}{zone}"
    precision: Literal["hour", "minute"] = "hour" if clock.minute is None else "minute"
    return Published(value, precision, "text", _spans(line, day, timed, clock)), changed


def _spans(line: Line, day: Dated, timed: Line, clock: Clock) -> tuple[Span, ...]:
    """Where day and time stand: one span if in one line."""
    both = sorted(
        ((line.start + day.start, line.start + day.end), (timed.start + clock.start, timed.start + clock.end))
    )
    if timed is line:
        return (Span(both[0][0], both[1][1]),)
    return tuple(Span(start, end) for start, end in both)


def _chosen(dates: Sequence[Dated], key: str, lex: Lexicon) -> tuple[Dated, bool, int, int]:
    """The day of publication, whether it is that of a change, and from where to where its time of day may stand.

    A date behind "updated" is that of a change, unless "published" comes between; it counts if there is no other.
    """
    changes = {m.start() for m in lex.updated_words.finditer(key)}
    issues = {m.start() for m in lex.published_cues.finditer(key)}
    found = []
    for i, one in enumerate(dates):
        since = dates[i - 1].end if i else 0
        cue = max((at for at in changes | issues if since <= at < one.start), default=None)
        until = min((at for at in (*changes, *issues, *(d.start for d in dates)) if at > one.start), default=len(key))
        found.append((cue in changes, cue not in issues, i, cue or since, until))
    changed, _, i, start, until = min(found)
    return dates[i], changed, start, until


def _zone(key: str, clock: Clock, day: Dated, lex: Lexicon) -> str | None:
    """The offset of the zone that is named behind the time of day, or at length anywhere in the line."""
    found = lex.zone_names.search(key[clock.end : clock.end + _ZONE_WITHIN])
    if not found:
        found = lex.zone_names.search(key)
        found = found if found and (len(found.group()) > _ZONE_CHARS or not found.group().isascii()) else None
    zone = lex.zones.get(found.group(), "") if found else ""
    return zone if zone[:1] in ("+", "-") else _offset(zone, day, clock)


def _offset(zone: str, day: Dated, clock: Clock) -> str | None:
    """What the clocks of a zone were off on that day; None where the system has no data of it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not zone or not day.year:
        return None
    try:
        there = datetime(day.year, day.month, day.day, clock.hour, clock.minute or 0, tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:
        return None
    return there.isoformat()[-6:]


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

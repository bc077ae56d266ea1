"""Article → its times, each with its ISO value; relative ones are seen from the day of publication.

Of the days that fit, the last one is meant, as in news, unless a verb or a word near by looks ahead (see tense.py); of
a day of the month, of a feast at hand and of a date beside "this" the nearer one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import groupby
from typing import NamedTuple

from recoupe.annotate.lexemes import Lexemes, lexemes
from recoupe.annotate.patterns import Grammar, Match, find
from recoupe.annotate.times import calendar
from recoupe.annotate.times.dates import grammar
from recoupe.annotate.times.resolve import FARTHEST, Moment, Resolved, day_of, resolve
from recoupe.annotate.times.tense import Cues, cues, direction
from recoupe.lang import Language
from recoupe.model import Article, Span, Time

READ = frozenset({"headline", "subhead", "body", "caption"})
# Between a day and its clock ("on Thursday, at about 6 pm") or its part stand at most so many tokens.
GAP = 3
_NO_TIME = frozenset({"tail", "skip"})
# Patterns that count from the time right behind them.
_FROM_NEXT = {"before_event": -1, "after_event": 1, "from_event": 1}
# Marks at which a number has nothing behind it that it counts.
_CLOSERS = frozenset(".,;:!?()-'")
# Marks before an apposition.
_APPOSITION = frozenset({",", "-", "("})


class _Found(NamedTuple):
    """A match, its value and the day that this names, before ranges are joined."""

    match: Match
    end: int
    resolved: Resolved
    day: date | None


def find_times(article: Article, language: Language) -> tuple[Time, ...]:
    """The times of headline, subheads, body and captions, in order of the text."""
    tokens, known = lexemes(article.text), cues(language)
    reference = day_of(article.published.value) if article.published else None
    named: date | None = None
    close: date | None = None
    times: list[Time] = []
    for span, before, matches in _by_sentence(article, tokens, grammar(language)):
        if before is None or "\n" in article.text[before.end : span.start]:
            close = None
        sentence, moment = tokens.between(span.start, span.end), Moment(reference, named, close, None, False)
        found = _resolve_all(tokens, sentence, matches, moment, known)
        times += _join_ranges(tokens, found, language)
        close = next((f.day for f in reversed(found) if f.day), None)
        named = close or named
    return tuple(times)


def _by_sentence(
    article: Article, tokens: Lexemes, patterns: Grammar
) -> Iterator[tuple[Span, Span | None, list[Match]]]:
    """The sentences that have matches, with the one right before if that has some, too.

    A match may run over a point that looks like the end of a sentence.
    """
    regions = [Span(r.start, r.end) for r in article.regions if r.kind in READ]
    stands = partial(_stands, tokens)
    matches = [m for r in regions for m in find(patterns, tokens, tokens.between(r.start, r.end), stands)]
    spans = article.sentences or regions
    ends = [span.end for span in spans]
    last = -1
    for at, here in groupby(matches, key=lambda match: bisect_right(ends, tokens.starts[match.first])):
        if at < len(spans):
            yield spans[at], spans[last] if 0 <= last == at - 1 else None, list(here)
            last = at


def _resolve_all(tokens: Lexemes, sentence: range, matches: list[Match], start: Moment, known: Cues) -> list[_Found]:
    """The values of the matches of one sentence, each seen from those before it."""
    found: list[_Found] = []
    moment = start
    here: date | None = None
    for i, match in enumerate(matches):
        if match.op.endswith(" listed") and not _is_listed(tokens, found, match):
            continue
        touches = bool(found) and _touches(tokens, found[-1].end, match.first, known)
        dated = touches and found[-1].day is not None
        if match.op in _NO_TIME:
            if match.op == "tail" and dated and "T" not in (found[-1].resolved.value or ""):
                found[-1] = found[-1]._replace(end=match.end)
            continue
        if match.op == "hours" and dated:
            match = match._replace(op="clock")
        way = direction(tokens, sentence, match, known)
        close = here or moment.close
        if here is None and match.op.startswith(("clock", "part")) and i + 1 < len(matches):
            close = _next_day(tokens, sentence, match, matches[i + 1], moment, known) or close
        restates = here is not None and _restates(tokens, match, known)
        moment = Moment(moment.reference, moment.named, close, way, restates, _is_closed(tokens, match))
        resolved = resolve(match, moment)
        current = _Found(match, match.end - (match.op == "from_event"), resolved, day_of(resolved.value))
        counted = _counted_from(tokens, found[-1], current, known) if found else None
        found[-1:] = [counted] if counted else [*found[-1:], current]
        day = found[-1].day
        if day:
            here = day
            moment = moment._replace(named=day)
    return found


def _next_day(
    tokens: Lexemes, sentence: range, match: Match, following: Match, moment: Moment, known: Cues
) -> date | None:
    """The day named right after a clock: "at 9 am on Thursday"."""
    if following.op in _NO_TIME or not _touches(tokens, match.end, following.first, known):
        return None
    way = direction(tokens, sentence, following, known)
    return day_of(resolve(following, moment._replace(direction=way)).value)


def _is_closed(tokens: Lexemes, match: Match) -> bool:
    """Does no word stand behind that a number could count ("on Sunday 31, people")?"""
    end = match.end
    if end >= len(tokens.lows) or "\n" in tokens.text[tokens.ends[end - 1] : tokens.starts[end]]:
        return True
    if tokens.lows[end] == "-" and tokens.starts[end] == tokens.ends[end - 1]:
        return False
    glued = tokens.text[tokens.ends[end] : tokens.ends[end] + 1]
    if tokens.lows[end] == "." and glued and not glued.isspace():
        return False
    goes_on = end + 1 < len(tokens.lows) and tokens.lows[end + 1].isdecimal() and tokens.lows[end] not in "()"
    return tokens.lows[end] in _CLOSERS and not (goes_on and tokens.starts[end + 1] == tokens.ends[end])


def _stands(tokens: Lexemes, match: Match) -> bool:
    """Is it a time at all? Some are only where nothing follows that could be counted."""
    return not match.op.endswith(" closed") or _is_closed(tokens, match)


def _is_listed(tokens: Lexemes, found: list[_Found], match: Match) -> bool:
    """Does one of its kind stand right before, or nothing at all before and behind it?"""
    if found and 0 < match.first - found[-1].end <= 2:
        return bool({"daymonth", "shortday", "weekday"} & found[-1].match.slots.keys())
    lone = tokens.text[: tokens.starts[match.first]].rpartition("\n")[2]
    behind = tokens.text[tokens.ends[match.end - 1] :].partition("\n")[0]
    return match.op.startswith("date") and not lone.strip() and not behind.strip()


def _counted_from(tokens: Lexemes, left: _Found, right: _Found, known: Cues) -> _Found | None:
    """One day, so far from another that is named right behind: "two weeks before Christmas"."""
    between = tokens.lows[left.match.end : right.match.first]
    sign = _FROM_NEXT.get(left.match.op)
    if sign is None or right.day is None or len(between) > GAP or not known.light.issuperset(between):
        return None
    count, unit = float(left.match.slots.get("n", 1)), str(left.match.slots.get("unit", ""))
    day = calendar.away(right.day, sign * count, unit) if count <= FARTHEST else None
    return _Found(left.match, right.end, Resolved(day.isoformat()), day) if day else None


def _touches(tokens: Lexemes, end: int, first: int, known: Cues) -> bool:
    """Do only small words stand between two times?"""
    return first - end <= GAP and all(t in known.light or t == "," for t in tokens.lows[end:first])


def _restates(tokens: Lexemes, match: Match, known: Cues) -> bool:
    """Does the phrase only say again when a day named before was ("on Wednesday, the day before *the crash*")?"""
    if match.end >= len(tokens.lows) or tokens.lows[match.first - 1] not in _APPOSITION:
        return False
    low = tokens.lows[match.end]
    return low in known.light or (match.op.endswith("_event") and low.isalpha())


def _join_ranges(tokens: Lexemes, found: list[_Found], language: Language) -> Iterator[Time]:
    """The times, with "from A to B" and "between A and B" made one."""
    pairs, light = _ranges(language), cues(language).light
    i = 0
    while i < len(found):
        joined = (
            found[i + 1] if i + 1 < len(found) and _is_range(tokens, found[i], found[i + 1], pairs, light) else None
        )
        value = _range_value(found[i], joined) if joined else None
        if joined and value:
            yield _time(tokens, found[i], joined.end, Resolved(value, "range"))
            # The two days stand in the text as well; those of a night or of two months do not stand alone.
            if found[i].day and joined.day:
                yield from (_time(tokens, f, f.end, f.resolved) for f in (found[i], joined))
            i += 2
        else:
            yield _time(tokens, found[i], found[i].end, found[i].resolved)
            i += 1


def _is_range(
    tokens: Lexemes, left: _Found, right: _Found, pairs: frozenset[tuple[str, str]], light: frozenset[str]
) -> bool:
    """Do the word before the first and the word between two times make one range of them?"""
    if not (left.resolved.value and right.resolved.value) or not 0 < right.match.first - left.end <= GAP:
        return False
    between = tokens.lows[left.end : right.match.first]
    while len(between) > 1 and between[-1] in light:
        between.pop()
    # The opener stands before the time, or is its own first word ("from March").
    before = tokens.lows[max(0, left.match.first - GAP) : left.match.first + 1]
    while before and (before[-1], between[0]) not in pairs and (before[-1] in light or len(before) > GAP):
        before.pop()
    if before and (before[-1], between[0]) not in pairs and left.match.first > 0:
        before = before[:-1]
    return bool(before) and len(between) == 1 and (before[-1], between[0]) in pairs


def _range_value(left: _Found, right: _Found) -> str | None:
    """`start/end`, if both are dates; a start without a year takes that of the end, or the one before."""
    start, end = left.resolved.value or "", right.resolved.value or ""
    if "P" in start + end or "X" in start + end:
        return None
    start, end = start.split("/")[0], end.split("/")[-1]
    size = min(len(start), len(end))
    if "year" in right.match.slots and "year" not in left.match.slots and size > 4:
        start = end[:4] + start[4:]
    if start[:size] > end[:size] and "year" not in left.match.slots and size > 4 and "W" not in start:
        start = f"{int(end[:4]) - (start[4:size] > end[4:size]):04d}{start[4:]}"
    return f"{start}/{end}" if start[:size] <= end[:size] else None


def _time(tokens: Lexemes, found: _Found, end: int, resolved: Resolved) -> Time:
    start = tokens.starts[found.match.first]
    return Time(start, tokens.ends[end - 1], resolved.value, resolved.type, resolved.reason)


@cache
def _ranges(language: Language) -> frozenset[tuple[str, str]]:
    return frozenset((opener, middle) for opener, middle in language.times.ranges)

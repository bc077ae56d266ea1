"""Date expressions → how many are found with the right day, for each language that has a file.

The sentences are such as people say to an assistant ("I'll go back on 2 October"), each with the moment it was said and
the day that is meant. A case is an expression of type "date" that means a day. What counts as right:

- Of a day without a year the set gives the one before and the one after: either counts. News would take the one before
  unless the sentence speaks of what is to come, and most of these do; `past` is the share of the right ones that lie
  before where both were possible.
- "Two months ago" is as exact as its unit: the month (year) of the day that lies whole months (years) off counts.
- "Last Friday" and "next Friday" are the nearest one to some, that of the week before or after to others: both count.
- "18 and 19 June" is one range here; its first and its last day count.
- A day counted from a feast ("two weeks before Christmas") has no year either, though the set gives one: a day that
  lies a year back, or what Easter may be off from that, counts too.
- No case: an expression without letters or digits (the set has empty ones), and a day of the Chinese lunar calendar,
  which the set gives with the numbers of the Gregorian one.

MIT, from microsoft/Recognizers-Text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from recoupe.annotate.sentences import find_sentences
from recoupe.annotate.times import find_times
from recoupe.article import make_article
from recoupe.lang import load
from recoupe.model import Article, Capture, Region
from recoupe.settings import Settings

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "dates"
CODES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "zh": "chinese",
}


YEAR = timedelta(days=365)
# Easter lies within so many days from one year to another.
MOVED = timedelta(days=34)
# What is closer needs no feast to be told.
NEAR = timedelta(days=14)
# Words of the lunar calendar and of eras.
LUNAR = ("\u519c\u5386", "\u6b63\u6708", "\u5927\u5e74")


@dataclass(frozen=True, slots=True)
class Case:
    """An expression in its sentence: where it stands, the day it was said, and the days that it can mean."""

    text: str
    start: int
    end: int
    said: str
    days: tuple[str, ...]


def measure() -> dict[str, float]:
    """Share of the dates that have the right day, and of those before among the right ones that have two readings."""
    figures: dict[str, float] = {}
    for code, name in CODES.items():
        if not (CORPUS / f"{name}.jsonl").is_file():
            continue
        found = [(case, day) for case in cases(name) for day in [resolved(case, code)]]
        right = [(case, day) for case, day in found if day and is_right(case, day)]
        both = [(case, day) for case, day in right if len(case.days) > 1 and len(case.days[0]) == 10]
        figures[f"dates.{code}"] = len(right) / max(len(found), 1)
        figures[f"dates.{code}.past"] = sum(day == case.days[0] for case, day in both) / max(len(both), 1)
    return figures


def is_right(case: Case, day: str) -> bool:
    """Is it a day that is meant? Of one that is counted from a feast, the year before counts too."""
    if day in case.days:
        return True
    if len(case.days) > 1 or len(day) != 10 or any(char.isdigit() for char in case.text[case.start : case.end][-4:]):
        return False
    meant, here = date.fromisoformat(case.days[0]), date.fromisoformat(case.said)
    return meant - here > NEAR and YEAR - MOVED <= meant - date.fromisoformat(day) <= YEAR + MOVED


def cases(name: str) -> Iterator[Case]:
    """The expressions of type "date" that mean a day."""
    with (CORPUS / f"{name}.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            said = row.get("Context", {}).get("ReferenceDateTime", "")[:10]
            for found in row["Results"]:
                resolution = found.get("Resolution", {})
                values = resolution.get("values", []) if isinstance(resolution, dict) else []
                days = tuple(
                    sorted({v["value"] for v in values if v["type"] == "date" and len(v.get("value", "")) == 10})
                )
                if found.get("TypeName") == "datetimeV2.date" and days and "Start" in found:
                    # Some do not say when they were said: those count that name their year.
                    start, end = found["Start"], found["End"] + 1
                    text = row["Input"][start:end]
                    if (said or days[0][:4] in text) and text.strip() and not any(word in text for word in LUNAR):
                        yield Case(row["Input"], start, end, said or days[0], _also(days, said, text))


def _also(days: tuple[str, ...], said: str, text: str) -> tuple[str, ...]:
    """The days that the set gives, and the other readings of news."""
    if not said or len(days) > 1:
        return days
    meant, here = date.fromisoformat(days[0]), date.fromisoformat(said)
    off = (meant - here).days
    if meant.day == here.day and meant != here:
        return (days[0][:4], days[0][:7], days[0]) if meant.month == here.month else (days[0][:7], days[0])
    if 7 < abs(off) < 14 and len(text.split()) == 2:
        return tuple(sorted((days[0], str(meant - timedelta(7 if off > 0 else -7)))))
    return days


def resolved(case: Case, code: str) -> str | None:
    """The day of the time that is found where the expression stands."""
    language = load(code)
    article = _as_body(case, code)
    article = replace(article, sentences=find_sentences(article, language))
    times = [t for t in find_times(article, language) if t.start < case.end and t.end > case.start]
    days = [day[:10] for t in times if t.type in ("date", "range") and t.value for day in t.value.split("/")]
    return next((day for day in days if day in case.days), days[0] if days else None)


def _as_body(case: Case, code: str) -> Article:
    made = make_article(Capture("case", "text/plain", "x", published=case.said, language=code), Settings())
    assert isinstance(made, Article)
    return replace(made, text=case.text, regions=(Region(0, len(case.text), "body"),), language=code)

"""Values → words: dates, shares, languages, and the verdict on a claim, in the language of a catalogue."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from recoupe.lang.load import UNDETERMINED
from recoupe.model import BriefSentence, Claim, Independent, Published
from recoupe.write.texts import Texts, enumeration, phrase

# Origins named in a sentence before the rest is counted; four names still read as one line.
NAMED = 4
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|\Z)")
_MONTH = re.compile(r"\d{4}-\d{2}\Z")
_CLOCK = re.compile(r"T(\d{2}:\d{2})")


def verdict(claim: Claim, in_story: int, catalogue: Texts) -> str:
    """The sentence that matters: how many articles carry the claim, on how many independent origins, by name."""
    carried = len(claim.articles)
    if carried < in_story:
        articles = phrase(catalogue, "story.of", n=carried, total=in_story)
    else:
        articles = phrase(catalogue, "report.articles", n=carried)
    count = origins_counted(claim.independent, catalogue)
    if not claim.origins:
        return phrase(catalogue, "story.verdict_bare", articles=articles, origins=count)
    return phrase(catalogue, "story.verdict", articles=articles, origins=count, names=origins_named(claim, catalogue))


def origins_counted(independent: Independent, catalogue: Texts) -> str:
    """`2 independent origins`, with the range where it is not certain."""
    count, between = phrase(catalogue, "story.origins", n=independent.best), origins_range(independent, catalogue)
    return f"{count} ({between})" if between else count


def brief_sentence(sentence: BriefSentence, catalogue: Texts) -> str:
    """A sentence of the brief, introduced by the one origin on which it rests where it does not name it itself."""
    if sentence.alone is None:
        return sentence.text
    return phrase(catalogue, "story.alone", name=sentence.alone, text=sentence.text)


def origins_range(independent: Independent, catalogue: Texts) -> str:
    """`between 1 and 3`; nothing where the number is certain."""
    if independent.low == independent.high:
        return ""
    return phrase(catalogue, "story.range", low=independent.low, high=independent.high)


def origins_named(claim: Claim, catalogue: Texts) -> str:
    """The names of a claim's origins."""
    return enumeration(catalogue, [origin.name for origin in claim.origins], most=NAMED)


def day(published: Published | None, catalogue: Texts) -> str:
    """The day of publication, or the word for none."""
    return moment(published.value[:10], catalogue) if published else phrase(catalogue, "article.undated")


def moment(value: str, catalogue: Texts) -> str:
    """An ISO date, date-time, month or range in the reader's words; anything else as it is."""
    return " – ".join(_moment(part, catalogue.language) for part in value.split("/"))


@cache
def _moment(value: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    try:
        if _DAY.match(value):
            clock = _CLOCK.search(value)
            return format_date(date.fromisoformat(value[:10]), "medium", language) + (f", {clock[1]}" if clock else "")
        if _MONTH.match(value):
            return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=language))
    except ValueError:  # a day that no calendar has: shown as written
        return value
    return value


def share(part: float, catalogue: Texts) -> str:
    """A share of one as a percentage."""
    from babel.numbers import format_percent

    return format_percent(part, locale=catalogue.language)


@cache
def language_name(code: str, reader: str) -> str:
    """The name of a language in the reader's language, or its code where there is none."""
    from babel import Locale, UnknownLocaleError

    base = code.split("-")[0].lower()
    try:
        return str(Locale.parse(reader).languages.get(base, code))
    except (UnknownLocaleError, ValueError):
        return code


@cache
def direction(code: str) -> str:
    """`ltr`, `rtl`, or `auto` for a language that is not known."""
    from babel import Locale, UnknownLocaleError

    base = code.split("-")[0].lower()
    try:
        return "auto" if base == UNDETERMINED else str(Locale.parse(base).text_direction)
    except (UnknownLocaleError, ValueError):
        return "auto"


def one_line(text: str) -> str:
    """The text with its line breaks and runs of white space as single spaces, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def cropped(line: str, width: int) -> str:
    """The line without control characters, in at most this many characters; an ellipsis stands for what was cut off."""
    shown = "".join(c if c.isprintable() else " " for c in line)
    return shown if len(shown) <= width else f"{shown[: width - 1].rstrip()}…"

"""What a language file says of times and quantities."""

from __future__ import annotations

import msgspec

from recoupe.lang.schema.base import Section


class Times(Section, frozen=True):
    """Words for times that CLDR does not give.

    Args:
        rules: pattern → operation, `"il y a {n} {unit}" = "ago"`. Slots are `{day}`, `{month}`, `{anymonth}` (also
            abbreviated), `{year}`, `{weekday}`, `{anyday}`, `{season}`, `{feast}`, `{part}` (of the day), `{unit}`,
            `{n}`, `{ordinal}`, `{hour}`, `{minute}`, `{hhmm}`, `{numeric}` (a date in digits), and the names in
            `words`. The operations are listed in annotate/times/resolve.py.
        words: lists of words that rules name as `{last}`, `{next}` or what you like.
        units: forms of day, week, weekend, fortnight, month, quarter, semester, year, decade, hour, minute, second.
        months, weekdays: forms that CLDR lacks (other cases), by number; Monday is 0.
        parts: parts of the day. seasons: forms of spring, summer, autumn, winter.
        feasts: `"12-25"` or `"easter-2"` → names.
        days: words for days of the month (`premier`). day_suffixes: what stands right behind its digits.
        ordinals: words for the first to the fourth (quarter), with their number.
        ambiguous: names of months that are also other words; alone they are none, only inside a rule.
        ranges: pairs of the word before the first and the word between the two times.
        light: small words that may stand before a time or between a day and its hour.
        before: words that make a weekday behind them one to come (`by`, `avant`).
        planned: nouns for what is called for a day to come; a weekday right behind one is ahead ("strike Thursday").
        future, near, past: verbs and participles that tell the direction; `near`: the nearer one is meant.
        future_endings, near_endings, past_endings, participles: endings of verb forms; `not_verbs` are exceptions.
    """

    rules: dict[str, str] = msgspec.field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    units: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    months: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    weekdays: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    parts: tuple[str, ...] = ()
    seasons: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    feasts: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    days: dict[str, int] = msgspec.field(default_factory=dict)
    day_suffixes: tuple[str, ...] = ()
    ordinals: dict[str, int] = msgspec.field(default_factory=dict)
    ambiguous: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    light: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    near_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()


class Quantities(Section, frozen=True):
    """Numbers in words, units, and what limits or rounds a number.

    Args:
        numbers: number words and their values, also of several words (`quatre-vingt`, `half a million`).
        joiners: words that join two number words (`et`, `and`).
        ones: number words that are also articles: they count only before a unit or a word of `counted`;
            articles: those of them that count before a unit only (`a`).
        counted: stems of what news counts even when it is one (dead, wounded); `none`: words for zero before them.
        collectives: words for about so many (`dizaine` = 10), `dozen`; `vague`: words that make a number no number.
        big_signs: signs for thousands and more behind digits, in their case (`bn`, `Md`); halves: `and a half`.
        units: more forms of units than CLDR gives, `m = ["metres"]`; currencies by their code, `EUR = ["euros"]`.
        about, at_least, at_most: words before a number; the same with `_after` behind it (`or more`).
        ranges: pairs of words around two numbers (`["between", "and"]`; `["", "to"]` where none stands before);
            an opener with an empty middle is none (`["from", ""]`: from 12 to 15 is a change).
        links: words between a number and what it counts (`de`); skip: words to step over (`other`).
        labels: words before a number that is a name and no count (`article`, `page`, `No.`).
        stops: words that are never what is counted (verbs, prepositions) besides the function words.
        age_before, age_after: words around an age, which is no quantity.
    """

    numbers: dict[str, float] = msgspec.field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    collectives: dict[str, float] = msgspec.field(default_factory=dict)
    vague: tuple[str, ...] = ()
    big_signs: dict[str, float] = msgspec.field(default_factory=dict)
    halves: tuple[str, ...] = ()
    units: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    about: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    about_after: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()

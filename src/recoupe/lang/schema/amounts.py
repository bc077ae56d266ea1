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
            `words`; `{daynumber}` (a day in digits only), `{nth}` (with its suffix), `{daymonth}` (22/04, in the order
            of the language), `{zeroedmonth}` (the same where a zero shows it), `{daypointmonth}` (22.04), `{wordyear}`
            (in words; added to every full date with `{year}`), `{shortyear}` (two digits above 31), `{anyfeast}` (also
            in lower case). The operations are listed in annotate/times/resolve.py; behind one, `closed` asks that no
            word to count stands behind.
        words: lists of words that rules name as `{last}`, `{next}` or what you like.
        units: forms of day, week, weekend, fortnight, month, quarter, semester, year, decade, hour, minute, second.
        months, weekdays: forms that CLDR lacks (other cases), by number; Monday is 0.
        parts: parts of the day. seasons: forms of spring, summer, autumn, winter.
        short_weekdays, short_months: short forms that CLDR lacks, for `{anyday}`, `{shortday}` and `{anymonth}` only.
        spoken_months: ordinals that stand for months, for `{spokenmonth}` ("am siebten vierten").
        feasts: rule → names: `"12-25"`, `"easter-2"`, `"orthodox+1"`, `"advent-7"`, or month, which (0: the last)
            and weekday (Monday is 0): `"11-4-3+1"` is the day after the fourth Thursday of November.
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
    short_weekdays: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    short_months: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    spoken_months: dict[str, int] = msgspec.field(default_factory=dict)
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
        lone: words for millions that mean one of them alone (`milion`).
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
        tolls: words that say what a number behind them counts, `"death toll" = "dead"`; number_of: the same, where
            that stands right behind (`number of`); counts: verbs between what is counted and the number.
        reached: verbs behind which a word of `at_most` tells where a figure came to ("rose to ten").
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
    lone: tuple[str, ...] = ()
    tolls: dict[str, str] = msgspec.field(default_factory=dict)
    number_of: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()

"""Report → a summary for the terminal: plain text, about a screen, the largest stories first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from recoupe.model import Claim, Derivation, Place, Report, Stance, Story
from recoupe.write.debts import debt_sentence, debt_share
from recoupe.write.findings import (
    Parting,
    main_claim,
    ranked_derivations,
    real_conflicts,
    shared_claims,
    side_name,
    single_claims,
    stands_taken,
)
from recoupe.write.lookup import Lookup, by_size, in_order, look_up
from recoupe.write.texts import Texts, enumeration, labelled, phrase
from recoupe.write.wording import one_line, origins_counted, origins_named, verdict

# Lines of a usual terminal window, and the narrowest on which a sentence still reads.
SCREEN, NARROWEST = 40, 40
# Items of each kind shown where one story has the screen, and where it must share it; the rest is counted.
ALONE, SHARED = 5, 2
# Up to this many stories, the largest shows several items of each kind; beyond, one, to leave room for the others.
FEW = 3
# Outlets or people named in one line; the rest is counted.
NAMES = 10
# Articles named for one side of a conflict; the rest is counted.
SIDES = 2
# Inputs that could not be read shown by name; the rest is counted.
REJECTED = 4
# Lines that one item may run over before it is cut short.
WRAPPED = 2


def summary(report: Report, catalogue: Texts, width: int = 100) -> str:
    """What was found, in about forty lines of plain text."""
    lookup, stories = look_up(report, catalogue), by_size(report)
    width = max(width, NARROWEST)
    head = [_headline(report, catalogue)]
    tail = _wrapped(_rejected(report, catalogue), width)
    told = _stories(stories, lookup, catalogue, width, room=SCREEN - len(head) - len(tail) - 2)
    return "\n".join([*head, *told, *tail])


def _headline(report: Report, catalogue: Texts) -> str:
    articles = phrase(catalogue, "report.articles", n=len(report.articles))
    stories = phrase(catalogue, "report.stories", n=len(report.stories))
    return phrase(catalogue, "report.tell", articles=articles, stories=stories)


def _stories(stories: Sequence[Story], lookup: Lookup, catalogue: Texts, width: int, *, room: int) -> list[str]:
    """The largest story in full, then as many as there is room for: two in full, more in short."""
    told: list[str] = []
    most = ALONE if len(stories) == 1 else SHARED if len(stories) <= FEW else 1
    for shown, story in enumerate(stories):
        full = shown == 0 or len(stories) == 2
        lines = _story(story, lookup, catalogue, most) if full else _short(story, catalogue)
        block = ["", *_wrapped(lines, width)]
        if told and len(told) + len(block) > room:
            return [*told, "", phrase(catalogue, "report.more_stories", n=len(stories) - shown)]
        told += block
    return told


def _story(story: Story, lookup: Lookup, catalogue: Texts, most: int) -> Iterator[str]:
    yield from _short(story, catalogue)
    outlets = dict.fromkeys(lookup.outlets[article] for article in in_order(story, lookup))
    yield f"  {_named(catalogue, 'story.outlets', list(outlets))}"
    yield from _claims(story, catalogue, most)
    yield from _section(catalogue, "copies", [_copy(one, lookup, catalogue) for one in ranked_derivations(story)], most)
    conflicts = [_conflict(one, lookup, catalogue) for one in real_conflicts(story)]
    yield from _section(catalogue, "conflicts", conflicts, most)
    yield from _stands(story, lookup, catalogue, "denies", "stance.denied_heading")
    yield from _stands(story, lookup, catalogue, "declines_comment", "stance.silent_heading")


def _short(story: Story, catalogue: Texts) -> Iterator[str]:
    """The title and the sentence that matters."""
    yield one_line(story.title)
    claim = main_claim(story)
    if claim:
        yield f"  {verdict(claim, len(story.articles), catalogue)}"


def _claims(story: Story, catalogue: Texts, most: int) -> Iterator[str]:
    """What several articles tell; if nothing, what one tells. Those of one article alone are no more than counted."""
    shared, single = shared_claims(story), single_claims(story)
    shown = shared or single
    aside = phrase(catalogue, "summary.single", n=len(single)) if shared and single else ""
    yield from _section(catalogue, "claims", [_claim(one, catalogue) for one in shown], most, aside)


def _section(catalogue: Texts, key: str, items: list[str], most: int, aside: str = "") -> Iterator[str]:
    """A heading and the first of its items; then how many are left, and what is said aside."""
    if items:
        yield f"  {phrase(catalogue, f'summary.{key}')}"
    yield from (f"    - {item}" for item in items[:most])
    left = phrase(catalogue, "summary.more", n=len(items) - most) if len(items) > most else ""
    if left or aside:
        yield f"      {'; '.join(filter(None, (left, aside)))}"


def _claim(claim: Claim, catalogue: Texts) -> str:
    articles = phrase(catalogue, "report.articles", n=len(claim.articles))
    names = origins_named(claim, catalogue) or phrase(catalogue, "story.no_origin")
    status = phrase(catalogue, f"status.{claim.status}")
    count = origins_counted(claim.independent, catalogue)
    return f"{one_line(claim.text)}\n{labelled(catalogue, f'{articles}, {count}', names)} [{status}]"


def _copy(one: Derivation, lookup: Lookup, catalogue: Texts) -> str:
    return ", ".join(filter(None, (debt_sentence(one, lookup, catalogue), debt_share(one, catalogue))))


def _conflict(one: Parting, lookup: Lookup, catalogue: Texts) -> str:
    sides = [
        f"{side_name(one, value, catalogue)} ({_in_short(places, lookup, catalogue)})" for value, places in one.sides
    ]
    return labelled(catalogue, phrase(catalogue, f"conflict.{one.kind}"), " / ".join(sides))


def _in_short(places: Sequence[Place], lookup: Lookup, catalogue: Texts) -> str:
    labels = dict.fromkeys(lookup.outlets.get(place.article, place.article) for place in places)
    return enumeration(catalogue, list(labels), most=SIDES)


def _stands(story: Story, lookup: Lookup, catalogue: Texts, stance: Stance, heading: str) -> Iterator[str]:
    names = [stand.name for stand in stands_taken(story, lookup, stance)]
    if names:
        yield f"  {_named(catalogue, heading, names)}"


def _named(catalogue: Texts, heading: str, names: list[str]) -> str:
    return labelled(catalogue, phrase(catalogue, heading), enumeration(catalogue, names, most=NAMES))


def _rejected(report: Report, catalogue: Texts) -> Iterator[str]:
    if report.rejected:
        yield ""
        yield phrase(catalogue, "report.rejected", n=len(report.rejected))
    for one in report.rejected[:REJECTED]:
        yield "  " + labelled(
            catalogue, one.source, f"{phrase(catalogue, f'reason.{one.reason}')} ({one_line(one.detail)})"
        )
    if len(report.rejected) > REJECTED:
        yield f"  {phrase(catalogue, 'summary.more', n=len(report.rejected) - REJECTED)}"


def _wrapped(lines: Iterator[str], width: int) -> list[str]:
    """Long lines run on under their own beginning, then are cut short."""
    out: list[str] = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" -")))
        first, *below = line.split("\n")
        out += _lines(first, width, indent)
        out += [cut for text in below for cut in _lines(indent + text, width, indent)]
    return out


def _lines(line: str, width: int, indent: str) -> list[str]:
    line = "".join(c if c.isprintable() else " " for c in line)
    return textwrap.wrap(line, width, subsequent_indent=indent, max_lines=WRAPPED, placeholder=" …") or [""]

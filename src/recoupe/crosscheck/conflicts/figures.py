"""Point → its figures: each quantity as a range in one unit, with what it counts and the words in which it stands."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from recoupe.crosscheck.claims.slots import day_range
from recoupe.crosscheck.conflicts.points import Point, Scene, in_text_order
from recoupe.crosscheck.contrasts import find_contrasts
from recoupe.crosscheck.lexemes import lexicon
from recoupe.crosscheck.readings import Reading, inside, topics_beside, touching
from recoupe.lang import Language
from recoupe.model import Article, Quantity, Span
from recoupe.text.normal import fold
from recoupe.text.words import words
from recoupe.world.units import base, currencies

MONEY = "money"
COUNT = "count"
# "About" is taken to leave this much room on both sides (15 % is common in newsroom guides for "some 100").
_ABOUT = 0.15
# A round number stands for another within this share of it; below `_FEW`, everybody counts exactly.
_ROUNDING = 0.06
_FEW = 20
# Words on either side of a number that tell what it is about.
_CONTEXT = 10
# Words before and after a number in which a narrowing word is its own ("of whom 52", "52 cases confirmed").
_BEFORE, _AFTER = 2, 3
# What may stand between a quantity and its conversion: a bracket, and a word such as "some".
_GAP = 12
_BRACKET = re.compile(r"\s?[(\[]\s?(?:\w+\s)?")
_BREAK = re.compile(r"[^\w\s'’-]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a statement, in the base unit of its dimension.

    Args:
        counted: stems and notions of what is counted.
        context: stems, notions, word roots and entities around it.
        scopes: the language's lists of narrowing words of which one stands near, by number.
        shown: the number and its unit, as the article has them.
        digits: the digits in order of size; equal for 38 and 83, which a tired hand exchanges.
        written: the digits as they stand (240, 024); none where the number is in words.
        earlier: the statement calls the figure an earlier one.
        places: the places that its sentence names.
        days: first and last day of each time that its sentence gives.
    """

    point: Point
    quantity: Quantity
    dimension: str
    low: float
    high: float
    counted: frozenset[str]
    context: frozenset[str]
    scopes: frozenset[int]
    shown: str
    digits: str
    written: str
    earlier: bool
    places: frozenset[str | None]
    days: tuple[tuple[str, str], ...]


def figures_of(scene: Scene) -> dict[int, list[Figure]]:
    """Point, by number → its figures, in the order of the points."""
    found = {index: figures(scene.points[index]) for index in in_text_order(scene.points)}
    return {index: found[index] for index in sorted(found)}


def figures(point: Point) -> list[Figure]:
    """The quantities of a statement that are no part of a name or a time."""
    found = inside(point.reading.quantities, point.start, point.end)
    return [
        _figure(point, quantity)
        for quantity in found
        if not _is_part(quantity, point.reading) and not _converted(point.article, quantity, found)
    ]


def _is_part(quantity: Quantity, reading: Reading) -> bool:
    times = touching(reading.times, quantity.start, quantity.end)
    return any(t.type != "duration" for t in times) or bool(touching(reading.names, quantity.start, quantity.end))


def _converted(article: Article, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether it gives in brackets what stands before it in another unit: 125 ft (38 m)."""
    kind = _dimension(quantity.unit)
    return any(
        other.unit != quantity.unit
        and _dimension(other.unit) == kind != COUNT
        and _BRACKET.fullmatch(article.text[other.end : quantity.start])
        for other in others
        if other.end <= quantity.start <= other.end + _GAP
    )


def _digits_of(quantity: Quantity) -> str:
    value = quantity.value
    return "" if isinstance(value, tuple) else "".join(sorted(f"{value:.12g}".strip("0").replace(".", "")))


def agree(one: Figure, two: Figure) -> bool:
    """Whether two figures can mean one number: their ranges meet, or one is the other rounded."""
    if one.low <= two.high and two.low <= one.high:
        return True
    return _rounds(one.low, two.low) or _rounds(one.high, two.high)


def _shown(quantity: Quantity) -> str:
    value, unit = quantity.value, quantity.unit
    number = f"{value[0]:.12g}-{value[1]:.12g}" if isinstance(value, tuple) else f"{value:.12g}"
    return f"{number} {unit}" if unit else number


def _figure(point: Point, quantity: Quantity) -> Figure:
    low, high = _range(quantity)
    reading, text = point.reading, point.article.text
    around, begun = _sentence(point.article, point), begun_sentence(point)
    names, times = (touching(row, begun.start, begun.end) for row in (reading.names, reading.times))
    return Figure(
        point=point,
        quantity=quantity,
        dimension=_dimension(quantity.unit),
        low=base(low, quantity.unit)[0],
        high=base(high, quantity.unit)[0],
        counted=_counted(quantity.of, reading.language),
        context=topics_beside(reading, quantity.start, quantity.end, around, _CONTEXT),
        scopes=_scopes(reading, quantity, around),
        shown=_shown(quantity),
        digits=_digits_of(quantity),
        written="".join(filter(str.isdigit, text[quantity.start : quantity.end])),
        earlier=bool(_earlier(reading.language).search(fold(text[point.start : point.end]))),
        places=frozenset(name.entity for name in names if name.kind == "place"),
        days=tuple(days for time in times if time.value and (days := day_range(time.value))),
    )


@cache
def _earlier(language: Language) -> re.Pattern[str]:
    listed = "|".join(re.escape(fold(word)) for word in language.comparison.earlier)
    return re.compile(rf"(?<!\S)(?:{listed})(?!\S)" if listed else "(?!)")


def _scopes(reading: Reading, quantity: Quantity, around: Span) -> frozenset[int]:
    """The narrowing words next to a number, with no comma or the like in between; behind "of whom", a part begins."""
    text, language = reading.article.text, reading.language
    before = reading.words[reading.within(around.start, quantity.start)][-_BEFORE:]
    after = reading.words[reading.within(quantity.end, around.end)][:_AFTER]
    start = before[0].start if before else quantity.start
    end = after[-1].end if after else quantity.end
    behind = _parts(language).split(fold(_BREAK.split(text[quantity.end : end])[0]))[0]
    near = f"{_BREAK.split(text[start : quantity.start])[-1]} {behind}"
    return find_contrasts(near, language).scopes


@cache
def _parts(language: Language) -> re.Pattern[str]:
    listed = "|".join(re.escape(fold(word)) for word in language.comparison.parts)
    return re.compile(rf"\b(?:{listed})\b" if listed else "(?!)")


@lru_cache(2**12)
def _counted(of: str | None, language: Language) -> frozenset[str]:
    """Topics of what is counted; a word of reporting, such as "people", stands for itself."""
    if of is None:
        return frozenset()
    found = (lexicon(language)(word.folded).topics for word in words(of))
    return frozenset(chain.from_iterable(found)) or frozenset([fold(of)])


def _dimension(unit: str | None) -> str:
    if unit is None:
        return COUNT
    return MONEY if unit in currencies() else base(1.0, unit)[1] or COUNT


def _sentence(article: Article, point: Point) -> Span:
    """The sentence around a statement, since a clause may not say what its number is about."""
    at = bisect_right(article.sentences, point.start, key=lambda span: span.start) - 1
    if at >= 0 and article.sentences[at].end >= point.end:
        return article.sentences[at]
    return Span(point.start, point.end)


def begun_sentence(point: Point) -> Span:
    """The sentence in which a statement begins, to the end of both, since a clause may not say where and when."""
    at = bisect_right(point.article.sentences, point.start, key=lambda span: span.start) - 1
    if at >= 0 and point.start < point.article.sentences[at].end:
        around = point.article.sentences[at]
        return Span(around.start, max(around.end, point.end))
    return Span(point.start, point.end)


def _range(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    low, high = value if isinstance(value, tuple) else (value, value)
    room = {"about": (1 - _ABOUT, 1 + _ABOUT), "at least": (1.0, math.inf), "at most": (0.0, 1.0), "exact": (1.0, 1.0)}
    down, up = room[quantity.modifier]
    return low * down, high * up if high else high


def _rounds(one: float, two: float) -> bool:
    small, large = sorted((abs(one), abs(two)))
    if small < _FEW or math.isinf(large) or large - small > _ROUNDING * large:
        return False
    digits = min(_digits(small), _digits(large))
    return _rounded(small, digits) == _rounded(large, digits)


def _digits(value: float) -> int:
    """How many digits of a number say something: 2 of 1,200."""
    return len(f"{value:.6e}".split("e")[0].rstrip("0").replace(".", ""))


def _rounded(value: float, digits: int) -> str:
    return f"{value:.{digits - 1}e}"

"""Lines → which short ones stand among menus, lists of links and forms: a small linear model of a line's shape.

Only lines that no word settles are asked, and no running text. The weights are in noise.toml, with how they were made.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

from recoupe.article.lines import Line, ends_sentence
from recoupe.model import RegionKind
from recoupe.text.scripts import CASED, main_script

# What a line looks like, then where it stands: the order of the features, and the keys of noise.toml.
SHAPE = (
    *("always", "length", "length2", "sentence", "colon", "ellipsis", "comma", "small_start", "capital_start"),
    *("capitals", "small_words", "digits", "signs", "dividers", "again", "word_length", "clock", "bullet", "date"),
    *("link", "boilerplate", "subhead", "body"),
)
PLACE = ("beside", "near", "far", "page", "from_start", "from_end", "prose_near", "prose_page")

# Of a longer line the opening tells enough.
_OPENING = 240
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SIGN = re.compile(r"[^\w\s]")
_DIVIDER = re.compile(r"[|\u00bb\u203a\u2192\u2022\u00b7/><\u00ab]|\s-\s|::")
_LINK = re.compile(r"https?:|www\.|@|\w\.(?:com|org|net|info)\b")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\b(?:19|20)\d{2}\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_BULLET = re.compile(r"[-*\u2022\u00b7\u2013\u2014>\u00bb+|#\u25aa\u25ba]")
# Words so short and in lower case are mostly function words: sentences have them, labels do not.
_SMALL_WORD = 4
# What running text counts for beside its neighbours, and the most that any line does.
PROSE, _MOST = -2.5, 4.0
# How many lines to either side are near and far, and from which on the end of the page is out of sight.
_NEAR, _FAR, _SIGHT = 3, 8, 50
# A line that scores more is noise. At 0 a little more is found, and more text is lost.
_NOISE = 0.0


def find_noise(lines: Sequence[Line], signs: Sequence[RegionKind | None], kinds: Sequence[RegionKind]) -> list[int]:
    """Indexes of lines taken for text that look like those of a menu or a list, and stand among such."""
    asked = [
        i for i, line in enumerate(lines) if signs[i] is None and kinds[i] in ("body", "subhead") and not line.prose
    ]
    if not asked or main_script(" ".join(lines[i].text for i in asked)[:2000]) not in CASED:
        return []
    shapes = line_shapes(lines, kinds)
    alone = _weights("alone", SHAPE)
    among = _weights("among", (*SHAPE, *PLACE))
    places = line_places(lines, [PROSE if shape is None else _score(shape, alone) for shape in shapes], asked)
    return [i for i, place in zip(asked, places, strict=True) if _score((*(shapes[i] or ()), *place), among) > _NOISE]


def line_shapes(lines: Sequence[Line], kinds: Sequence[RegionKind]) -> list[tuple[float, ...] | None]:
    """The features of each line alone; running text has none."""
    seen: set[str] = set()
    shapes: list[tuple[float, ...] | None] = []
    for line, kind in zip(lines, kinds, strict=True):
        shapes.append(None if line.prose else _shape(line.text, kind, again=line.text in seen))
        seen.add(line.text)
    return shapes


def _shape(text: str, kind: RegionKind, *, again: bool) -> tuple[float, ...]:
    opening = text[:_OPENING]
    words = _WORD.findall(opening)
    count = len(words) or 1
    length = math.log1p(len(text)) / 6
    return (
        1.0,
        length,
        length * length,
        ends_sentence(text),
        text.endswith(":"),
        text.endswith(("...", "\u2026")),
        text.endswith(","),
        text[0].islower(),
        text[0].isupper(),
        sum(word[0].isupper() for word in words) / count,
        sum(len(word) <= _SMALL_WORD and word.islower() for word in words) / count,
        sum(map(str.isdigit, opening)) / len(opening),
        len(_SIGN.findall(opening)) / len(opening),
        len(_DIVIDER.findall(opening)) >= 3,
        again,
        sum(map(len, words)) / count / 10,
        _CLOCK.search(opening) is not None,
        _BULLET.match(opening) is not None,
        _DATE.search(opening) is not None,
        _LINK.search(opening) is not None,
        kind == "boilerplate",
        kind == "subhead",
        kind == "body",
    )


def line_places(lines: Sequence[Line], scores: Sequence[float], asked: Sequence[int]) -> list[tuple[float, ...]]:
    """For each line that is asked for: what its neighbours and the page score by themselves, and where it stands."""
    alone = [max(-_MOST, min(_MOST, score)) for score in scores]
    sums, prose = (list(accumulate(row, initial=0.0)) for row in (alone, [float(line.prose) for line in lines]))
    size = len(lines)

    return [
        (
            (alone[i - 1] if i else 0.0) + (alone[i + 1] if i + 1 < size else 0.0),
            _mean(sums, i, _NEAR),
            _mean(sums, i, _FAR),
            sums[-1] / size,
            math.log1p(min(i, _SIGHT)) / 5,
            math.log1p(min(size - 1 - i, _SIGHT)) / 5,
            _mean(prose, i, _NEAR),
            prose[-1] / size,
        )
        for i in asked
    ]


def _mean(sums: Sequence[float], i: int, reach: int) -> float:
    low, high = max(i - reach, 0), min(i + reach + 1, len(sums) - 1)
    return (sums[high] - sums[low]) / (high - low)


def _score(features: tuple[float, ...], weights: tuple[float, ...]) -> float:
    return sum(feature * weight for feature, weight in zip(features, weights, strict=True))


@cache
def _weights(table: str, names: tuple[str, ...]) -> tuple[float, ...]:
    data = tomllib.loads((files("recoupe.article") / "noise.toml").read_text(encoding="utf-8"))
    return tuple(float(data[table][name]) for name in names)

"""Where a time stands in its sentence → which way it points: to the past, as news does, or to what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recoupe.annotate.lexemes import Lexemes
from recoupe.annotate.patterns import Match
from recoupe.annotate.times.calendar import Direction
from recoupe.lang import Language

# How far back and ahead a verb is looked for, in tokens: most clauses of the news are shorter (a guess).
BACK = 30
AHEAD = 14
# How far before a participle its auxiliary stands at most ("will not have been").
AUXILIARY = 5
# Endings tell a tense only in words that are longer than the ending by a stem.
_STEM = 2


@dataclass(frozen=True, slots=True)
class Cues:
    """The words and endings of a language that tell the direction of a time."""

    words: dict[str, Direction]
    endings: dict[Direction, tuple[str, ...]]
    all_endings: tuple[str, ...]
    participles: tuple[str, ...]
    not_verbs: frozenset[str]
    before: frozenset[str]
    planned: frozenset[str]
    light: frozenset[str]


@cache
def cues(language: Language) -> Cues:
    """The cues of a language file, made ready."""
    times = language.times
    words: dict[str, Direction] = {}
    for direction, listed in _directions(times.past, times.near, times.future):
        words.update(dict.fromkeys(listed, direction))
    endings = {d: e for d, e in _directions(times.past_endings, times.near_endings, times.future_endings) if e}
    return Cues(
        words,
        endings,
        tuple(ending for listed in endings.values() for ending in listed),
        times.participles,
        frozenset(times.not_verbs),
        frozenset(times.before),
        frozenset(times.planned),
        frozenset(times.light),
    )


def direction(tokens: Lexemes, sentence: range, match: Match, known: Cues) -> Direction | None:
    """Which way a time points, or None where nothing says."""
    lows = tokens.lows
    own = known.words.get(lows[match.first])
    if own:
        return own
    at = match.first - 1
    while at >= sentence.start and lows[at] in known.light:
        at -= 1
    if at >= sentence.start:
        limit = lows[at] in known.before or lows[match.first] in known.before
        if match.op.startswith("weekday") and (limit or (at == match.first - 1 and lows[at] in known.planned)):
            return "future"
        if match.op.startswith("date") and limit:
            return "near"  # a term is kept or missed about now
        if _is_participle(tokens, at, known):
            backed = (_cue(lows[i], known) for i in range(at - 1, max(sentence.start, at - AUXILIARY) - 1, -1))
            return next((c for c in backed if c), "past")
    for i in range(at, max(sentence.start, at - BACK) - 1, -1):
        found = _cue(lows[i], known)
        if found == "near":
            # "Will he *be* back": the nearer one is meant only where nothing before says that it is ahead.
            return next(
                (
                    c
                    for k in range(i - 1, max(sentence.start, i - AUXILIARY) - 1, -1)
                    if (c := _cue(lows[k], known)) == "future"
                ),
                "near",
            )
        if found:
            return found
    ahead = (_cue(lows[i], known) for i in range(match.end, min(sentence.stop, match.end + AHEAD)))
    return next((c for c in ahead if c), None)


def _is_participle(tokens: Lexemes, i: int, known: Cues) -> bool:
    """By its ending alone; names and acronyms are none."""
    low = tokens.lows[i]
    if len(low) < 4 or low in known.words or low in known.not_verbs or not known.participles:
        return False
    return low.endswith(known.participles) and tokens.text[tokens.starts[i]] == low[0]


def _cue(low: str, known: Cues) -> Direction | None:
    found = known.words.get(low)
    if found or not low.endswith(known.all_endings) or low in known.not_verbs:
        return found
    for way, endings in known.endings.items():
        if low.endswith(endings) and any(low.endswith(e) and len(low) >= len(e) + _STEM for e in endings):
            return way
    return None


def _directions(
    past: tuple[str, ...], near: tuple[str, ...], future: tuple[str, ...]
) -> tuple[tuple[Direction, tuple[str, ...]], ...]:
    """Future first among endings: -ra beats -a."""
    return ("future", future), ("near", near), ("past", past)

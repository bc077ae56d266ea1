"""Two keys of one word of a name → how alike they sound, each letter at the cost at which languages swap it."""

from __future__ import annotations

from functools import lru_cache

VOWELS = frozenset("aeiou")
# What it costs to swap two letters of `name_key`, to leave one out or to put one in; 1 for all others. By how the press
# of one script writes names of another: English and French vowels are written as they sound (Leary, Liri), a soft g or
# j as zh, dzh or y (Jacobs, Dzheikobs, Yakobs), h is lost, l and r are one in Chinese, and so are voiced and unvoiced.
_ANY_VOWEL, _SILENT = 0.4, 0.4
_LEFT_OUT = {"h": 0.3, "r": 0.7, "l": 0.8, "n": 0.8, "s": 0.8}
_SWAPPED = {
    0.3: ("gh", "uv"),
    0.4: ("ix", "gx", "bv", "fv"),
    0.5: ("hi", "hx", "sx", "kx", "ks", "bp", "dt", "gk", "lr"),
    0.6: ("st", "ft", "dx", "ds", "tx"),
}
_COSTS = {pair: cost for cost, pairs in _SWAPPED.items() for two in pairs for pair in (two, two[::-1])}
# Consonants that may be swapped as one letter, those that may be lost left out.
_CLASSES = str.maketrans("bfvdgsxrm", "ppptkkkln", "aeiouh")
# Words whose consonants are less alike than this, all swaps being free, are not (measured on the same names).
_LEAST_FRAME = 0.5
# Word pairs that are remembered: those of a large story.
_CACHED = 65_536


def may_be_alike(one: str, other: str) -> bool:
    """Whether two keys have consonants enough in common to be worth a closer look, which costs a hundred times more."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(_frame(one), _frame(other)) >= _LEAST_FRAME


@lru_cache(_CACHED)
def _frame(key: str) -> str:
    return key.translate(_CLASSES)


@lru_cache(_CACHED)
def alike(one: str, other: str) -> float:
    """1 for the same sounds, 0 for none that are alike: one minus the cheapest alignment by the longer key."""
    longest = max(len(one), len(other))
    return 1 - _cost(one, other) / longest if longest else 0.0


def _cost(one: str, other: str) -> float:
    """Needleman and Wunsch (1970), row by row."""
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _gap(letter))
    for letter in one:
        gap = _gap(letter)
        made = [row[0] + gap]
        for at, against in enumerate(other):
            swap = row[at] + (0.0 if letter == against else _swap(letter, against))
            made.append(min(swap, row[at + 1] + gap, made[at] + _gap(against)))
        row = made
    return row[-1]


def _gap(letter: str) -> float:
    return _SILENT if letter in VOWELS else _LEFT_OUT.get(letter, 1.0)


def _swap(one: str, other: str) -> float:
    if one in VOWELS and other in VOWELS:
        return _ANY_VOWEL
    return _COSTS.get(one + other, 1.0)

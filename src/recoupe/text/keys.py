"""Name → keys without script or romanisation, so that spellings of one name in several languages meet.

`name_key` keeps the vowels and is safe enough to join two names alone; `loose_key` keeps the consonants only, for
scripts that write no vowels, and needs other evidence beside it. Rules follow how the press of several countries
romanises Slavic and Arabic names (design/stack.md, section 6).
"""

from __future__ import annotations

import re
from functools import lru_cache

from recoupe.text.scripts import main_script

_LETTERS = re.compile(r"[a-z]+")
# Signs without a sound of their own: Cyrillic soft sign, hard sign before an iotated vowel, tatweel, raised commas.
_SILENT = re.compile("[\u042c\u044c\u0640\u02bc\u02bb]|[\u042a\u044a](?=[\u0435\u0451\u044e\u044f])")
# Letters whose sign makes another sound, not only another shade, and the Cyrillic hard sign where it is a vowel.
_SIGNED = str.maketrans(
    {
        "\u0161": "sh", "\u0160": "Sh", "\u015f": "sh", "\u015e": "Sh", "\u010d": "ch", "\u010c": "Ch", "\u0107": "ch",
        "\u0106": "Ch", "\u017e": "zh", "\u017d": "Zh", "\u017c": "zh", "\u017b": "Zh", "\u044a": "a", "\u042a": "A",
    }
)  # fmt: skip
_ARABIC_ARTICLE = re.compile("(?:(?<=[\\s-])|^)\u0627\u0644(?=[\u0600-\u06ff]{2})")

# Order matters: the longest groups first, and groups before their letters. x stands for all hushing sounds. In front
# stand letters of which a word must have one: most words need few of the rules, and this is quicker to see.
_SOUNDS = tuple(
    (frozenset(letters), re.compile(pattern), sound)
    for letters, pattern, sound in (
        ("c", "schtsch|chtch|shch|szcz", "x"),
        ("hzj", "dzh|dsch|tsch|tch|sch|ch|cz|sh|sz|sj|zh|tj|dj", "x"),
        ("j", "j(?=i|ou)", "x"),
        ("h", "kh", "h"),
        ("h", "ph", "f"),
        ("cq", "ck|qu(?=[eiy])|q", "k"),
        ("g", "gu(?=[eiy])|gh", "g"),
        ("h", "(?<=.)th", "t"),
        ("o", "ou(?=.*ine$)(.*)ine$", r"u\1in"),
        ("ou", "ou|oo|ue", "u"),
        ("o", "o[fw]+$", "ov"),
        ("e", "e[fw]+$", "ev"),
        ("w", "w", "v"),
        ("tcz", "ts|tz|c(?=[eiy])|z", "s"),
        ("c", "c", "k"),
        ("yji", "[iyj]*[yj][iyj]*|ii+", "i"),
        ("e", "ie", "e"),
        ("e", "ae", "a"),
        ("e", "oe", "o"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]")
# Consonants that languages swap: voiced and unvoiced (Horbal, Gorbal), and those that Arabic lacks.
_SWAPPED = str.maketrans("gpv", "hbf")
# Scripts that write only long vowels, for which w and y stand.
VOWELLESS = frozenset({"Arab", "Hebr"})
_SEMIVOWELS = re.compile("[wy]")
# A word longer than any name is compared by its beginning, so that a page of letters without space costs nothing.
_LONGEST = 60
_CACHED = 65_536


@lru_cache(_CACHED)
def name_key(name: str) -> str:
    """Words of the name in one romanisation: Patrushev, Patrouchev and Patruszew have one key."""
    return " ".join(map(_sound, _latin_words(name)))


@lru_cache(_CACHED)
def loose_key(name: str) -> str:
    """Consonants of the name's words, with those that languages swap made one."""
    vowelless = main_script(name) in VOWELLESS
    words = (_SEMIVOWELS.sub("", word) if vowelless else word for word in _latin_words(name))
    return " ".join(filter(None, (_consonants(_sound(word)) for word in words)))


def _latin_words(name: str) -> list[str]:
    if not name.isascii():
        spoken = _ARABIC_ARTICLE.sub("", _SILENT.sub("", name)).translate(_SIGNED)
        name = "".join(map(_ascii, spoken))
    return [word[:_LONGEST] for word in _LETTERS.findall(name.lower())]


@lru_cache(_CACHED)
def _ascii(letter: str) -> str:
    from anyascii import anyascii

    return anyascii(letter)


def _consonants(sounds: str) -> str:
    return _VOWELS.sub("", sounds).replace("dh", "d").translate(_SWAPPED)


@lru_cache(_CACHED)
def _sound(word: str) -> str:
    for letters, pattern, sound in _SOUNDS:
        if not letters.isdisjoint(word):
            word = pattern.sub(sound, word)
    return _DOUBLED.sub(r"\1", word)

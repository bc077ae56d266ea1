"""Lists of a language file → a pattern for any of their phrases."""

from __future__ import annotations

import re
from functools import cache

from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS

# A letter of a script that has spaces between its words.
_LETTER = rf"[^\W{UNSPACED_CHARS}]"


@cache
def any_of(phrases: tuple[str, ...], behind: str = "") -> re.Pattern[str]:
    """Any of some phrases, in folded text, as whole words.

    Args:
        phrases: as the language file has them.
        behind: a pattern for what must follow them; nothing but the end of a word where it is empty.
    """
    listed = "|".join(sorted(map(re.escape, map(fold, phrases)), key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"(?<!{_LETTER})(?:{listed}){behind or f'(?!{_LETTER})'}" if listed else "(?!)")

"""Numbers in words: tokens → value, by the number words of the language file."""

from __future__ import annotations

from functools import cache

from recoupe.annotate.lexemes import Lexemes
from recoupe.annotate.patterns import WordClass
from recoupe.lang import Language

# From here on a number word multiplies all that stands before it.
THOUSAND = 1000
# The longest number in words has about this many; the bound keeps a page of nothing but number words linear.
MAX_WORDS = 16


@cache
def number_words(language: Language) -> WordClass:
    """The number words of a language with their values."""
    return WordClass(language.quantities.numbers.items())


@cache
def joiners(language: Language) -> frozenset[str]:
    """What stands between the words of a number."""
    return frozenset({"-", *language.quantities.joiners})


def read_number(tokens: Lexemes, i: int, language: Language) -> tuple[float, int] | None:
    """The number in words that begins at a token, and the index after it: `vingt et un` → 21."""
    words, between = number_words(language), joiners(language)
    if tokens.lows[i] not in words.first:
        return None
    total, current, limit, end = 0.0, 0.0, float("inf"), i
    for _ in range(MAX_WORDS):
        at = end + 1 if end > i and end < len(tokens.lows) and tokens.lows[end] in between else end
        read = words.read(tokens, at)
        if read is None:
            break
        value = float(read[0])
        if value >= THOUSAND:
            # A lone word for millions is no number; one for a thousand is, and so is a phrase ("half a million").
            lone = end == i and value > THOUSAND and read[1] == at + 1
            if value >= limit or (lone and tokens.lows[i] not in _lone(language)):
                break
            total, current, limit = total + (current or 1) * value, 0.0, value
        elif value == 100 and 0 < current < 20:
            current *= 100
        elif current == 0 and (end == i or limit < float("inf")) and value < limit:
            current = value
        elif _follows(current, value):
            current += value
        else:
            break
        end = read[1]
    return (total + current, end) if end > i else None


@cache
def _lone(language: Language) -> frozenset[str]:
    """Words for thousands and more that are numbers without another: those that the file names, and `dreitausend`."""
    big = [word for word, value in language.quantities.numbers.items() if value >= THOUSAND]
    compound = (word for word in big if any(word != end and word.endswith(end) for end in big))
    return frozenset(language.quantities.lone).union(compound)


def _follows(current: float, value: float) -> bool:
    """May a value stand behind another within one number? 20 + 1, 100 + 20, and 60 + 11 or 80 + 17 as in French."""
    if current % 100 == 0:
        return current > 0 and value < 100
    if current % 20 == 0 and current % 100 >= 60:
        return value < 20
    return current % 10 == 0 and value < 10 and current % 100 >= 20

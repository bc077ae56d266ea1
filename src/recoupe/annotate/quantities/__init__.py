"""Article → its quantities: every number that counts or measures, with its unit and what is counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from recoupe.annotate.lexemes import Lexemes, lexemes
from recoupe.annotate.quantities.counting import Counting, counting, read_big, read_unit
from recoupe.annotate.quantities.figures import read_figure, telephone_numbers
from recoupe.annotate.quantities.numerals import number_words, read_number
from recoupe.lang import Language
from recoupe.model import Article, Quantity, Span
from recoupe.text.normal import fold
from recoupe.world.units import currencies

READ = frozenset({"headline", "subhead", "body", "caption"})
# A number of four digits in these years is taken for a year unless a unit follows or it is round.
YEARS = range(1900, 2100)
# What is counted stands at most this many tokens behind the number ("31 other people who", "trois des quatre").
REACH = 6
# "The number of those who died in the fire rose to" is about as long as what stands between gets.
BACK = 10
_CLAUSE_MARKS = frozenset(".;!?")
# Units of which a whole is named: "20 % of the voters"; "15 km of the coast" names no thing that is measured.
_OF_A_WHOLE = frozenset({None, "%", "\u2030"})
# How the words around two numbers hold them together: opened by one of their own, or as a change.
_OPENED, _CHANGE = "opened", "change"
Modifier = Literal["about", "at least", "at most", "exact"]


class _Amount(NamedTuple):
    """A number read at a token: its value, the token after it, how it was written, and what it was multiplied by."""

    value: float
    end: int
    digits: bool
    big: float = 1.0
    about: bool = False


def find_quantities(article: Article, language: Language) -> tuple[Quantity, ...]:
    """The quantities of headline, subheads, body and captions, in order of the text; times are left out."""
    tokens, known = lexemes(article.text), counting(language)
    taken = _taken(article, tokens)
    found: list[Quantity] = []
    free = 0
    for i, stop in _candidates(article, tokens, known):
        if i < free or (tokens.lows[i] in known.ones and i + 1 < stop and tokens.lows[i + 1] not in known.behind_one):
            continue
        read = _read(tokens, i, stop, known, language)
        if read and not _overlaps(taken, tokens.starts[i], tokens.ends[read[1] - 1]):
            found.append(read[0])
            free = read[1]
    return tuple(found)


def _candidates(article: Article, tokens: Lexemes, known: Counting) -> Iterator[tuple[int, int]]:
    """Where a number can begin, and the end of its sentence."""
    spans = iter(article.sentences or [Span(r.start, r.end) for r in article.regions if r.kind in READ])
    sentence = range(0)
    for i in tokens.numbers_or(known.starts, range(len(tokens.lows))):
        while i >= sentence.stop:
            span = next(spans, None)
            if span is None:
                return
            sentence = tokens.between(span.start, span.end)
        if i >= sentence.start:
            yield i, sentence.stop


def _taken(article: Article, tokens: Lexemes) -> list[tuple[int, int]]:
    """Where numbers are no quantities: dates and clocks, and telephone numbers. Durations are measures as well."""
    times = [(t.start, t.end) for t in article.times if t.type != "duration"]
    telephones = telephone_numbers(article.text) if any(_may_ring(tokens, i) for i in tokens.numbers) else []
    return sorted(times + telephones)


def _may_ring(tokens: Lexemes, i: int) -> bool:
    """Can a telephone number begin with these digits? It has a zero or a plus in front."""
    start = tokens.starts[i]
    return tokens.text[start] == "0" or tokens.text[start - 1 : start] == "+"


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(taken, (end, -1))
    return i > 0 and taken[i - 1][1] > start


def _read(tokens: Lexemes, i: int, stop: int, known: Counting, language: Language) -> tuple[Quantity, int] | None:
    """The quantity whose number begins at a token, and the token after it."""
    currency, first = _currency_before(tokens, i, known)
    amount = _amount(tokens, i, known, language, money=currency is not None)
    if amount is None:
        return _read_none(tokens, i, stop, known)
    other, opened = _second(tokens, first, amount, known, language)
    if other and opened == _CHANGE:
        # "From 12 to 15 million": the first number is of the same kind as the second, but each is its own.
        unit, end = _unit(tokens, other, known, currency, stop)
        low = amount.value if amount.big > 1 else amount.value * other.big
        counted = _counted(tokens, end, stop, known, unit)
        return Quantity(tokens.starts[first], tokens.ends[amount.end - 1], low, unit, counted), amount.end
    last = other or amount
    unit, end = _unit(tokens, last, known, currency, stop)
    if not _is_quantity(tokens, first, amount, last, (unit, end), known):
        return None
    value: float | tuple[float, float] = amount.value
    if other:
        low = amount.value if amount.big > 1 else amount.value * other.big
        value = (low, other.value)
        if low >= other.value:
            return None
        first -= opened == _OPENED
    elif unit and _is_negative(tokens, i):
        first, value = i - 1, -amount.value
    modifier, first, after = _modifier(tokens, first, end, known, about=amount.about)
    counted = _counted(tokens, after, stop, known, unit) or (None if unit else _counted_before(tokens, first, known))
    return Quantity(tokens.starts[first], tokens.ends[end - 1], value, unit, counted, modifier), after


def _amount(
    tokens: Lexemes, i: int, known: Counting, language: Language, *, money: bool, after: str = ""
) -> _Amount | None:
    """The number at a token with its multipliers (`3.4M`); `after` is the word of the range it ends, or none."""
    digits = tokens.lows[i].isdecimal()
    if digits:
        figure = read_figure(tokens.text, tokens.starts[i], known.decimal, hung=after != "-")
        if figure is None:
            return None
        value, end = figure[0], i + 1
        while end < len(tokens.starts) and tokens.starts[end] < figure[1]:
            end += 1
    else:
        number = read_number(tokens, i, language)
        if number is None or (i > 0 and tokens.lows[i - 1] in known.vague):
            return None
        value, end = number
    return _multiplied(tokens, _Amount(value, end, digits), known, money=money)


def _multiplied(tokens: Lexemes, amount: _Amount, known: Counting, *, money: bool) -> _Amount:
    value, end, big, about = amount.value, amount.end, 1.0, False
    while collective := known.collectives.read(tokens, _over_links(tokens, end, known) if about else end):
        value, end, about = value * float(collective[0]), collective[1], True
    if not amount.digits and (last := known.big.read(tokens, end - 1)):
        big = float(last[0])
    # "Two and a half million" and "deux millions et demi": the half is one of what stands before it.
    half = known.halves.read(tokens, end)
    if half and (big > 1 or read_big(tokens, half[1], known, money=money)):
        value, end = value + float(half[0]) * big, half[1]
    multiplier = read_big(tokens, _over_links(tokens, end, known) if about else end, known, money=money)
    if multiplier:
        big, end = multiplier
        half = known.halves.read(tokens, end)
        value, end = (value + float(half[0]), half[1]) if half else (value, end)
        value *= big
    return _Amount(round(value, 6), end, amount.digits, big, about)


def _over_links(tokens: Lexemes, i: int, known: Counting) -> int:
    while i < len(tokens.lows) and tokens.lows[i] in known.links:
        i += 1
    return i


def _currency_before(tokens: Lexemes, i: int, known: Counting) -> tuple[str | None, int]:
    """The currency whose sign or code stands before a number (`$`, `US$`, `EUR`), and its first token."""
    for first in (i - 2, i - 1):
        if first < 0:
            continue
        sign = tokens.text[tokens.starts[first] : tokens.ends[i - 1]]
        code = known.signs.get(sign)
        near = tokens.starts[i] - tokens.ends[i - 1] <= 1
        if code in currencies() and near and (first == 0 or not tokens.text[tokens.starts[first] - 1].isalnum()):
            return code, first
    return None, i


def _second(
    tokens: Lexemes, first: int, amount: _Amount, known: Counting, language: Language
) -> tuple[_Amount | None, str]:
    """The second number of a range (`between 180 and 210 million`, `15 to 20 %`, `10-12`), and how the range begins."""
    middle = _after_unit(tokens, amount.end, known)
    if middle + 1 >= len(tokens.lows):
        return None, ""
    opener, word = tokens.lows[first - 1] if first else "", tokens.lows[middle]
    opened = _OPENED if opener and (opener, word) in known.range_words else ""
    if not opened and ("", word) not in known.range_words:
        return None, ""
    # A language file marks words that open a change by an empty middle.
    if (opener, "") in known.range_words and word != "-":
        opened = _CHANGE
    at = middle + 1
    sign = tokens.text[tokens.starts[at] : tokens.ends[at]]
    money = known.signs.get(sign) in currencies()
    at += money
    if at >= len(tokens.lows) or (tokens.lows[at] in known.ones and word != "-"):
        return None, ""
    if not _starts_number(tokens, at, language):
        return None, ""
    return _amount(tokens, at, known, language, money=money, after=word), opened


def _after_unit(tokens: Lexemes, end: int, known: Counting) -> int:
    """Steps over a unit that both ends of a range carry (`10 % to 15 %`)."""
    unit = read_unit(tokens, end, known) if end < len(tokens.lows) else None
    return unit[1] if unit else end


def _starts_number(tokens: Lexemes, i: int, language: Language) -> bool:
    return tokens.lows[i].isdecimal() or tokens.lows[i] in number_words(language).first


def _unit(tokens: Lexemes, amount: _Amount, known: Counting, currency: str | None, stop: int) -> tuple[str | None, int]:
    """The unit behind a number, over a link behind a multiplier (`millions d'euros`) or a hyphen (`30-metre`)."""
    at = end = amount.end
    if currency:
        return currency, end
    if at < stop and tokens.lows[at] == "-" and tokens.starts[at] == tokens.ends[at - 1]:
        at += 1
    elif amount.big > 1 or amount.about:
        at = _over_links(tokens, at, known)
    unit = read_unit(tokens, at, known) if at < stop else None
    return unit or (None, end)


def _is_quantity(
    tokens: Lexemes, first: int, amount: _Amount, last: _Amount, measure: tuple[str | None, int], known: Counting
) -> bool:
    """No label, no year, no ordinal, no age, no article that looks like a one."""
    (unit, after), end = measure, last.end
    before = tokens.lows[first - 1] if first else ""
    if before in known.labels or (before == "." and first > 1 and tokens.lows[first - 2] in known.labels):
        return False
    if unit == "yr" and amount.value in YEARS:
        return False
    if unit in ("yr", None) and _is_age(tokens, first, after, known):
        return False
    if unit or last.big > 1 or last.about:
        return True
    if amount.digits and last.digits:
        glued = end < len(tokens.lows) and tokens.starts[end] == tokens.ends[end - 1] and _is_cased(tokens.lows[end])
        spaced = len(tokens.lows[end - 1]) < 4 or end - 1 > first
        year = int(amount.value) in YEARS and amount.value % 100 and not spaced
        return not glued and not year
    if end - first == 1 and tokens.lows[first] in known.ones:
        is_article = tokens.lows[first] in known.articles or end >= len(tokens.lows)
        return not is_article and known.stem_of(tokens.lows[end]) in known.counted
    return True


def _is_cased(low: str) -> bool:
    """Is it a word of a script with capitals? In others, words follow digits without a space."""
    return low.isalpha() and low != low.upper()


def _is_age(tokens: Lexemes, first: int, end: int, known: Counting) -> bool:
    """Is it years of life, by what stands around it, or by marks on both sides (`, 34 ans,`)?"""
    if known.age_before.before(tokens, first) or known.age_after.read(tokens, end):
        return True
    before = tokens.lows[first - 1] if first else ""
    behind = tokens.lows[end] if end < len(tokens.lows) else ""
    return (before == "," and behind in (",", "")) or (before == "(" and behind == ")")


def _modifier(tokens: Lexemes, first: int, end: int, known: Counting, *, about: bool) -> tuple[Modifier, int, int]:
    """What limits the number, before or behind it; the first token with it, and the token after it."""
    kinds: dict[str, Modifier] = {"about": "about", "at least": "at least", "at most": "at most"}
    before = known.before.before(tokens, first)
    if before and before[0] == "at most" and before[1] > 0 and tokens.lows[before[1] - 1] in known.reached:
        before = None
    if before:
        return kinds[before[0]], before[1], end
    after = known.after.read(tokens, end)
    if after:
        return kinds[str(after[0])], first, after[1]
    return ("about" if about else "exact"), first, end


def _is_negative(tokens: Lexemes, i: int) -> bool:
    """Does a minus stand right before a number, and nothing right before the minus?"""
    minus = i > 0 and tokens.lows[i - 1] == "-" and tokens.ends[i - 1] == tokens.starts[i]
    return minus and (i < 2 or tokens.ends[i - 2] < tokens.starts[i - 1])


def _counted(tokens: Lexemes, end: int, stop: int, known: Counting, unit: str | None) -> str | None:
    """Stem of what is counted; behind a unit only over a link (`three metres of water`)."""
    linked = False
    for i in range(end, min(stop, end + REACH)):
        low = tokens.lows[i]
        if low in known.links:
            linked = True
        elif low in known.skip or (linked and unit in _OF_A_WHOLE and fold(low) in known.stops):
            continue
        elif not low.isalpha() or fold(low) in known.stops or (unit and not linked):
            return None
        else:
            return known.stem_of(low)
    return None


def _counted_before(tokens: Lexemes, first: int, known: Counting) -> str | None:
    """Stem of what is counted, where it stands before the number (`the number of dead rose to ten`)."""
    if first > 1 and tokens.lows[first - 1] in known.counts:
        low = tokens.lows[first - 2]
        return known.stem_of(low) if low.isalpha() and fold(low) not in known.stops else None
    for i in range(first - 1, max(-1, first - BACK), -1):
        if tokens.lows[i] in _CLAUSE_MARKS:
            return None
        toll = known.tolls.read(tokens, i) if tokens.lows[i] in known.tolls.first else None
        if toll:
            return known.stem_of(str(toll[0])) if toll[0] else _counted(tokens, toll[1], first, known, None)
    return None


def _read_none(tokens: Lexemes, i: int, stop: int, known: Counting) -> tuple[Quantity, int] | None:
    """None of what news counts even when there is none of it: `aucun mort`, `no casualties`."""
    if tokens.lows[i] not in known.none or i + 1 >= stop:
        return None
    stem = known.stem_of(tokens.lows[i + 1])
    if stem not in known.counted:
        return None
    return Quantity(tokens.starts[i], tokens.ends[i], 0.0, None, stem, "exact"), i + 1

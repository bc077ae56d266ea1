"""Article → its sentences: where a stop, a line end or the end of a region closes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.annotate.quotes import TEXT_KINDS, Quote, find_article_quotes, find_quotes
from recoupe.lang import Language
from recoupe.model import Article, Span
from recoupe.text.normal import fold
from recoupe.text.scripts import FULL_STOPS, UNSPACED_STOPS
from recoupe.text.words import stop_words

# Marks and brackets that belong to the sentence before them; a guillemet may stand after a space, but then no word
# follows it at once (that one opens). No possessive quantifiers: Python 3.11.2, that of Debian 12, mistakes them.
_TAIL = r"(?:[ \u00a0\u202f]?[»›](?!\w)|[«‹](?= |$)|[”’\"'“)\]}」』】）*](?!\w)){0,4}(?![ \u00a0\u202f][»›](?!\w))"
_STOPS = f"[.!?…{FULL_STOPS}]"
# All that can end a sentence stands in one class at the start, which `re` finds ten times as fast as alternatives.
_END = re.compile(
    rf"[.!?…{FULL_STOPS}{UNSPACED_STOPS}\n]"
    rf"(?:(?<=[{UNSPACED_STOPS}])(?P<unspaced>)[{UNSPACED_STOPS}]*[”’\"')\]」』】）》]{{0,4}}"
    r"|(?<=\n)(?P<line>)"
    rf"|(?<!{_STOPS}{_STOPS})(?P<more>{_STOPS}*){_TAIL}(?=\s))"
)
_LEADING = "«»“”„\"'‘’‹›([{-–—*•¿¡ \u00a0\u202f\t"
# A word before a stop is looked for in so many letters: the longest abbreviations have twelve.
_LOOK_BACK = 24
_INITIALS = re.compile(r"[^\W\d_](?:[.-]+[^\W\d_])*")
# A quotation up to this length behind a word of its sentence stays in one piece, though it has a stop inside ("Stop!
# Now!" and went): it is a phrase. What stands behind a colon or first is speech, and speech has sentences.
_PHRASE = 60
# A bracket that holds a stop is still one remark up to this length.
_REMARK = 300
_BRACKETS = re.compile(rf"[(\[（][^()\[\]（）\n]{{1,{_REMARK}}}[)\]）]")
# A line shorter than this is a line of its own (heading, list), never the first part of a wrapped one.
_WRAPPED = 40


def find_sentences(article: Article, language: Language) -> tuple[Span, ...]:
    """The sentences of headline, subheads, captions and body, in order; none crosses from one region to another."""
    quotes, regions = find_article_quotes(article), [r for r in article.regions if r.kind in TEXT_KINDS]
    wholes = _wholes(article.text, quotes)
    return tuple(span for r in regions for span in _split(article.text, language, r.start, r.end, wholes))


def split_sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of a text that is no article."""
    return tuple(_split(text, language, 0, len(text), _wholes(text, find_quotes(text))))


def _split(text: str, language: Language, start: int, stop: int, whole: list[Span]) -> Iterator[Span]:
    """The sentences of `text[start:stop]`, without the white space around them; uses up the `whole` before `stop`."""
    begin = start
    for match in _END.finditer(text, start, stop):
        cut = match.start() if match.lastgroup == "line" else match.end()
        while whole and whole[-1].end <= cut:
            whole.pop()
        inside = bool(whole) and whole[-1].start < cut and match.lastgroup != "line"
        if not inside and _ends(text, match, begin, stop, language):
            yield from _stripped(text, begin, cut)
            begin = cut
    yield from _stripped(text, begin, stop)


def _ends(text: str, match: re.Match[str], begin: int, stop: int, language: Language) -> bool:
    """Whether a sentence ends with this stop or line end."""
    if match.lastgroup == "unspaced":
        return True
    after = _following(text, match.end(), stop)
    if match.lastgroup == "line":
        wrapped = match.start() - begin > _WRAPPED and after.islower() and text[match.start() - 1] not in ".!?…:"
        return not wrapped
    if after.islower():
        return False
    dot = text[match.start()] == "." and not match["more"]
    return not dot or not _is_abbreviation(text, match.start(), match.end(), begin, stop, language)


def _is_abbreviation(text: str, dot: int, cut: int, begin: int, stop: int, language: Language) -> bool:
    """The dot at `dot` shortens the word before it, or makes a number an ordinal, and the sentence goes on."""
    word = _word_before(text, dot, begin)
    if not word:
        return False
    if word.isdecimal():
        at_line_start = not text[begin : dot - len(word)].strip().strip(_LEADING)
        return at_line_start or (language.sentences.ordinal_dots and len(word) <= 2)
    never, maybe = _abbreviations(language)
    folded = fold(word)
    if folded in never:
        return True
    initials = _INITIALS.fullmatch(word) is not None and word[0].isupper()
    if initials and "." not in word:
        return True
    return (initials or folded in maybe) and not _starts_sentence(text, cut, stop, language)


def _starts_sentence(text: str, cut: int, stop: int, language: Language) -> bool:
    """A function word with a capital follows, which only the start of a sentence gives it."""
    following = text[cut : min(stop, cut + _LOOK_BACK)].split(None, 1)
    return bool(following) and fold(following[0].strip(_LEADING + ".,")) in stop_words(language)


def _word_before(text: str, dot: int, begin: int) -> str:
    pieces = text[max(begin, dot - _LOOK_BACK) : dot].rsplit(None, 1)
    if not pieces or text[dot - 1].isspace():
        return ""
    return pieces[-1].lstrip(_LEADING).rpartition("’")[2].rpartition("'")[2]


def _following(text: str, position: int, stop: int) -> str:
    """The first letter or digit behind white space, marks and brackets; empty at the end."""
    for index in range(position, min(stop, position + _LOOK_BACK)):
        if not text[index].isspace() and text[index] not in _LEADING:
            return text[index]
    return ""


def _wholes(text: str, quotes: tuple[Quote, ...]) -> list[Span]:
    """Short quotations and brackets, which no stop divides; last one first."""
    phrases = (
        q
        for q in quotes
        if q.closed and q.end - q.start <= _PHRASE and text[max(0, q.start - 2) : q.start].rstrip()[-1:].isalnum()
    )
    wholes = [Span(q.start, q.end) for q in phrases]
    wholes += [Span(*match.span()) for match in _BRACKETS.finditer(text)]
    return sorted(wholes, key=lambda span: (span.start, span.end), reverse=True)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)


@cache
def _abbreviations(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Those that never end a sentence, and those that may."""
    sentences = language.sentences
    return _folded(sentences.abbreviations), _folded(sentences.final_abbreviations)


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word.rstrip(".")) for word in words)

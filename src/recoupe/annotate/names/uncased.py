"""Article in a script without capitals → names that its marks, roles and known names show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.annotate.names.words import Lexicon
from recoupe.annotate.quotes import text_stretches
from recoupe.model import Article, Name, NameKind
from recoupe.text.scripts import CASED, UNSPACED, UNSPACED_CHARS, main_script
from recoupe.text.words import folded

# Letters behind the Armenian ones in Unicode have no capitals, but for a few that news does not use.
_WITHOUT_CAPITALS = re.compile("[\u0590-\u1dff\u3040-\ud7ff]")
# Chinese sets names of newspapers and books in these marks, and a dot between the parts of a foreign name.
_TITLE = re.compile("[《〈]([^《》〈〉\n]{1,30})[》〉]")
_DOTTED = re.compile(f"[{UNSPACED_CHARS}]{{1,4}}(?:[·・•][{UNSPACED_CHARS}]{{1,6}}){{1,4}}")
_SPACED = re.compile(r"[^\W\d_]+")
# Arabic writes article, "and" and short prepositions in one word with the name.
_PREFIXES = (
    *("\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0641\u0627\u0644", "\u0643\u0627\u0644", "\u0644\u0644"),
    *("\u0627\u0644", "\u0648", "\u0628", "\u0641", "\u0644", "\u0643"),
)


def names_without_capitals(article: Article, lexicon: Lexicon) -> Iterator[Name]:
    """Names of an article in Arabic, Chinese and the like; nothing in scripts that have capitals."""
    script = main_script(article.text) if _WITHOUT_CAPITALS.search(article.text) else "Zyyy"
    if script in CASED or script == "Zyyy":
        return
    for span in text_stretches(article.regions):
        if script in UNSPACED:
            yield from _marked(article.text, span.start, span.end)
            yield from _known_unspaced(article.text, span.start, span.end, _by_letter(lexicon))
        else:
            yield from _known_spaced(article.text, span.start, span.end, lexicon)


def _marked(text: str, start: int, end: int) -> Iterator[Name]:
    for match in _TITLE.finditer(text, start, end):
        yield Name(match.start(1), match.end(1), "outlet")
    for match in _DOTTED.finditer(text, start, end):
        yield Name(match.start(), match.end(), "person")


def _known_unspaced(
    text: str, start: int, end: int, known: dict[str, tuple[tuple[str, NameKind], ...]]
) -> Iterator[Name]:
    at = start
    while at < end:
        hit = next(((form, kind) for form, kind in known.get(text[at], ()) if text.startswith(form, at, end)), None)
        if hit:
            yield Name(at, at + len(hit[0]), hit[1])
        at += len(hit[0]) if hit else 1


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED_CHARS}]{{2,}}")


def _by_letter(lexicon: Lexicon) -> dict[str, tuple[tuple[str, NameKind], ...]]:
    return _table(
        tuple(
            sorted(
                (words[0], kind)
                for _, phrases in lexicon.world.known.items()
                for words, kind in phrases
                if len(words) == 1
            )
        )
    )


@cache
def _table(forms: tuple[tuple[str, NameKind], ...]) -> dict[str, tuple[tuple[str, NameKind], ...]]:
    table: dict[str, list[tuple[str, NameKind]]] = {}
    for form, kind in sorted(forms, key=lambda item: (-len(item[0]), item[0])):
        if _unspaced().fullmatch(form):
            table.setdefault(form[0], []).append((form, kind))
    return {letter: tuple(entries) for letter, entries in table.items()}


def _known_spaced(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Name]:
    words = [(m.start(), m.end(), folded(m.group())) for m in _SPACED.finditer(text, start, end)]
    at = 0
    while at < len(words):
        count, cut, kind = _longest(words, at, lexicon)
        if kind:
            yield Name(words[at][0] + cut, words[at + count - 1][1], kind)
        elif words[at][2] in lexicon.titles and at + 1 < len(words):
            count = 1 + min(2, len(words) - at - 1)
            yield Name(words[at + 1][0], words[at + count - 1][1], "person")
        at += max(1, count)


def _longest(words: list[tuple[int, int, str]], at: int, lexicon: Lexicon) -> tuple[int, int, NameKind | None]:
    """Number of words, letters to cut off in front, and kind of the known name that begins here."""
    start, stop, word = words[at]
    for prefix in ("", *_PREFIXES):
        if not word.startswith(prefix) or stop - start - len(prefix) < 2:
            continue
        for phrase, kind in lexicon.world.known.get(word[len(prefix) :], ()):
            rest = [entry[2] for entry in words[at + 1 : at + len(phrase)]]
            if rest == list(phrase[1:]):
                return len(phrase), len(prefix), kind
    return 0, 0, None

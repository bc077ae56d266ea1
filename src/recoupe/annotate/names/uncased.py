"""Article in a script without capitals → its names, by known names, heads, titles, given names and recurrence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.annotate.names.unspaced import names_without_spaces
from recoupe.annotate.names.words import Lexicon
from recoupe.annotate.quotes import text_stretches
from recoupe.lang import Language
from recoupe.model import Article, Name, NameKind, Span
from recoupe.text.scripts import CASED, UNSPACED, main_script
from recoupe.text.words import folded

# Letters behind the Armenian ones in Unicode have no capitals, but for a few that news does not use.
_WITHOUT_CAPITALS = re.compile("[\u0590-\u1dff\u3040-\ud7ff]")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = frozenset({" ", "\u00a0"})
# Words behind a head or a title that may belong to a name; a foreign name of a firm has so many.
_LONGEST, _FOREIGN = 6, 4
# A title stands so close before the name.
_BETWEEN = 3
# What opens and closes a quoted name; such a name has so many words.
_OPEN, _CLOSE = frozenset("«\"“'‘"), frozenset("»\"”'’")
_QUOTED = 5
# Shorter words stand for a name found elsewhere by chance.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a stretch of text: where they stand, folded, and whether only a space stands before each."""

    text: str
    starts: list[int]
    ends: list[int]
    folds: list[str]
    joined: list[bool]


Found = tuple[int, int, int, NameKind, int | None]
"""First word, letters cut off in front of it, word behind the last, kind, and the word at which the role begins."""


def names_without_capitals(article: Article, lexicon: Lexicon, language: Language) -> Iterator[Name]:
    """Names of an article in Arabic, Chinese and the like; nothing in scripts that have capitals."""
    script = main_script(article.text) if _WITHOUT_CAPITALS.search(article.text) else "Zyyy"
    if script in CASED or script == "Zyyy":
        return
    spans = list(text_stretches(article.regions))
    if script in UNSPACED:
        yield from names_without_spaces(article.text, spans, language)
        return
    stretches = [_words(article.text, span) for span in spans]
    found = [(words, one) for words in stretches for one in _found(words, lexicon)]
    yield from (_name(words, one) for words, one in found)
    yield from _again(stretches, found, lexicon)


def _words(text: str, span: Span) -> _Words:
    matches = list(_WORD.finditer(text, span.start, span.end))
    starts, ends = [m.start() for m in matches], [m.end() for m in matches]
    joined = [False, *(text[a:b] in _JOINED for a, b in zip(ends, starts[1:], strict=False))]
    return _Words(text, starts, ends, [folded(m.group()) for m in matches], joined)


def _name(words: _Words, one: Found) -> Name:
    first, cut, end, kind, role = one
    start = words.starts[first] + cut
    return Name(
        start, words.ends[end - 1], kind, None if role is None else Span(words.starts[role], words.ends[first - 1])
    )


def _found(words: _Words, lexicon: Lexicon) -> Iterator[Found]:
    at = 0
    while at < len(words.folds):
        one = _headed(words, at, lexicon) or _person(words, at, lexicon) or _known(words, at, lexicon)
        if one:
            yield one
        at = max(at + 1, one[2] if one else 0)


def _headed(words: _Words, at: int, lexicon: Lexicon) -> Found | None:
    """A body with its head word; an outlet, firm or place behind a word for what it is. Neither word has an article."""
    for cut, word in _without_prefix(words.folds[at], lexicon, 1):
        if word in lexicon.outlet_heads or word in lexicon.weak_heads:
            kind: NameKind = "outlet" if word in lexicon.outlet_heads else "organisation"
            end = _quoted_end(words, at + 1) or _foreign_end(words, at + 1, lexicon)
            if end > at + 1:
                return at + 1, 0, end, kind, None
        if word in lexicon.heads and (end := _body_end(words, at + 1, lexicon)) > at + 1:
            return at, cut, end, "organisation", None
        if word in lexicon.place_heads and at + 1 < len(words.folds) and words.joined[at + 1]:
            known = _known(words, at + 1, lexicon)
            if known or _may_be_foreign(words.folds[at + 1], lexicon):
                return (at + 1, 0, known[2], "place", None) if known else (at + 1, 0, at + 2, "place", None)
    return None


def _body_end(words: _Words, at: int, lexicon: Lexicon) -> int:
    """Behind the words with an article and the known places that follow the head of a body."""
    end, place = at, False
    while end < len(words.folds) and words.joined[end] and end - at < _LONGEST:
        word = words.folds[end]
        if (known := _known(words, end, lexicon)) and known[3] == "place" and known[1] < 2:
            end, place = known[2], True
        elif not place and _continues(word, first=end == at, lexicon=lexicon):
            end += 1
        elif word in lexicon.links and (known := _known(words, end + 1, lexicon)) and words.joined[end + 1]:
            return known[2] if known[3] == "place" and end > at else end
        else:
            break
    return end


def _continues(word: str, *, first: bool, lexicon: Lexicon) -> bool:
    """A word with an article right behind the head; later one that describes, or that "and" ties to it."""
    described = word.endswith(lexicon.adjective_endings or ("\n",))
    rests = (rest for cut, rest in _without_prefix(word, lexicon, 1) if first or cut or described)
    return any(_is_definite(rest, lexicon) for rest in rests)


def _is_definite(word: str, lexicon: Lexicon) -> bool:
    article = (
        bool(lexicon.uncased.definite)
        and word.startswith(lexicon.uncased.definite)
        and len(word) > len(lexicon.uncased.definite) + 1
    )
    return article and word not in lexicon.common and word not in lexicon.stop


def _quoted_end(words: _Words, at: int) -> int:
    """End of a name in marks of quotation that opens before this word; 0 if none does."""
    if at >= len(words.folds) or words.text[words.starts[at] - 1] not in _OPEN:
        return 0
    for end in range(at, min(at + _QUOTED, len(words.folds))):
        if words.text[words.ends[end] : words.ends[end] + 1] in _CLOSE:
            return end + 1
        if words.joined[end + 1 : end + 2] != [True]:
            break
    return 0


def _foreign_end(words: _Words, at: int, lexicon: Lexicon) -> int:
    """Behind words without an article that no list has as words of the language."""
    end = at
    while (
        end < len(words.folds)
        and words.joined[end]
        and end - at < _FOREIGN
        and _may_be_foreign(words.folds[end], lexicon)
    ):
        end += 1
    return end


def _may_be_foreign(word: str, lexicon: Lexicon) -> bool:
    bare = [rest for _, rest in _without_prefix(word, lexicon)]
    if any(rest in words for rest in bare for words in (lexicon.stop, lexicon.common, lexicon.verbs_behind)):
        return False
    definite = bool(lexicon.uncased.definite) and any(rest.startswith(lexicon.uncased.definite) for rest in bare)
    return len(word) > 1 and not definite and not word.endswith(lexicon.adjective_endings or ("\n",))


def _person(words: _Words, at: int, lexicon: Lexicon) -> Found | None:
    """A given name and what goes with it, or the words behind a form of address."""
    if words.folds[at] in lexicon.titles and words.joined[at + 1 : at + 2] == [True]:
        end = _name_end(words, at + 1, lexicon) if words.folds[at + 1] not in lexicon.all.roles else 0
        return (at + 1, 0, end, "person", at) if end > at + 1 else None
    for cut, word in _without_prefix(words.folds[at], lexicon, 1):
        if word in lexicon.world.given and (end := _name_end(words, at, lexicon)) > at + 1:
            return at, cut, end, "person", None if cut else _role(words, at, lexicon)
    return None


def _name_end(words: _Words, at: int, lexicon: Lexicon) -> int:
    """Behind the given names, the words between them, and one surname."""
    end = at + 1
    while end < len(words.folds) and words.joined[end] and end - at < _LONGEST:
        word = words.folds[end]
        if word in lexicon.world.bound and words.joined[end + 1 : end + 2] == [True]:
            end += 2
        elif word in lexicon.world.given:
            end += 1
        else:
            return end + (end - at < _BETWEEN + 1 and _may_be_surname(word, lexicon))
    return end


def _may_be_surname(word: str, lexicon: Lexicon) -> bool:
    small = word in lexicon.stop or word in lexicon.verbs_behind or word in lexicon.common
    return len(word) > 1 and not small and word not in lexicon.all.roles


def _role(words: _Words, at: int, lexicon: Lexicon) -> int | None:
    """The word at which the role before a name begins."""
    for start in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        if not words.joined[start + 1] or words.folds[start] in lexicon.stop:
            return None
        if any(rest in lexicon.all.roles for _, rest in _without_prefix(words.folds[start], lexicon, 1)):
            return start
    return None


def _known(words: _Words, at: int, lexicon: Lexicon) -> Found | None:
    """The longest known name that begins here."""
    if at >= len(words.folds):
        return None
    for cut, word in _without_prefix(words.folds[at], lexicon):
        if words.ends[at] - words.starts[at] - cut < 2:
            continue
        for phrase, kind in lexicon.world.known.get(word, ()):
            if words.folds[at + 1 : at + len(phrase)] == list(phrase[1:]):
                return at, cut, at + len(phrase), kind, None
    return None


def _without_prefix(word: str, lexicon: Lexicon, most: int = _LONGEST) -> Iterator[tuple[int, str]]:
    """The word, and what is left of it behind each prefix that is written together with words, with its length."""
    yield 0, word
    for prefix in lexicon.uncased.prefixes:
        if len(prefix) <= most and word.startswith(prefix) and len(word) > len(prefix) + 1:
            yield len(prefix), word[len(prefix) :]


def _again(stretches: list[_Words], found: list[tuple[_Words, Found]], lexicon: Lexicon) -> Iterator[Name]:
    """Where names that were found once stand again, alone; of a person, the last word, too."""
    kinds: dict[tuple[str, ...], NameKind] = {}
    for words, (first, cut, end, kind, _) in sorted(found, key=lambda pair: pair[1][3]):
        key = (words.folds[first][cut:], *words.folds[first + 1 : end])
        kinds.setdefault(key, kind)
        if kind == "person" and len(key) > 1 and len(key[-1]) >= _LEAST:
            kinds.setdefault(key[-1:], kind)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(kinds, key=lambda key: (-len(key), key)):
        if len(key) > 1 or len(key[0]) >= _LEAST:
            by_first.setdefault(key[0], []).append(key)
    for words in stretches:
        for at, whole in enumerate(words.folds):
            for cut, word in _without_prefix(whole, lexicon, 1):
                fits = (k for k in by_first.get(word, ()) if words.folds[at + 1 : at + len(k)] == list(k[1:]))
                key = next(fits, ())
                if key:
                    yield Name(words.starts[at] + cut, words.ends[at + len(key) - 1], kinds[key])
                    break

"""Text without spaces and capitals → names: marked, dotted, in letters of foreign names, behind titles, before ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.annotate.names.words import lexicon
from recoupe.lang import Language
from recoupe.model import Name, NameKind, Span
from recoupe.text.scripts import UNSPACED_CHARS

# Chinese sets names of newspapers and books in these marks, and a dot between the parts of a foreign name.
_MARKED = re.compile("[\u300a\u3008]([^\u300a\u300b\u3008\u3009\n]{1,30})[\u300b\u3009]")
_DOTS = "\u00b7\u30fb\u2022\u2027"
# Letters of one part of a foreign name, and how many parts follow the first.
_PART, _PARTS = 7, 4
# A run of letters that write foreign names is one from this length on, if nothing beside it says so.
_CLEAR = 4
# Letters of a body's name before its last word, behind the place or foreign name that it begins with.
_BODY = 10
_Kinds = dict[str, NameKind]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What finds names of a language. All but `dotted` are None where its file lists nothing for them."""

    dotted: re.Pattern[str]
    foreign: re.Pattern[str] | None
    titled: re.Pattern[str] | None
    subject: re.Pattern[str] | None
    body: re.Pattern[str] | None
    firm: re.Pattern[str] | None
    place_behind: re.Pattern[str] | None
    place_before: tuple[str, ...]
    not_outlets: tuple[str, ...]
    known: re.Pattern[str] | None
    kinds: _Kinds


def names_without_spaces(text: str, spans: Sequence[Span], language: Language) -> Iterator[Name]:
    """Names in these spans of the text; a name that is found once is one wherever it stands."""
    patterns = _patterns(language)
    found = [name for span in spans for name in _found(text, span, patterns)]
    kinds = _kinds(text, found)
    yield from found
    if again := _alternatives(kinds):
        for span in spans:
            for match in again.finditer(text, span.start, span.end):
                yield Name(*match.span(), kinds[match.group()])


def _found(text: str, span: Span, patterns: _Patterns) -> Iterator[Name]:
    start, end = span.start, span.end
    for match in _MARKED.finditer(text, start, end):
        if not match.group(1).endswith(patterns.not_outlets or ("\n",)):
            yield Name(*match.span(1), "outlet")
    for pattern in (patterns.titled, patterns.subject):
        for match in pattern.finditer(text, start, end) if pattern else ():
            role = Span(*match.span("role")) if "role" in match.re.groupindex and match["role"] else None
            yield Name(*match.span("name"), "person", role)
    for match in patterns.dotted.finditer(text, start, end):
        yield Name(*match.span(), "person")
    yield from _bodies(text, span, patterns)
    for match in patterns.known.finditer(text, start, end) if patterns.known else ():
        yield Name(*match.span(), patterns.kinds[match.group()])
    for match in patterns.foreign.finditer(text, start, end) if patterns.foreign else ():
        if kind := _foreign_kind(text, match, patterns):
            yield Name(*match.span(), kind)


def _bodies(text: str, span: Span, patterns: _Patterns) -> Iterator[Name]:
    """A place or a foreign name, and behind it up to the last word of a body's name; a firm with its own name."""
    for pattern in (patterns.known, patterns.foreign):
        for match in pattern.finditer(text, span.start, span.end) if pattern else ():
            body = patterns.body.match(text, match.end(), span.end) if patterns.body else None
            if body and patterns.kinds.get(match.group(), "place") == "place":
                yield Name(match.start(), body.end(), "organisation")
    for match in patterns.firm.finditer(text, span.start, span.end) if patterns.firm else ():
        yield Name(*match.span("name"), "organisation")


def _foreign_kind(text: str, match: re.Match[str], patterns: _Patterns) -> NameKind | None:
    """A place by what stands beside it, or as the likeliest reading of a long run of such letters."""
    dotted = text[max(0, match.start() - 1) : match.start()] in _DOTS or text[match.end() : match.end() + 1] in _DOTS
    if dotted and match.start() and match.end() < len(text):
        return None
    behind = patterns.place_behind and patterns.place_behind.match(text, match.end())
    before = text.endswith(patterns.place_before, 0, match.start()) if patterns.place_before else False
    return "place" if behind or before or match.end() - match.start() >= _CLEAR else None


def _kinds(text: str, found: Iterable[Name]) -> _Kinds:
    """The kind of each name and of the last part of a person's: what most places say, else the first by alphabet."""
    votes: dict[str, Counter[NameKind]] = {}
    for name in found:
        written = text[name.start : name.end]
        votes.setdefault(written, Counter())[name.kind] += 1
        parts = re.split(f"[{_DOTS}]", written)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            if len(part) > 1:
                votes.setdefault(part, Counter())["person"] += 1
    return {written: min(count, key=lambda kind: (-count[kind], kind)) for written, count in votes.items()}


@cache
def _patterns(language: Language) -> _Patterns:
    names, letters = language.names, language.names.foreign_letters
    inner = f"[{UNSPACED_CHARS}]" if not names.boundaries else f"(?![{names.boundaries}])[{UNSPACED_CHARS}]"
    part = f"[{letters}]" if letters else f"[{UNSPACED_CHARS}]"
    titles, verbs = "|".join(_longest(names.titles)), "|".join(_longest(names.verbs_behind))
    native = f"(?:{'|'.join(_longest(names.surnames))})(?:{inner}){{1,2}}?" if names.surnames else ""
    dotted = f"{part}{{1,{_PART - 2}}}(?:[{_DOTS}]{part}{{1,{_PART}}}){{1,{_PARTS}}}"
    person = "|".join(filter(None, (dotted, native, f"{part}{{2,6}}")))
    ends = "|".join(names.body_ends)
    edge = rf"(?=[^\w]|[{names.boundaries}]|{titles}|{verbs}|$)"
    kinds = _known(language)
    return _Patterns(
        dotted=re.compile(dotted),
        foreign=re.compile(f"[{letters}]{{3,{_PART + 1}}}") if letters else None,
        titled=re.compile(f"(?P<role>{titles})(?P<name>{person}){edge}") if titles and verbs else None,
        subject=re.compile(rf"(?:(?<=[^\w])|^)(?P<name>{native})(?={verbs})") if native and verbs else None,
        body=re.compile(f"(?:{inner}){{0,{_BODY}}}?(?:{ends})") if ends else None,
        firm=_firm(inner, names.firm_ends, names.boundaries),
        place_behind=_one_of(names.place_ends),
        place_before=names.place_prepositions,
        not_outlets=names.not_outlets,
        known=_alternatives(kinds),
        kinds=kinds,
    )


def _firm(inner: str, ends: tuple[str, ...], boundaries: str) -> re.Pattern[str] | None:
    """A firm's name between a mark or a small word and its last word."""
    if not ends:
        return None
    return re.compile(rf"(?:(?<=[^\w])|(?<=[{boundaries}])|^)(?P<name>(?:{inner}){{2,{_BODY}}}?(?:{'|'.join(ends)}))")


def _known(language: Language) -> _Kinds:
    """Places, bodies and outlets that stand in lists, in the letters of a script without spaces."""
    written = re.compile(f"[{UNSPACED_CHARS}]{{2,}}")
    phrases = (phrase for phrases in lexicon(language).world.known.values() for phrase in phrases)
    return {words[0]: kind for words, kind in sorted(phrases) if len(words) == 1 and written.fullmatch(words[0])}


def _alternatives(kinds: _Kinds) -> re.Pattern[str] | None:
    """One pattern for many names, the longest first."""
    return _one_of(name for name in kinds if len(name) > 1)


def _one_of(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = "|".join(_longest(words))
    return re.compile(listed) if listed else None


def _longest(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))]

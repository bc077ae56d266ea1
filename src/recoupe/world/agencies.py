"""News agencies: who they are, and the names under which texts credit them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS

_WORD = re.compile(r"\w+")
_NAME_AFTER = re.compile(r"[ \u00a0-][^\W\d_a-z]\w")
_NAME_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-z]\w+[ \u00a0-]$")
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A news agency.

    Args:
        name: its usual short form; the name that reports use.
        aliases: long forms, and its names in other scripts.
        marks: forms that also are first names or words, so that they count alone and not beside another name.
        country: ISO 3166 code of its seat.
        footers: house forms of credit lines that do not name it; all phrases of one stand in such a line, in order.
        kind: `text` for agencies that sell text, `photo` for those that only sell pictures.
    """

    name: str
    aliases: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    footers: tuple[tuple[str, ...], ...] = ()
    country: str = ""
    kind: str = "text"


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies, in the order of the file."""
    data = (files("recoupe.world") / "agencies.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data)["agency"], tuple[Agency, ...])


@cache
def _by_alias() -> dict[str, Agency]:
    return {fold(form): agency for agency in agencies() for form in _forms(agency)}


def _forms(agency: Agency) -> tuple[str, ...]:
    return (agency.name, *agency.aliases, *agency.marks)


def find_agency(name: str) -> Agency | None:
    """The agency that goes by exactly this name, in any case and with or without accents."""
    return _by_alias().get(fold(name).strip().strip("."))


def agency_of_footer(line: str) -> Agency | None:
    """The agency whose house form a credit line has, though it may not name it."""
    folded = fold(line)
    return next((agency for agency, form in _footers() if form.search(folded)), None)


@cache
def _footers() -> tuple[tuple[Agency, re.Pattern[str]], ...]:
    forms = ((agency, form) for agency in agencies() for form in agency.footers)
    return tuple(
        (agency, re.compile(".{1,200}".join(re.escape(fold(part)) for part in form))) for agency, form in forms
    )


@cache
def _printed() -> frozenset[str]:
    return frozenset(form for agency in agencies() for form in _forms(agency))


def agencies_in(text: str) -> list[tuple[Agency, int, int]]:
    """Agencies named in a credit line, in its order, with where they stand.

    A short name must begin with a capital or be written as in the file: `MAP` may be an agency, `map` is a word.
    """
    return list(_named(text))


# Of a short line many things are asked, each of which needs its agencies.
@lru_cache(maxsize=2048)
def _named(text: str) -> tuple[tuple[Agency, int, int], ...]:
    found = [(_by_alias().get(fold(m.group())), m) for m in _mentions(text)]
    return tuple(
        (agency, m.start(), m.end())
        for agency, m in found
        if agency and _is_name(m.group()) and not _in_a_name(text, m)
    )


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """Forms in the text, not overlapping. Where words have spaces, they are looked for at words that begin a form."""
    if _UNSPACED.search(text):
        yield from _pattern(_forms_by_length()).finditer(text)
        return
    if _by_first_word().keys().isdisjoint(_WORD.findall(text.lower())):
        return
    end = 0
    for word in _WORD.finditer(text):
        forms = _by_first_word().get(word.group().lower())
        if forms and word.start() >= end and (m := _pattern(forms).match(text, word.start())):
            end = m.end()
            yield m


@cache
def _forms_by_length() -> tuple[str, ...]:
    return tuple(sorted({*_printed(), *_by_alias()}, key=lambda form: (-len(form), form)))


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in _forms_by_length():
        if word := _WORD.search(form):
            found[word.group().lower()].append(form)
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms, as a whole word; the longest first."""
    ends = (re.escape(form) + ("" if re.search(f"[{UNSPACED_CHARS}]$", form) else r"(?!\w)") for form in forms)
    return re.compile(rf"(?<![^\W{UNSPACED_CHARS}])(?:" + "|".join(ends) + ")", re.I)


def _is_name(form: str) -> bool:
    return form in _printed() or (form[0] == form[0].upper() and fold(form) not in _marks())


@cache
def _marks() -> frozenset[str]:
    return frozenset(fold(mark) for agency in agencies() for mark in agency.marks)


def _in_a_name(text: str, m: re.Match[str]) -> bool:
    """Whether a form that also is a first name or a word has another word with a capital beside it."""
    return fold(m.group()) in _marks() and bool(
        _NAME_AFTER.match(text, m.end()) or _NAME_BEFORE.search(text[: m.start()])
    )

"""Language code → Language: reads data/<code>.toml over data/und.toml, once a process."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from recoupe.errors import LanguageDataError
from recoupe.lang.schema import Example, Language

_DATA = files("recoupe.lang") / "data"
UNDETERMINED = "und"
# The examples of a file, its last part.
_EXAMPLES = "\n[[examples]]\n"
# The first section of a file, up to the next one.
_WORDS = re.compile(r"^\[words[].].*?(?=^\[(?!words[].])|\Z)", re.M | re.S)


@cache
def codes() -> tuple[str, ...]:
    """Codes of the languages that have a file of their own, sorted."""
    found = (entry.name.removesuffix(".toml") for entry in _DATA.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(code for code in found if code != UNDETERMINED))


@cache
def load(code: str) -> Language:
    """The language of a BCP 47 code (`fr-CA` gives French); a language without a file gives `und`, under its own code.

    Raises:
        LanguageDataError: if the file breaks the schema; the message names the file and the key.
    """
    base = code.split("-")[0].lower()
    return language_from(_read(base) if base in codes() else {}, base)


def language_from(data: dict[str, Any], code: str) -> Language:
    """The language that the data of a file describe, laid over `und.toml`.

    Raises:
        LanguageDataError: if the data break the schema.
    """
    merged = _merge(_undetermined(), data)
    merged["code"] = code
    try:
        return msgspec.convert(merged, Language)
    except msgspec.ValidationError as error:
        raise LanguageDataError(f"lang/data/{code if data else UNDETERMINED}.toml: {error}") from error


@cache
def examples(code: str) -> tuple[Example, ...]:
    """The examples of a language file. `load` leaves them unread: they are a third of a file, and only tests ask.

    Raises:
        LanguageDataError: if one breaks the schema.
    """
    _, mark, rest = _text(code).partition(_EXAMPLES)
    try:
        return msgspec.convert(tomllib.loads(mark + rest).get("examples", ()), tuple[Example, ...])
    except msgspec.ValidationError as error:
        raise LanguageDataError(f"lang/data/{code}.toml: examples: {error}") from error


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Function words of each language that has a file, and of its neighbours that have none.

    Whole files are not read: twelve of them take 0.3 s.
    """
    neighbours: dict[str, list[str]] = _section(UNDETERMINED).get("neighbours", {})
    own = {code: tuple(_section(code).get("stop", ())) for code in codes()}
    return {code: tuple(words) for code, words in neighbours.items()} | own


@cache
def alphabets() -> Mapping[str, tuple[str, str]]:
    """The letters of each language that can be told by them, and those of them that its neighbours lack."""
    sections = ((code, _section(code)) for code in codes())
    return {code: (words["letters"], words["own_letters"]) for code, words in sections if "letters" in words}


@cache
def _section(code: str) -> dict[str, Any]:
    found = _WORDS.search(_text(code))
    section: dict[str, Any] = tomllib.loads(found.group())["words"] if found else {}
    return section


@cache
def digest() -> str:
    """Hash of all language files, so that a report says which language data it was made with."""
    import xxhash

    contents = b"".join((_DATA / f"{code}.toml").read_bytes() for code in (*codes(), UNDETERMINED))
    return xxhash.xxh3_64_hexdigest(contents)


@cache
def _undetermined() -> dict[str, Any]:
    return _read(UNDETERMINED)


def _read(code: str) -> dict[str, Any]:
    return tomllib.loads(_text(code).partition(_EXAMPLES)[0])


def _text(code: str) -> str:
    return (_DATA / f"{code}.toml").read_text(encoding="utf-8")


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """`over` laid on `base`: tables merge, lists follow each other (the language's own first), the rest is replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _merge(below, value)
        elif isinstance(value, list) and isinstance(below, list):
            merged[key] = value + below
        else:
            merged[key] = value
    return merged

"""The catalogue of interface texts: language → Texts; one TOML file a language, all with the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_DATA = files("recoupe.write.texts")
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface texts of one language, by dotted key; a text that counts has one form per plural category."""

    language: str
    phrases: Mapping[str, str | Mapping[str, str]]


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a catalogue, sorted."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in _DATA.iterdir() if entry.name.endswith(".toml")))


@cache
def texts(language: str) -> Texts:
    """The catalogue for a BCP 47 code or a locale (`fr`, `fr-CA`, `fr_FR.UTF-8`); English where there is none."""
    code = language.replace("_", "-").split(".")[0].split("-")[0].lower()
    found = code if code in languages() else FALLBACK
    table = tomllib.loads((_DATA / f"{found}.toml").read_text(encoding="utf-8"))
    return Texts(found, {f"{section}.{key}": text for section, keys in table.items() for key, text in keys.items()})


def phrase(catalogue: Texts, key: str, **values: str | int) -> str:
    """A text with its values filled in; where it has plural forms, `n` chooses between them (CLDR rules)."""
    text = catalogue.phrases[key]
    if not isinstance(text, str):
        text = text.get(_plural(catalogue.language, int(values["n"])), text["other"])
    return text.format(**values)


def enumeration(catalogue: Texts, items: Sequence[str], *, most: int | None = None) -> str:
    """`A, B and C`; with `most`, the rest is counted: `A, B and 3 more`."""
    from babel.lists import format_list

    shown = list(items)
    if most is not None and len(shown) > most:
        shown = [*shown[:most], phrase(catalogue, "list.more", n=len(items) - most)]
    return format_list(shown, locale=catalogue.language)


def labelled(catalogue: Texts, label: str, text: str) -> str:
    """`label: text`, with the spacing of the language."""
    return phrase(catalogue, "list.labelled", label=label, text=text)


@cache
def _plural(language: str, n: int) -> str:
    from babel import Locale

    return str(Locale.parse(language).plural_form(n))

"""The vocabulary of pages: which tags hide or part text, and what the words of class names and roles hint at."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

_CLASS_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Markup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What article/pages/markup.toml says."""

    left_open: frozenset[str]
    hidden: frozenset[str]
    parting: frozenset[str]
    content: frozenset[str]
    tags: dict[str, str]
    roles: dict[str, str]
    classes: dict[str, tuple[str, ...]]


@cache
def markup() -> Markup:
    """The vocabulary, read once."""
    return msgspec.convert(
        tomllib.loads((files("recoupe.article.pages") / "markup.toml").read_text(encoding="utf-8")), Markup
    )


@cache
def _hint_of_word() -> dict[str, str]:
    return {word: hint for hint, words in markup().classes.items() for word in words}


# Pages repeat their class names; sites repeat them from page to page.
@lru_cache(maxsize=20_000)
def hints_of(names: str) -> frozenset[str]:
    """What the words of class and id hint at ("post-comments__list" has comments in it)."""
    known, content = _hint_of_word(), markup().content
    found: set[str] = set()
    for name in names.split():
        words = [word.lower() for word in _CLASS_WORDS.findall(name[:80])]
        found.update(known[word] for word in words if word in known)
        if words and content.issuperset(words):
            found.add("content")
    return frozenset(found)

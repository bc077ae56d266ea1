"""Record of a table or JSON file → Capture: tells which key is which field, in the shapes that are common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from recoupe.errors import UsageError
from recoupe.model import Capture, Rejected
from recoupe.readers.found import Found
from recoupe.readers.mojibake import mend
from recoupe.readers.moments import as_iso
from recoupe.settings import Settings
from recoupe.text.normal import fold

Columns = Mapping[str, str]
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}$", re.I)
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}$", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_BLOCK_TAG = re.compile(
    r"<(?:p|div|br|article|section|html|body|h[1-6]|[uo]l|li|figure|blockquote)\b[^<>]{0,500}>", re.I
)
_BETWEEN = re.compile(r"[\s._:-]+")
# Fields of which an article has one, or at least the last two.
_TELLING = frozenset({"text", "html", "title", "url"})
# Where a text is looked at for tags.
_LOOKED_AT = 20_000
# Lists of articles lie a few keys down: {"response": {"results": [...]}}.
_DEEP = 4


class _Shapes(msgspec.Struct, forbid_unknown_fields=True):
    lists: tuple[str, ...]
    wrappers: tuple[str, ...]
    crawls: tuple[str, ...]


class _Names(msgspec.Struct, forbid_unknown_fields=True):
    fields: dict[str, tuple[str, ...]]
    shapes: _Shapes


@cache
def _names() -> _Names:
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=_Names)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    return {field: tuple(_key(name) for name in names) for field, names in _names().fields.items()}


def _key(name: str) -> str:
    return _BETWEEN.sub("", fold(name))


def chosen(columns: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The user's own choice of columns, checked.

    Raises:
        UsageError: if a field is named that does not exist.
    """
    pairs = dict(columns)
    unknown = sorted(set(pairs) - set(_fields()))
    if unknown:
        raise UsageError(f"no field named {unknown[0]!r}; there are: {', '.join(_fields())}")
    return pairs


def known_columns(names: Iterable[str]) -> dict[str, str]:
    """Field → the column that holds it, of those whose names tell."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(_key(name), name)
    found = {field: next((by_key[k] for k in keys if k in by_key), None) for field, keys in _fields().items()}
    return {field: name for field, name in found.items() if name is not None}


def records(value: Any, deep: int = 0) -> list[dict[str, Any]]:
    """The articles in a JSON value: itself, its list, or the list under one of the usual keys; empty if none is one."""
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        return objects if any(map(is_article, objects)) else []
    if not isinstance(value, dict) or deep > _DEEP:
        return []
    if is_article(value):
        return [value]
    inner = (records(value[key], deep + 1) for key in _names().shapes.lists if isinstance(value.get(key), list | dict))
    return next((found for found in inner if found), [])


def is_article(record: Mapping[str, Any]) -> bool:
    """Whether it has a text, or at least a title and an address."""
    given = (
        (field, value) for level in _levels(record) for name, value in level.items() for field, _ in _ranks(str(name))
    )
    there = {field for field, value in given if field in _TELLING and _plain(value, field).strip()}
    return bool(there & {"text", "html"}) or {"title", "url"} <= there


@dataclass(frozen=True, slots=True)
class Container:
    """What holds the records: its name, the columns that the user named, its encoding with notes, the longest text."""

    source: str
    columns: Columns
    encoding: str
    notes: tuple[str, ...]
    max_chars: int


def container_of(found: Found, settings: Settings, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Container:
    """The container of that name, with the columns that the user chose."""
    return Container(found.source, chosen(settings.columns), encoding, notes, settings.max_chars)


def make_capture(container: Container, record: Mapping[str, Any], number: int) -> Capture | Rejected:
    """The capture of one record, named by its id, or by its number where it has none."""
    source, columns = container.source, container.columns
    said = _said(record, columns)
    name = f"{source}#{said.get('id') or number}"
    whole = said["text"] or said["html"]
    page = is_page(whole) or not said["text"]
    title = mend(said["title"])[0].strip() or None
    # Twice as much as is kept of a plain text, so that it shows that there was more.
    text, mended = mend(with_headline(whole, title) if page else whole[: 2 * container.max_chars])
    if not text.strip() and not title:
        return Rejected(name, "empty" if _has_text_key(record, columns) else "format", _lacking(record, columns))
    url = next((u for u in (said.get("url"), said.get("publisher")) if u and _ADDRESS.match(u)), None)
    published, captured = _times(record, said)
    return Capture(
        source=name,
        media="text/html" if text and page else "text/plain",
        text=text,
        url=url,
        publisher=_publisher(said.get("publisher"), url),
        title=title,
        published=published,
        language=_language(said.get("language")),
        byline=said.get("byline") or None,
        captured=captured,
        encoding=container.encoding,
        notes=(*container.notes, *mended),
    )


def is_page(text: str) -> bool:
    """Whether tags part its paragraphs; a plain text may have some left over, but more lines than those."""
    tags = len(_BLOCK_TAG.findall(text[:_LOOKED_AT]))
    return tags >= 1 and 2 * tags >= sum(bool(line.strip()) for line in text[:_LOOKED_AT].split("\n"))


_HEADED = re.compile(r"<(?:html|title|h1)\b", re.I)


def with_headline(page: str, title: str | None) -> str:
    """A part of a page, as feeds give it, with its title above it as on the page."""
    return page if not page or not title or _HEADED.search(page) else f"<h1>{escape(title)}</h1>\n{page}"


def _has_text_key(record: Mapping[str, Any], columns: Columns) -> bool:
    keys = {_key(str(key)): value for key, value in record.items()}
    if "text" in columns:
        return columns["text"] in record
    return any(isinstance(keys.get(name), str) for name in _fields()["text"])


def _lacking(record: Mapping[str, Any], columns: Columns) -> str:
    if _has_text_key(record, columns):
        return "it has no text"
    there = ", ".join(sorted(map(str, record))[:12])
    if "text" in columns:
        return f"there is no key or column {columns['text']!r}; there are: {there}"
    return f"no key or column that is known holds a text; there are: {there}. Say which: --column text=NAME"


def _said(record: Mapping[str, Any], columns: Columns) -> dict[str, str]:
    """Field → value as text: under the name that the user gave, else under the surest of the usual names."""
    found: dict[str, list[tuple[int, Any]]] = {field: [] for field in _fields()}
    for level in _levels(record):
        for name, value in level.items():
            for field, rank in _ranks(str(name)):
                found[field].append((rank, value))
    said: dict[str, str] = {}
    for field, values in found.items():
        given = columns.get(field)
        ordered = [value for _, value in sorted(values, key=itemgetter(0))] if given is None else [record.get(given)]
        said[field] = next((text for value in ordered if (text := _plain(value, field)).strip()), "")
    return said


@lru_cache(4096)
def _ranks(name: str) -> tuple[tuple[str, int], ...]:
    """The fields that a key of that name may be, and how sure that is: 0 is surest."""
    key = _key(name)
    return tuple((field, keys.index(key)) for field, keys in _fields().items() if key in keys)


def _levels(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The record, and the objects in it that hold fields of it."""
    yield record
    for wrapper in _names().shapes.wrappers:
        inner = record.get(wrapper)
        if isinstance(inner, dict):
            yield inner


def _plain(value: Any, field: str) -> str:
    """A value as text: of an object its name, of a list its parts."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        # A text is no number; a date may be one, counted in seconds.
        return "" if field in ("text", "html", "title") else str(value)
    if isinstance(value, dict):
        inner = (
            value.get(key) for key in ("name", "value", "title", "uri", "@value") if isinstance(value.get(key), str)
        )
        return "" if field in ("text", "html") else next(inner, "") or ""
    if isinstance(value, list):
        parts = [part for item in value[:5000] if (part := _plain(item, field).strip())]
        return ("\n\n" if field in ("text", "html") else ", ").join(parts)
    return str(value)


def _publisher(name: str | None, url: str | None) -> str | None:
    """A bare domain says no more than the address does, and is no name."""
    if not name or _ADDRESS.match(name) or (url and _DOMAIN.match(name.strip())):
        return None
    return name


def _language(code: str | None) -> str | None:
    return code.replace("_", "-") if code and _LANGUAGE.match(code) else None


def _times(record: Mapping[str, Any], said: Mapping[str, str]) -> tuple[str | None, str | None]:
    """When it was published, and when captured."""
    published, captured = (as_iso(said[field]) if said.get(field) else None for field in ("published", "captured"))
    if any(key in record for key in _names().shapes.crawls):
        return None, captured or published
    return published, captured

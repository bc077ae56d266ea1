"""Markdown → Capture: its words without the marks, its front matter as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from recoupe.model import Capture
from recoupe.readers.decode import decode
from recoupe.readers.fields import container_of, make_capture
from recoupe.readers.found import Found, Outcome
from recoupe.settings import Settings

_FRONT = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\n(?P<front>.{0,20000}?)\n(?P=mark)[ \t]*(?:\n|$)", re.S)
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,60}?)[ \t]{0,9}:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]{0,9}-[ \t]+(?P<value>.*)$")


def read_markdown(found: Found, settings: Settings) -> Iterator[Outcome]:
    """One article a file."""
    told = decode(found.stream.whole(settings.max_bytes), most=settings.max_chars)
    text = told.text.replace("\r\n", "\n")
    opened = _FRONT.match(text)
    front = _front_matter(opened["mark"], opened["front"]) if opened else {}
    body = plain_text(text[opened.end() :] if opened else text)
    container = container_of(found, settings, told.encoding, told.notes)
    made = make_capture(container, {**front, "text": body}, 1)
    yield replace(made, source=found.source, url=made.url or found.url) if isinstance(made, Capture) else made


def _front_matter(mark: str, text: str) -> dict[str, Any]:
    """TOML between plus signs; between dashes the plain part of YAML: a value or a list for a key."""
    if mark == "+++":
        try:
            return msgspec.toml.decode(text, type=dict[str, Any])
        except msgspec.MsgspecError:
            return {}
    fields: dict[str, Any] = {}
    key = ""
    for line in text.split("\n"):
        if found := _KEY.match(line):
            key = found["key"]
            fields[key] = _value(found["value"] or "")
        elif (item := _ITEM.match(line)) and key:
            held = fields[key] if isinstance(fields[key], list) else []
            fields[key] = [*held, _value(item["value"])]
    return fields


def _value(text: str) -> str | list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(part) for part in text[1:-1].split(",")]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)[^`]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:={2,200}|(?:[-*_][ \t]?){3,200})$")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?P<words>.*?)(?:[ \t]+#{1,6})?[ \t]*$")
_LIST = re.compile(r"[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t]+")
_REFERENCE = re.compile(r"[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_QUOTE = re.compile(r"\A(?:[ \t]{0,3}>[ \t]?){1,9}")
# Marks within a line → what is left of them.
_INLINE = (
    (re.compile(r"<!--.{0,2000}?-->"), ""),
    (re.compile(r"!?\[(?P<words>[^\[\]\n]{0,1000})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)"), r"\g<words>"),
    (re.compile(r"!?\[(?P<words>[^\[\]\n]{1,1000})\]\[[^\[\]\n]{0,200}\]"), r"\g<words>"),
    (re.compile(r"\[\^[^\[\]\n]{1,60}\]"), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"), ""),
    (re.compile(r"(?<!\\)(?P<mark>\*{1,3}|~~)(?=\S)(?P<words>[^*~\n]{1,2000}?)(?<=\S)(?P=mark)"), r"\g<words>"),
    (re.compile(r"(?<!\w)(?P<mark>_{1,3})(?=\S)(?P<words>[^_\n]{1,2000}?)(?<=\S)(?P=mark)(?!\w)"), r"\g<words>"),
    (re.compile(r"`{1,2}(?P<words>[^`\n]{1,1000})`{1,2}"), r"\g<words>"),
    (re.compile(r"\\(?P<sign>[\\`*_{}\[\]()#+\-.!>~|])"), r"\g<sign>"),
)


def plain_text(text: str) -> str:
    """The words; a paragraph is a line, as it is one however its source is broken into lines."""
    paragraphs: list[str] = []
    going_on = False
    for line in text.split("\n"):
        line = _QUOTE.sub("", line, count=1)
        heading = _HEADING.match(line)
        if _FENCE.match(line) or _RULE.match(line) or _REFERENCE.match(line) or not line.strip():
            going_on = False
            continue
        broken = line.endswith(("  ", "\\"))
        words = _words(heading["words"] if heading else line).strip().rstrip("\\")
        if going_on and not heading and not _LIST.match(line):
            paragraphs[-1] += f" {words}"
        else:
            paragraphs.append(words)
        going_on = not heading and not broken
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _words(line: str) -> str:
    for pattern, left in _INLINE:
        line = pattern.sub(left, line)
    return line

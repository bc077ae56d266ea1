"""Parsed page → its visible blocks in reading order, each with the kind that tags, classes and roles give it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from recoupe.model import Block, RegionKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SPACES = re.compile(r"[ \t\r\n\f]+")
_CLASS_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SETTLED = ("related", "comment", "boilerplate", "caption", "byline", "dateline")
# A hostile page may go on without end; no article has so many nodes before it.
_MAX_NODES = 400_000


class Markup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The vocabulary of pages: which tags are left open, hide or part text; what tags, roles, classes say of it."""

    left_open: frozenset[str]
    content: frozenset[str]
    hidden: frozenset[str]
    parting: frozenset[str]
    tags: dict[str, RegionKind]
    roles: dict[str, RegionKind]
    classes: dict[RegionKind, tuple[str, ...]]


@cache
def markup() -> Markup:
    """The vocabulary in article/markup.toml."""
    return msgspec.convert(
        tomllib.loads((files("recoupe.article") / "markup.toml").read_text(encoding="utf-8")), Markup
    )


@cache
def _kind_of_class_word() -> dict[str, RegionKind]:
    return {word: kind for kind, words in markup().classes.items() for word in words}


@dataclass(slots=True)
class _Flow:
    """The block being gathered, and those that are done."""

    done: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    kind: RegionKind | None = None


def visible_blocks(tree: LexborHTMLParser) -> tuple[Block, ...]:
    """Blocks of the page's body, parted by blank lines."""
    if tree.body is None:
        return ()
    flow = _Flow()
    for event, node, kind in _walk(tree.body):
        if event == "text":
            if not flow.parts:
                flow.kind = kind
            flow.parts.append(node.text_content or "")
        else:
            _flush(flow)
    _flush(flow)
    return tuple(flow.done)


def _flush(flow: _Flow) -> None:
    text = _SPACES.sub(" ", "".join(flow.parts)).strip()
    if text:
        flow.done += [Block(text, flow.kind), Block("")]
    flow.parts = []


def _walk(body: LexborNode) -> Iterator[tuple[str, Any, RegionKind | None]]:
    """Texts, and borders of blocks, in reading order; with its own stack, since pages nest deeper than Python may."""
    vocabulary = markup()
    stack: list[tuple[Any, RegionKind | None, bool]] = [(body, None, False)]
    seen = 0
    while stack and seen < _MAX_NODES:
        node, kind, leaving = stack.pop()
        seen += 1
        tag = node.tag if node is not None else ""
        if leaving:
            yield "border", node, kind
        elif tag == "-text":
            yield "text", node, kind
        elif tag in vocabulary.hidden or tag.startswith(("-", "!")):
            continue
        else:
            above, kind = kind, _kind(node, tag, kind)
            parting = tag in vocabulary.parting or (above is None and kind is not None)
            if parting:
                yield "border", node, kind
                stack.append((node, kind, True))
            stack.extend((child, kind, False) for child in _children(node))


def _children(node: Any) -> list[Any]:
    children, child = [], node.last_child
    while child is not None:
        children.append(child)
        child = child.prev
    return children


def _kind(node: Any, tag: str, above: RegionKind | None) -> RegionKind | None:
    """What the tag, its role, its class or its id say; what stands above it holds unless this is a headline."""
    vocabulary = markup()
    if above in _SETTLED and not (tag == "h1" and above == "boilerplate"):
        return above
    own = vocabulary.tags.get(tag)
    given = node.attributes
    own = vocabulary.roles.get(given.get("role") or "") or own
    if given.get("hidden") is not None or given.get("aria-hidden") == "true":
        return "boilerplate"
    named = _by_class(f"{given.get('class') or ''} {given.get('id') or ''}", tag)
    kind = own if own in ("headline", "caption") else named or own
    return kind or above


def _by_class(names: str, tag: str) -> RegionKind | None:
    """What the words of class and id say, unless one of the names says that this holds the article itself."""
    if not names.strip() or tag in ("body", "html", "main", "article"):
        return None
    spelt = [[word.lower() for word in _CLASS_WORDS.findall(name)] for name in names.split()]
    content, known = markup().content, _kind_of_class_word()
    if any(words and content.issuperset(words) for words in spelt):
        return None
    return next((known[word] for words in spelt for word in words if word in known), None)

"""Found → Capture: reads each by its kind, and what lies inside in turn; whatever goes wrong becomes a rejection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from recoupe.errors import NoArticles, Unreadable, UsageError
from recoupe.model import Capture, Rejected
from recoupe.readers.found import Found, Link, Outcome
from recoupe.readers.kinds import kind_of
from recoupe.readers.web import Visitor

# Archives within archives: a folder packed, packed again, sent as one file. Deeper is no way to keep articles.
_MOST_DEPTH = 4
# Rejections of one input that are listed one by one; further ones are counted. If nothing could be read before, it is
# no pile of articles, and to read on would be for nothing.
_MOST_REJECTED = 1000


def read_found(found: Found, visitor: Visitor) -> Iterator[Capture | Rejected]:
    """The captures in what was found, and its rejections."""
    return _few_rejected(found.source, _read(found, visitor))


def _few_rejected(source: str, items: Iterable[Capture | Rejected]) -> Iterator[Capture | Rejected]:
    rejected, some = 0, False
    for item in items:
        rejected += isinstance(item, Rejected)
        some = some or isinstance(item, Capture)
        if isinstance(item, Capture) or rejected <= _MOST_REJECTED:
            yield item
        elif not some:
            detail = f"nothing in it could be used up to here, {rejected} items in all; the rest is not read"
            yield Rejected(source, "format", detail)
            return
    if rejected > _MOST_REJECTED:
        yield Rejected(source, "format", f"{rejected - _MOST_REJECTED} more items could not be used")


def _read(found: Found, visitor: Visitor) -> Iterator[Capture | Rejected]:
    try:
        kind = kind_of(found)
        if kind is None:
            return
        if found.depth > _MOST_DEPTH:
            raise Unreadable("format", f"archives within archives, more than {_MOST_DEPTH} deep")
        some = False
        for item in kind.read(found, visitor.settings):
            some = True
            yield from _resolved(item, found, visitor)
        if not some:
            raise NoArticles("there is no article in it")
    except UsageError:
        raise
    except NoArticles as error:
        if found.named:
            yield Rejected(found.source, error.reason, error.detail)
    except Unreadable as error:
        yield Rejected(found.source, error.reason, error.detail)
    # Libraries that read foreign formats answer hostile bytes with exceptions of any kind; none may stop the run.
    except Exception as error:
        yield Rejected(found.source, "unreadable", f"it cannot be read: {type(error).__name__}: {error}"[:500])


def _resolved(item: Outcome, holder: Found, visitor: Visitor) -> Iterator[Capture | Rejected]:
    """A capture or a rejection as it is; what else a reader hands back, read in turn."""
    if isinstance(item, Found):
        yield from _read(replace(item, depth=holder.depth + 1), visitor)
    elif isinstance(item, Link):
        yield from _follow(item, visitor)
    else:
        yield item


def _follow(link: Link, visitor: Visitor) -> Iterator[Capture | Rejected]:
    """What a list points to, if the user asked for it."""
    if visitor.settings.follow:
        yield from fetch(link, visitor)
    else:
        yield Rejected(link.source, "refused", f"{link.url} is not fetched without the option --follow")


def fetch(link: Link, visitor: Visitor) -> Iterator[Capture | Rejected]:
    """What is at an address."""
    try:
        found = visitor.fetch(link.url, link.source)
    except Unreadable as error:
        yield Rejected(link.source, error.reason, error.detail)
    else:
        yield from read_found(found, visitor)

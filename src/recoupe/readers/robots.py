"""robots.txt → what a crawler may fetch (RFC 9309): the most specific rule of its group decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

# RFC 9309 asks for at least 500 KiB to be read.
MOST_BYTES = 512_000
# Longer waits than this between two pages are asked of crawlers of whole sites.
_LONGEST_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one group: paths with whether they are allowed, and the seconds to wait between two pages."""

    paths: tuple[tuple[str, bool], ...] = ()
    wait: float = 0.0


EVERYTHING = Rules()
NOTHING = Rules((("/", False),))


def rules_for(agent: str, text: str) -> Rules:
    """The rules for a crawler of that name: of the groups that name it, else of those for all."""
    name = re.split(r"[/\s]", agent.strip().lower(), maxsplit=1)[0]
    groups = list(_groups(text))
    own = [lines for agents, lines in groups if name in agents]
    chosen = own or [lines for agents, lines in groups if "*" in agents]
    lines = [line for group in chosen for line in group]
    paths = tuple((_plain(value), key == "allow") for key, value in lines if key in ("allow", "disallow") and value)
    waits = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Rules(paths, min(max(waits, default=0.0), _LONGEST_WAIT))


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Names of crawlers, and the lines that hold for them."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for row in text.splitlines():
        key, colon, value = row.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(re.split(r"[/\s]", value.lower(), maxsplit=1)[0])
        elif key in ("allow", "disallow", "crawl-delay"):
            lines.append((key, value))
    if agents:
        yield agents, lines


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value) else 0.0


def _plain(path: str) -> str:
    """One form of a path, however it is escaped."""
    return quote(unquote(path), safe="/*$?&=;:@!'()+,~-._")


def allowed(rules: Rules, path: str) -> bool:
    """Whether the path may be fetched: the longest rule that matches decides, of equal ones that which allows."""
    plain = _plain(path.replace("*", "%2A").replace("$", "%24")) if path else "/"
    matching = [(len(rule), allows) for rule, allows in rules.paths if _matches(rule, plain)]
    return max(matching, default=(0, True))[1]


def _matches(rule: str, path: str) -> bool:
    """Whether the rule is the path's beginning; `*` stands for anything, `$` for the end."""
    to_end = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for number, part in enumerate(others, start=1):
        if to_end and number == len(others):
            return len(path) - len(part) >= place and path.endswith(part)
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return not to_end or bool(others) or place == len(path)

"""Text broken into lines of one width → its paragraphs, each a line."""

from __future__ import annotations

# A line that the width broke is at least this part of the width; the last of a paragraph is mostly shorter.
_FULL = 0.75
# Texts of shorter lines than this are lists or verses; nothing is joined.
_LEAST_WIDTH = 30
_ENDS = ".!?:\u2026\u3002\uff01\uff1f\u061f\u0964"


def unwrap(text: str) -> str:
    """The text with lines joined that belong together, and words joined that a hyphen parts at a line's end."""
    rows = [line.strip() for line in text.split("\n")]
    width = _width(rows)
    if width < _LEAST_WIDTH:
        return "\n".join(rows)
    joined: list[str] = []
    going_on = False
    for row in rows:
        if going_on and row:
            joined[-1] = _join(joined[-1], row)
        else:
            joined.append(row)
        going_on = bool(row) and _goes_on(row, width)
    return "\n".join(joined)


def _width(rows: list[str]) -> int:
    """Length that nine in ten of the lines do not pass."""
    lengths = sorted(len(row) for row in rows if row)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _goes_on(row: str, width: int) -> bool:
    return len(row) >= _FULL * width and not (row[-1] in _ENDS and len(row) < 0.9 * width)


def _join(before: str, after: str) -> str:
    if before.endswith("\u00ad") or (before.endswith("-") and before[-2:-1].isalpha() and after[0].islower()):
        return before[:-1] + after
    # Scripts written without spaces.
    return before + after if before[-1] >= "\u2e80" and after[0] >= "\u2e80" else f"{before} {after}"

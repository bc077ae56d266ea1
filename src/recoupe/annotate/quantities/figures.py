"""Numbers in digits: where one begins in the text, its value, and what only looks like a number."""

from __future__ import annotations

import re

# Groups of three with one mark throughout, or plain digits (longer ones are identifiers); decimals behind either.
_NUMBER = re.compile(
    r"\d{1,3}(?:([ \u00a0\u202f\u2009])\d{3})(?:\1\d{3}){0,5}(?!\d)(?:[.,]\d{1,9})?"
    r"|\d{1,3}(?:([.,'\u2019])\d{3})(?:\2\d{3}){0,5}(?!\d)(?:[.,]\d{1,9})?"
    r"|\d{1,15}(?!\d)(?:[.,]\d{1,9}(?!\d))?"
)
_GROUPING = re.compile(r"[ \u00a0\u202f\u2009'\u2019]")
# Telephone numbers: a plus or a zero in front and at least three more groups.
_TELEPHONE = re.compile(
    r"(?<!\d)(?:\+\d{1,3}(?:[ .\u00a0\u202f/-]?\(?\d{1,4}\)?){2,7}"
    r"|\(?0\d{1,4}\)?(?:[ .\u00a0\u202f/-]\d{2,4}){3,6})(?!\d)"
)
# Signs that hang a number on to a name, an address or a version before it.
_HUNG = frozenset("_@#/\\=&~^.,:'\u2019")
_HYPHENS = "-\u2010\u2011\u2013"


def read_figure(text: str, start: int, decimal: str, *, hung: bool = True) -> tuple[float, int] | None:
    """The number in digits at `start`, and where it ends; None if the digits are part of something else.

    Without `hung`, what stands before it is not looked at: the second number of a range hangs on the first.
    """
    found = None if hung and _is_hung(text, start) else _NUMBER.match(text, start)
    if found is None or (text[start] == "0" and len(found[0]) > 1 and found[0][1].isdigit()):
        return None
    end = found.end()
    if end + 1 < len(text) and text[end] in ":/" and text[end + 1].isdigit():
        return None
    if end + 1 < len(text) and text[end] in ".," and text[end + 1].isdigit():
        return None
    return _value(found[0], decimal), end


def telephone_numbers(text: str) -> list[tuple[int, int]]:
    """Where telephone numbers stand."""
    return [m.span() for m in _TELEPHONE.finditer(text)]


def _value(written: str, decimal: str) -> float:
    """A lone mark before three digits groups them, unless it is the decimal mark of the language."""
    plain = _GROUPING.sub("", written)
    marks = [c for c in plain if c in ".,"]
    if len(marks) > 1 and len(set(marks)) == 1:
        plain = plain.replace(marks[0], "")
    elif len(marks) > 1:
        plain = "".join(plain.split(marks[0])).replace(marks[-1], ".")
    elif marks:
        mark = marks[0]
        groups = mark != decimal and len(plain) - plain.index(mark) == 4 and not plain.startswith("0")
        plain = plain.replace(mark, "" if groups else ".")
    return float(plain)


def _is_hung(text: str, start: int) -> bool:
    """Do the digits belong to the word before them (`A380`, `Covid-19`, `@user5`)?"""
    if start == 0:
        return False
    before = text[start - 1]
    if before.isalnum():
        # In scripts without spaces, a letter before a number says nothing.
        return before.isdigit() or before.isascii() or before.lower() != before.upper()
    two = text[start - 2] if start > 1 else " "
    if before in _HYPHENS:
        return two.isalnum()
    return before in _HUNG and not two.isspace() and two.isalnum()

"""Flat records → CSV for spreadsheets, and JSON lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import msgspec


def to_csv(kind: type[Any], records: Iterable[Any]) -> bytes:
    """One row a record below a row of the names of its fields: UTF-8, quoted where need be (RFC 4180)."""
    names = [field.name for field in fields(kind)]
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\r\n")
    rows.writerow(names)
    rows.writerows([_harmless(getattr(record, name)) for name in names] for record in records)
    return sheet.getvalue().encode()


def to_json_lines(records: Iterable[Any]) -> bytes:
    """One JSON object a line."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


def _harmless(value: object) -> object:
    """A value that no spreadsheet takes for a formula: articles are data (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value

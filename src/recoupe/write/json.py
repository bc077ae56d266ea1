"""Report → JSON, and back (docs/report-format.md): the records field by field, in the order of model.py."""

from __future__ import annotations

from pathlib import Path

import msgspec

from recoupe.errors import UsageError
from recoupe.model import Report


def to_json(report: Report) -> bytes:
    """The report as UTF-8 JSON, two spaces deep, with a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def from_json(data: bytes) -> Report:
    """The report that `to_json` wrote.

    Raises:
        UsageError: if the bytes are no such report; the message names the field.
    """
    try:
        return msgspec.json.decode(data, type=Report)
    except msgspec.DecodeError as error:
        raise UsageError(f"not a Recoupe report: {error}; write one with `recoupe check PATH --json FILE`") from error


def load(path: str | Path) -> Report:
    """The report in a file that `recoupe check --json` wrote.

    Raises:
        UsageError: if there is no such file, or if it holds no report.
    """
    try:
        return from_json(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(f"cannot read {str(path)!r}: {error.strerror}") from error

"""CSV, TSV and Parquet → Capture: one article a row, by columns that the user named, that are known, or look it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from recoupe.errors import NoArticles, Unreadable
from recoupe.model import Capture, Rejected
from recoupe.readers.decode import in_utf8
from recoupe.readers.extras import extra
from recoupe.readers.fields import Container, container_of, known_columns, make_capture
from recoupe.readers.found import Found, Outcome
from recoupe.readers.stream import HEAD, Stream, lines, seekable
from recoupe.settings import Settings

_SEPARATORS = ",;\t|"
# Rows that are looked at to tell what the columns hold.
_SAMPLE = 50
# A column of text has this many characters a row, on average; titles have under 100, summaries 200.
_TEXT_LENGTH = 200
Row = Mapping[str, Any]


def read_table(found: Found, settings: Settings) -> Iterator[Outcome]:
    """A CSV or TSV file; what parts its columns is told from its first line."""
    stream, encoding, notes = in_utf8(found.stream, (found.charset,) if found.charset else ())
    if not stream.head(HEAD).strip():
        raise Unreadable("empty", "there is nothing in it")
    separator = separator_of(stream.head(HEAD))
    container = container_of(found, settings, encoding, notes)
    yield from _read_rows(container, _named_rows(_csv_rows(stream, separator, settings.max_bytes)))


def separator_of(head: bytes) -> str:
    """What stands most often in the first line, or what that line says (`sep=;`, as Excel writes)."""
    first = head.partition(b"\n")[0].decode("utf-8", "replace").strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    return max(_SEPARATORS, key=first.count)


def _csv_rows(stream: Stream, separator: str, limit: int) -> Iterator[list[str]]:
    # The module's own limit of 131,072 characters a field is less than a page has.
    csv.field_size_limit(limit)
    try:
        for row in csv.reader(_texts(stream, limit), delimiter=separator):
            if row and not (len(row) <= 2 and row[0].lower().startswith("sep=")):
                yield row
    except csv.Error as error:
        raise Unreadable("format", f"it is no table: {error}; is a quotation mark never closed?") from error


def _texts(stream: Stream, limit: int) -> Iterator[str]:
    for number, line in lines(stream, limit):
        if line is None:
            raise Unreadable("too-large", f"line {number} is longer than {limit} bytes; the table is read up to there")
        yield line.decode("utf-8", "replace") + "\n"


def _named_rows(rows: Iterator[list[str]]) -> Iterator[Row]:
    """Rows by the names of their columns; where the first row is no header, the columns are called 1, 2, 3."""
    first = next(rows, [])
    headed = bool(known_columns(first)) or not any(
        len(cell) > _TEXT_LENGTH or cell.startswith("http") for cell in first
    )
    names = [name.strip().lstrip("\ufeff") for name in first] if headed else list(map(str, range(1, len(first) + 1)))
    for row in rows if headed else chain([first], rows):
        yield dict(zip(names, row, strict=False))


def _read_rows(container: Container, rows: Iterator[Row]) -> Iterator[Capture | Rejected]:
    sample = list(islice(rows, _SAMPLE))
    columns = {**_guessed(sample), **container.columns}
    if not columns.get("text") and not columns.get("html") and not (columns.get("title") and columns.get("url")):
        there = ", ".join(map(repr, sample[0])) if sample else "none"
        raise NoArticles(f"none of its columns holds texts; there are: {there}. Say which: --column text=NAME")
    known = replace(container, columns=columns)
    for number, row in enumerate(chain(sample, rows), start=1):
        yield make_capture(known, row, number)


def _guessed(sample: Sequence[Row]) -> dict[str, str]:
    """Field → column: by name; a text or an address without such a name by what the rows hold."""
    names = list(dict.fromkeys(name for row in sample for name in row))
    found = known_columns(names)
    free = [name for name in names if name not in found.values()]
    if "text" not in found and "html" not in found:
        lengths = [(sum(len(str(row.get(name) or "")) for row in sample), name) for name in free]
        longest, name = max(lengths, default=(0, ""))
        if longest >= _TEXT_LENGTH * len(sample):
            found["text"] = name
    if "url" not in found:
        addresses = [n for n in free if all(str(row.get(n) or "http").startswith("http") for row in sample)]
        found |= {"url": addresses[0]} if addresses and any(row.get(addresses[0]) for row in sample) else {}
    return found


# Rows of a Parquet file that are decoded at a time.
_BATCH = 64


def read_parquet(found: Found, settings: Settings) -> Iterator[Outcome]:
    """A Parquet file, some rows at a time."""
    parquet = extra("pyarrow.parquet")
    container = container_of(found, settings)
    with seekable(found.stream) as file:
        yield from _read_rows(container, _parquet_rows(parquet.ParquetFile(file, pre_buffer=False)))


def _parquet_rows(table: Any) -> Iterator[Row]:
    for batch in table.iter_batches(batch_size=_BATCH):
        for row in batch.to_pylist():
            yield {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}

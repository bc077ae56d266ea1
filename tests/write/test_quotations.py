"""Who said what, as rows."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from recoupe.model import Source
from recoupe.write.quotations import Quotation, quotations, quotations_table
from recoupe.write.tables import to_csv
from recoupe.write.texts import texts

from .factories import NIED


def test_quotations_come_in_the_order_of_the_text() -> None:
    starts = [one.start for one in quotations(NIED)]
    assert starts == sorted(starts)
    assert len(starts) == len(NIED.attributions)


def test_a_cell_is_never_a_formula() -> None:
    first = NIED.attributions[0]
    evil = replace(NIED, attributions=(replace(first, source=Source("=HYPERLINK(1)", "person")),))
    (row,) = csv.DictReader(io.StringIO(to_csv(Quotation, quotations(evil)).decode()))
    assert row["source"] == "'=HYPERLINK(1)"


def test_a_table_line_is_no_wider_than_the_terminal() -> None:
    lines = quotations_table(NIED, texts("en"), 40)
    assert lines
    assert max(map(len, lines)) <= 40


def test_an_article_without_quotations_has_no_lines() -> None:
    assert quotations_table(replace(NIED, attributions=()), texts("en"), 80) == []

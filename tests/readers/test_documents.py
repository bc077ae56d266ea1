"""Markdown, tables, mails, and texts in lines of one width."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.errors import NoArticles, Unreadable
from recoupe.model import Capture, Rejected
from recoupe.readers.found import Found
from recoupe.readers.mail import read_mail
from recoupe.readers.markdown import plain_text, read_markdown
from recoupe.readers.moments import as_iso
from recoupe.readers.paragraphs import unwrap
from recoupe.readers.stream import Stream
from recoupe.readers.tables import read_table
from recoupe.settings import Settings

LONG = "The bridge over the Vale will stay closed until Monday, the mayor said after a meeting with engineers. " * 3


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Bridge closed\nThe bridge\nis closed.", "Bridge closed\n\nThe bridge is closed."),
        ("Bridge\n======\nIt is *very* **old** and ***worn***.", "Bridge\n\nIt is very old and worn."),
        (
            'See [the report](https://a.example/x_y_z) and ![Divers at work](a.jpg "t").',
            "See the report and Divers at work.",
        ),
        ("> Quoted\n> words", "Quoted words"),
        ("- one\n- two\n1. three", "- one\n\n- two\n\n1. three"),
        ("a_file_name and 2 * 3 * 4", "a_file_name and 2 * 3 * 4"),
        ("Line one  \nline two", "Line one\n\nline two"),
        ("[^1]: Note\n[a]: https://x.example\nText[^1] [b][a]", "Text b"),
        ("```\ncode\n```\n<!-- no -->Text \\*here\\* <b>bold</b>", "code\n\nText *here* bold"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert plain_text(marked) == plain


@pytest.mark.parametrize(
    "text", ["*" * 50_000, "[" * 50_000, "_a" * 50_000, "![](" * 20_000, "`" * 50_000, "<a " * 30_000]
)
def test_marks_without_end_are_read_in_proportion_to_their_length(text: str) -> None:
    assert plain_text(text + " end").endswith("end")


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Bridge closed'\nauthor:\n  - Ada Vane\n  - Bo Lund\ndate: 2026-03-02\nlang: fr\n---",
        '+++\ntitle = "Bridge closed"\nauthor = ["Ada Vane", "Bo Lund"]\ndate = "2026-03-02"\nlang = "fr"\n+++',
        '---\ntitle: "Bridge closed"\nauthor: [Ada Vane, "Bo Lund"]\ndate: 2026-03-02\nlang: fr\n---',
    ],
)
def test_front_matter_gives_the_fields(front: str) -> None:
    (made,) = read_markdown(Found("a.md", "a.md", Stream([f"{front}\n\nIt is closed.\n".encode()])), Settings())
    assert isinstance(made, Capture)
    assert (made.source, made.title, made.byline) == ("a.md", "Bridge closed", "Ada Vane, Bo Lund")
    assert (made.published, made.language, made.text) == ("2026-03-02", "fr", "It is closed.")


def table(text: str, encoding: str = "utf-8", **options: Any) -> list[Any]:
    return list(read_table(Found("t", "t.csv", Stream([text.encode(encoding)])), Settings(**options)))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('title,text\nOne,"A, b\nc ""d"""\n', "utf-8"),
        ('Titre;Texte\nOne;"A, b\nc ""d"""\n', "utf-8-sig"),
        ('sep=;\ntitle;text\nOne;"A, b\nc ""d"""\n', "cp1252"),
        ('title\ttext\nOne\t"A, b\nc ""d"""\n', "utf-16"),
    ],
)
def test_a_table_is_read_however_it_was_saved(text: str, encoding: str) -> None:
    (made,) = table(text, encoding)
    assert (made.title, made.text, made.source) == ("One", 'A, b\nc "d"', "t#1")


def test_a_column_of_long_texts_and_one_of_addresses_need_no_known_names() -> None:
    (made,) = table(f'kol1,kol2,kol3\nx,https://a.example/1,"{LONG}"\n')
    assert (made.text, made.url) == (LONG, "https://a.example/1")


def test_a_table_without_a_header_has_columns_by_number() -> None:
    rows = f'https://a.example/1,"{LONG}"\nhttps://a.example/2,"{LONG}"\n'
    assert [made.url for made in table(rows)] == ["https://a.example/1", "https://a.example/2"]
    assert [made.text for made in table(rows, columns=(("text", "1"),))] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_the_user_may_name_the_columns() -> None:
    (made,) = table("kop,verhaal\nBrug,Dicht.\n", columns=(("text", "verhaal"), ("title", "kop")))
    assert (made.title, made.text) == ("Brug", "Dicht.")


def test_a_row_without_text_is_rejected_and_the_rest_goes_on() -> None:
    bad, good = table("text\n \nFine\n")
    assert isinstance(bad, Rejected)
    assert (bad.reason, bad.source, good.text) == ("empty", "t#1", "Fine")


def test_a_table_of_figures_holds_no_articles() -> None:
    with pytest.raises(NoArticles, match="'year', 'dead'"):
        table("year,dead\n2024,3\n")


def test_a_quotation_mark_that_is_never_closed_is_told_of() -> None:
    with pytest.raises(Unreadable, match="never closed"):
        table('text\n"' + "word\n" * 5000, max_bytes=1000)


def mail(text: str) -> Capture:
    (made,) = read_mail(Found("m", "m.eml", Stream([text.replace("\n", "\r\n").encode("latin-1")])), Settings())
    assert isinstance(made, Capture)
    return made


def test_a_mail_says_who_sent_what_and_when() -> None:
    made = mail(
        "From: =?utf-8?q?Le_Courrier_de_la_C=C3=B4te?= <a@b.example>\nSubject: =?utf-8?b?UG9udCBmZXJtw6k=?=\n"
        "Date: Mon, 02 Mar 2026 08:00:00 +0100\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Le pont est ferm=C3=A9.\n"
    )
    assert (made.publisher, made.title) == ("Le Courrier de la Côte", "Pont fermé")
    assert (made.published, made.text.strip()) == ("2026-03-02T08:00:00+01:00", "Le pont est fermé.")


def test_a_mail_in_a_wrongly_named_charset_is_read() -> None:
    made = mail(
        "Subject: x\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\nLe pont est fermé.\n"
    )
    assert made.text.strip() == "Le pont est fermé."


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        (
            "The bridge over the Vale will stay closed until\nMonday, the mayor said after a meeting with the\nengineers.\nTraffic is led through the next town, which has\nasked for help.",
            "The bridge over the Vale will stay closed until Monday, the mayor said after a meeting with the engineers.\nTraffic is led through the next town, which has asked for help.",
        ),
        ("Short\nlines\nof verse", "Short\nlines\nof verse"),
        (
            "The harbour master has not yet given the permis-\nsion that the company asked for on Sunday night.",
            "The harbour master has not yet given the permission that the company asked for on Sunday night.",
        ),
    ],
)
def test_lines_of_one_width_become_paragraphs(wrapped: str, joined: str) -> None:
    assert unwrap(wrapped) == joined


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20260102T030405Z", "2026-01-02T03:04:05Z"),
        ("20260102", "2026-01-02"),
        ("20261302", "20261302"),
        ("1767323045", "2026-01-02T03:04:05+00:00"),
        ("1767323045000", "2026-01-02T03:04:05+00:00"),
        ("Fri, 02 Jan 2026 03:04:05 +0100", "2026-01-02T03:04:05+01:00"),
        ("2026-01-02 03:04", "2026-01-02 03:04"),
        ("2 janvier 2026", "2 janvier 2026"),
        ("99999999999999999999", "99999999999999999999"),
        ("", ""),
    ],
)
def test_dates_of_containers_become_iso_where_their_form_tells(written: str, iso: str) -> None:
    assert as_iso(written) == iso

"""Bytes become text by mark, as UTF-8, by the page's charset, or as windows-1252."""

from __future__ import annotations

import pytest

from recoupe.readers.decode import Unreadable, decode

TEXT = "Le préfet a dit « non » à l'été."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_text_comes_back_from_every_usual_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_page_is_read_in_the_charset_that_it_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Привет, мир</body></html>'
    assert "Привет" in decode(page.encode("cp1251"), page=True)


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    data = (TEXT * 20).encode() + b"\xc3"
    assert decode(data).startswith(TEXT)


def test_an_unknown_charset_is_no_error() -> None:
    assert "caf\xe9" in decode('<meta charset="no-such">caf\xe9'.encode("cp1252"), page=True)


def test_bytes_that_are_words_in_no_encoding_are_rejected() -> None:
    with pytest.raises(Unreadable, match="encoding"):
        decode("Доброе утро, страна".encode("koi8-r"))

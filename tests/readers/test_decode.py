"""Bytes become text in the encoding that they are in, whatever their label says; and the capture says which it was."""

from __future__ import annotations

import pytest

from recoupe.errors import Unreadable
from recoupe.readers.decode import decode, decode_page, in_utf8
from recoupe.readers.stream import Stream

FRENCH = "Le préfet a déclaré que le pont « n’ouvrira pas » avant l’été, malgré les promesses faites à la mairie."
POLISH = "Rzecznik powiedział, że most zostanie zamknięty do końca miesiąca, a mieszkańcy będą jeździć objazdem."
RUSSIAN = "Представитель порта сообщил, что паром не выйдет в море до четверга, пока идёт ремонт корпуса."
UKRAINIAN = "Речник порту повідомив, що пором не вийде в море до четверга, доки триває ремонт корпусу. Її не чекали."
GREEK = "Ο εκπρόσωπος του λιμανιού δήλωσε ότι το πλοίο δεν θα αποπλεύσει πριν από την Πέμπτη."
TURKISH = "Liman sözcüsü, geminin perşembe gününden önce yola çıkmayacağını, onarımın sürdüğünü söyledi."
ARABIC = "قال المتحدث باسم الميناء إن العبارة لن تبحر قبل يوم الخميس بسبب إصلاح الهيكل."
HEBREW = "דובר הנמל אמר כי המעבורת לא תפליג לפני יום חמישי בגלל תיקון הגוף."
CHINESE = "港口发言人星期一表示，由于船体需要修理，渡轮在星期四之前不会出海，公司已经要求增派一艘船。"
TAIWANESE = "港口發言人星期一表示，由於船體需要修理，渡輪在星期四之前不會出海，公司已經要求增派一艘船。"
JAPANESE = "港の広報担当者は月曜日、船体の修理のためフェリーは木曜日まで出航しないと述べた。"
KOREAN = "항구 대변인은 월요일 선체 수리 때문에 여객선이 목요일까지 출항하지 않을 것이라고 밝혔다."

CASES = [
    *(
        (FRENCH, name)
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman")
    ),
    *((POLISH, name) for name in ("cp1250", "iso8859_2", "utf-16-le")),
    *((RUSSIAN, name) for name in ("cp1251", "koi8-r", "cp866", "iso8859_5", "utf-16-be")),
    *((UKRAINIAN, name) for name in ("cp1251", "koi8-u")),
    *((GREEK, name) for name in ("cp1253", "iso8859_7")),
    (ARABIC, "cp1256"),
    (TURKISH, "cp1254"),
    (HEBREW, "cp1255"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    *((JAPANESE, name) for name in ("cp932", "euc_jp", "iso2022_jp")),
    (KOREAN, "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), CASES, ids=[f"{name}-{text[:6]}" for text, name in CASES])
def test_text_comes_back_without_a_label(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1251", "gb2312", "shift_jis", "no-such", "utf-16"])
@pytest.mark.parametrize(("text", "encoding"), CASES, ids=[f"{name}-{text[:6]}" for text, name in CASES])
def test_a_wrong_label_is_not_believed(text: str, encoding: str, label: str) -> None:
    if (label, encoding) in (("iso-8859-1", "cp1254"), ("iso-8859-1", "iso8859_2"), ("iso-8859-1", "cp1250")):
        return  # all letters of one are letters of the other: only the language could tell, and the label is believed
    assert decode(text.encode(encoding), [label]).text == text


def test_a_wrong_label_is_told_of() -> None:
    told = decode(RUSSIAN.encode("koi8-r"), ["windows-1251"])
    assert told.notes == (f"its label says cp1251, its bytes are {told.encoding}",)
    assert decode(RUSSIAN.encode("cp1251"), ["windows-1251"]).notes == ()


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?>",
    ],
)
def test_a_page_is_read_in_the_charset_that_it_declares(head: str) -> None:
    short = f"{head}<p>Да</p>"
    assert decode_page(short.encode("cp1251")).text == short


def test_the_markup_of_a_page_does_not_hide_its_language() -> None:
    page = (
        f"<html><script>{'var a = 1;' * 200}</script><body class='page'>{'<div id=x><p>' * 50}{RUSSIAN}</body></html>"
    )
    assert decode_page(page.encode("cp1251")).text == page


def test_what_the_server_says_goes_before_what_the_page_says() -> None:
    page = f"<meta charset='iso-8859-1'><p>{POLISH}</p>"
    assert decode_page(page.encode("iso8859_2"), "iso-8859-2").text == page


def test_latin_1_means_what_browsers_read_it_as() -> None:
    assert decode("l’été – « oui » – 5 €".encode("cp1252"), ["iso-8859-1"]).text == "l’été – « oui » – 5 €"


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    told = decode((FRENCH * 20).encode() + b"\xc3")
    assert told.text.startswith(FRENCH)
    assert (told.encoding, told.notes) == ("utf-8", ("1 characters are broken",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"abc\x00def", "binary"), (bytes(range(32)) * 4, "binary"), (bytes(range(128, 256)) * 3, "encoding")],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(data)


SENTENCE = "Un café fermé près de l'école, a déclaré Zoé Lefèvre."


@pytest.mark.parametrize(
    ("line", "wrong"),
    [(SENTENCE, "cp1252"), (SENTENCE, "latin-1"), (SENTENCE, "mac_roman"), ("Да, мост закрыт.", "cp1251")],
)
def test_text_read_wrongly_before_it_came_here_is_mended(line: str, wrong: str) -> None:
    told = decode(f"A first line.\n{line.encode().decode(wrong)}\n".encode())
    assert line in told.text
    assert told.notes == ("1 lines were UTF-8 read as another encoding, and mended",)


@pytest.mark.parametrize(
    "text", [FRENCH, POLISH, RUSSIAN, TURKISH, "Ã la carte", "IL Y A À BOIRE «Â»", "€ 5 – 10 %", "naïve café"]
)
def test_what_is_right_is_not_mended(text: str) -> None:
    told = decode(text.encode())
    assert (told.text, told.notes) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "gb18030"])
def test_a_stream_is_turned_into_utf8_as_it_is_read(encoding: str) -> None:
    text = (CHINESE if encoding == "gb18030" else RUSSIAN) * 3000
    data = text.encode(encoding)
    stream, found, _ = in_utf8(Stream(data[start : start + 997] for start in range(0, len(data), 997)))
    assert b"".join(stream).decode() == text
    assert found == encoding

from __future__ import annotations

import pytest

from recoupe.annotate.times import find_times
from recoupe.lang import load
from tests.annotate.articles import article


def values(text: str, language: str, published: str | None = "2026-03-12") -> list[tuple[str, str | None]]:
    made = article(text, language, published)
    return [(made.text[t.start : t.end], t.value) for t in find_times(made, load(language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 3. April 2026 und seit Dienstag", [("3. April 2026", "2026-04-03"), ("Dienstag", "2026-03-10")]),
        ("de", "vor 3 Tagen", [("vor 3 Tagen", "2026-03-09")]),
        ("es", "el 22 de enero de 2026", [("22 de enero de 2026", "2026-01-22")]),
        ("it", "lunedì 2 marzo", [("lunedì 2 marzo", "2026-03-02")]),
        ("pt", "segunda-feira, 4 de março de 2025", [("segunda-feira, 4 de março de 2025", "2025-03-04")]),
        ("pl", "3 marca 2026", [("3 marca 2026", "2026-03-03")]),
        ("ru", "12 марта", [("12 марта", "2026-03-12")]),
        ("uk", "вівторок", [("вівторок", "2026-03-10")]),
        ("ar", "الاثنين 9 مارس 2026", [("الاثنين 9 مارس 2026", "2026-03-09")]),
        ("zh", "2026年3月8日，星期二", [("2026年3月8日", "2026-03-08"), ("星期二", "2026-03-10")]),
        ("ja", "火曜日、3月10日", [("火曜日", "2026-03-10"), ("3月10日", "2026-03-10")]),
        ("hi", "10 मार्च 2026", [("10 मार्च 2026", "2026-03-10")]),
        ("tlh", "11.03.2026 12:30", [("11.03.2026", "2026-03-11"), ("12:30", "2026-03-11T12:30")]),
    ],
)
def test_dates_of_a_language_without_a_file(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "le 03/04/2026", "2026-04-03"),
        ("en", "on 03/04/2026", "2026-03-04"),
        ("en", "on 23/04/2026", "2026-04-23"),
        ("fr", "le 2026/03/10", "2026-03-10"),
        ("de", "am 11.3.26", "2026-03-11"),
    ],
)
def test_dates_in_digits_follow_the_order_of_the_language_as_far_as_they_can(
    language: str, text: str, value: str
) -> None:
    assert [v for _, v in values(text, language)] == [value]


@pytest.mark.parametrize("text", ["1.2.3.4", "3-1-07", "30/02/2026", "12/13", "version 10.11.12.13"])
def test_digits_that_are_no_date(text: str) -> None:
    assert values(text, "fr") == []


def test_without_a_publication_date_relative_times_have_none() -> None:
    made = article("Le conseil s'est réuni hier et le 3 mars 2026.", "fr")
    times = find_times(made, load("fr"))
    assert [(t.value, t.reason) for t in times] == [(None, "no publication date"), ("2026-03-03", None)]


def test_without_a_publication_date_the_next_day_is_seen_from_a_date_in_the_text() -> None:
    assert values("Le 3 mars 2026, le pont a cédé. Le lendemain, il était barré.", "fr", None)[1] == (
        "Le lendemain",
        "2026-03-04",
    )


def test_a_time_of_publication_gives_the_same_days_as_its_date() -> None:
    assert values("hier", "fr", "2026-03-12T23:30+01:00") == [("hier", "2026-03-11")]


def test_a_publication_date_that_is_none_is_not_an_error() -> None:
    assert values("hier", "fr", "yesterday-ish") == [("hier", None)]


def test_months_that_are_verbs_or_names_stay_words() -> None:
    assert values("They may march. Theresa May spoke.", "en") == []


def test_a_clock_takes_its_day_from_its_own_paragraph_only() -> None:
    assert values("Elle parlera samedi.\n\nLe train est parti à 17 h.", "fr")[1] == ("à 17 h", "2026-03-12T17:00")


def test_a_clock_before_a_part_of_the_day_is_still_a_clock() -> None:
    assert values("Vers 18 h, soir de fête, le pont a cédé.", "fr") == [("Vers 18 h", "2026-03-12T18:00")]


def test_headline_and_caption_are_read_and_boilerplate_is_not() -> None:
    from dataclasses import replace

    from recoupe.model import Region

    made = article("Mis à jour hier\nHier, le pont a cédé.", "fr", "2026-03-12")
    made = replace(made, sentences=(), regions=(Region(0, 15, "boilerplate"), Region(16, len(made.text), "body")))
    assert [(t.start, t.value) for t in find_times(made, load("fr"))] == [(16, "2026-03-11")]


@pytest.mark.parametrize("language", ["fr", "en", "de", "zh", "und", "xx"])
def test_hostile_text_gives_an_answer(language: str) -> None:
    text = "lundi 1 1. 31/12/ il y a vingt et un cent " * 200 + "9" * 5000 + "İ" * 50 + "年月日" * 50
    for t in find_times(article(text, language, "2026-03-12"), load(language)):
        assert 0 <= t.start < t.end <= len(text)


def test_times_stand_in_order_and_a_range_before_its_ends() -> None:
    spans = [
        (t.start, -t.end)
        for t in find_times(article("Du 3 mars au 5 avril, puis hier.", "fr", "2026-04-12"), load("fr"))
    ]
    assert spans == sorted(spans)
    assert len(spans) == 4


def test_a_day_and_month_in_digits_alone_need_a_word_or_a_list_or_their_own_line() -> None:
    assert values("The score was 3/4 and 22/14 was the code.", "en") == []
    assert values("Vote 12/11, rapport 06/04.", "fr") == [("06/04", "2026-04-06")]
    assert values("3/2", "fr") == [("3/2", "2026-02-03")]
    assert [value for _, value in values("It shut on 3/10 and 3/11.", "en")] == ["2026-03-10", "2026-03-11"]


def test_a_date_whose_weekday_never_fits_is_the_one_close_by() -> None:
    assert values("The fair must open on Friday 5 January.", "en") == [("Friday 5 January", "2026-01-05")]


def test_an_amount_of_money_is_no_day() -> None:
    assert values("She sold it for $12 May 3.", "en") == [("May 3", "2026-05-03")]
    assert values("She sold it 12 May 2025.", "en") == [("12 May 2025", "2025-05-12")]


def test_what_could_be_is_to_come_only_where_something_before_says_so() -> None:
    assert [v for _, v in values("It will be shut in two weeks.", "en")] == ["2026-03-26"]
    assert [v for _, v in values("It could be shut in two weeks.", "en")] == ["P2W"]


def test_a_weekday_so_many_weeks_off_is_the_one_next_to_that_day() -> None:
    assert [v for _, v in values("It burnt on a Monday two weeks ago.", "en")] == ["2026-02-23"]
    assert [v for _, v in values("It reopens Monday 9999 weeks from now.", "en")] == [None]


def test_a_number_that_counts_what_follows_is_no_day() -> None:
    assert values("Le 3 des Verts a voté contre.", "fr") == []
    assert [value for _, value in values("El viernes 31 personas salieron.", "es")] == ["2026-03-06"]
    assert [value for _, value in values("Cerrado el viernes 31.", "es")] == ["2025-10-31"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained on 4 May nineteen eighty.", "1980-05-04"),
        ("It rained on 4 May two thousand and ten.", "2010-05-04"),
        ("It rained on 4 May nineteen hundred ninety three.", "1993-05-04"),
    ],
)
def test_a_year_in_words_is_one_beside_a_day_and_a_month(text: str, value: str) -> None:
    assert [v for _, v in values(text, "en")] == [value]


def test_a_distance_reaches_the_day_named_right_behind_and_no_further() -> None:
    assert [v for _, v in values("He left two weeks before 3 March 2026.", "en")] == ["2026-02-17"]
    assert "2026-02-17" not in [v for _, v in values("Two weeks before, he spoke. It was 3 March 2026.", "en")]

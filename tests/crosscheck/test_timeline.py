"""What happened when, in the words of the articles."""

from __future__ import annotations

from recoupe.crosscheck.timeline import make_timeline
from tests.crosscheck.story_factory import a_claim, an_article, says, with_time


def test_events_stand_in_the_order_in_which_they_happened() -> None:
    late = with_time(says(an_article("a"), "The mayor resigned on 2 October"), "2 October", "2026-10-02")
    early = with_time(says(an_article("b", day="2026-10-09"), "The letter came in September"), "September", "2026-09")
    entries = make_timeline((late, early), [a_claim("c1", late), a_claim("c2", early)])
    assert [(e.value, e.text, e.claims) for e in entries] == [
        ("2026-09", "The letter came in September", ("c2",)),
        ("2026-10-02", "The mayor resigned on 2 October", ("c1",)),
    ]


def test_a_claim_stands_once_at_the_time_that_most_articles_give() -> None:
    values = ("2026-10-01", "2026-10-02", "2026-10-02")
    told = [says(an_article(f"a{n}"), "The mayor resigned that day", "Ada Rowe") for n in range(3)]
    told = [with_time(article, "that day", value) for article, value in zip(told, values, strict=True)]
    (entry,) = make_timeline(told, [a_claim("c", *told)])
    assert (entry.value, entry.article) == ("2026-10-02", "a1")


def test_the_time_of_saying_is_not_the_time_of_the_event() -> None:
    article = says(an_article("a"), "The mayor will go", "Ada Rowe", described="Ada Rowe on Friday")
    article = with_time(article, "Friday", "2026-10-02")
    assert make_timeline((article,), [a_claim("c", article)]) == ()


def test_what_is_no_date_makes_no_entry() -> None:
    article = with_time(says(an_article("a"), "It lasted three days"), "three days", "P3D")
    assert make_timeline((article,), [a_claim("c", article)]) == ()


def test_claims_that_say_it_in_the_same_words_share_an_entry() -> None:
    article = with_time(says(an_article("a"), "The mayor resigned on 2 October"), "2 October", "2026-10-02")
    (entry,) = make_timeline((article,), [a_claim("c1", article), a_claim("c2", article)])
    assert entry.claims == ("c1", "c2")

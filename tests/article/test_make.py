"""An article is its text, cut into regions without gap or overlap, under a name made from its content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.article import make_article
from recoupe.model import Article, Capture, Rejected
from recoupe.settings import Settings

STORY = """Bridge over the Arl closed after storm
By Mia Holt
4 March 2026
The bridge over the Arl was closed on Wednesday after a storm damaged a pillar, the county said.

Engineers will inspect it on Friday, and it may reopen next week, a spokeswoman told reporters.
"""


def made(text: str, *, title: str | None = None, url: str | None = None) -> Article:
    article = make_article(Capture("a.txt", "text/plain", text, url=url, title=title), Settings())
    assert isinstance(article, Article)
    return article


def test_equal_content_gives_the_same_id_wherever_it_was_found() -> None:
    first = make_article(Capture("a.txt", "text/plain", STORY), Settings())
    second = make_article(Capture("folder/b.txt", "text/plain", STORY), Settings())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.id == second.id
    assert first.id != made(STORY, url="https://other.example/1").id


def test_the_title_of_a_container_becomes_the_first_line() -> None:
    article = made("The pool was closed on Monday, the council said in a statement.", title="Pool closed")
    assert article.text.startswith("Pool closed\n")
    assert article.headline == "Pool closed"
    assert article.regions[0].kind == "headline"


def test_a_title_that_the_text_begins_with_is_not_repeated() -> None:
    assert made(STORY, title="Bridge over the Arl closed after storm").text.count("Bridge over") == 1


def test_text_is_normalised_once_and_kept() -> None:
    article = made("Cafe\u0301 closed\r\nThe cafe\u0301 was closed on Monday, the owner told the local newspaper.")
    assert article.text == "Caf\xe9 closed\nThe caf\xe9 was closed on Monday, the owner told the local newspaper."


def test_text_is_cut_at_the_limit() -> None:
    article = make_article(Capture("a.txt", "text/plain", "word " * 1000), Settings(max_chars=100))
    assert isinstance(article, Article)
    assert len(article.text) <= 100


@pytest.mark.parametrize("text", ["", " \n ", "1 2 3", "\U0001f44d"])
def test_a_capture_without_words_is_rejected(text: str) -> None:
    rejected = make_article(Capture("a.txt", "text/plain", text), Settings())
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "no-text"


@given(st.text(alphabet=st.sampled_from("aé. \n|-:«»()©Z1\u6f22\u0645"), max_size=300))
def test_regions_cover_any_text_but_for_white_space(text: str) -> None:
    article = make_article(Capture("a.txt", "text/plain", text), Settings(language="fr"))
    if isinstance(article, Article):
        at = 0
        for region in article.regions:
            assert at <= region.start < region.end <= len(article.text)
            assert not article.text[at : region.start].strip()
            at = region.end
        assert not article.text[at:].strip()

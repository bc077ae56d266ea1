"""A page gives its article: metadata from one parse, and blocks that know what their markup says."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.article.html import make_document
from recoupe.model import Article, Capture, Rejected
from recoupe.settings import Settings

PAGE = """<!doctype html><html lang="en-GB"><head><title>Mill fire: what we know - The Arl Gazette</title>
<link rel="canonical" href="https://www.arlgazette.example/mill-fire">
<meta property="og:site_name" content="The Arl Gazette"><meta property="article:published_time" content="2026-03-04T10:00:00Z">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Mill fire injures two",
"datePublished":"2026-03-04T09:30:00+01:00","author":[{"name":"Mia Holt"}],"sourceOrganization":{"name":"Reuters"}}]}</script>
</head><body><nav><ul><li>Home</li><li>Sport</li></ul></nav><article><h1>Mill fire injures two</h1>
<p class="byline">By Mia Holt</p><figure><figcaption>The mill on Tuesday.</figcaption></figure>
<p>Two workers were hurt in a <b>fire</b> at the old mill on Tuesday night, the fire service said.</p>
<aside><p>Mill owners fined last year for safety lapses, court papers show.</p></aside>
<p>&laquo;&nbsp;It is out&nbsp;&raquo;, its chief said.<br>The cause is not known.</p></article>
<div id="comments"><p>joe_1: I saw the smoke from my house, it was huge.</p></div>
<footer>Terms and conditions apply to all readers of this site.</footer><script>var x = "not text";</script></body></html>"""


def article_of(page: str) -> Article:
    article = make_article(Capture("a.html", "text/html", page), Settings())
    assert isinstance(article, Article)
    return article


def texts(article: Article, kind: str) -> list[str]:
    return [article.text[region.start : region.end] for region in article.regions if region.kind == kind]


def test_a_page_is_told_apart_by_its_markup() -> None:
    article = article_of(PAGE)
    assert texts(article, "headline") == ["Mill fire injures two"]
    assert texts(article, "byline") == ["By Mia Holt"]
    assert texts(article, "caption") == ["The mill on Tuesday."]
    assert texts(article, "comment") == ["joe_1: I saw the smoke from my house, it was huge."]
    assert texts(article, "body") == [
        "Two workers were hurt in a fire at the old mill on Tuesday night, the fire service said.",
        "\xab\xa0It is out\xa0\xbb, its chief said.",
        "The cause is not known.",
    ]
    assert "not text" not in article.text


def test_a_page_says_who_published_it_and_when() -> None:
    article = article_of(PAGE)
    assert article.publisher is not None
    assert (article.publisher.name, article.publisher.evidence) == ("The Arl Gazette", "og:site_name")
    assert article.published is not None
    assert (article.published.value, article.published.evidence) == ("2026-03-04T09:30+01:00", "json-ld")
    assert (article.canonical_url, article.byline) == ("https://www.arlgazette.example/mill-fire", "Mia Holt")
    assert article.agencies == ("Reuters",)


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[[[[]]]]",
        '{"@type": 5}',
        '{"@type": "NewsArticle", "headline": 5, "author": [[[]]], "publisher": null}',
        "[" * 9999,
    ],
)
def test_broken_data_in_a_page_is_passed_over(data: str) -> None:
    page = f'<script type="application/ld+json">{data}</script><p>The mill was sold on Monday for one million.</p>'
    assert article_of(page).publisher is None


def test_a_page_that_nests_without_end_is_read_as_text() -> None:
    page = "<div>" * 20_000 + "The mill was sold." + "</div>" * 20_000
    document = make_document(Capture("a.html", "text/html", page))
    assert [block.text for block in document.blocks] == ["The mill was sold."]


def test_a_table_layout_of_the_nineties_still_gives_its_headline() -> None:
    page = (
        "<table><tr><td><font size=1>Home - News - Contact us</font></td></tr><tr><td><h2>Mill sold for one million</h2>"
        "<p>The old mill was sold on Monday for one million, its owner said at a meeting of the council.</p></td></tr></table>"
    )
    assert article_of(page).headline == "Mill sold for one million"


PARAGRAPH = "<p>The mill was sold on Monday for one million, its owner said at a meeting of the council.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + PARAGRAPH,
        "<b>" * 50_000 + PARAGRAPH,
        "<table><tr><td>" * 20_000 + PARAGRAPH,
        f'<div class="{"post-comments " * 200_000}">' + PARAGRAPH,
        f'<img src="data:image/png;base64,{"A" * 11_000_000}">' + PARAGRAPH,
        "<div <p <a href=x " * 500 + ">" + PARAGRAPH,
        "<ul>" + "<li><a href=x>Menu</a>" * 20_000 + "</ul>" + PARAGRAPH,
        '<script type="application/ld+json">' + "[" * 500_000 + "</script>" + PARAGRAPH,
        '<meta name="author" content="x">' * 20_000 + PARAGRAPH,
    ],
    ids=["deep", "bold", "tables", "names", "picture", "broken", "menu", "data", "meta"],
)
def test_a_hostile_page_still_gives_its_text(page: str) -> None:
    assert "The mill was sold on Monday" in article_of(page).text


def test_a_page_without_end_is_cut_and_says_so() -> None:
    article = article_of("<h1>Mill sold</h1>" + PARAGRAPH * 40_000)
    assert article.headline == "Mill sold"
    assert any("page cut" in note for note in article.notes)


@pytest.mark.parametrize("page", ["", "<script>var x = 1;</script>", "<!-- " * 1000, "<" * 100_000, "<p> \n </p>"])
def test_a_page_without_text_is_rejected(page: str) -> None:
    assert isinstance(make_article(Capture("a.html", "text/html", page), Settings()), Rejected)

"""Items of feeds become articles; what the feed and the item say of their source is kept."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.errors import NoArticles, Unreadable
from recoupe.model import Capture, Rejected
from recoupe.readers.feeds import outlet_in, read_feed, read_opml
from recoupe.readers.found import Found, Link
from recoupe.readers.stream import Stream
from recoupe.settings import Settings


def rss(items: str, title: str = "The Gazette", head: str = "") -> list[Any]:
    feed = f"{head}<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{title}</title><language>en</language>{items}</channel></rss>"
    return list(read_feed(Found("f", "f.rss", Stream([feed.encode()])), Settings()))


def test_the_source_that_an_aggregator_names_is_the_publisher() -> None:
    (made,) = rss(
        "<item><title>Bridge closed - The Courier</title><link>https://news.example/x</link>"
        "<source url='https://courier.example'>The Courier</source><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>",
        title="bridge - News Search",
    )
    assert isinstance(made, Capture)
    assert (made.publisher, made.via, made.published) == (
        "The Courier",
        "bridge - News Search",
        "2026-03-02T08:00:00+00:00",
    )


def test_author_language_and_summary_are_read() -> None:
    (made,) = rss(
        "<item><title>A &amp;amp; B</title><dc:creator>Ada Vane</dc:creator><description>Short.</description></item>"
    )
    assert (made.title, made.byline, made.language, made.text, made.media) == (
        "A & B",
        "Ada Vane",
        "en",
        "Short.",
        "text/plain",
    )
    assert made.source == "f#1"


def test_an_item_without_title_and_text_is_rejected_and_the_rest_goes_on() -> None:
    bad, good = rss("<item><link>https://a.example/1</link></item><item><title>Fine</title></item>")
    assert isinstance(bad, Rejected)
    assert (bad.reason, good.title) == ("empty", "Fine")


def test_a_feed_that_is_cut_off_gives_the_items_before() -> None:
    data = b"<rss version='2.0'><channel><title>G</title><item><title>One</title></item><item><title>Tw"
    items = list(read_feed(Found("f", "f.rss", Stream([data])), Settings()))
    assert items[0] == Capture("f#1", "text/plain", "", title="One", publisher="G", via="G", encoding="utf-8")


BOMB = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_defines_entities_is_refused(encoding: str) -> None:
    data = f"<?xml version='1.0'?>{BOMB}]><rss version='2.0'><channel><title>&j;</title></channel></rss>".encode(
        encoding
    )
    for reader in (read_feed, read_opml):
        with pytest.raises(Unreadable, match="entities"):
            list(reader(Found("f", "f.xml", Stream([data])), Settings()))


def test_an_external_entity_is_not_fetched() -> None:
    with pytest.raises(Unreadable, match="entities"):
        rss("<item><title>&x;</title></item>", head="<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")


def test_a_feed_in_another_encoding_is_read() -> None:
    data = "<?xml version='1.0' encoding='windows-1251'?><rss version='2.0'><channel><title>Г</title><item><title>Мост закрыт до понедельника</title></item></channel></rss>"
    (made,) = read_feed(Found("f", "f.rss", Stream([data.encode("cp1251")])), Settings())
    assert isinstance(made, Capture)
    assert (made.title, made.encoding) == ("Мост закрыт до понедельника", "cp1251")


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("The Gazette", "https://gazette.example/1", "The Gazette"),
        ("News - The Vale Gazette", "https://www.valegazette.example/1", "The Vale Gazette"),
        ("The Vale Gazette | Politics", "https://valegazette.example/1", "The Vale Gazette"),
        ("Latest news - all topics", "https://gazette.example/1", None),
        ("All the news of the region, every day", "https://x.example/1", None),
        ("", None, None),
    ],
)
def test_the_outlet_is_found_in_the_title_of_its_feed(title: str, url: str | None, expected: str | None) -> None:
    assert outlet_in(title, url) == (expected or None)


def test_a_list_of_feeds_gives_their_addresses_once_and_in_order() -> None:
    data = b"<opml><body><outline text='g'><outline xmlUrl='https://b.example/f'/></outline><outline xmlUrl='https://a.example/f'/><outline xmlUrl='https://b.example/f'/></body></opml>"
    assert list(read_opml(Found("o", "o.opml", Stream([data])), Settings())) == [
        Link("o#https://a.example/f", "https://a.example/f"),
        Link("o#https://b.example/f", "https://b.example/f"),
    ]


def test_other_xml_holds_no_articles() -> None:
    with pytest.raises(NoArticles):
        list(read_feed(Found("x", "x.xml", Stream([b"<note><to>A</to></note>"])), Settings()))

"""The same article captured twice is one; edited at its address it is a version; in another outlet it is a copy."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import recoupe
from recoupe.group.captures import address_key, merge_captures
from recoupe.model import Article, Publisher, Region

TEXT = (
    "The ferry to the islands will not sail before Thursday, the harbour master said on Monday.\n"
    "Divers found a crack in the hull on Sunday night. The company has asked for a second ship."
)

URL = "https://gazette.example/ferry"


def article(
    source: str, text: str = TEXT, *, around: str = "", outlet: str | None = "Gazette", url: str | None = None
) -> Article:
    whole = f"{text}\n{around}" if around else text
    regions = [Region(0, len(text), "body")] + ([Region(len(text) + 1, len(whole), "related")] if around else [])
    return Article(
        id=f"{source}-id",
        source=source,
        captures=(source,),
        url=url,
        canonical_url=None,
        publisher=Publisher(outlet, None, "test") if outlet else None,
        headline=None,
        byline=None,
        language="en",
        language_confidence=None,
        published=None,
        agencies=(),
        text=whole,
        regions=tuple(regions),
    )


def captures(*articles: Article) -> list[tuple[str, ...]]:
    """What becomes of them, which must not depend on their order."""
    found = {merge_captures(order) for order in permutations(articles)}
    assert len(found) == 1
    return [one.captures for one in found.pop()]


def test_what_stands_around_an_article_makes_no_other_article() -> None:
    assert captures(article("a", around="More: storms"), article("b", around="More: sports")) == [("a", "b")]


def test_the_text_of_one_outlet_at_two_addresses_is_one_article() -> None:
    left, right = (
        article(s, url=f"https://{host}.example/ferry") for s, host in (("a", "www.gazette"), ("b", "m.gazette"))
    )
    assert captures(left, right) == [("a", "b")]


def test_the_same_text_in_another_outlet_is_another_article() -> None:
    assert captures(article("a"), article("b", outlet="Courier")) == [("a",), ("b",)]


def test_the_page_of_an_outlet_and_of_its_bare_domain_is_one_article() -> None:
    named = article("a", url=URL, around="More: storms")
    bare = replace(article("b", url=f"{URL}?utm_source=x"), publisher=Publisher("gazette.example", None, "domain"))
    assert captures(named, bare) == [("a", "b")]


def test_two_outlets_at_one_address_are_a_copy_and_its_source() -> None:
    assert captures(article("a", url=URL), article("b", url=URL, outlet="Courier")) == [("a",), ("b",)]


def test_two_sites_without_a_name_are_two() -> None:
    left, right = (article(s, outlet=None, url=f"https://{s}.example/ferry") for s in ("a", "b"))
    assert captures(left, right) == [("a",), ("b",)]


def test_without_a_name_only_the_whole_text_tells() -> None:
    assert captures(article("a", outlet=None), article("b", outlet=None)) == [("a", "b")]
    assert captures(article("a", outlet=None, around="x"), article("b", outlet=None)) == [("a",), ("b",)]


def test_a_text_without_a_name_joins_the_only_outlet_that_has_it() -> None:
    assert captures(article("a", outlet=None), article("b")) == [("b", "a")]
    many = captures(article("a", outlet=None), article("b"), article("c", outlet="Courier"))
    assert many == [("a",), ("b",), ("c",)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://gazette.example/a", "http://www.gazette.example/a/"),
        ("https://gazette.example/a", "https://gazette.example/a?utm_source=x&fbclid=1#top"),
        ("https://gazette.example/a", "https://m.gazette.example/a/amp/"),
        ("https://gazette.example/?id=5&p=2", "https://gazette.example/?p=2&id=5"),
    ],
)
def test_addresses_of_one_page_have_one_key(left: str, right: str) -> None:
    assert address_key(left) == address_key(right) is not None


@pytest.mark.parametrize("url", [None, "", "https://gazette.example/", "mailto:a@b.example", "http://[broken"])
def test_what_is_no_address_of_a_page_has_none(url: str | None) -> None:
    assert address_key(url) is None


def test_pages_that_differ_in_their_query_are_not_one() -> None:
    assert address_key("https://gazette.example/?id=5") != address_key("https://gazette.example/?id=6")


EDITED = TEXT.replace("Thursday", "Friday") + " Two hundred people spent the night in the terminal."


def checked(folder: Path, *items: dict[str, str]) -> recoupe.Report:
    lines = "\n".join(json.dumps({"id": str(number), "title": "Ferry", **item}) for number, item in enumerate(items))
    (folder / "a.jsonl").write_text(lines)
    return recoupe.check(str(folder))


def test_an_edited_text_at_the_same_address_is_a_version_and_no_second_origin(tmp_path: Path) -> None:
    old = {"url": URL, "text": TEXT, "published": "2026-03-02T08:00", "publisher": "The Gazette"}
    new = old | {"text": EDITED, "published": "2026-03-02T11:00", "url": f"{URL}?utm_source=x"}
    report = checked(tmp_path, new, old)
    first, later = sorted(report.articles, key=lambda a: a.published.value if a.published else "")
    assert (first.version_of, later.version_of) == (None, first.id)
    (story,) = report.stories
    assert [(d.derived, d.used, d.kind) for d in story.derivations] == [(later.id, first.id, "version")]
    assert {(c.independent.low, c.independent.high) for c in story.claims} == {(1, 1)}


def test_another_article_at_the_same_address_is_no_version(tmp_path: Path) -> None:
    other = (
        "Farmers brought in a record harvest of apples this autumn, the growers' union announced in its yearly review."
    )
    report = checked(tmp_path, {"url": URL, "text": TEXT}, {"url": URL, "text": other})
    assert [a.version_of for a in report.articles] == [None, None]


def test_the_page_and_its_tracked_address_are_one_article(tmp_path: Path) -> None:
    report = checked(tmp_path, {"url": URL, "text": TEXT}, {"url": f"{URL}?utm_source=feed", "text": TEXT})
    assert [len(a.captures) for a in report.articles] == [2]

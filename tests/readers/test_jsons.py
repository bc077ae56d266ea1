"""Articles in JSON, a line or an object each, in the shapes that other tools write."""

from __future__ import annotations

import json
from typing import Any

import pytest

from recoupe.errors import NoArticles, Unreadable, UsageError
from recoupe.model import Capture, Rejected
from recoupe.readers.found import Found
from recoupe.readers.jsons import read_json, read_lines
from recoupe.readers.stream import Stream
from recoupe.settings import Settings

TEXT = "The bridge over the Vale stays closed."
URL = "https://gazette.example/1"


def lines(data: bytes, **options: Any) -> list[Any]:
    return list(read_lines(Found("f.jsonl", "f.jsonl", Stream([data])), Settings(**options)))


def document(value: Any, **options: Any) -> list[Any]:
    found = Found("f.json", "f.json", Stream([json.dumps(value, indent=1).encode()]))
    return list(read_json(found, Settings(**options)))


def test_all_keys_are_optional_but_the_text() -> None:
    line = {
        "id": "a1",
        "url": "https://x.example/1",
        "publisher": "X",
        "title": "T",
        "published": "2026-01-02",
        "language": "fr",
        "text": "Text",
        "more": [1],
    }
    full, bare = lines(json.dumps(line).encode() + b'\n\n{"text": "Only"}\n')
    assert (full.source, full.text, full.url, full.publisher) == ("f.jsonl#a1", "Text", "https://x.example/1", "X")
    assert (full.title, full.published, full.language, full.media) == ("T", "2026-01-02", "fr", "text/plain")
    assert (bare.source, bare.text, bare.title) == ("f.jsonl#3", "Only", None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "format"),
        ("[]", "format"),
        ("null", "format"),
        ("5", "format"),
        ('{"id": "x"}', "format"),
        ('{"text": 5}', "format"),
        ('{"text": null}', "format"),
        ('{"text": "  "}', "empty"),
        ("[" * 5000, "format"),
        ('{"text": "' + "a" * 2000, "too-large"),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_goes_on(line: str, reason: str) -> None:
    bad, good = lines(f'{line}\n{{"id": 7, "text": "Fine"}}'.encode(), max_bytes=5001 if line[0] == "[" else 1000)
    assert isinstance(bad, Rejected)
    assert (bad.source.split("#")[0], bad.reason) == ("f.jsonl", reason)
    assert isinstance(good, Capture)
    assert good.source == "f.jsonl#7"


def test_a_line_in_another_encoding_does_not_stop_the_rest() -> None:
    first, second = lines('{"text": "réponse"}\n'.encode() + '{"text": "déjà vu à l’été"}\n'.encode("cp1252"))
    assert (first.text, second.text) == ("réponse", "déjà vu à l’été")


SHAPES: dict[str, tuple[Any, dict[str, str | None]]] = {
    "GDELT, which has no text": (
        {
            "articles": [
                {
                    "url": URL,
                    "title": "Bridge closed",
                    "seendate": "20260102T030405Z",
                    "domain": "gazette.example",
                    "language": "English",
                }
            ]
        },
        {"title": "Bridge closed", "url": URL, "published": "2026-01-02T03:04:05Z", "text": "", "publisher": None},
    ),
    "Media Cloud": (
        [
            {
                "stories_id": 5,
                "media_name": "The Gazette",
                "publish_date": "2026-01-02 03:04:05",
                "story_text": TEXT,
                "url": URL,
                "language": "en",
                "indexed_date": "2026-01-03",
            }
        ],
        {"publisher": "The Gazette", "published": "2026-01-02 03:04:05", "captured": "2026-01-03", "language": "en"},
    ),
    "C4": (
        [{"text": TEXT, "url": URL, "timestamp": "2026-01-05T00:00:00Z"}],
        {"url": URL, "captured": "2026-01-05T00:00:00Z", "published": None},
    ),
    "FineWeb, whose date is the crawl's": (
        [{"text": TEXT, "url": URL, "dump": "CC-MAIN-2026", "date": "2026-01-05T00:00:00Z", "language": "en"}],
        {"captured": "2026-01-05T00:00:00Z", "published": None},
    ),
    "OSCAR": (
        [{"content": TEXT, "warc_headers": {"warc-target-uri": URL, "warc-date": "2026-01-05T00:00:00Z"}}],
        {"url": URL, "captured": "2026-01-05T00:00:00Z"},
    ),
    "trafilatura": (
        {
            "title": "Bridge closed",
            "author": "Ada Vane",
            "hostname": "gazette.example",
            "date": "2026-01-02",
            "source-hostname": "The Gazette",
            "source": URL,
            "text": TEXT,
            "raw_text": "The bridge",
        },
        {"url": URL, "byline": "Ada Vane", "published": "2026-01-02", "text": TEXT},
    ),
    "newspaper4k": (
        {"title": "B", "text": TEXT, "authors": ["Ada Vane", "Bo Lund"], "publish_date": "2026-01-02", "url": URL},
        {"byline": "Ada Vane, Bo Lund", "published": "2026-01-02"},
    ),
    "news-please": (
        {"maintext": TEXT, "date_publish": "2026-01-02 03:04:05", "date_download": "2026-01-05 00:00:00", "url": URL},
        {"published": "2026-01-02 03:04:05", "captured": "2026-01-05 00:00:00"},
    ),
    "NewsAPI": (
        {
            "status": "ok",
            "articles": [{"source": {"id": None, "name": "The Gazette"}, "content": TEXT, "publishedAt": "2026-01-02"}],
        },
        {"publisher": "The Gazette", "published": "2026-01-02"},
    ),
    "Event Registry": (
        {
            "articles": {
                "results": [{"body": TEXT, "lang": "eng", "source": {"uri": "g.example", "title": "The Gazette"}}]
            }
        },
        {"publisher": "The Gazette", "language": "eng"},
    ),
    "The Guardian": (
        {
            "response": {
                "results": [{"webUrl": URL, "webTitle": "B", "fields": {"bodyText": TEXT, "byline": "Ada Vane"}}]
            }
        },
        {"url": URL, "title": "B", "byline": "Ada Vane"},
    ),
    "Elasticsearch": ({"hits": {"hits": [{"_id": "7", "_source": {"text": TEXT, "url": URL}}]}}, {"url": URL}),
    "schema.org": (
        {"@type": "NewsArticle", "headline": "B", "articleBody": TEXT, "author": {"name": "Ada Vane"}},
        {"title": "B", "byline": "Ada Vane"},
    ),
    "ninjs": ({"uri": "x", "headline": "B", "body_text": TEXT, "versioncreated": "2026-01-02"}, {"title": "B"}),
    "seconds": ([{"text": TEXT, "created_at": 1, "date": 1767323045}], {"published": "2026-01-02T03:04:05+00:00"}),
    "other languages": ([{"Titre": "B", "Texte": TEXT, "Date de publication": "2/1/2026"}], {"published": "2/1/2026"}),
}


@pytest.mark.parametrize(("value", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_the_shapes_of_other_tools_are_known(value: Any, expected: dict[str, str | None]) -> None:
    (made,) = document(value)
    assert isinstance(made, Capture)
    assert made.text == expected.get("text", TEXT)
    assert {key: getattr(made, key) for key in expected} == expected


def test_a_page_in_a_field_is_a_page_and_leftover_tags_are_none() -> None:
    page, text = document([{"html": f"<p>{TEXT}</p>"}, {"text": f"{TEXT}\n<img src=x>\n{TEXT}\n{TEXT}\n{TEXT}"}])
    assert (page.media, text.media) == ("text/html", "text/plain")


def test_the_user_may_say_which_key_is_which() -> None:
    (made,) = document([{"summary": "Short", "story": TEXT, "text": "No"}], columns=(("text", "story"),))
    assert made.text == TEXT
    with pytest.raises(UsageError, match="there are: text, html, url"):
        document([{"text": TEXT}], columns=(("texts", "a"),))


@pytest.mark.parametrize(
    "value", [{}, [], {"text": ""}, [1, 2], {"claims": [{"text": "x"}]}, {"articles": [{"headline": "x"}]}]
)
def test_json_of_another_purpose_has_no_articles(value: Any) -> None:
    with pytest.raises(NoArticles):
        document(value)


def test_an_object_without_text_among_articles_is_rejected() -> None:
    bad, good = document([{"comment": "x"}, {"text": TEXT}])
    assert (bad.reason, bad.source, good.text) == ("format", "f.json#1", TEXT)


def test_a_list_that_is_cut_off_gives_what_came_before() -> None:
    items = read_json(Found("f", "f.json", Stream([b'[{"text": "One"}, {"text": "Tw'])), Settings())
    assert next(items) == Capture("f#1", "text/plain", "One", encoding="utf-8")
    with pytest.raises(Unreadable, match="format"):
        next(items)

"""The date of publication: structured data before the address, before the line that says so, before a guess."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture, Published
from recoupe.settings import Settings

BODY = "The bridge over the Arl was closed on Wednesday after a storm damaged a pillar, the county said.\n" * 3


def published(text: str, *, url: str | None = None, given: str | None = None) -> Published | None:
    article = make_article(Capture("a.txt", "text/plain", text, url=url, published=given), Settings(language="en"))
    assert isinstance(article, Article)
    found = article.published
    if found:
        assert all(article.text[span.start : span.end] for span in found.spans)
    return found


def test_the_container_is_believed_first() -> None:
    found = published(
        f"Bridge closed\n2 March 2026\n{BODY}", url="https://x.example/2026/03/01/a", given="2026-03-04T10:00:00Z"
    )
    assert found == Published("2026-03-04T10:00+00:00", "minute", "given")


def test_an_update_is_not_the_publication() -> None:
    found = published(f"Bridge closed after storm\nPublished 2 March 2026 at 8:15, updated 3 March 2026\n{BODY}")
    assert found is not None
    assert (found.value, found.evidence) == ("2026-03-02T08:15", "text")


def test_the_address_gives_the_day() -> None:
    assert published(f"Bridge closed\n{BODY}", url="https://x.example/2026/03/01/a") == Published(
        "2026-03-01", "day", "url"
    )


def test_comments_give_a_day_that_is_marked_as_inferred() -> None:
    found = published(
        f"Bridge closed\n{BODY}2 comments\njoe 5 March 2026\nAbout time.\nann 4 March 2026 8:10\nAt last!"
    )
    assert found is not None
    assert (found.value, found.evidence, found.precision) == ("2026-03-04", "inferred", "day")
    assert found.spans


def test_a_dateline_and_the_year_of_the_copyright_make_a_day() -> None:
    found = published(f"Bridge closed\nARL, March 3 (Reuters) - {BODY}(c) The Arl Gazette 2026")
    assert found is not None
    assert (found.value, found.evidence, len(found.spans)) == ("2026-03-03", "inferred", 2)


@pytest.mark.parametrize("line", ["(c) The Arl Gazette 2026", "Posted 3 hours ago", "Published today at 8:15"])
def test_what_does_not_tell_the_day_is_no_date(line: str) -> None:
    assert published(f"Bridge closed after storm\n{BODY}{line}") is None


@pytest.mark.parametrize("given", ["soon", "2026-13-45", "99999999", "2026"])
def test_a_date_that_is_none_is_passed_over(given: str) -> None:
    assert published(f"Bridge closed\n{BODY}", given=given) is None

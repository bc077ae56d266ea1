"""Lines of plain text and pages are known for what they are, with or without markup to help."""

from __future__ import annotations

import pytest

from recoupe.article import make_article
from recoupe.model import Article, Capture
from recoupe.settings import Settings

BODY = "The bridge over the Vale was closed on Monday after a lorry hit its railing, police said. Nobody was hurt."


def kinds(text: str, media: str = "text/plain") -> dict[str, str]:
    capture = Capture("a.html", "text/html", text) if media == "text/html" else Capture("a.txt", "text/plain", text)
    article = make_article(capture, Settings())
    assert isinstance(article, Article)
    return {article.text[r.start : r.end]: r.kind for r in article.regions}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related: What happened to the old ferry?", "related"),
        ("The author holds no shares in the companies mentioned.", "boilerplate"),
        ("Share on Facebook | Share on X", "boilerplate"),
        ("CORRECTION: an earlier version gave the wrong day.", "body"),
    ],
)
def test_a_line_below_the_body_is_known_by_its_first_words(line: str, kind: str) -> None:
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\n{line}\n")[line] == kind


def test_the_name_of_a_site_is_no_headline_even_where_the_page_says_so() -> None:
    page = f"<title>Vale-News.info</title><h1>VALE-NEWS.INFO</h1><h2>Bridge closed after crash</h2><p>{BODY}</p>"
    found = kinds(page, "text/html")
    assert found["Bridge closed after crash"] == "headline"
    assert found["VALE-NEWS.INFO"] == "boilerplate"


def test_comments_run_on_to_the_end() -> None:
    found = kinds(
        f"Bridge closed after crash\n\n{BODY}\n\nComments (2)\nanna: I saw it all.\nbob_7: So did I, from home.\n"
    )
    assert [found[line] for line in ("anna: I saw it all.", "bob_7: So did I, from home.")] == ["comment", "comment"]


def test_a_title_with_a_full_stop_is_the_headline() -> None:
    found = kinds(f"Lorry closes the bridge over the Vale.\n\n{BODY}\n\n{BODY}")
    assert found["Lorry closes the bridge over the Vale."] == "headline"


def test_a_short_first_sentence_without_a_headline_is_kept() -> None:
    assert kinds(f"It happened at dawn, unseen.\n\n{BODY}\n\n{BODY}")["It happened at dawn, unseen."] == "body"


def test_place_and_agency_at_the_end_are_a_dateline() -> None:
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\nOrlem (AFP) -")["Orlem (AFP) -"] == "dateline"


def test_a_paragraph_that_begins_with_the_name_of_a_network_is_text() -> None:
    line = "Facebook, which owns two messengers, said on Monday that it had removed the pictures."
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\n{line}\n\n{BODY}")[line] == "body"


def test_who_a_tip_is_owed_to_is_a_credit() -> None:
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\nh/t: The Vale Courier")["h/t: The Vale Courier"] == "credit"


def test_an_author_with_a_place_beside_is_a_byline() -> None:
    assert kinds(f"Bridge closed after crash\nAnna Reed / Orlem\n\n{BODY}\n\n{BODY}")["Anna Reed / Orlem"] == "byline"


def test_names_of_agencies_alone_credit_the_text() -> None:
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\ndpa/AFP")["dpa/AFP"] in ("byline", "credit")

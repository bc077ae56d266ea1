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


def in_order(*lines: str) -> list[tuple[str, str]]:
    article = make_article(Capture("a.txt", "text/plain", "\n\n".join(lines)), Settings(language="en"))
    assert isinstance(article, Article)
    return [(article.text[r.start : r.end], r.kind) for r in article.regions]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related: What happened to the old ferry?", "related"),
        ("The author holds no shares in the companies mentioned.", "boilerplate"),
        ("Share on Facebook | Share on X", "boilerplate"),
        ("Do you have information about this ferry? Write to us.", "boilerplate"),
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


def test_running_text_that_stands_twice_is_body_once() -> None:
    quote = "The ferry will not sail again before the spring, the harbour master told the council on Monday evening."
    found = in_order("Ferry laid up", quote, "Nobody was hurt when it ran aground.", quote)
    assert [kind for text, kind in found if text == quote] == ["body", "boilerplate"]


def test_dates_of_links_are_no_datelines() -> None:
    links = [line for day in range(1, 7) for line in (f"Ferry news number {day}", f"March {day}, 2026")]
    found = in_order("Ferry laid up", "March 9, 2026", BODY, *links)
    assert [text for text, kind in found if kind == "dateline"] == ["March 9, 2026"]


def test_a_price_is_no_dateline() -> None:
    found = in_order(
        "Ferry laid up", "The ferry will not sail again before the spring, the council said.", "\u20ac2.54"
    )
    assert found[-1] == ("\u20ac2.54", "boilerplate")


def test_a_picture_credit_in_brackets_is_a_caption_even_with_a_full_stop() -> None:
    lead = "The ferry will not sail again before the spring, the council said."
    assert in_order("Ferry laid up", lead, "(Photo Nora Halvorsen.)", lead.upper())[2][1] == "caption"


@pytest.mark.parametrize(
    ("line", "kind"),
    [("A full room on Saturday in Vale. (Photo N. H.)", "caption"), ("The mayor (photo) spoke for an hour.", "body")],
)
def test_a_picture_credit_in_brackets_at_the_end_makes_a_caption(line: str, kind: str) -> None:
    assert kinds(f"Bridge closed after crash\n\n{BODY}\n\n{line}\n\nIt will be shut for a month.\n")[line] == kind


def test_a_date_that_the_page_marks_as_the_author_is_a_dateline() -> None:
    page = f'<h1>Bridge closed after crash</h1><p class="byline">March 9, 2026 08:31</p><p>{BODY}</p><p>{BODY}</p>'
    article = make_article(Capture("a.html", "text/html", f'<html lang="en">{page}</html>'), Settings())
    assert isinstance(article, Article)
    assert article.byline is None
    assert "dateline" in {region.kind for region in article.regions}

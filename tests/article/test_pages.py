"""A page's structure tells its article from all else that stands on the page, in any language."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from recoupe.article.html import make_document
from recoupe.article.pages.markup import hints_of
from recoupe.article.pages.pieces import Page, read_pieces
from recoupe.article.pages.said import json_ld, what_page_says
from recoupe.article.pages.survey import survey
from recoupe.model import Block, Capture

FRENCH = [
    "Le conseil municipal de Brévannes a voté lundi soir la fermeture de la piscine des Ormes, jugée trop coûteuse.",
    "« Nous n'avions plus le choix », a expliqué l'adjointe aux finances, qui chiffre le déficit à 640 000 euros par an.",
    "L'opposition, elle, dénonce une décision prise sans étude, et promet de saisir le tribunal administratif.",
    "Le bassin, ouvert en 1974, accueillait encore 41 000 nageurs l'an dernier, dont plusieurs centaines d'écoliers.",
    "Un collectif d'usagers appelle à un rassemblement samedi matin devant l'hôtel de ville, à partir de dix heures.",
]
TEASER = (
    "<article class='{c}'><h3><a href='/a{n}'>Une autre affaire numéro {n} dans la région</a></h3><p>{t}</p></article>"
)
TEASER_TEXT = "Le préfet a pris un arrêté, mercredi, qui interdit la baignade dans la rivière jusqu'à la fin du mois."
MENU = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(30))


def page(body: str, *, before: str = "", after: str = "", title: str = "La piscine des Ormes va fermer") -> str:
    return (
        f"<html lang=fr><head><title>{title} - Le Brévannais</title></head><body><div class=top><ul>{MENU}</ul></div>"
        f"{before}<div class=zone><h1>{title}</h1>{body}</div>{after}"
        f"<div class=bas><ul>{MENU}</ul></div></body></html>"
    )


def blocks_of(html: str) -> list[Block]:
    return [block for block in make_document(Capture("a.html", "text/html", html)).blocks if block.text]


def article_of(html: str) -> list[str]:
    return [block.text for block in blocks_of(html) if block.kind in (None, "body", "subhead")]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_article_is_kept_whole_and_menus_are_not() -> None:
    assert article_of(page(paragraphs(FRENCH))) == FRENCH


def test_teasers_in_a_list_are_no_article_without_any_class_to_tell() -> None:
    teasers = "".join(TEASER.format(c="x1", n=n, t=TEASER_TEXT) for n in range(9))
    assert article_of(page(paragraphs(FRENCH), after=f"<div>{teasers}</div>")) == FRENCH


def test_comments_longer_than_the_article_are_comments() -> None:
    comment = f"<li class=comment><b>jeanne</b><p>{' '.join(FRENCH)}</p></li>"
    html = page(paragraphs(FRENCH[:2]), after=f"<ul class=commentaires>{comment * 12}</ul>")
    kinds = [block.kind for block in blocks_of(html) if len(block.text) > 300]
    assert kinds == ["comment"] * 12
    assert article_of(html) == FRENCH[:2]


def test_lines_parted_by_breaks_alone_are_paragraphs() -> None:
    html = page("<div>" + "<br><br>".join(FRENCH) + "</div>")
    assert [text for text in article_of(html) if text in FRENCH] == FRENCH


def test_pages_that_close_no_tags_are_read_alike() -> None:
    assert article_of(page("".join(f"<p>{text}" for text in FRENCH))) == FRENCH


def test_a_table_layout_gives_its_article() -> None:
    cells = "".join(f"<tr><td><p><font size=2>{text}</font></p></td></tr>" for text in FRENCH)
    assert article_of(page(f"<table>{cells}</table>")) == FRENCH


def test_text_hidden_for_machines_is_not_read_twice() -> None:
    copy = f"<div style='display:none'>{' '.join(FRENCH)}</div>"
    assert article_of(page(paragraphs(FRENCH), after=copy)) == FRENCH


def test_a_class_that_the_site_gives_to_everything_says_nothing() -> None:
    body = "".join(f"<div class='card related-width'><p>{text}</p></div>" for text in FRENCH)
    assert article_of(page(body)) == FRENCH


def test_unspaced_scripts_are_measured_too() -> None:
    texts = [
        "市议会星期一晚上投票决定关闭奥尔姆游泳池，理由是维护费用过高，每年亏损达六十四万欧元。",
        "反对派表示，这一决定没有经过任何研究，他们将向行政法院提出申诉，要求撤销有关决议。",
        "游泳池于一九七四年开放，去年仍有四万一千人前来游泳，其中包括数百名小学生。",
        "使用者团体呼吁星期六上午十时在市政厅前集会，要求市长与居民进行公开对话。",
    ]
    assert article_of(page(paragraphs(texts), title="奥尔姆游泳池将关闭")) == texts


@pytest.mark.parametrize("tag", ["figcaption", "div class=legende", "span class='photo-caption'"])
def test_captions_are_kept_apart(tag: str) -> None:
    name = tag.split()[0]
    figure = f"<figure><img src=a.jpg><{tag}>La piscine des Ormes, le 3 mars, vue du parking.</{name}></figure>"
    html = page(f"<p>{FRENCH[0]}</p>{figure}{paragraphs(FRENCH[1:])}")
    assert [block.text for block in blocks_of(html) if block.kind == "caption"] == [
        "La piscine des Ormes, le 3 mars, vue du parking."
    ]
    assert article_of(html) == FRENCH


def test_a_byline_and_a_date_stand_apart_by_their_class() -> None:
    html = page(f"<span class=auteur>Par Lou Martel</span> <time>3 mars 2026</time>{paragraphs(FRENCH)}")
    kinds = {block.text: block.kind for block in blocks_of(html)}
    assert (kinds["Par Lou Martel"], kinds["3 mars 2026"]) == ("byline", "dateline")


def test_a_link_within_a_sentence_does_not_part_it() -> None:
    html = page(f"<p>Le maire, <a class=author href=/x>Lou Martel</a>, se tait.</p>{paragraphs(FRENCH)}")
    assert "Le maire, Lou Martel, se tait." in [block.text for block in blocks_of(html)]


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ("post-comments__list", "comment"),
        ("ArticleHeader authorName", "byline"),
        ("bloc_publicite", "ad"),
        ("entry-content", "content"),
        ("x12 css-a81", None),
    ],
)
def test_the_words_of_class_names_hint(names: str, hint: str | None) -> None:
    assert hint in hints_of(names) if hint else not hints_of(names)


def test_pieces_know_the_boxes_around_them() -> None:
    pieces = _pieces("<div><p>One <b>bold</b> word.</p><ul><li><a href=x>Two</a></li></ul></div>")
    (one, two) = pieces.pieces
    assert (one.text, one.box.tag, one.strong, one.linked) == ("One bold word.", "p", 4, 0)
    assert (two.text, two.box.tag, two.linked, two.links) == ("Two", "li", 3, 1)
    assert all(0 <= box.first <= box.last <= 2 for box in pieces.boxes)


def test_the_headline_is_the_one_that_the_page_names() -> None:
    tree = LexborHTMLParser(page(paragraphs(FRENCH), before="<h1>Le Brévannais</h1>"))
    seen = survey(read_pieces(tree), what_page_says(tree, json_ld(tree)))
    assert seen.page.pieces[seen.headline].text == "La piscine des Ormes va fermer"
    assert seen.page.pieces[seen.first].text == FRENCH[0]


def _pieces(html: str) -> Page:
    return read_pieces(LexborHTMLParser(html))

"""The page: whole without a network, safe from what articles say, every fact linked to the very words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from recoupe.model import Claim, Place, Publisher, Region, Report, Side, Story
from recoupe.write.html import to_html
from recoupe.write.texts import texts
from recoupe.write.view import FULL, LINES

from .factories import ARTICLES, MAIN, NIED, REPORT, STORY, article, crowd, report

EN = texts("en")
HOSTILE = '</script><script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(1)"> \'"&amp;{{ 7 * 7 }} ]]>'
VOID = {"meta", "img", "br", "hr", "input", "link"}


class Page(HTMLParser):
    """Reads a page: its elements, ids, links and words; fails where tags do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.elements if tag == "a"]


def page(made: Report, language: str = "en") -> Page:
    reader = Page()
    reader.feed(to_html(made, texts(language)))
    reader.close()
    assert reader.open == []
    return reader


REPORTS = {
    "small": REPORT,
    "crowd": crowd(12),
    "large crowd": crowd(40),
    "empty": replace(REPORT, articles=(), stories=()),
}


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_tags_nest_and_ids_are_unique(made: Report) -> None:
    ids = page(made).ids()
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_every_link_within_the_page_leads_somewhere(made: Report) -> None:
    found = page(made)
    assert {link[1:] for link in found.links() if link.startswith("#")} <= set(found.ids())


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_nothing_is_loaded_from_anywhere(made: Report) -> None:
    found = page(made)
    assert not [tag for tag, attrs in found.elements if "src" in attrs or tag in {"link", "iframe", "object", "img"}]
    style = re.findall(r"<style>(.*?)</style>", to_html(made, EN), re.DOTALL)[0]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    policy = next(
        a["content"] or "" for _, a in page(REPORT).elements if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_no_element_carries_a_style_or_a_handler_that_the_policy_would_block() -> None:
    for _, attributes in page(REPORT).elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_a_link_holds_the_very_words() -> None:
    html = to_html(REPORT, EN)
    assert 'href="#a2-36-96"' in html
    found = re.search(r'id="a2-36-96">(.*?)</p>', html)
    assert found
    assert re.sub(r"<[^>]+>", "", found[1]) == "43 tonnes de batteries auraient quitté le hangar de Batreva."


def hostile_report() -> Report:
    """Every text that comes from outside says the same wicked thing."""
    made = replace(
        NIED,
        id="wicked",
        text=HOSTILE,
        regions=(Region(0, len(HOSTILE), "body"),),
        headline=HOSTILE,
        source=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(1)",
        agencies=(HOSTILE,),
        publisher=Publisher(HOSTILE, None, HOSTILE),
        statements=(),
        attributions=(),
        names=(),
    )
    claim = replace(MAIN, text=HOSTILE, statements=(), articles=("wicked",), denied_by=(HOSTILE,))
    conflict = replace(STORY.conflicts[0], note=HOSTILE, sides=(Side("wicked", 3, 12, HOSTILE),))
    story = replace(
        STORY,
        title=HOSTILE,
        articles=("wicked",),
        why=(HOSTILE,),
        claims=(claim,),
        conflicts=(conflict,),
        derivations=(),
        brief=(),
    )
    rejected = (replace(REPORT.rejected[0], source=HOSTILE, detail=HOSTILE),)
    return replace(report(articles=(made,), story=story), rejected=rejected)


def test_what_articles_say_is_never_markup() -> None:
    found = page(hostile_report())
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert not [tag for tag, _ in found.elements if tag == "img"]
    assert HOSTILE in found.words


def test_an_address_that_could_run_is_no_link() -> None:
    assert not [link for link in page(hostile_report()).links() if link.startswith("javascript")]


def test_the_page_shows_each_letter_of_an_article_once() -> None:
    made = article(
        "long", [("headline", "Titre"), ("body", "Un mot \u202eRTL\u202c. " * 4000)], publisher="X", published=None
    )
    story = Story("s", "Titre", ("long",), ("fr",), ())
    assert page(report(articles=(made,), story=story)).words.count("RTL") == 4000


def test_an_article_says_its_language_and_direction() -> None:
    made = article("ar", [("body", "قال الوزير")], publisher="X", published=None, language="ar")
    texts_of = [
        a
        for _, a in page(report(articles=(made,), story=Story("s", "T", ("ar",), ("ar",), ()))).elements
        if a.get("class") == "text"
    ]
    assert [(a["lang"], a["dir"]) for a in texts_of] == [("ar", "rtl")]


def test_words_that_stand_nowhere_break_nothing() -> None:
    lost = (Side("nied", 5, 99999, "x"), Side("gone", 0, 5, "y"))
    brief = (replace(STORY.brief[0], cites=(Place("gone", 1, 2), Place("nied", 9, 3))),)
    story = replace(STORY, conflicts=(replace(STORY.conflicts[0], sides=lost),), brief=brief)
    found = page(report(story=story))
    assert {link[1:] for link in found.links() if link.startswith("#")} <= set(found.ids())


def test_the_sentence_that_matters_stands_before_the_claims() -> None:
    words = page(REPORT).words
    sentence = "3 of 4 articles, 1 independent origin (between 1 and 2): Le Courrier de la Nied"
    assert -1 < words.find(sentence) < words.find("Claims, article by article")


def test_the_page_speaks_the_language_of_the_reader() -> None:
    found = page(REPORT, "fr")
    assert ("html", {"lang": "fr", "dir": "ltr"}) in found.elements
    assert "3 articles sur 4, 1 origine indépendante" in found.words


def test_an_article_in_two_stories_is_shown_once() -> None:
    other = replace(
        STORY, id="story-2", claims=(), conflicts=(), timeline=(), brief=(), derivations=(), articles=("nied",)
    )
    found = page(replace(REPORT, stories=(STORY, other)))
    assert found.ids().count("a1") == 1
    assert "This article stands under story 1." in found.words


def test_the_same_report_gives_the_same_page() -> None:
    shuffled = replace(REPORT, articles=ARTICLES[::-1])
    assert to_html(REPORT, EN) == to_html(shuffled, EN)


def claims_of(count: int) -> tuple[Claim, ...]:
    return tuple(replace(MAIN, id=f"c{n:03}") for n in range(count))


def test_claims_beyond_the_table_are_folded_away_not_dropped() -> None:
    found = page(report(story=replace(STORY, claims=claims_of(40))))
    assert len([a for _, a in found.elements if (a.get("id") or "").startswith("claim-")]) == 40


def many_stories(count: int) -> Report:
    articles = [
        article(f"a{n:04}", [("headline", f"News {n}"), ("body", "It rained.")], publisher=None, published=None)
        for n in range(count)
    ]
    stories = tuple(Story(f"s{a.id}", a.headline or "", (a.id,), ("en",), ()) for a in articles)
    return replace(REPORT, articles=tuple(articles), stories=stories)


def test_a_page_shows_its_largest_stories_in_full_and_names_the_others() -> None:
    made = many_stories(FULL + 2)
    reader = page(made)
    shown = [anchor for anchor in reader.links() if re.fullmatch(r"#s\d+", anchor)]
    assert len(shown) == FULL
    assert all(f"News {n}" in reader.words for n in range(FULL + 2))
    assert f"{FULL + 2} stories" in reader.words


def test_what_a_page_has_no_line_for_is_counted() -> None:
    assert "… and 3 more stories" in page(many_stories(FULL + LINES + 3)).words


def test_a_single_story_is_shown_in_full_however_large() -> None:
    made = many_stories(FULL + 2)
    whole = replace(made.stories[0], articles=tuple(a.id for a in made.articles))
    assert f"News {FULL + 1}" in page(replace(made, stories=(whole,))).words

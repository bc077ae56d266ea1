"""The story in a dozen sentences of the articles themselves."""

from __future__ import annotations

from dataclasses import replace

from recoupe.crosscheck.brief import MOST, write_brief
from recoupe.model import Conflict, Side
from tests.crosscheck.story_factory import a_claim, an_article, says

WORDS = [
    "amber",
    "birch",
    "cedar",
    "delta",
    "ember",
    "falcon",
    "garnet",
    "heron",
    "indigo",
    "juniper",
    "kelp",
    "lilac",
    "maple",
    "nectar",
    "ochre",
    "pebble",
]


def test_every_sentence_is_the_words_that_it_cites() -> None:
    article = says(an_article("a"), "The mayor of Elmstead resigned", "Ada Rowe")
    (sentence,) = write_brief((article,), [a_claim("c", article)], [])
    (cite,) = sentence.cites
    assert sentence.text == article.text[cite.start : cite.end] == "The mayor of Elmstead resigned (Ada Rowe)."


def test_what_more_articles_tell_comes_first() -> None:
    rare = says(an_article("a"), "A dog barked loudly at dawn")
    often = [says(an_article(f"b{n}"), "The mayor of Elmstead resigned") for n in range(3)]
    brief = write_brief((rare, *often), [a_claim("c1", rare), a_claim("c2", *often)], [])
    assert [s.text for s in brief] == ["The mayor of Elmstead resigned.", "A dog barked loudly at dawn."]


def test_a_sentence_with_its_source_is_preferred() -> None:
    bare = says(an_article("a", day="2026-03-01"), "The mayor of Elmstead resigned")
    sourced = says(an_article("b", day="2026-03-02"), "The mayor of Elmstead resigned", "Ada Rowe")
    (sentence,) = write_brief((bare, sourced), [a_claim("c", bare, sourced)], [])
    assert sentence.text == "The mayor of Elmstead resigned (Ada Rowe)."


def test_nothing_is_told_twice() -> None:
    one = says(an_article("a"), "The mayor of Elmstead resigned on Monday")
    two = says(an_article("b"), "The mayor of Elmstead resigned")
    assert len(write_brief((one, two), [a_claim("c1", one), a_claim("c2", two)], [])) == 1


def test_a_brief_is_short_and_ends_with_denials_and_conflicts() -> None:
    told = [
        [says(an_article(f"{paper}{n}"), f"{word} {word}ite {word}wood fell") for paper in "ab"]
        for n, word in enumerate(WORDS)
    ]
    denial = says(an_article("z"), "Northgas planned no sale whatsoever", "Jon Pike", stance="denies")
    claims = [a_claim(f"c{n}", *articles) for n, articles in enumerate([*told, [denial]])]
    brief = write_brief([*(article for pair in told for article in pair), denial], claims, [])
    assert brief[-1].cites[0].article == "z"
    assert 3 < len(brief) < MOST


def test_what_one_article_tells_fills_no_brief() -> None:
    told = [says(an_article(f"a{n}"), f"{word} {word}ite {word}wood fell") for n, word in enumerate(WORDS)]
    assert len(write_brief(told, [a_claim(f"c{n}", article) for n, article in enumerate(told)], [])) == 3


def test_both_sides_of_a_conflict_are_told() -> None:
    one = says(an_article("a"), "The letter had three pages of complaints")
    two = says(an_article("b"), "Witnesses counted only two sheets in the envelope")
    filler = [says(an_article(f"f{n}"), f"{word} {word}ite {word}wood fell") for n, word in enumerate(WORDS)]
    sides = tuple(Side(a.id, a.statements[0].start, a.statements[0].end, a.id) for a in (one, two))
    conflict = Conflict("x", "number", sides, None, "")
    claims = [*(a_claim(f"a{n}", a) for n, a in enumerate(filler)), a_claim("y", one), a_claim("z", two)]
    brief = write_brief((*filler, one, two), claims, [conflict])
    assert {"a", "b"} <= {sentence.cites[0].article for sentence in brief}
    assert not {"a", "b"} <= {
        s.cites[0].article for s in write_brief((*filler, one, two), claims, [replace(conflict, explained="older")])
    }


def test_a_story_without_claims_has_no_brief() -> None:
    assert write_brief((), [], []) == ()

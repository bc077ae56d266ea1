"""The story in a dozen sentences of the articles themselves."""

from __future__ import annotations

from dataclasses import replace

from recoupe.crosscheck.brief import MOST, write_brief
from recoupe.model import Article, Claim, Conflict, Independent, Origin, Side, Stance
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


def test_claims_are_told_in_their_order() -> None:
    rare = says(an_article("a"), "A dog barked loudly at dawn")
    often = [says(an_article(f"b{n}"), "The mayor of Elmstead resigned") for n in range(3)]
    brief = write_brief((rare, *often), [a_claim("c2", *often), a_claim("c1", rare)], [])
    assert [s.text for s in brief] == ["The mayor of Elmstead resigned.", "A dog barked loudly at dawn."]


def test_a_claim_is_told_by_a_sentence_that_has_its_words() -> None:
    aside = says(an_article("a", day="2026-03-01"), "Her deputies, too, had known for weeks", "Ada Rowe")
    plain = says(an_article("b", day="2026-03-02"), "The mayor of Elmstead resigned")
    claim = replace(a_claim("c", aside, plain), text="The mayor of Elmstead resigned")
    (sentence,) = write_brief((aside, plain), [claim], [])
    assert sentence.text == "The mayor of Elmstead resigned."


def test_a_sentence_with_its_source_is_preferred() -> None:
    bare = says(an_article("a", day="2026-03-01"), "The mayor of Elmstead resigned")
    sourced = says(an_article("b", day="2026-03-02"), "The mayor of Elmstead resigned", "Ada Rowe")
    (sentence,) = write_brief((bare, sourced), [a_claim("c", bare, sourced)], [])
    assert sentence.text == "The mayor of Elmstead resigned (Ada Rowe)."


def test_nothing_is_told_twice() -> None:
    one = says(an_article("a"), "The mayor of Elmstead resigned on Monday")
    two = says(an_article("b"), "The mayor of Elmstead resigned")
    assert len(write_brief((one, two), [a_claim("c1", one), a_claim("c2", two)], [])) == 1


def test_a_brief_is_short_and_tells_denials_before_the_background() -> None:
    told = [
        [says(an_article(f"{paper}{n}"), f"{word} {word}ite {word}wood fell") for paper in "ab"]
        for n, word in enumerate(WORDS)
    ]
    denial = says(an_article("z"), "Northgas planned no sale whatsoever", "Jon Pike", stance="denies")
    claims = [a_claim(f"c{n}", *articles) for n, articles in enumerate([*told, [denial]])]
    brief = write_brief([*(article for pair in told for article in pair), denial], claims, [])
    assert [sentence.cites[0].article for sentence in brief].index("z") == 3
    assert 4 < len(brief) <= MOST


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


def a_single_claim(article: Article, origin: str, *, high: int = 1) -> Claim:
    told = a_claim("c", article)
    return replace(told, origins=(Origin(origin, "agency", (article.id,), ()),), independent=Independent(1, 1, high))


def test_what_rests_on_one_origin_says_so_and_cites_its_name() -> None:
    article = says(says(an_article("a"), "The mayor of Elmstead resigned"), "Norpress had called her twice")
    (sentence,) = write_brief((article,), [replace(a_single_claim(article, "Norpress"), statements=("a/s0",))], [])
    place = sentence.cites[-1]
    assert sentence.alone == article.text[place.start : place.end] == "Norpress"


def test_an_origin_that_the_sentence_names_is_not_named_again() -> None:
    article = says(an_article("a"), "The mayor of Elmstead resigned", "Norpress")
    (sentence,) = write_brief((article,), [a_single_claim(article, "Norpress")], [])
    assert sentence.alone is None


def test_an_origin_that_may_be_one_of_many_is_not_said_to_stand_alone() -> None:
    article = says(says(an_article("a"), "The mayor of Elmstead resigned"), "Norpress had called her twice")
    claim = replace(a_single_claim(article, "Norpress", high=6), statements=("a/s0",))
    assert [sentence.alone for sentence in write_brief((article,), [claim], [])] == [None]


def test_the_number_of_few_comes_after_that_of_most_though_all_other_words_are_the_same() -> None:
    many = [says(an_article(name), "The fire at Elmstead mill burnt 34 sheds") for name in "ab"]
    few = says(an_article("c"), "The fire at Elmstead mill burnt 43 sheds")
    sides = tuple(
        Side(a.id, at, at + 2, a.text[at : at + 2]) for a in (few, *many) for at in [a.text.index(" sheds") - 2]
    )
    articles = (few, *many)
    brief = write_brief(articles, [a_claim("c", *articles)], [Conflict("x", "number", sides, None, "")])
    assert [s.text.split()[-2] for s in brief] == ["34", "43"]


def test_how_a_name_is_spelt_is_no_news() -> None:
    one, two = says(an_article("a"), "Ada Rowe left Elmstead"), says(an_article("b"), "Ida Row had left by ferry")
    sides = tuple(Side(a.id, 0, 7, a.text[:7]) for a in (one, two))
    assert not write_brief((one, two), [], [Conflict("x", "name", sides, None, "")])


REFUSALS: tuple[tuple[str, str, Stance], ...] = (
    ("Jon", "The Elmstead port gave no answer", "declines_comment"),
    ("Ada", "Northgas planned no sale whatsoever", "denies"),
)


def test_who_denies_comes_before_who_will_not_comment() -> None:
    silent, denying = (
        [says(an_article(f"{name}{n}"), text, name, stance=stance) for n in range(2)] for name, text, stance in REFUSALS
    )
    brief = write_brief((*silent, *denying), [a_claim("c1", *silent), a_claim("c2", *denying)], [])
    assert [sentence.cites[0].article for sentence in brief] == ["Ada0", "Jon0"]


def test_what_a_newsroom_says_itself_is_not_introduced_by_its_name() -> None:
    article = says(says(an_article("a", publisher="Norpress"), "The mayor of Elmstead resigned"), "Norpress called her")
    claim = replace(a_single_claim(article, "Norpress"), statements=("a/s0",))
    assert [sentence.alone for sentence in write_brief((article,), [claim], [])] == [None]


def test_a_sentence_about_her_lawyer_does_not_say_whose() -> None:
    article = says(an_article("a"), "Her lawyer Jon Pike denied all of it")
    assert not write_brief((article,), [a_claim("c", article)], [])

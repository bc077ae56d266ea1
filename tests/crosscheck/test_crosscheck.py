from dataclasses import replace

from recoupe.crosscheck import crosscheck
from recoupe.model import Article, Name
from tests.crosscheck.story_factory import an_article, says


def story() -> list[Article]:
    text = "Clara Dumont left the harbour board"
    first = says(an_article("a", publisher="Harbour News", day="2026-03-01"), text)
    second = says(an_article("b", publisher="Coast Daily"), text, "Clara Dumont")
    return [
        replace(article, names=(Name(0, 12, "person"),), headline=f"Head {article.id}") for article in (first, second)
    ]


def test_names_and_sources_bear_their_entity() -> None:
    checked = crosscheck(story(), ("harbour",))
    dumont = next(e.id for e in checked.story.entities if e.name == "Clara Dumont")
    assert [name.entity for article in checked.articles for name in article.names] == [dumont, dumont]
    assert checked.articles[1].attributions[0].source.entity == dumont


def test_the_story_lists_its_articles_and_why_they_belong_together() -> None:
    made = crosscheck(story(), ("harbour",)).story
    assert (made.articles, made.why, made.languages) == (("a", "b"), ("harbour",), ("en",))


def test_the_title_is_a_headline() -> None:
    assert crosscheck(story(), ()).story.title == "Head a"


def test_every_statement_of_a_claim_exists() -> None:
    checked = crosscheck(story(), ())
    known = {s.id for article in checked.articles for s in article.statements}
    assert known
    assert known == {id_ for claim in checked.story.claims for id_ in claim.statements}


def test_the_order_of_articles_changes_nothing() -> None:
    assert crosscheck(story(), ()) == crosscheck(story()[::-1], ())

from collections.abc import Sequence

from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.entities import find_entities
from recoupe.model import Alignment, Article, Place
from tests.crosscheck.story_factory import an_article, says, with_name, with_quantity


def groups(articles: Sequence[Article], alignments: Sequence[Alignment] = ()) -> list[set[str]]:
    made = group_statements(articles, find_entities(articles), alignments)
    return [{ref.statement.id for ref in group} for group in made]


def together(one: Article, other: Article, *alignments: Alignment) -> bool:
    return any(len({id_.split("/")[0] for id_ in group}) == 2 for group in groups([one, other], alignments))


def telling(id_: str, *texts: str, language: str = "en") -> Article:
    article = an_article(id_, language=language)
    for text in texts:
        article = says(article, text)
    return article


def test_a_copied_sentence_is_one_claim() -> None:
    text = "The ferry ran aground on a sandbank near the lighthouse"
    assert together(telling("a", text), telling("b", text))


def test_another_number_of_the_same_thing_is_another_claim() -> None:
    text = "The ferry accident near the lighthouse killed {} fishermen"
    one = with_quantity(telling("a", text.format("four")), "four", 4, of="fishermen")
    other = with_quantity(telling("b", text.format("nine")), "nine", 9, of="fishermen")
    same = with_quantity(telling("c", text.format("4")), "4", 4, of="fishermen")
    assert not together(one, other)
    assert together(one, same)


def test_a_rounded_number_is_the_same_number() -> None:
    text = "About {} people live below the old dam of Serrance"
    one = with_quantity(telling("a", text.format("9,000")), "9,000", 9000, of="people")
    other = with_quantity(telling("b", text.format("9,050")), "9,050", 9050, of="people")
    assert together(one, other)


def test_aligned_passages_of_two_languages_are_one_claim() -> None:
    one = telling("a", "Hvalen strandet ved fyret", language="no")
    other = telling("b", "The whale was stranded near the lighthouse")
    places = (Place("a", 0, len(one.text)), Place("b", 0, len(other.text)))
    assert not together(one, other)
    assert together(one, other, Alignment(*places, "translated", 0.9))


def test_aligned_passages_with_another_number_are_two_claims() -> None:
    one = with_quantity(telling("a", "31 skadde ved fyret", language="no"), "31", 31)
    other = with_quantity(telling("b", "13 injured near the lighthouse"), "13", 13)
    places = (Place("a", 0, len(one.text)), Place("b", 0, len(other.text)))
    assert not together(one, other, Alignment(*places, "translated", 0.9))


def test_a_quotation_joins_what_stands_around_it_in_other_words() -> None:
    one = telling("a", 'Asked by reporters, the captain replied: "We never saw the sandbank coming"')
    other = telling("b", '"We never saw the sandbank coming", admitted a weary officer')
    assert together(one, other)


def test_a_name_alone_makes_no_claim() -> None:
    one, other = telling("a", "Ada Lind arrived"), telling("b", "Ada Lind breeds dogs")
    assert not together(with_name(one, "Ada Lind", ""), with_name(other, "Ada Lind", ""))


def test_a_long_statement_stands_in_the_claim_that_it_contains() -> None:
    long = "The ferry ran aground near the lighthouse and its cargo of timber was lost in the heavy storm"
    articles = [
        telling("a", long),
        telling("b", "The ferry ran aground near the lighthouse"),
        telling("c", "Its cargo of timber was lost in the storm"),
    ]
    assert sum("a/s0" in group for group in groups(articles) if len(group) > 1) == 2


def test_every_statement_is_in_a_claim() -> None:
    articles = [telling("a", "A whale was seen", "The bridge is old"), telling("b", "Bread costs more")]
    assert set().union(*groups(articles)) == {"a/s0", "a/s1", "b/s0"}


def test_the_order_of_articles_does_not_matter() -> None:
    texts = ["The ferry ran aground near the lighthouse", "The lighthouse saw the ferry run aground", "Timber was lost"]
    articles = [telling(str(i), text, "The ferry ran aground") for i, text in enumerate(texts)]
    assert groups(articles) == groups(articles[::-1])


def test_the_same_words_of_other_people_are_another_claim() -> None:
    one = with_name(telling("a", "Ada Lind is open to talks"), "Ada Lind", "")
    other = with_name(telling("b", "Eva Moor urged the striking crew to be open to talks"), "Eva Moor", "")
    assert not together(one, other)


def test_two_claims_of_one_long_sentence_are_not_joined_by_it() -> None:
    articles = [
        telling("a", "The ferry ran aground near the lighthouse and its cargo of timber was lost in the storm"),
        telling("b", "The ferry ran aground near the lighthouse"),
        telling("c", "Its cargo of timber was lost in the storm"),
    ]
    assert not any({"b/s0", "c/s0"} <= group for group in groups(articles))


def test_a_refusal_to_speak_is_not_what_was_asked() -> None:
    one = says(an_article("a"), "The harbour board sold the lighthouse")
    other = says(an_article("b"), "The harbour board sold the lighthouse", "Ada Lind", stance="declines_comment")
    assert not together(one, other)
    assert together(one, says(an_article("c"), "The harbour board sold the lighthouse", "Ada Lind"))

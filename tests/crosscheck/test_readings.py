from recoupe.crosscheck.readings import inside, read, topics_within, touching
from tests.crosscheck.story_factory import an_article, says, with_name

TEXT = "Mara Quill opened the reservoir"


def test_a_named_word_is_no_topic_of_its_own() -> None:
    reading = read(with_name(says(an_article("a", language="en"), TEXT), "Mara Quill", "e1"))
    told = topics_within(reading, 0, len(reading.article.text))
    assert "en:reservoir" in told
    assert not any("quill" in topic for topic in told)


def test_a_name_that_begins_before_a_part_touches_it_but_is_not_inside() -> None:
    reading = read(with_name(says(an_article("a", language="en"), TEXT), "Mara Quill", "e1"))
    name = reading.article.names[0]
    assert touching(reading.names, name.start + 5, name.end + 10) == [name]
    assert not inside(reading.names, name.start + 5, name.end + 10)


def test_the_words_of_a_part_are_those_that_begin_in_it() -> None:
    reading = read(says(an_article("a", language="en"), TEXT))
    start = reading.article.text.index("opened")
    assert [word.folded for word in reading.words[reading.within(start, start + 10)]] == ["opened", "the"]

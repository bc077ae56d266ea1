"""Parts of a statement that may be claims of their own."""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate import annotate
from recoupe.crosscheck.claims import group_statements
from recoupe.crosscheck.claims.facets import facets
from recoupe.crosscheck.entities import find_entities
from recoupe.crosscheck.readings import read
from recoupe.model import Article, Statement
from tests.annotate.articles import article


def parts(text: str, language: str = "en") -> list[str]:
    made = annotate(article(text, language))
    whole = Statement("s", 0, len(text) - 1, None, "asserted")
    return [made.text[span.start : span.end] for span in facets(read(made), whole)]


def test_a_number_behind_a_preposition_is_a_part() -> None:
    text = "The shipyard will repair the old ferries in return for 450 million dollars."
    assert parts(text)[-1].endswith("for 450 million dollars")


def test_a_relative_clause_is_a_part() -> None:
    text = "The shipyard sold the ferries, which carried 900 passengers."
    assert parts(text)[-1] == "which carried 900 passengers"


def test_a_topic_is_no_part() -> None:
    assert parts("Of the blue lanterns on the quay, people in the village speak.") == []


def test_a_short_statement_has_no_parts() -> None:
    assert parts("The dam burst.") == []


def test_scripts_without_spaces_are_parted_at_their_marks() -> None:
    text = "\u5927\u575d\u4e8e1961\u5e74\u5efa\u6210\uff0c\u5171\u67093000\u540d\u5c45\u6c11\u3002"
    assert parts(text, "zh")[-1] == text[text.index("\uff0c") + 1 : -1]


def telling(id_: str, text: str) -> Article:
    made = annotate(article(text, "en"))
    statements = tuple(replace(s, id=f"{id_}{i}") for i, s in enumerate(made.statements))
    return replace(made, id=id_, statements=statements)


def test_what_two_long_sentences_share_is_a_claim_of_both() -> None:
    one = telling("a", "The dam, which holds 34 million tonnes of water, was sold to a Danish fund.")
    other = telling("b", "Engineers emptied the dam, which holds 34 million tonnes of water, before winter.")
    groups = group_statements((one, other), find_entities((one, other)), ())
    assert [{ref.article for ref in group} for group in groups if len(group) > 1] == [{"a", "b"}]


def test_parts_of_sentences_that_differ_in_one_point_stay_apart() -> None:
    one = telling("a", "In the village of Harwick, 40 pupils of the school fell ill after lunch.")
    other = telling("b", "In the village of Harwick, 90 pupils of the school fell ill after lunch.")
    groups = group_statements((one, other), find_entities((one, other)), ())
    assert all(len(group) == 1 for group in groups)

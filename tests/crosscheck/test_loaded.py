from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.annotate import annotate
from recoupe.crosscheck.loaded import find_loaded, with_loaded
from recoupe.lang import codes, load
from recoupe.model import Article, Claim, Independent
from tests.annotate.articles import article


def told(name: str, text: str) -> Article:
    return annotate(replace(article(text, "en"), id=name))


def claim(*articles: Article) -> Claim:
    statements = tuple(a.statements[0].id for a in articles)
    return Claim(
        "c1", "", statements, tuple(a.id for a in articles), (), (), Independent(1, 1, 1), "single-origin", None
    )


def loaded(*articles: Article) -> list[tuple[str, str]]:
    texts = {a.id: a.text for a in articles}
    (found,) = with_loaded([claim(*articles)], articles)
    return [(p.article, texts[p.article][p.start : p.end]) for p in found.loaded]


PLAIN = told("plain", "The government of Varnia closed the port of Kel on Monday.")


def test_a_word_that_judges_is_shown_where_others_do_without() -> None:
    assert loaded(PLAIN, told("sharp", "The regime of Varnia closed the port of Kel on Monday.")) == [
        ("sharp", "regime")
    ]


def test_a_word_that_all_use_is_not_shown() -> None:
    both = [told(name, "The regime of Varnia closed the port of Kel on Monday.") for name in ("one", "two")]
    assert loaded(*both) == []


def test_words_of_others_are_not_the_outlets_own() -> None:
    quoted = told("quoted", "“The regime of Varnia closed the port of Kel,” said Anna Keller on Monday.")
    assert loaded(PLAIN, quoted) == []


def test_a_loaded_cue_is_the_outlets_own_word() -> None:
    said = told("said", "Anna Keller said that the port of Kel was closed.")
    slammed = told("slammed", "Anna Keller slammed the closure of the port of Kel, saying that it was closed.")
    assert ("slammed", "slammed") in loaded(said, slammed)


def test_a_claim_of_one_article_is_compared_with_nothing() -> None:
    assert loaded(told("alone", "The regime of Varnia closed the port of Kel on Monday.")) == []


def test_an_entry_may_be_a_phrase_or_end_in_any_way() -> None:
    found = find_loaded(told("any", "A horde of reporters came. It was a disgraceful and scandalous day."))
    assert [hit.entry for hit in found] == ["horde of", "disgrac-", "scandalous-"]


@pytest.mark.parametrize("code", [code for code in codes() if code != "und"])
def test_listed_stems_are_long_enough_to_be_found(code: str) -> None:
    entries = load(code).comparison.loaded
    assert len(entries) >= 30
    stems = [entry.split()[0] for entry in entries]
    assert [stem for stem in stems if stem.endswith("-") and len(stem) < 6] == []

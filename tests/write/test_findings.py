"""What of a story comes first."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model import Certainty, Claim, Conflict, Place, Side
from recoupe.write.findings import (
    apparent_conflicts,
    carried,
    main_claim,
    real_conflicts,
    shared_claims,
    side_name,
    single_claims,
    stands_taken,
)
from recoupe.write.lookup import look_up
from recoupe.write.texts import texts

from .factories import ARTICLES, DELIVERED, FLASH, GAZETTE, MAIN, NIED, OBSERVER, STORY, report, said, side, stated

LOOKUP = look_up(report(), texts("en"))


def test_the_main_claim_is_the_one_that_crosscheck_puts_first() -> None:
    assert main_claim(replace(STORY, claims=(MAIN, DELIVERED))) == MAIN


def test_a_story_without_claims_has_no_main_claim() -> None:
    assert main_claim(replace(STORY, claims=())) is None


def test_each_claim_is_shared_or_single() -> None:
    assert (shared_claims(STORY), single_claims(STORY)) == ((MAIN,), (DELIVERED,))


def test_a_denied_claim_of_one_article_is_worth_the_table() -> None:
    denied: Claim = replace(DELIVERED, status="denied")
    assert denied in shared_claims(replace(STORY, claims=(MAIN, denied)))


def test_an_article_carries_a_claim_as_surely_as_its_surest_statement() -> None:
    hedged, sure = stated(FLASH, 7, "tonnes de batteries auraient", "hedged"), stated(FLASH, 8, "Jeannot")
    lookup = look_up(report(articles=(replace(FLASH, statements=(hedged, sure)),)), texts("en"))
    how: Certainty = carried(replace(MAIN, statements=(hedged.id, sure.id)), lookup)["flash"].how
    assert how == "asserted"


def test_who_denies_twice_is_named_once() -> None:
    twice = replace(
        OBSERVER,
        attributions=(
            said(OBSERVER, 1, "GILLES OSTERMEYER", "person", "Nobody", stance="denies"),
            said(OBSERVER, 2, "Gilles Ostermeyer", "person", "listens", stance="denies"),
        ),
    )
    lookup = look_up(report(articles=(*ARTICLES[:2], twice, GAZETTE)), texts("en"))
    stands = stands_taken(STORY, lookup, "denies")
    assert [(stand.name, len(stand.places)) for stand in stands] == [("GILLES OSTERMEYER", 3)]


def test_a_refusal_leads_to_its_words() -> None:
    (stand,) = stands_taken(STORY, LOOKUP, "declines_comment")
    assert stand.places == (Place("flash", 98, 128),)


def test_conflicts_over_the_same_places_are_told_one_by_one() -> None:
    older = replace(STORY.conflicts[0], id="older", explained="older")
    narrower = replace(STORY.conflicts[0], id="narrower", explained="scope")
    assert len(apparent_conflicts(replace(STORY, conflicts=(older, narrower)))) == 2


def test_who_denies_stands_first_and_is_said_to_deny() -> None:
    sides = (
        side(NIED, "Trente-quatre tonnes", "Batreva"),
        replace(side(GAZETTE, "Aucune batterie n'a disparu", "Ostermeyer"), denies=True),
    )
    (parting,) = real_conflicts(replace(STORY, conflicts=(Conflict("k", "stance", sides, None, ""),)))
    assert [side_name(parting, value, texts("en")) for value, _ in parting.sides] == [
        "Ostermeyer denies",
        "Batreva says",
    ]


def test_how_a_name_is_spelt_comes_after_what_changes_the_story() -> None:
    numbers = Conflict("n", "number", (Side("nied", 0, 2, "34"), Side("flash", 0, 2, "43")), None, "")
    spellings = (("nied", "A"), ("flash", "B"))
    sides = tuple(Side(article, at, at + 2, value) for article, value in spellings for at in (4, 8, 12))
    names = Conflict("m", "name", sides, None, "")
    assert [one.kind for one in real_conflicts(replace(STORY, conflicts=(names, numbers)))] == ["number", "name"]

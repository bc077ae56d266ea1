from __future__ import annotations

from dataclasses import replace
from typing import Literal

from recoupe.model import Alignment, Derivation, Place
from recoupe.write.html_beside import SHOWN, Beside, Passage, passages_beside
from recoupe.write.lookup import look_up
from recoupe.write.texts import texts
from tests.write.factories import REPORT, STORY, article

DISPATCH = article(
    "dispatch",
    [("body", "Le pont de Sarre-Haute rouvre lundi soir. Le maire craint des bouchons.")],
    publisher="A",
    published=None,
)
LOCAL = article(
    "local", [("body", "Dès demain, le pont de Sarre-Haute est fermé lundi soir. Fin.")], publisher="B", published=None
)
RESTS = Derivation("local", "dispatch", "rewrite", credited=False, probability=0.9, coverage=0.5, evidence=())


def beside(*alignments: Alignment) -> tuple[tuple[Beside, ...], int]:
    story = replace(STORY, alignments=alignments)
    report = replace(REPORT, articles=(DISPATCH, LOCAL), stories=(story,))
    return passages_beside(RESTS, story, look_up(report, texts("en")))


def shared(passage: Passage) -> list[str]:
    return [piece.text for piece in passage.pieces if piece.shared]


def aligned(left: Place, right: Place, kind: Literal["verbatim", "edited", "translated"] = "edited") -> Alignment:
    return Alignment(left, right, kind, 0.9)


def test_the_text_that_was_used_stands_left_whichever_way_the_passages_were_found() -> None:
    used, derived = Place("dispatch", 0, 41), Place("local", 12, 56)
    for alignment in (aligned(used, derived), aligned(derived, used)):
        ((row,), _) = beside(alignment)
        assert "".join(piece.text for piece in row.used.pieces) == DISPATCH.text[0:41]
        assert "".join(piece.text for piece in row.derived.pieces) == LOCAL.text[12:56]


def test_words_that_both_have_are_marked_with_the_marks_between_them() -> None:
    ((row,), _) = beside(aligned(Place("dispatch", 0, 41), Place("local", 12, 56)))
    assert shared(row.used) == ["Le pont de Sarre-Haute", "lundi soir"]
    assert shared(row.derived) == ["le pont de Sarre-Haute", "lundi soir"]


def test_a_translated_sentence_has_no_words_marked_and_stands_alone() -> None:
    ((row,), _) = beside(aligned(Place("dispatch", 0, 41), Place("local", 12, 56), "translated"))
    assert shared(row.used) == shared(row.derived) == []
    assert row.derived.before == row.derived.after == ""


def test_passages_of_other_pairs_are_not_shown() -> None:
    assert beside(aligned(Place("dispatch", 0, 9), Place("sarre", 0, 9))) == ((), 0)


def test_passages_beyond_the_first_are_counted() -> None:
    many = [aligned(Place("dispatch", at, at + 5), Place("local", at, at + 5)) for at in range(SHOWN + 3)]
    rows, further = beside(*many)
    assert (len(rows), further) == (SHOWN, 3)

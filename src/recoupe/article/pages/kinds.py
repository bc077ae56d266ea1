"""Judged pieces → blocks, each with the kind that markup and verdict give it; None where the words are to decide."""

from __future__ import annotations

from recoupe.article.pages.pieces import Piece
from recoupe.article.pages.score import Verdict
from recoupe.article.pages.survey import Survey, is_heading
from recoupe.model import Block, RegionKind

# Pages with fewer pieces have few menus; the words of a line tell more there than what was learnt of large pages.
SMALL_PAGE = 40
# On a small page a piece must score so to be the article against what its markup says.
_SURE = 1.0
# Names, dates and agencies stand in short lines, right above the first paragraph or right below the last one.
_SHORT, _NEAR = 120, 4
_MOSTLY_LINKS = 0.5
_BYLINE_CHARS = 200
_CAPTION_TAGS = frozenset({"figcaption", "caption"})
_ELSE = frozenset(
    {"menu", "foot", "aside", "form", "popup", "share", "signup", "ad", "tags", "unseen", "hidden", "bio", "footnote"}
)


def make_blocks(survey: Survey, verdict: Verdict) -> tuple[Block, ...]:
    """The blocks of the page, parted by blank lines."""
    pieces = survey.page.pieces
    small = len(pieces) < SMALL_PAGE
    spots = [i for i, article in enumerate(verdict.article) if article]
    blocks: list[Block] = []
    for i, piece in enumerate(pieces):
        hints = (survey.inherited[piece.box] | piece.box.hints | piece.hints) - survey.habits
        if i == survey.headline or (survey.headline < 0 and piece.box.tag == "h1"):
            kind: RegionKind | None = "headline"
        elif verdict.article[i] and (not small or verdict.odds[i] > _SURE):
            kind = _of_article(piece, hints, small)
        else:
            kind = _of_markup(piece, hints, piece.box in survey.foreign)
            if not small and (kind == "subhead" or (kind is None and not _is_near(survey, i, spots))):
                kind = "boilerplate"
        blocks += [Block(piece.text, kind), Block("")]
    return tuple(blocks)


def _of_article(piece: Piece, hints: frozenset[str], small: bool) -> RegionKind | None:
    if piece.box.tag in _CAPTION_TAGS or "caption" in hints:
        return "caption"
    if is_heading(piece.box):
        return "subhead"
    if len(piece.text) <= _SHORT and "dateline" in piece.box.hints | piece.hints:
        return "dateline"
    return None if small else "body"


def _of_markup(piece: Piece, hints: frozenset[str], in_list: bool) -> RegionKind | None:
    """What tags, classes and roles say, the plainest first."""
    if "comment" in hints:
        return "comment"
    if not hints.isdisjoint(_ELSE):
        return "boilerplate"
    if piece.box.tag in _CAPTION_TAGS or "caption" in hints or {"credit", "media"} <= hints:
        return "caption"
    if "byline" in hints and len(piece.text) <= _BYLINE_CHARS:
        return "byline"
    if "related" in hints or in_list:
        return "related"
    if "dateline" in hints and len(piece.text) <= _SHORT:
        return "dateline"
    return "subhead" if is_heading(piece.box) else None


def _is_near(survey: Survey, i: int, spots: list[int]) -> bool:
    """Whether names, dates or credits of the article may stand here."""
    if survey.sizes[i] > _SHORT or survey.links[i] > _MOSTLY_LINKS or not spots:
        return False
    above = survey.headline <= i < spots[0] if 0 <= survey.headline < spots[0] else spots[0] - _NEAR <= i < spots[0]
    return above or spots[-1] < i <= spots[-1] + _NEAR

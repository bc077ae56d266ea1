"""Surveyed page → the traits of each piece: numbers from 0 to about 1 that the weights are for; 0 if not given."""

from __future__ import annotations

from collections import Counter
from math import log1p

from recoupe.article.pages.pieces import Box, Piece
from recoupe.article.pages.survey import Survey, ancestors, is_heading

Traits = dict[str, float]
# Hints of boxes around a piece, and of its own, that never hold for an article: on the pages that the weights were
# learnt from, of 1.1 million letters so marked 5,000 were of an article.
SETTLED = frozenset({"comment", "unseen", "popup", "menu", "foot", "bio", "tags", "related", "aside", "ad"})
SETTLED_NEAR = frozenset({"comment", "byline"})
_SHORT = 25
# Names hint at the boxes right around a piece if these are small: so many pieces at most.
_SMALL = 6
# Text that repeats three paragraphs of the page is a copy of it for machines.
_COPY_LETTERS, _COPIED = 700, 3


def find_traits(survey: Survey, *, settled: bool = False) -> list[Traits | None]:
    """The traits of each piece, in order; None for those that markup settles: they are no article whatever they say.

    `settled`: look at these too; what junk looks like is learnt from them, for pages whose class names do not tell.
    """
    pieces = survey.page.pieces
    boxes = _BoxTraits(survey)
    times = Counter(survey.letters)
    copies = _copies(survey)
    own: dict[int, Traits] = {}
    found: list[Traits | None] = []
    for i, piece in enumerate(pieces):
        if not settled and (i in copies or is_settled(survey, piece)):
            found.append(None)
            continue
        traits = boxes.of(piece) | _of_place(survey, i)
        traits["dup"] = min(3, times[survey.letters[i]] - 1) / 3
        for j in range(max(0, i - 1), min(len(pieces), i + 2)):
            if j not in own:
                own[j] = _of_text(survey, j)
            if j == i:
                traits |= own[i]
            else:
                traits |= _of_neighbour(
                    "before" if j < i else "after", own[j], pieces[j].box.parent is piece.box.parent
                )
        found.append(traits)
    return found


def is_settled(survey: Survey, piece: Piece) -> bool:
    """Whether its markup says outright that it is something else, and is not the site's habit."""
    hints = survey.inherited[piece.box]
    near = piece.box.hints | piece.hints
    if SETTLED.isdisjoint(hints) and SETTLED_NEAR.isdisjoint(near):
        return False
    return not (hints & SETTLED | near & SETTLED_NEAR) <= survey.habits


def _of_text(survey: Survey, i: int) -> Traits:
    """What the text itself shows in any language: length, links, punctuation, type."""
    piece = survey.page.pieces[i]
    text, size = piece.text, survey.sizes[i]
    words = text.count(" ") + 1
    head = text[:200]
    traits = {
        "size": log1p(size) / 7,
        "words": min(words, 60) / 60,
        "link": survey.links[i],
        "links": min(piece.links, 5) / 5,
        "marks": min(1.0, survey.marks[i] / words * 5),
        "many_marks": min(survey.marks[i], 10) / 10,
        "strong": min(1.0, piece.strong / len(text)),
        "upper": sum(map(str.isupper, head)) / len(head),
        "digits": sum(map(str.isdigit, head)) / len(head),
    }
    for name, holds in (
        ("ends", survey.ends[i]),
        ("prose", survey.prose[i] > 0),
        ("short", size < _SHORT),
        ("bar", "|" in text),
        ("sign", "\u00a9" in text),
        ("colon", text.endswith(":")),
        ("rows", "\n" in text),
    ):
        if holds:
            traits[name] = 1.0
    return traits


def _of_neighbour(side: str, traits: Traits, same: bool) -> Traits:
    found = {f"{side}.{name}": traits.get(name, 0.0) for name in ("size", "link", "ends", "prose", "marks")}
    found[f"{side}.same"] = float(same)
    return found


def _of_place(survey: Survey, i: int) -> Traits:
    """Where it stands: in the page, to the headline; and whether the page's data give it."""
    count, said, letters = len(survey.sizes), survey.said, survey.letters[i]
    total = survey.prose_before[-1] or 1.0
    traits = {
        "at": i / count,
        "at_size": survey.size_before[i] / (survey.size_before[-1] or 1),
        "at_prose": survey.prose_before[i] / total,
        "count": log1p(count) / 7,
        "total": log1p(total) / 7,
    }
    if survey.headline >= 0:
        traits["from_headline"] = min(30, abs(i - survey.headline)) / 30
        side = (i > survey.headline) - (i < survey.headline)
        traits[("is_headline", "under_headline", "over_headline")[side]] = 1.0
    else:
        traits["from_headline"] = 1.0
    if len(letters) > 8 and letters in said.titles:
        traits["titled"] = 1.0
    if len(letters) > 30 and any(letters[:40] == given[:40] for given in said.descriptions):
        traits["described"] = 1.0
    if said.body:
        given = len(letters) >= 15 and (letters[:50] in said.body or letters[-50:] in said.body)
        short = len(letters) < 15 and letters in said.body
        traits["given" if given else "not_given"] = 1.0
        if short:
            traits["short_given"] = 1.0
    return traits


class _BoxTraits:
    """What boxes tell, found once for each box that has text of its own."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        pieces = survey.page.pieces
        self.main = main_by_prose(survey)
        starts = {"main": self.main}
        if survey.headline >= 0:
            starts["headline"] = pieces[survey.headline].box
        if survey.first >= 0:
            starts["first"] = pieces[survey.first].box
        self.paths = {
            name: {box: level for level, box in enumerate(ancestors(start))} for name, start in starts.items()
        }
        self.known: dict[Box, Traits] = {}

    def of(self, piece: Piece) -> Traits:
        box = piece.box
        if box not in self.known:
            self.known[box] = self._find(box)
        if not piece.hints:
            return self.known[box]
        return self.known[box] | {f"near.{hint}": 1.0 for hint in piece.hints - self.survey.habits}

    def _find(self, box: Box) -> Traits:
        survey = self.survey
        parent = box.parent or box
        traits: Traits = {f"tag.{box.tag}": 1.0}
        near = box.hints | parent.hints if parent.last - parent.first < _SMALL else box.hints
        traits.update((f"near.{hint}", 1.0) for hint in near - survey.habits)
        traits.update((f"in.{hint}", 1.0) for hint in survey.inherited[box] - survey.habits)
        tags = {above.tag for above in ancestors(box)}
        close = {box.tag, parent.tag, (parent.parent or parent).tag}
        for name, holds in (
            ("in_article", "article" in tags),
            ("in_main", "main" in tags),
            ("in_list", not close.isdisjoint(("li", "ul", "ol"))),
            ("in_table", not close.isdisjoint(("td", "th", "table"))),
            ("heading", is_heading(box)),
            ("foreign_list", box in survey.foreign),
        ):
            if holds:
                traits[name] = 1.0
        for name, around in (("box", box), ("wide", parent.parent or parent)):
            traits |= _share(survey, name, around)
        for name, path in self.paths.items():
            traits |= self._distance(box, name, path)
        return traits

    def _distance(self, box: Box, name: str, path: dict[Box, int]) -> Traits:
        """How many boxes up from there, and down from here, both meet; and how much of the page is where they do."""
        down, meeting = 0, box
        while meeting not in path and meeting.parent:
            down, meeting = down + 1, meeting.parent
        before = self.survey.prose_before
        traits = {f"{name}.up": min(8, path[meeting]) / 8, f"{name}.down": min(6, down) / 6}
        traits[f"{name}.share"] = (before[meeting.last] - before[meeting.first]) / (before[-1] or 1.0)
        if not path[meeting]:
            traits[f"{name}.in"] = 1.0
        return traits


def _share(survey: Survey, name: str, box: Box) -> Traits:
    size = survey.size_before[box.last] - survey.size_before[box.first] or 1
    prose = survey.prose_before[box.last] - survey.prose_before[box.first]
    return {
        f"{name}.link": (survey.linked_before[box.last] - survey.linked_before[box.first]) / size,
        f"{name}.prose": prose / size,
        f"{name}.share": prose / (survey.prose_before[-1] or 1.0),
        f"{name}.count": min(30, box.last - box.first) / 30,
    }


def main_by_prose(survey: Survey) -> Box:
    """The box with the most running text, less what is in it of short and linked pieces."""
    worth = [0.0]
    for size, link, prose in zip(survey.sizes, survey.links, survey.prose, strict=True):
        worth.append(worth[-1] + (prose or -(8 + min(60, size) * (0.3 + link))))
    return max(survey.page.boxes, key=lambda box: (worth[box.last] - worth[box.first], box.depth))


def _copies(survey: Survey) -> set[int]:
    """Pieces that say over again what others say in paragraphs: the page's data, hidden in the page."""
    letters = survey.letters
    starts = [own[:60] for own in letters if len(own) > 40][:2000]
    long = [i for i, own in enumerate(letters) if len(own) > _COPY_LETTERS]
    return {
        i
        for i in long[:50]
        if sum(start in letters[i] and not letters[i].startswith(start) for start in starts) >= _COPIED
    }

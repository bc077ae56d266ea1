"""Short lines that no word settles: a list among lists is no text, a short paragraph among paragraphs is."""

from __future__ import annotations

from recoupe.article import make_article
from recoupe.article.lines import join
from recoupe.article.noise import PLACE, SHAPE, find_noise, line_places, line_shapes
from recoupe.model import Article, Block, Capture
from recoupe.settings import Settings

PARAGRAPH = "The reservoir was drained on Monday so that divers could inspect the old gate, the water company said."
SECOND = "The gate had jammed twice since the spring, and the town below had asked for a second opinion on it."
THIRD = "A report on the works is due before the winter, when the reservoir has to be full again for the mills."
LISTED = [
    "Pump 12 » 48.50 | 3",
    "Valve 7 » 12.90 | 1",
    "Hose 3 » 79.90 | 8",
    "Seal 21 » 94.20 | 2",
    "Gauge 5 » 31.00 | 6",
]


def kinds(*lines: str) -> dict[str, str]:
    made = make_article(Capture("a.txt", "text/plain", "\n\n".join(lines)), Settings(language="en"))
    assert isinstance(made, Article)
    return {made.text[region.start : region.end]: region.kind for region in made.regions}


def test_rows_of_a_price_list_are_no_text() -> None:
    found = kinds("Reservoir drained for inspection", PARAGRAPH, *LISTED, *LISTED, SECOND)
    assert {found[row] for row in LISTED} == {"boilerplate"}


def test_a_short_paragraph_among_paragraphs_is_text() -> None:
    found = kinds("Reservoir drained for inspection", PARAGRAPH, "Nobody was hurt.", SECOND, "Why now?", THIRD)
    assert found["Nobody was hurt."] == "body"
    assert found["Why now?"] in ("body", "subhead")


def test_running_text_is_never_asked() -> None:
    _, lines = join([Block(PARAGRAPH)] * 4, 10_000)
    assert find_noise(lines, [None] * 4, ["body"] * 4) == []


def test_lines_in_a_script_without_capitals_are_not_asked() -> None:
    _, lines = join([Block("12 » 48 | ملف")] * 4, 10_000)
    assert find_noise(lines, [None] * 4, ["body"] * 4) == []


def test_each_feature_has_its_name() -> None:
    _, lines = join([Block(row) for row in LISTED], 10_000)
    shapes = line_shapes(lines, ["body"] * len(lines))
    assert all(shape is not None and len(shape) == len(SHAPE) for shape in shapes)
    assert all(len(place) == len(PLACE) for place in line_places(lines, [0.5] * len(lines), range(len(lines))))

"""Lines → regions: which line is headline, body, caption, comment, and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from recoupe.article.datelines import dateline_end
from recoupe.article.headlines import find_headline, repeats
from recoupe.article.lexicon import Lexicon, lexicon
from recoupe.article.lines import Line, ends_sentence
from recoupe.article.noise import find_noise
from recoupe.article.parts import is_names, split_parts
from recoupe.article.signs import opens, read_sign
from recoupe.lang import Language
from recoupe.model import Region, RegionKind
from recoupe.world.agencies import agencies_in

Kinds = list[RegionKind | None]
_JUNK = ("boilerplate", "related", "comment")

# A paragraph below a list of links must be this long to end the list: teasers of links are shorter.
_ENDS_LINKS = 200
# Share of paragraphs with a blank line before them, from which on the text is taken to part its paragraphs so.
_PARTED = 0.7
# "Name: text", as sites print the comments of readers.
_SPEAKER = re.compile(r"^[\w.-]{2,25}(?: [\w.-]{1,20}){0,3}(?:, [\w ]{2,20})?\s?:\s")
# A credit that names an agency has no more words than this.
_CREDIT_WORDS = 10
# An article has no more lines of its own with a date: publication, change, and the same again at its end.
_DATES = 4
# Words of a line under the headline without a full stop that still is a standfirst and not a label.
_STANDFIRST_WORDS = 9


def find_regions(lines: Sequence[Line], titles: Sequence[str], language: Language, code: str) -> tuple[Region, ...]:
    """Regions of the lines, in order. `titles`: what page or container give as the headline, most trusted first."""
    signs, kinds = line_kinds(lines, titles, language, code)
    for i in find_noise(lines, signs, kinds):
        if lines[i].marked != "body":
            kinds[i] = "boilerplate"
    return tuple(region for line, kind in zip(lines, kinds, strict=True) for region in _region(line, kind, code))


def line_kinds(
    lines: Sequence[Line], titles: Sequence[str], language: Language, code: str
) -> tuple[Kinds, list[RegionKind]]:
    """The kind of each line by its own words, if they tell; and the kind of each where it stands."""
    lex = lexicon(language)
    signs: Kinds = [read_sign(line, lex, code) for line in lines]
    kinds = list(signs)
    at = find_headline(lines, kinds, titles, lex.outlet_words)
    first = _first_body(lines, kinds, at)
    _read_again(lines, kinds)
    _read_head(lines, kinds, at, first, lex)
    _read_sections(lines, kinds, first, lex)
    _read_last_pack(lines, kinds, first)
    _read_rest(lines, kinds, first, lex)
    _read_dates(lines, kinds)
    return signs, [kind or "body" for kind in kinds]


def _read_again(lines: Sequence[Line], kinds: Kinds) -> None:
    """Running text that has stood there before, word for word, is a teaser, a quote set apart or a slip."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if line.prose and kinds[i] is None:
            kinds[i] = "boilerplate" if line.text in seen else None
            seen.add(line.text)


def _first_body(lines: Sequence[Line], kinds: Kinds, at: int | None) -> int:
    """Index of the first line of running text after the headline; without one, of the first line that could be body."""
    after = range(0 if at is None else at + 1, len(lines))
    free = [i for i in after if kinds[i] in (None, "body")]
    prose = (i for i in free if lines[i].prose)
    sentences = (i for i in free if ends_sentence(lines[i].text))
    return next((i for i in chain(prose, sentences, free)), len(lines))


def _read_head(lines: Sequence[Line], kinds: Kinds, at: int | None, first: int, lex: Lexicon) -> None:
    """What stands above the body: mastheads and labels above the headline; below it names, a standfirst, labels."""
    for i in range(first):
        if i == at:
            kinds[i] = "headline"
        elif at is not None and kinds[i] in (None, "body", "headline") and repeats(lines[i], lines[at]):
            kinds[i] = "boilerplate"
        elif kinds[i] is None and at is not None and i > at and _is_author(lines[i], lex):
            kinds[i] = "byline"
        elif kinds[i] is None and (lines[i].sentence if at is None else i > at and _is_standfirst(lines[i])):
            kinds[i] = "body"
        elif kinds[i] in (None, "comment", "headline") or (kinds[i] == "subhead" and at is not None and i < at):
            kinds[i] = "boilerplate"


def _is_author(line: Line, lex: Lexicon) -> bool:
    """Names, perhaps beside a place, or a line too short for a sentence that names an agency."""
    parts = split_parts(line.text)
    placed = len(parts) == 2 and len(parts[1].split()) <= 3 and is_names(parts[0], lex)
    return (
        is_names(line.text, lex) or placed or (not line.prose and not ends_sentence(line.text) and _names_agency(line))
    )


def _names_agency(line: Line) -> bool:
    return len(line.text.split()) <= _CREDIT_WORDS and any(
        agency.kind == "text" for agency, _, _ in agencies_in(line.text)
    )


def _is_standfirst(line: Line) -> bool:
    return ends_sentence(line.text) or len(line.text.split()) >= _STANDFIRST_WORDS


def _read_sections(lines: Sequence[Line], kinds: Kinds, first: int, lex: Lexicon) -> None:
    """Comments run on to the end, lists of links to the next paragraph, unless something else begins."""
    mode: RegionKind | None = None
    head, parted = -1, _is_parted(lines, kinds, first)
    for i in range(first, len(lines)):
        kind = kinds[i]
        if kind == "comment":
            mode = "comment"
        elif kind == "related":
            mode = "related" if not lines[i].marked and _is_head(lines[i], lex) else None
            head = i
        elif kind == "body":
            mode = None
        elif mode == "comment" and kind in (None, "byline", "dateline", "headline", "subhead"):
            kinds[i] = "comment"
        elif mode == "related" and kind in (None, "byline", "dateline", "subhead"):
            mode = None if _ends_links(lines[i], right_below=i == head + 1 and not parted) else mode
            kinds[i] = mode


def _ends_links(line: Line, *, right_below: bool) -> bool:
    """Links have no full stop. Their teasers have, but stand in one pack with them, below their title."""
    apart = line.after_gap and line.sentence and len(line.text.split()) > 5
    return apart or (line.prose and (len(line.text) > _ENDS_LINKS or (right_below and ends_sentence(line.text))))


def _is_parted(lines: Sequence[Line], kinds: Kinds, first: int) -> bool:
    """Whether blank lines part the paragraphs."""
    prose = [lines[i] for i in range(first, len(lines)) if lines[i].prose and kinds[i] in (None, "body")]
    return sum(line.after_gap for line in prose) >= max(3, _PARTED * len(prose))


def _read_last_pack(lines: Sequence[Line], kinds: Kinds, first: int) -> None:
    """Where blank lines part the paragraphs, what follows junk in the last pack of lines is junk as well."""
    if not _is_parted(lines, kinds, first):
        return
    last = max(
        i for i in range(first, len(lines)) if lines[i].prose and kinds[i] in (None, "body") and lines[i].after_gap
    )
    for i in range(last + 1, len(lines)):
        after_junk = kinds[i - 1] in ("boilerplate", "related", "comment", "caption", "credit")
        if kinds[i] is None and not lines[i].after_gap and after_junk and len(lines[i].text) < _ENDS_LINKS:
            kinds[i] = "comment" if _SPEAKER.match(lines[i].text) else "boilerplate"


def _is_head(line: Line, lex: Lexicon) -> bool:
    """Whether the words that announce links stand alone, so that the links follow."""
    found = opens(lex.related_starts, line)
    return found is None or not re.search(r"\w", line.key[found.end() :])


def _read_rest(lines: Sequence[Line], kinds: Kinds, first: int, lex: Lexicon) -> None:
    """Between paragraphs short lines are subheads and agencies credit pictures; after the last one nothing is body."""
    body = [i for i in range(first, len(lines)) if kinds[i] == "body" or (kinds[i] is None and lines[i].prose)]
    last = body[-1] if body else first
    for i in range(first, len(lines)):
        if kinds[i] == "byline" and i < last and agencies_in(lines[i].text):
            kinds[i] = "caption"
        if kinds[i] == "caption" and i > last and kinds[i - 1] == "body" and lines[i].text.startswith("\u00a9"):
            kinds[i] = "credit"
        if kinds[i] is None:
            kinds[i] = _between(lines, kinds, i, lex) if i <= last else _after(lines, kinds, i, lex)


def _read_dates(lines: Sequence[Line], kinds: Kinds) -> None:
    """Many lines of dates belong to links and results; what they date of an article stands right below."""
    dated = [i for i, kind in enumerate(kinds) if kind == "dateline"]
    for i in dated if len(dated) > _DATES else ():
        if not any(line.prose for line in lines[i + 1 : i + 3]):
            kinds[i] = "boilerplate"


def _between(lines: Sequence[Line], kinds: Kinds, i: int, lex: Lexicon) -> RegionKind:
    text = lines[i].text
    if lines[i].prose or ends_sentence(text) or text.endswith((":", ",", ";")):
        return "body"
    words = len(text.split())
    isolated = i + 1 < len(lines) and (lines[i + 1].prose or kinds[i + 1] not in (None, "body"))
    return "subhead" if isolated and words <= 20 else "body"


def _after(lines: Sequence[Line], kinds: Kinds, i: int, lex: Lexicon) -> RegionKind:
    """Below the last paragraph: who wrote it, a short sentence that still belongs to it, else no body."""
    line, before = lines[i], kinds[i - 1] if i else None
    if before in ("body", "byline") and is_names(line.text, lex):
        return "byline"
    words = len(line.text.split())
    apart = line.after_gap and words > 5
    after_one_link = before == "related" and i > 1 and kinds[i - 2] == "body" and words > 5
    if words > 3 and ends_sentence(line.text) and (apart or after_one_link or before not in _JUNK):
        return "body"
    return "credit" if before in ("body", "byline") and _names_agency(line) else "boilerplate"


def _region(line: Line, kind: RegionKind, code: str) -> tuple[Region, ...]:
    """The line's region; a paragraph that opens with place, date or agency gives two."""
    cut = dateline_end(line.text, code) if kind == "body" else 0
    if not cut:
        return (Region(line.start, line.end, kind),)
    lead = len(line.text[:cut].rstrip())
    return (Region(line.start, line.start + lead, "dateline"), Region(line.start + cut, line.end, kind))

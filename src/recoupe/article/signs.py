"""Line → what its own words say it is, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.article.datelines import dateline_end
from recoupe.article.lexicon import Lexicon, Openings, whole_key
from recoupe.article.lines import Line, ends_sentence
from recoupe.article.parts import is_agency_credit, is_byline, is_date, is_names, part_kind, split_parts
from recoupe.model import RegionKind
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.world.agencies import agencies_in
from recoupe.world.publishers import find_outlet

# Links, shares and notices are short. A longer line that begins with the same words is a paragraph.
SHORT = 160
_CAPTION_CHARS = 320
# What follows a dateline is text, even without a full stop, if it is no shorter than this.
_LEAD_CHARS = 40
# A credit stands within so many letters from the end of a caption.
_CREDIT_CHARS = 90
_SLASHED = re.compile(r"/\s?\w[\w. ]{0,30}\)?$")
_AFTER_WORD = re.compile(r"\s*(?:$|[:>|,(\[\u00bb\u203a#/!?.;\u2026-])")
_LETTER = re.compile(r"[^\W\d_]")
_INITIALS = re.compile(
    r"^\(?(?:[a-z]{2,4}(?:[/-][a-z]{2,5}){1,6}|(?:[a-z]{2,5}-){0,5}[A-Za-z]{0,5}(?: ?/ ?[A-Za-z]{2,5}){1,3} ?/?)\)?$"
)
_MARKUP = re.compile(r"^(?:<[^<>]{0,400}>|&\w{2,8};|\[/?\w+[^\]]{0,200}\]|%%\w+%%|\{\{[^}]{0,200}\}\}|\s)+$")
_TAG = re.compile(r"</?\w{1,12}(?:\s[^<>]{0,400})?>|&\w{2,8};|(?:src|href|class)\s?=|https?://\S{1,400}")
_BRACKETS = "()[]/. "
_MAY_BE_TAG = re.compile("[<&=/]")
_BY_LOOKS = ("boilerplate", "dateline")
_HASHTAGS = re.compile(r"^(?:#\w+[\s,;]*)+$")
# What stands behind "(photo" up to the end of the line: the name of who took it.
_IN_BRACKETS = re.compile(r"\s?:?\s\w[^()]{1,40}\)$")
# A bare sign and an agency is the credit of a picture; that of a text has the year.
_YEAR = re.compile(r"\d{4}")
# First and last name before a slash: who took the picture.
_PHOTOGRAPHER = re.compile(r"^\(?[^\W\d_a-z][\w.'-]+(?: [^\W\d_a-z][\w.'-]+){1,3}\s?/\s?[^/|]{2,25}$")
_COPYRIGHT_START = re.compile(r"^(?:\u00a9|\(c\)\s|copyright)", re.I)
# With the sign or the year it is the notice even if it goes on in sentences ("All rights reserved.").
_COPYRIGHT_NOTICE = re.compile(r"^(?:copyright\s{1,3})?(?:\u00a9|\(c\)\s|(?<=\s)(?:19|20)\d{2}\b)", re.I)


def read_sign(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    """The kind of a line by its own words, or None if they do not say."""
    for test in (_by_markup, _by_opening, _by_picture, _by_credit, _by_parts, _by_notice):
        kind = test(line, lex, code)
        # What a page's structure tells to be the article may look like a date or a menu; it stays if no word objects.
        if kind and not (line.marked == "body" and test in (_by_markup, _by_parts) and kind in _BY_LOOKS):
            return kind
    return line.marked


def _by_markup(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    if line.marked and line.marked != "body":
        # Pages mark the date together with the author.
        return "dateline" if line.marked == "byline" and is_date(line.text, lex, code) else line.marked
    if not _LETTER.search(line.text):
        return "dateline" if is_date(line.text, lex, code) else "boilerplate"
    if _MARKUP.match(line.text[:2000]) or _HASHTAGS.match(line.text):
        return "boilerplate"
    if _MAY_BE_TAG.search(line.text) and _is_tagged(line.text[:2000]):
        return "boilerplate"
    cut = dateline_end(line.text, code)
    is_lead = line.prose or ends_sentence(line.text) or len(line.text) - cut > _LEAD_CHARS
    if cut and is_lead and not is_date(line.text, lex, code):
        return "body"
    return "dateline" if cut == len(line.text) else None


def _is_tagged(text: str) -> bool:
    return sum(len(m.group()) for m in _TAG.finditer(text)) > 0.2 * len(text)


def _by_opening(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    if opens(lex.correction_starts, line) and not is_date(line.text, lex, code):
        return "body"
    if opens(lex.related_starts, line) and (len(line.text) < 2 * SHORT):
        return "related"
    if len(line.text) < SHORT and (whole_key(line.text) in lex.comments or opens(lex.comment_starts, line)):
        return "comment"
    return None


def opens(pattern: Openings, line: Line) -> re.Match[str] | None:
    """The phrase that opens a line. One word alone, or a paragraph, needs a sign after it ("More: ...")."""
    found = pattern.search(line.key)
    if found is None:
        return None
    words = len(re.findall(rf"[{UNSPACED_CHARS}]{{2}}|[^\W{UNSPACED_CHARS}]+", found.group()))
    if not found.group()[-1:].isalnum():  # the phrase has its sign already ("Related:")
        return found
    loose = (words > 1 and not line.prose) or (words > 2 and len(line.text) < SHORT)
    labelled = _AFTER_WORD.match(line.key, found.end()) and not (line.prose and line.key[found.end() :][:1] == ",")
    return found if loose or labelled else None


def _by_picture(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    """A caption: it opens with "photo", or ends with the credit of a picture."""
    if len(line.text) > _CAPTION_CHARS:
        return None
    if _COPYRIGHT_START.match(line.text):
        return "caption" if is_agency_credit(line.text[1:], lex) and not _YEAR.search(line.text) else None
    if _is_text_credit(line, lex):
        return None
    if _PHOTOGRAPHER.match(line.text) and agencies_in(line.text.rpartition("/")[2]):
        return "caption"
    opening = lex.caption_starts.search(line.key)
    apart = _is_bracketed(line.text) or not (line.prose or ends_sentence(line.text))
    if opening and (apart or _AFTER_WORD.match(line.key, opening.end())):
        return "caption"
    if "\u00a9" in line.text and not opens(lex.boilerplate_starts, line):
        return "caption"
    return "caption" if _picture_credit(line, lex) else None


def _is_text_credit(line: Line, lex: Lexicon) -> bool:
    """Nothing but agencies, and none that only sells pictures: who sells both is taken at its word."""
    if line.prose or not is_agency_credit(line.text.strip(_BRACKETS), lex):
        return False
    return all(agency.kind == "text" for agency, _, _ in agencies_in(line.text))


def _picture_credit(line: Line, lex: Lexicon) -> bool:
    """A word for "photo" near the end with a name after it, or a name after the slash of a shared credit."""
    tail, end = line.key[-_CREDIT_CHARS:], line.text[-_CREDIT_CHARS:]
    word = lex.photo_words.search(tail)
    if word:
        before = tail[: word.start()]
        if re.search(r"\|\s$", before) or (before.endswith("(") and _IN_BRACKETS.match(tail, word.end())):
            return True
        opens_sentence = bool(re.search(r"[.!?]\s$", before))
        signed = bool(re.match(r"\s*[:/(]", tail[word.end() :])) or bool(agencies_in(end) and not line.prose)
        return signed or (opens_sentence and not line.prose)
    if line.prose and "/" not in end:
        return False
    named = agencies_in(end)
    if any(agency.kind == "photo" for agency, _, _ in named) and (not line.prose or _SLASHED.search(end)):
        return True
    shared = any(start and end[start - 1] == "/" for _, start, _ in named) and not end.rstrip().endswith(")")
    return shared and (not line.prose or bool(_SLASHED.search(end)))


def _by_credit(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    if len(line.text) > 2 * SHORT:
        return None
    bracketed = _is_bracketed(line.text)
    if _INITIALS.match(line.text):
        return "credit"
    if is_agency_credit(line.text.strip(_BRACKETS), lex):
        return "credit" if bracketed else "byline"
    found = lex.credit_starts.search(line.key)
    if found and not line.prose | bracketed and _names_source(line, found.end()):
        return "byline" if is_byline(line.text, lex) and not agencies_in(line.text) else "credit"
    if (found and bracketed) or ((bracketed or len(line.text) < SHORT) and lex.credit_inside.search(line.key)):
        return "credit"
    return "credit" if bracketed and agencies_in(line.text) and len(line.text) < 60 else None


def _is_bracketed(text: str) -> bool:
    return text[0] in "([" and text[-1] in ")]"


def _names_source(line: Line, opened: int) -> bool:
    """Whether a medium follows the opening words of a credit, or a sign ("source: ...")."""
    rest = line.key[opened:].strip(" :/-.")
    return bool(_AFTER_WORD.match(line.key, opened) or find_outlet(rest) or agencies_in(line.text))


def _by_parts(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    if line.prose or len(line.text) > 2 * SHORT:
        return None
    parts = split_parts(line.text)
    if len(parts) != 1 and is_date(line.text, lex, code):
        return "dateline"
    kinds = [part_kind(part, lex, code) for part in parts]
    if "byline" in kinds or "agency" in kinds:
        return "byline" if _few_others(parts, kinds) else None
    if "date" in kinds:
        return "dateline" if _few_others(parts, kinds) else None
    if kinds and all(kind == "section" for kind in kinds):
        return "boilerplate"
    named = len(parts) == 2 and is_names(parts[0], lex)
    return "boilerplate" if not named and _is_menu(line, parts, kinds) else None


def _few_others(parts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Beside a byline or a date there is at most a section, a place or the name of the outlet."""
    return sum(len(part) for part, kind in zip(parts, kinds, strict=True) if kind == "other") <= 60


def _is_menu(line: Line, parts: Sequence[str], kinds: Sequence[str]) -> bool:
    """Three or more short parts, or two of which one is a section: a menu or a breadcrumb."""
    short = all(len(part.split()) <= 5 for part in parts) and not ends_sentence(line.text)
    divided = bool(re.search(r"[|>\u00b7\u2022/\u203a\u00bb]|\s{2}", line.text)) or len(parts) > 3
    return short and ((len(parts) >= 3 and divided) or (len(parts) == 2 and divided and "section" in kinds))


def _by_notice(line: Line, lex: Lexicon, code: str) -> RegionKind | None:
    key = whole_key(line.text) if len(line.text) < SHORT else line.key
    if key in lex.boilerplate or key in lex.sections:
        return "boilerplate"
    if len(line.text) > 2 * SHORT:
        return None
    if opens(lex.boilerplate_starts, line) or _COPYRIGHT_NOTICE.match(line.text):
        return "boilerplate"
    if _COPYRIGHT_START.match(line.text) and not line.prose:
        return "boilerplate"
    if len(line.text) < SHORT and not line.prose and lex.boilerplate_inside.search(line.key):
        return "boilerplate"
    return "byline" if not line.prose and is_byline(line.text, lex) else None

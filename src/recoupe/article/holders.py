"""Copyright line → whose it is: without the sign, the years, the reserved rights, and the form of the company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.article.lexicon import Lexicon, Mentions, whole_key
from recoupe.model import Region
from recoupe.text.normal import fold

_SIGN = re.compile(r"[\u00a9\u24d2]|\(c\)(?=\s)|\bcopyright\b(?:\s+by\b)?", re.I)
_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s?[-\u2013]\s?(?:19|20)?\d{2})?")
# A full stop after a short word abbreviates it ("St. Galler").
_DIVIDES = re.compile(r"[|\u3002;]\s*|(?<=[^\W\d_]{4})\.(?:\s|$)|\s[-\u2013\u2014/\u00b7\u2022]\s|,\s")
_NAMED = re.compile(r"[^\W\d_]{2}")
# Signs of markup, code and addresses.
NO_NAME = re.compile(r"[<>{}=\\@]|://")
_AROUND = " \"'\u00ab\u00bb\u201c\u201d\u201e\u2018\u2019\u300a\u300b-\u2013\u2014,:."
# A notice is short; the sign in a longer text credits a picture.
_NOTICE_CHARS = 400
_NOTICES = ("boilerplate", "credit", "caption")
# Words of the longest name.
_NAME_WORDS = 7


def find_holders(text: str, regions: Sequence[Region], lex: Lexicon) -> Iterator[tuple[str, bool]]:
    """Names in lines that reserve the rights, each with whether the line is sure to be the page's own.

    The sign of copyright without a year or the words of reserved rights may credit a picture.
    """
    for region in regions:
        if region.kind in _NOTICES and region.end - region.start <= _NOTICE_CHARS:
            line = text[region.start : region.end]
            reserved = without(line, lex.rights_words)
            sign = _SIGN.search(reserved)
            if reserved != line or (sign and region.kind != "caption"):
                after = _holder(reserved[sign.end() :], lex) if sign else ""
                name = after or _holder(_SIGN.sub("|", reserved), lex)
                if name:
                    yield name, bool(sign) and (reserved != line or bool(_YEARS.search(line)))


def without(text: str, words: Mentions) -> str:
    """The text with a bar for each of these phrases."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    while found := words.search(folded):
        text = text[: found.start()] + "|" + text[found.end() :]
        folded = folded[: found.start()] + "|" + folded[found.end() :]
    return text


def bare_name(name: str) -> str:
    """A name without the quotation marks, dashes and full stops around it."""
    return name.strip(_AROUND)


def _holder(rest: str, lex: Lexicon) -> str:
    """The first piece that is a name."""
    for piece in _DIVIDES.split(_SIGN.sub("|", _YEARS.sub("|", rest))):
        name = _without_form(bare_name(piece), lex)
        key = whole_key(name)
        if (
            _NAMED.search(name)
            and "://" not in name
            and key not in lex.boilerplate
            and not lex.boilerplate_starts.search(key)
        ):
            return name if len(name.split()) <= _NAME_WORDS else ""
    return ""


def _without_form(name: str, lex: Lexicon) -> str:
    """The name of a company without its form, which some languages write before it."""
    first, _, rest = name.partition(" ")
    if rest and lex.company_forms.fullmatch(" " + first):
        name = bare_name(rest)
    return bare_name(lex.company_forms.sub("", name))

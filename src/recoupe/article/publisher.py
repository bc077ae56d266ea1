"""Document → who published it: every sign of a name is weighed, and the best supported name wins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from urllib.parse import urlsplit

from recoupe.article.dates import find_dates
from recoupe.article.holders import NO_NAME, bare_name, find_holders
from recoupe.article.lexicon import Lexicon, whole_key
from recoupe.article.lines import Line
from recoupe.article.parts import split_parts
from recoupe.model import Document, Publisher, Region
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import Outlet, find_outlet, is_outlet_name, outlet_key, outlet_of_domain

# What a sign is worth. Structured data says it outright; a masthead is a guess until something else agrees with it.
# Chosen on the eight development stories: no value decides alone against two others that agree.
_WEIGHTS = {
    "container": 8.0,
    "json-ld": 7.0,
    "og:site_name": 6.0,
    "meta": 4.0,
    "domain": 4.0,
    "copyright": 3.0,
    "title": 2.0,
    "masthead": 2.0,
    "self-reference": 2.0,
    "said": 2.5,
    "notice": 1.5,
    "outlet-word": 1.0,
    "known": 2.0,
}
# Less than this is no evidence: a short line above the headline may be a section.
_ENOUGH = 2.5
# A page or container that says it outright need not be searched for more.
_OUTRIGHT = 6.0
_MASTHEAD_WORDS = 7
# A shorter word at the end of another is chance.
_COMPOUND_PART = 4
# Lines in which the head of an article is over.
_HEAD_LINES = 15
# A language file with fewer names of sections cannot tell a section from a masthead.
_KNOWS_SECTIONS = 40
# An outlet that names itself does so above, in or right below the article.
_SPELT_WITHIN = 20_000
# No name of a site: letters alone, without a capital inside.
_PLAIN_WORD = re.compile(r"[^\W\d_][^\W\d_A-Z]*")
# Words with capitals, joined by small ones of up to three letters, between two words without capitals or at the end.
_TITLED = re.compile(
    r"(?<=[^\W\d_A-Z] )(?P<name>[^\W\d_a-z][\w'\u2019-]*(?: (?:[^\W\d_]{1,3} ){0,2}[^\W\d_a-z][\w'\u2019-]*){0,5})"
    r"(?= [^\W\d_A-Z]|[.!]?$)"
)
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")
# How domains write letters that ASCII lacks; the bare letter stands for them as well.
_IN_DOMAINS = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss", "\u00e5": "aa", "\u00f8": "oe"}
)


@dataclass(frozen=True, slots=True)
class _Sign:
    name: str
    evidence: str
    weight: float
    outlet: Outlet | None = None


def find_publisher(
    document: Document, text: str, lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon, code: str
) -> Publisher | None:
    """The publisher's name with what it rests on, or None where nothing names it."""
    host = _host(document.url or "")
    signs = [sign for sign in _all_signs(document, host, text, lines, regions, lex, code) if sign.name]
    support: dict[str, list[_Sign]] = defaultdict(list)
    for sign in signs:
        known = sign if sign.outlet else replace(sign, outlet=find_outlet(sign.name, host))
        support[known.outlet.id if known.outlet else _bare_key(known.name, lex)].append(known)
    weighed = [(sum(s.weight for s in group), -i, group) for i, group in enumerate(support.values())]
    if not weighed:
        return None
    total, _, group = max(weighed, key=lambda item: (item[0], item[1]))
    return _made(group) if total >= _ENOUGH else None


def _made(group: Sequence[_Sign]) -> Publisher:
    best = max(group, key=lambda sign: (sign.weight, sign.name != sign.name.upper()))
    outlet = next((sign.outlet for sign in group if sign.outlet), None)
    evidence = ", ".join(dict.fromkeys(sign.evidence for sign in sorted(group, key=lambda s: -s.weight)))
    return Publisher(outlet.name if outlet else best.name, outlet.id if outlet else None, evidence)


def _bare_key(name: str, lex: Lexicon) -> str:
    """One key for the forms of a name: without its article, its ending as a site, and spaces."""
    folded = re.sub(
        r"\.(?:com|net|org|info|fr|de|be|ch|ca|co\.uk|uk|es|it|pt|nl|pl|ru|eu|media)$", "", fold(name).strip()
    )
    article = _article(folded, lex)
    return outlet_key(folded[len(article) :])


def _article(folded: str, lex: Lexicon) -> str:
    """The article that a folded name begins with."""
    for article in lex.outlet_articles:
        if folded.startswith(article) and (article.endswith("'") or folded[len(article) : len(article) + 1] == " "):
            return article
    return ""


def _all_signs(
    document: Document,
    host: str,
    text: str,
    lines: Sequence[Line],
    regions: Sequence[Region],
    lex: Lexicon,
    code: str,
) -> Iterator[_Sign]:
    said = [item for item in document.metadata if item.key == "publisher"]
    yield from (_Sign(item.value, item.evidence, _WEIGHTS.get(item.evidence, _WEIGHTS["meta"])) for item in said)
    if any(_WEIGHTS.get(item.evidence, 0.0) >= _OUTRIGHT for item in said):
        return
    yield from _of_domain(host, text)
    mastheads = [*_mastheads(lines, regions, lex, code), *_of_title(document, lex), *_of_notices(text, regions, lex)]
    yield from mastheads
    yield from _copyrights(text, regions, lex)
    yield from _with_agency(lines, regions, lex)
    yield from _of_head(lines, regions, lex, code)
    yield from _of_agency_line(lines, regions, lex)
    yield from _self_references(mastheads, text, regions)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _of_domain(host: str, text: str) -> Iterator[_Sign]:
    """A known domain names its outlet; else the words of the text that the domain is made of; else the domain."""
    if not host:
        return
    outlet = outlet_of_domain(host)
    if outlet:
        yield _Sign(outlet.name, "domain", _WEIGHTS["domain"], outlet)
        return
    labels = host.removeprefix("www.").split(".")
    label = outlet_key(labels[-2] if len(labels) > 1 else labels[0])
    spelt = _spelt_out(label, text)
    yield _Sign(spelt or host.removeprefix("www."), "domain", _WEIGHTS["domain"])


def _spelt_out(label: str, text: str) -> str | None:
    """The words with capitals in the text whose letters together are the domain's, with an article before them."""
    text = text[:_SPELT_WITHIN]
    if len(label) < 4 or label not in outlet_key(text) + outlet_key(_as_in_domains(text)):
        return None
    starts = [m.start() for m in re.finditer(r"(?<!\w)\w", text) if text[m.start()] != text[m.start()].lower()]
    for start in starts[:2000]:
        words = re.match(r"[\w.'\u2019&-]+(?:[ \u00a0][\w.'\u2019&-]+){0,5}", text[start : start + 60])
        if words:
            pieces = words.group().split(" ")
            for count in range(len(pieces), 0, -1):
                name = " ".join(pieces[:count])
                if any(_is_label(key, label, count) for key in (outlet_key(name), outlet_key(_as_in_domains(name)))):
                    return name.rstrip(".'\u2019")
    return None


def _as_in_domains(text: str) -> str:
    return text.lower().translate(_IN_DOMAINS)


def _is_label(key: str, label: str, words: int) -> bool:
    return key == label or (key.endswith(label) and len(key) - len(label) <= 3 and words > 1)


def _mastheads(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon, code: str) -> Iterator[_Sign]:
    """Names in the lines above the headline: the first part of the first line, or a line with the words of outlets."""
    kinds = {region.start: region.kind for region in regions}
    headed = "headline" in kinds.values()
    above = []
    for line in lines[:_HEAD_LINES]:
        if kinds.get(line.start) in ("headline", "body"):
            break
        above.append(line)
    number = 0
    for line in above:
        parts = split_parts(line.text)
        name = bare_name(re.split(r",\s", parts[0])[0]) if parts else ""
        settled = (kinds.get(line.start) == "byline" and not is_outlet_name(name)) or bool(find_dates(name, code))
        if name and not settled and len(line.text) < 200 and _could_be_name(name, lex):
            yield _Sign(name, "masthead", _masthead_weight(line, parts, number, headed, lex) + _bonus(name, lex))
            number += 1


def _masthead_weight(line: Line, parts: Sequence[str], number: int, headed: bool, lex: Lexicon) -> float:
    """A first line above a headline is the outlet's, but for breadcrumbs where the sections are not known.

    One plain word may as well be a town or a topic.
    """
    if number or not headed:
        return 0.5
    breadcrumb = (
        len(parts) > 1 and re.search(r"\s[>/\u203a\u00bb]\s", line.text) and len(lex.sections) < _KNOWS_SECTIONS
    )
    single = bool(parts) and _PLAIN_WORD.fullmatch(parts[0])
    return _WEIGHTS["masthead"] + (0.0 if breadcrumb or single else 0.5)


def _with_agency(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """ "The Gazette with AFP": who stands before the agency is the outlet, if its name sounds like one."""
    kinds = {region.start: region.kind for region in regions}
    for line in lines:
        if kinds.get(line.start) == "byline":
            first = split_parts(line.text)[0]
            tie = lex.credit_words.search(fold(first))
            name = first[: tie.start()].strip(" ,") if tie and len(fold(first)) == len(first) else ""
            if name and not lex.byline_starts.search(fold(name)) and _bonus(name, lex):
                yield _Sign(name, "byline", 1.5 + _bonus(name, lex))


def _of_head(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon, code: str) -> Iterator[_Sign]:
    """Lines above the body that name the outlet: "by X for the Gazette", "The Gazette, 3 March", "from: Gazette"."""
    kinds = {region.start: region.kind for region in regions}
    head = takewhile(lambda line: kinds.get(line.start) != "body", lines[:_HEAD_LINES])
    for line in head:
        if kinds.get(line.start) != "headline" and len(line.text) < 200 and not line.prose:
            found = (_worked_for(line.text, lex), _before_date(line.text, lex, code), _after_word(line.text, lex))
            yield from (_Sign(name, "byline", _WEIGHTS["said"]) for name in found if name and not find_agency(name))


def _worked_for(text: str, lex: Lexicon) -> str:
    """The name behind "for" in a byline; people write for others than outlets, so it must sound like one."""
    folded = fold(text)
    opened = lex.byline_starts.search(folded)
    tie = lex.byline_for.search(folded) if opened and len(folded) == len(text) else None
    name = (
        bare_name(re.split(r",\s", split_parts(text[tie.end() :] + " ")[0])[0]) if tie and tie.end() < len(text) else ""
    )
    return name if name and _could_be_name(name, lex) and (_bonus(name, lex) or _article(fold(name), lex)) else ""


def _before_date(text: str, lex: Lexicon, code: str) -> str:
    """The name before a comma and a date. Places and people stand there, too: it must begin as outlets do."""
    dates = find_dates(text, code)
    name, comma, _ = text[: dates[0].start].partition(",") if dates else ("", "", "")
    name = bare_name(name)
    if not comma or not name or not _could_be_name(name, lex):
        return ""
    first = fold(name).split()[0]
    begins = bool(_article(fold(name), lex)) or first in lex.outlet_words
    return name if is_outlet_name(name) or (begins and _bonus(name, lex)) else ""


def _after_word(text: str, lex: Lexicon) -> str:
    """The name behind the word by which some languages' pages name their outlet."""
    folded = fold(text)
    word = lex.publisher_starts.search(folded) if len(folded) == len(text) else None
    rest = text[word.end() :].strip(" :\uff1a") if word else ""
    name = bare_name(re.split(r"\s" if _UNSPACED.search(rest) else r"\s{2,}|[|,]", rest)[0])
    return name if name and _could_be_name(name, lex) and _bonus(name, lex) else ""


def _of_title(document: Document, lex: Lexicon) -> Iterator[_Sign]:
    """The last part of a page's title is the name of the site, in most pages."""
    for item in document.metadata:
        if item.evidence == "title":
            parts = split_parts(item.value)
            weights = {0: 0.5, len(parts) - 1: _WEIGHTS["title"] if len(parts) > 1 else 0.5}
            for at, weight in weights.items():
                if parts and _could_be_name(parts[at], lex):
                    yield _Sign(parts[at], "title", weight + _bonus(parts[at], lex))


def _of_notices(text: str, regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """Names that notices of the page repeat: "sign up for The Gazette newsletter", "follow The Gazette on ..."."""
    notices = (text[r.start : r.end] for r in regions if r.kind == "boilerplate" and r.end - r.start < 200)
    counts = Counter(name for notice in notices for name in sorted(set(_titled(notice, lex))))
    yield from (_Sign(name, "notice", _WEIGHTS["notice"] * min(count, 2)) for name, count in sorted(counts.items()))


def _titled(notice: str, lex: Lexicon) -> Iterator[str]:
    """Names with an article, between words without capitals."""
    for m in _TITLED.finditer(notice):
        joined = takewhile(lambda word: word[0] != word[0].lower() or word in lex.particles, m["name"].split())
        name = " ".join(joined)
        if _article(fold(name), lex) and not find_agency(name) and _could_be_name(name, lex) and _bonus(name, lex):
            yield name


def _bonus(name: str, lex: Lexicon) -> float:
    if is_outlet_name(name):
        return _WEIGHTS["known"]
    found = re.findall(r"[^\W_]+", fold(name))
    if any(word in lex.outlet_words for word in found) or (found and _is_compound(found[-1], lex)):
        return _WEIGHTS["outlet-word"]
    return 0.0


def _is_compound(word: str, lex: Lexicon) -> bool:
    """Whether a word ends with a word of outlets, as languages with compounds or without spaces write them."""
    least = 0 if _UNSPACED.search(word) else _COMPOUND_PART
    return any(len(end) >= least and word.endswith(end) for end in lex.outlet_words)


def _of_agency_line(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """A line of only an agency and a date: its own dispatch, if no other outlet shows."""
    kinds = {region.start: region.kind for region in regions}
    for line in lines:
        parts = split_parts(line.text) if kinds.get(line.start) == "byline" else []
        agency = find_agency(parts[0]) if len(parts) > 1 and any(map(str.isdigit, line.text)) else None
        if agency and agency.kind == "text":
            yield _Sign(agency.name, "agency line", _ENOUGH)


def _could_be_name(name: str, lex: Lexicon) -> bool:
    key = whole_key(name)
    if (
        not key
        or not name[0].isalnum()
        or NO_NAME.search(name)
        or key in lex.sections
        or key in lex.boilerplate
        or lex.boilerplate_starts.search(key)
        or len(name.split()) > _MASTHEAD_WORDS
    ):
        return False
    return name[0] == name[0].upper() and not name.endswith((".", "!", "?", ":")) and sum(map(str.isdigit, name)) < 4


def _copyrights(text: str, regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """Who reserves the rights; where the line may be a picture's, a name that sounds like an outlet's counts more."""
    for name, sure in find_holders(text, regions, lex):
        if not find_agency(name):
            weak = _WEIGHTS["notice"] + (_bonus(name, lex) if _could_be_name(name, lex) else 0.0)
            yield _Sign(name, "copyright", _WEIGHTS["copyright"] if sure else weak)


def _self_references(mastheads: Sequence[_Sign], text: str, regions: Sequence[Region]) -> Iterator[_Sign]:
    """A masthead whose name the article's own text uses again is no section."""
    names = [sign.name for sign in mastheads if len(sign.name) > 5 and " " in sign.name]
    body = " ".join(text[r.start : r.end] for r in regions if r.kind == "body").lower() if names else ""
    for name in names:
        if name.lower() in body:
            yield _Sign(name, "self-reference", _WEIGHTS["self-reference"])

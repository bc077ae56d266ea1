"""Document → who published it: every sign of a name is weighed, and the best supported name wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from recoupe.article.lexicon import Lexicon, whole_key
from recoupe.article.lines import Line
from recoupe.article.parts import split_parts
from recoupe.model import Document, Publisher, Region
from recoupe.text.normal import fold
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet, outlet_key, outlet_of_domain

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
    "outlet-word": 1.0,
    "known": 2.0,
}
# Less than this is no evidence: a short line above the headline may be a section.
_ENOUGH = 2.5
# A page or container that says it outright need not be searched for more.
_OUTRIGHT = 6.0
_MASTHEAD_WORDS = 7
# A language file with fewer names of sections cannot tell a section from a masthead.
_KNOWS_SECTIONS = 40
# An outlet that names itself does so above, in or right below the article.
_SPELT_WITHIN = 20_000
_COPYRIGHT = re.compile(r"(?:\u00a9|\(c\)|copyright)\s*(?:by\s)?(?P<rest>[^\n]{2,160})", re.I)
_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s?[-\u2013]\s?(?:19|20)?\d{2})?")


@dataclass(frozen=True, slots=True)
class _Sign:
    name: str
    evidence: str
    weight: float


def find_publisher(
    document: Document, text: str, lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon
) -> Publisher | None:
    """The publisher's name with what it rests on, or None where nothing names it."""
    signs = [sign for sign in _all_signs(document, text, lines, regions, lex) if sign.name]
    support: dict[str, list[_Sign]] = defaultdict(list)
    for sign in signs:
        support[_same_outlet(sign.name, lex)].append(sign)
    known = [(sum(s.weight for s in group), -i, group) for i, group in enumerate(support.values())]
    if not known:
        return None
    total, _, group = max(known, key=lambda item: (item[0], item[1]))
    return _made(group) if total >= _ENOUGH else None


def _made(group: Sequence[_Sign]) -> Publisher:
    best = max(group, key=lambda sign: (sign.weight, sign.name != sign.name.upper()))
    outlet = next((o for sign in group if (o := find_outlet(sign.name))), None)
    evidence = ", ".join(dict.fromkeys(sign.evidence for sign in sorted(group, key=lambda s: -s.weight)))
    return Publisher(outlet.name if outlet else best.name, outlet.id if outlet else None, evidence)


def _same_outlet(name: str, lex: Lexicon) -> str:
    """One key for the forms of a name: without its article, its ending as a site, and spaces."""
    outlet = find_outlet(name)
    if outlet:
        return outlet.id
    folded = re.sub(
        r"\.(?:com|net|org|info|fr|de|be|ch|ca|co\.uk|uk|es|it|pt|nl|pl|ru|eu|media)$", "", fold(name).strip()
    )
    for article in lex.outlet_articles:
        if folded.startswith(article) and (article.endswith("'") or folded[len(article) : len(article) + 1] == " "):
            folded = folded[len(article) :]
            break
    return outlet_key(folded)


def _all_signs(
    document: Document, text: str, lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon
) -> Iterator[_Sign]:
    said = [item for item in document.metadata if item.key == "publisher"]
    yield from (_Sign(item.value, item.evidence, _WEIGHTS.get(item.evidence, _WEIGHTS["meta"])) for item in said)
    if any(_WEIGHTS.get(item.evidence, 0.0) >= _OUTRIGHT for item in said):
        return
    host = _host(document.url or "")
    yield from _of_domain(host, text)
    mastheads = [*_mastheads(lines, regions, lex), *_of_title(document, lex)]
    yield from mastheads
    yield from _copyrights(text, regions, lex)
    yield from _with_agency(lines, regions, lex)
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
        yield _Sign(outlet.name, "domain", _WEIGHTS["domain"])
        return
    labels = host.removeprefix("www.").split(".")
    label = outlet_key(labels[-2] if len(labels) > 1 else labels[0])
    spelt = _spelt_out(label, text)
    yield _Sign(spelt or host.removeprefix("www."), "domain", _WEIGHTS["domain"])


def _spelt_out(label: str, text: str) -> str | None:
    """The words with capitals in the text whose letters together are the domain's, with an article before them."""
    if len(label) < 4:
        return None
    if label not in outlet_key(text[:_SPELT_WITHIN]):
        return None
    text = text[:_SPELT_WITHIN]
    starts = [m.start() for m in re.finditer(r"(?<!\w)\w", text) if text[m.start()] != text[m.start()].lower()]
    for start in starts[:2000]:
        words = re.match(r"[\w.'\u2019&-]+(?:[ \u00a0][\w.'\u2019&-]+){0,5}", text[start : start + 60])
        if words:
            pieces = words.group().split(" ")
            for count in range(len(pieces), 0, -1):
                name = " ".join(pieces[:count])
                key = outlet_key(name)
                if key == label or (key.endswith(label) and len(key) - len(label) <= 3 and count > 1):
                    return name.rstrip(".'\u2019")
    return None


def _mastheads(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """Names in the lines above the headline: the first part of the first line, or a line with the words of outlets."""
    kinds = {region.start: region.kind for region in regions}
    headed = "headline" in kinds.values()
    above = []
    for line in lines[:15]:
        if kinds.get(line.start) in ("headline", "body"):
            break
        above.append(line)
    number = 0
    for line in above:
        parts = split_parts(line.text)
        name = re.split(r",\s", parts[0])[0] if parts else ""
        settled = kinds.get(line.start) == "byline" and not find_outlet(name)
        if name and not settled and len(line.text) < 200 and _could_be_name(name, lex):
            yield _Sign(name, "masthead", _masthead_weight(line, parts, number, headed, lex) + _bonus(name, lex))
            number += 1


def _masthead_weight(line: Line, parts: Sequence[str], number: int, headed: bool, lex: Lexicon) -> float:
    """A first line above a headline is the outlet's, but for breadcrumbs where the sections are not known."""
    if number or not headed:
        return 0.5
    breadcrumb = (
        len(parts) > 1 and re.search(r"\s[>/\u203a\u00bb]\s", line.text) and len(lex.sections) < _KNOWS_SECTIONS
    )
    return _WEIGHTS["masthead"] + (0.0 if breadcrumb else 0.5)


def _with_agency(lines: Sequence[Line], regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    """ "The Gazette with AFP": who stands before the agency is the outlet, if its name sounds like one."""
    kinds = {region.start: region.kind for region in regions}
    for line in lines:
        if kinds.get(line.start) == "byline":
            first = split_parts(line.text)[0]
            tie = lex.credit_words.search(fold(first))
            name = first[: tie.start()].strip(" ,") if tie and len(fold(first)) == len(first) else ""
            if name and not lex.byline_starts.match(fold(name)) and _bonus(name, lex):
                yield _Sign(name, "byline", 1.5 + _bonus(name, lex))


def _of_title(document: Document, lex: Lexicon) -> Iterator[_Sign]:
    """The last part of a page's title is the name of the site, in most pages."""
    for item in document.metadata:
        if item.evidence == "title":
            parts = split_parts(item.value)
            weights = {0: 0.5, len(parts) - 1: _WEIGHTS["title"] if len(parts) > 1 else 0.5}
            for at, weight in weights.items():
                if parts and _could_be_name(parts[at], lex):
                    yield _Sign(parts[at], "title", weight + _bonus(parts[at], lex))


def _bonus(name: str, lex: Lexicon) -> float:
    if find_outlet(name):
        return _WEIGHTS["known"]
    found = re.findall(r"[^\W_]+", fold(name))
    return _WEIGHTS["outlet-word"] if any(word in lex.outlet_words for word in found) else 0.0


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
        or key in lex.sections
        or key in lex.boilerplate
        or lex.boilerplate_starts.search(key)
        or len(name.split()) > _MASTHEAD_WORDS
    ):
        return False
    return name[0] == name[0].upper() and not name.endswith((".", "!", "?", ":")) and sum(map(str.isdigit, name)) < 4


def _copyrights(text: str, regions: Sequence[Region], lex: Lexicon) -> Iterator[_Sign]:
    for region in regions:
        if region.kind in ("boilerplate", "credit"):
            m = _COPYRIGHT.search(text[region.start : region.end][:400])
            if m:
                name = _holder(m["rest"], lex)
                if name and not find_agency(name):
                    yield _Sign(name, "copyright", _WEIGHTS["copyright"])


def _holder(rest: str, lex: Lexicon) -> str:
    """The owner in a copyright line: without the year, the company's form, and what follows a dash or a full stop."""
    rest = _YEARS.sub("|", rest)
    pieces = [piece for piece in re.split(r"[|.]|\s[-\u2013\u2014/]\s|,\s", rest) if re.search(r"[^\W\d_]{2}", piece)]
    if not pieces:
        return ""
    name = lex.company_forms.sub("", pieces[0]).strip(" -\u2013\u2014.,:;")
    return name if 1 <= len(name.split()) <= _MASTHEAD_WORDS else ""


def _self_references(mastheads: Sequence[_Sign], text: str, regions: Sequence[Region]) -> Iterator[_Sign]:
    """A masthead whose name the article's own text uses again is no section."""
    names = [sign.name for sign in mastheads if len(sign.name) > 5 and " " in sign.name]
    body = " ".join(text[r.start : r.end] for r in regions if r.kind == "body").lower() if names else ""
    for name in names:
        if name.lower() in body:
            yield _Sign(name, "self-reference", _WEIGHTS["self-reference"])

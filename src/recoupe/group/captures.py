"""Articles → one for each text, with all its captures; an edited text at the same address is a later version."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from urllib.parse import parse_qsl, urlencode, urlsplit

from recoupe.engines.shapes import components
from recoupe.model import Article, RegionKind
from recoupe.text.normal import fold
from recoupe.text.words import words

# The article itself. What a page shows around it changes from one capture to the next.
_OWN: frozenset[RegionKind] = frozenset({"headline", "subhead", "dateline", "byline", "credit", "caption", "body"})
# Parts of an address that tell whence a reader came, not what is read.
_TRACKING = re.compile(
    r"(?:utm_|at_|mtm_|pk_|xtor|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_|cmpid|ns_|smid|ocid|ref$|source$|share)",
    re.I,
)
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_AMP = re.compile(r"(?:/amp|\.amp)(?=/?$|\.html$)")
# Share of words that two versions have in common, of all words of both: a corrected article has nearly all, one that
# grew over a day some half. Other articles of one section have 0.1 to 0.25 (set phrases, names of the place).
_SAME_ARTICLE = 0.3


def merge_captures(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Each article once, in the order of their sources, with its captures; versions are told from copies.

    Two captures are of one article where outlet and text are the same, whatever stands around it; or, where nothing
    names an outlet, if all the text is the same.
    """
    merged = [_merged(same) for same in _groups(articles)]
    ordered = _with_versions(merged)
    return tuple(sorted(ordered, key=attrgetter("source", "id")))


def _groups(articles: Iterable[Article]) -> list[list[Article]]:
    """Captures of the same article."""
    ordered = sorted(articles, key=attrgetter("source", "id"))
    found = components(len(ordered), _same(_keys(ordered)))
    return [[ordered[place] for place in places] for places in found]


def _same(keys: Iterable[Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a key: each with the first that has it."""
    first: dict[str, int] = {}
    for place, own in enumerate(keys):
        for key in own:
            if first.setdefault(key, place) != place:
                yield first[key], place


def _keys(articles: Sequence[Article]) -> Iterator[list[str]]:
    """For each article what another capture of it has, too: the text with the outlet, with the address, or alone."""
    outlets: defaultdict[str | None, set[str]] = defaultdict(set)
    for article in articles:
        outlets[address_key(article.url)] |= {outlet} if (outlet := _outlet(article)) else set()
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        homes[_digest(article.text)] |= {home} if (home := _home(article, outlets)) else set()
    for article in articles:
        home, address = _home(article, outlets), address_key(article.url)
        own, whole = _own_text(article), _digest(article.text)
        keys = [f"home {home} {own}"] if home else []
        # Where two outlets are named at one address, one of them has copied the other and says so.
        if address and len(outlets[address]) <= 1:
            keys.append(f"address {address} {own}")
        # A text that one outlet alone has may come without its name, too; of two that have it, nobody can tell whose.
        if len(homes[whole]) <= 1:
            keys.append(f"text {whole}")
        elif not home:
            keys.append(f"nameless {whole}")
        yield keys


def _outlet(article: Article) -> str | None:
    """The outlet that the article names; what only its domain says is left to the address."""
    publisher = article.publisher
    if publisher is None or (publisher.evidence == "domain" and publisher.id is None):
        return None
    return publisher.id or fold(publisher.name)


def _home(article: Article, outlets: Mapping[str | None, set[str]]) -> str | None:
    """The outlet; where none is named that which another capture of the page names, or the site."""
    address = address_key(article.url)
    named = {_outlet(article)} - {None} or (outlets[address] if address else set())
    site = (address or "").partition("/")[0]
    return min(named, key=str) if len(named) == 1 else site or None


def _own_text(article: Article) -> str:
    """The article without what stands around it; all of the text where nothing is known to be the article's own."""
    own = [article.text[r.start : r.end] for r in article.regions if r.kind in _OWN]
    return _digest("\n".join(own) if any(r.kind == "body" for r in article.regions) else article.text)


def _digest(text: str) -> str:
    import xxhash

    return xxhash.xxh3_128_hexdigest(" ".join(text.split()).encode("utf-8", "surrogatepass"))


def _merged(same: Sequence[Article]) -> Article:
    """One article of several captures: that which says most of itself, with the sources of all."""
    best = min(same, key=lambda a: (a.publisher is None, a.url is None, a.published is None, a.source, a.id))
    others = sorted({source for article in same for source in article.captures} - {best.source})
    notes = tuple(sorted({note for article in same for note in article.notes}))
    return replace(best, captures=(best.source, *others), notes=notes)


def _with_versions(articles: Sequence[Article]) -> list[Article]:
    """The articles; each that has the address of an earlier one and much of its text knows that as its last version."""
    at: defaultdict[str, list[Article]] = defaultdict(list)
    alone = []
    for article in articles:
        key = address_key(article.url)
        at[key].append(article) if key else alone.append(article)
    for same in at.values():
        before: Article | None = None
        for article in sorted(same, key=_age):
            is_version = before is not None and _alike(before, article)
            alone.append(replace(article, version_of=before.id) if before and is_version else article)
            before = article
    return alone


def _age(article: Article) -> tuple[str, str, str]:
    return (article.published.value if article.published else "", article.captured or "", article.id)


def _alike(left: Article, right: Article) -> bool:
    one, other = _words(left), _words(right)
    return len(one & other) >= _SAME_ARTICLE * len(one | other)


def _words(article: Article) -> set[str]:
    bodies = [article.text[r.start : r.end] for r in article.regions if r.kind == "body"]
    return {word.folded for word in words("\n".join(bodies) or article.text)}


def address_key(url: str | None) -> str | None:
    """One form of the addresses of a page: without what does not change the page. None for that of a whole site."""
    try:
        parts = urlsplit((url or "").strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    path = _AMP.sub("", parts.path).removesuffix("/").removesuffix("/index.html")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0])))
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return None
    return f"{_MOBILE.sub('', host)}{path}?{query}".removesuffix("?")

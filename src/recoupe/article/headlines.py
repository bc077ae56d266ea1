"""Lines → which of them is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.article.lines import Line
from recoupe.model import RegionKind
from recoupe.text.normal import fold
from recoupe.text.scripts import UNSPACED_CHARS
from recoupe.world.publishers import is_outlet_name

# A line further down must be better by so much: standfirsts follow the headline, and repeat more of the body.
_LATER = 0.5
# So much is taken off a line that reads like running text: it is the standfirst, or the body's first line.
_STANDFIRST = 3.5
# So much off a few words that sound like the name of an outlet.
_MASTHEAD = 2.5
_BODY_CHARS = 1500
# A title that ends with a full stop is no longer than this, is one sentence, and the text repeats so much of its words.
_STOPPED_CHARS, _REPEATED = 130, 0.4
_TWO = re.compile(r"[^\W\d_]{3}[.!?][\"\u2019\u201d\u00bb]?\s+\w")
# The headline stands among the first lines; further down a short line is a subhead or a link.
_AMONG_FIRST = 15
# On a page, menus stand before the headline; it is looked for in so many lines.
_SEARCHED = 400
# How much of two titles must agree for them to be one: pages shorten titles and add the name of the site.
_SAME_TITLE = 0.6
# The name of a site as a line of its own: a masthead, even where the page marks it as its first heading.
_HOST = re.compile(r"[\w-]{2,63}(?:\.[\w-]{2,63}){1,4}")
_SPACED_WORDS = re.compile(r"\w{4,}")
_WORDS = re.compile(rf"[{UNSPACED_CHARS}]|[^\W{UNSPACED_CHARS}]{{4,}}")
_UNSPACED = re.compile(f"[{UNSPACED_CHARS}]")


def find_headline(
    lines: Sequence[Line], kinds: Sequence[RegionKind | None], titles: Sequence[str], outlet_words: frozenset[str]
) -> int | None:
    """Index of the headline: the line that a given title names, one marked as such, else the likeliest of the first."""
    titles = [title for title in titles if not _HOST.fullmatch(title)]
    for title in titles:
        wanted = _bare(title)
        near = [i for i, line in enumerate(lines[:_SEARCHED]) if abs(len(line.text) - len(title)) < 8]
        exact = [i for i in near if _bare(lines[i].text) == wanted]
        if exact:
            return next((i for i in exact if kinds[i] == "headline"), exact[0])
    marked = [i for i, kind in enumerate(kinds) if kind == "headline" and not _HOST.fullmatch(lines[i].text)]
    if marked:
        return max(marked, key=lambda i: (max((_alike(lines[i].text, t) for t in titles), default=0.0), -i))
    short = [
        (i, line) for i, line in enumerate(lines[:_SEARCHED]) if len(line.text) < 300 and kinds[i] in (None, "subhead")
    ]
    alike = [(_alike(line.text, title), -i) for title in titles for i, line in short]
    if alike and max(alike)[0] >= _SAME_TITLE:
        return -max(alike)[1]
    return _likeliest(lines, kinds, outlet_words)


def _bare(title: str) -> str:
    """Some containers end a title with a full stop that the page does not have."""
    return fold(title).rstrip(".,;: ")


def repeats(line: Line, headline: Line) -> bool:
    """Whether a line is the headline once more."""
    return _bare(line.text) == _bare(headline.text)


def _words(text: str) -> set[str]:
    """Words that may carry meaning: of four letters or more, or characters of a script without spaces."""
    folded = fold(text)
    return set((_SPACED_WORDS if folded.isascii() or not _UNSPACED.search(folded) else _WORDS).findall(folded))


def _alike(left: str, right: str) -> float:
    a, b = _words(left), _words(right)
    return len(a & b) / len(a | b) if a | b else 0.0


def _likeliest(lines: Sequence[Line], kinds: Sequence[RegionKind | None], outlet_words: frozenset[str]) -> int | None:
    """Among the short lines above the first paragraph, the one with the most words, above all words of the body."""
    first = next((i for i, line in enumerate(lines) if line.sentence and kinds[i] in (None, "body")), len(lines))
    heads = [i for i in range(min(first, 4 * _AMONG_FIRST)) if kinds[i] == "subhead"]
    if heads:
        return heads[0]
    above = [i for i in range(min(first, _AMONG_FIRST)) if kinds[i] is None and not _is_masthead(lines[i].text)]
    if not above:
        disguised = _disguised(lines, kinds, first)
        return _stopped(lines, kinds, first) if disguised is None else disguised
    body = _body_words(lines, first)
    best = max(above, key=lambda i: (_score(lines[i], body, outlet_words) - _LATER * above.index(i), -i))
    return best if len(_words(lines[best].text)) >= 2 else None


def _is_masthead(text: str) -> bool:
    return bool(is_outlet_name(text) or _HOST.fullmatch(text))


def _body_words(lines: Sequence[Line], first: int) -> set[str]:
    """Words of the first paragraphs: enough to know a headline by, and no more, since every article needs it."""
    return _words(" ".join(line.text[:400] for line in lines[first : first + 12])[:_BODY_CHARS])


def _disguised(lines: Sequence[Line], kinds: Sequence[RegionKind | None], first: int) -> int | None:
    """A first line that begins like a link or a notice, but whose words are those of the body."""
    body = _body_words(lines, first)
    for i in range(min(first, 3)):
        words = _words(lines[i].text)
        if (
            kinds[i] in ("related", "boilerplate", "byline", "caption")
            and len(words) >= 4
            and len(words & body) >= 0.4 * len(words)
        ):
            return i
    return None


def _stopped(lines: Sequence[Line], kinds: Sequence[RegionKind | None], first: int) -> int | None:
    """A first line with a full stop, as some exports end titles, apart from the text and in its words."""
    if first + 1 >= len(lines) or kinds[first] is not None or len(lines[first].text) > _STOPPED_CHARS:
        return None
    head, lead = lines[first], lines[first + 1]
    words = _words(head.text)
    apart = lead.after_gap and lead.prose and len(lead.text) > len(head.text) and not _TWO.search(head.text)
    return first if apart and len(words & _body_words(lines, first + 1)) >= max(2, _REPEATED * len(words)) else None


def _score(line: Line, body: set[str], outlet_words: frozenset[str]) -> float:
    """Up to four points for its length, up to four for the share of its words that the body takes up again."""
    words = _words(line.text)
    shared = len(words & body) / max(len(words), 3)
    masthead = len(line.text.split()) < 6 and not outlet_words.isdisjoint(re.findall(r"\w+", fold(line.text)))
    off = (_STANDFIRST if line.prose and len(words) > 10 else 0.0) + (_MASTHEAD if masthead else 0.0)
    return 0.5 * min(len(words), 8) + 4 * shared - off

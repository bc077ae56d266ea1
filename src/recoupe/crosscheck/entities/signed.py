"""Article → the names that sign it: authors in its byline, the place in its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.article.datelines import dateline_end
from recoupe.lang import Language
from recoupe.model import Article
from recoupe.text.normal import fold
from recoupe.text.words import stop_words
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# Two to four words with a capital stand for a person; one is a desk, more are a sentence.
_LEAST, _MOST = 2, 4
_WORD = re.compile(r"[^\W\d_][\w'\u2019.\-]*|\S")
# What ends the place of a dateline.
_AFTER_PLACE = re.compile(r"[,(/:\d]|\s[-\u2010-\u2015]")


def authors(article: Article, language: Language) -> Iterator[str]:
    """People named in the byline, not the outlet or an agency."""
    own = fold(article.publisher.name) if article.publisher else ""
    for words in _capital_runs(article.byline or "", language):
        name = " ".join(words)
        known = fold(name) in own or find_agency(name) or find_outlet(name)
        if _LEAST <= len(words) <= _MOST and not known:
            yield name


def _capital_runs(byline: str, language: Language) -> Iterator[list[str]]:
    """Words with a capital that follow each other; function words (`and`, `in`) part them."""
    stop = stop_words(language)
    run: list[str] = []
    for word in [*_WORD.findall(byline), ","]:
        if word[0].isupper() and fold(word) not in stop:
            run.append(word)
        else:
            yield run
            run = []


def dateline_place(article: Article) -> str | None:
    """The place from which the article is dated."""
    for region in article.regions:
        text = article.text[region.start : region.end]
        # The sentence that would follow tells a dateline from a line that gives the date alone.
        if region.kind == "dateline" and dateline_end(f"{text} A", article.language) > len(text):
            place = _AFTER_PLACE.split(text, maxsplit=1)[0].strip()
            words = place.split()
            if 0 < len(words) < _MOST and all(word[0].isupper() for word in words) and not find_agency(place):
                return place
    return None

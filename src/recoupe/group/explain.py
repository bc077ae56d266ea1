"""Articles of one story → the names, numbers and words that they share, as one of them writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.group.keys import Features
from recoupe.group.told import tell
from recoupe.model import Article

# How many shared names and numbers a reader takes in at a glance. "Felt right."
MOST = 8
# Numbers of one digit are shared by any two articles.
SHORTEST_NUMBER = 2
# Kinds of keys in the order in which they are shown: names, numbers, international words, countries.
ORDER = "&#~="
# Articles in which the written form is looked up, at most: half of them have each key, so one of two has it.
WITNESSES = 3


def why(articles: Sequence[Article], pile: Sequence[Features]) -> tuple[str, ...]:
    """Names first, then numbers and words, each shared by at least half of the articles, most widely shared first.

    Args:
        articles: the articles of the story.
        pile: their features, in the same order.
    """
    df = Counter(key for own in pile for key in own.anchors.keys if _telling(key))
    shared = [key for key, n in df.items() if n >= 2 and 2 * n >= len(articles)]
    shared.sort(key=lambda key: (ORDER.index(key[0]), -df[key], key))
    # Keys that differ may be written alike, so a few more are looked up than are shown.
    wanted = frozenset(shared[: 2 * MOST])
    witnesses = articles[: min(WITNESSES, (len(articles) + 1) // 2)] if wanted else ()
    forms = [_forms(article, wanted) for article in witnesses]
    return tuple(dict.fromkeys(form for key in shared[: 2 * MOST] if (form := _form(key, forms))))[:MOST]


def _telling(key: str) -> bool:
    return key[0] in ORDER and not (key[0] == "#" and len(key) <= SHORTEST_NUMBER)


def _forms(article: Article, wanted: frozenset[str]) -> dict[str, str]:
    """Key → the form in which the article writes it first."""
    forms: dict[str, str] = {}
    told = tell(article)
    for word, keys in zip(told.words, told.keys, strict=True):
        for key in keys:
            if key in wanted:
                forms.setdefault(key, article.text[word.start : word.end])
    return forms


def _form(key: str, forms: Sequence[dict[str, str]]) -> str:
    """The form that most articles use; of equals the shortest, then the first in the order of code points."""
    counts = Counter(found[key] for found in forms if key in found)
    return min(counts, key=lambda form: (-counts[form], len(form), form), default="")

"""Which articles share much of their text."""

from __future__ import annotations

import random
from itertools import combinations

from bench.generate import families
from recoupe.engines.inline import Inline
from recoupe.group.copies import LIMIT, SHARED, containment, find_copies
from recoupe.group.keys import RUN
from recoupe.text.shingles import different, shingles
from recoupe.text.words import bare_words

PILE = [made.text for made in families(300, seed=3)]


def found(texts: list[str]) -> dict[tuple[int, int], float]:
    """Pairs of positions and what they share."""
    pile = [different(shingles(bare_words(text), RUN)) for text in texts]
    return {(left, right): share for left, right, share in find_copies(pile, Inline())}


def test_cut_reworded_and_mixed_copies_are_found_and_nothing_else() -> None:
    sets = [frozenset(shingles(bare_words(text), RUN)) for text in PILE]
    shares = {(a, b): containment(sets[a], sets[b]) for a, b in combinations(range(len(PILE)), 2)}
    true = {pair: share for pair, share in shares.items() if share >= SHARED}
    assert len(true) > 300
    assert found(PILE) == true


def test_a_short_notice_is_found_in_a_long_article() -> None:
    long = next(text for text in PILE if len(text.split()) > 450)
    notice = " ".join(long.split()[200:280])
    assert (0, 1) in found([notice, long])


def test_any_number_of_copies_of_one_text_hang_together() -> None:
    pairs = found([PILE[0]] * (3 * LIMIT))
    assert len(Inline().fold(3 * LIMIT, pairs)) == 1
    assert len(pairs) < 3 * LIMIT


def test_a_line_under_all_articles_makes_no_copies() -> None:
    chance = random.Random(5)
    line = " ".join(chance.choices(PILE[0].split(), k=40))
    texts = [f"{text} {line}" for text in PILE[::10]]
    assert found(texts).keys() == found(PILE[::10]).keys()


def test_an_article_without_words_is_no_copy() -> None:
    assert found(["", "", PILE[0]]) == {}

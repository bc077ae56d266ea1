"""A run of capitals → the outlet in it, by what stands before and the words of mastheads."""

from __future__ import annotations

from recoupe.annotate.names.found import BESIDE, HEAD, Found, make
from recoupe.annotate.names.runs import is_adjective, known_at
from recoupe.annotate.names.tokens import Words, begins
from recoupe.annotate.names.words import Lexicon
from recoupe.world.name_words import nation_of

# Words of the longest outlet's name, and small words between two of its capitals.
_LONGEST, _LINKS = 10, 3
# A head stands so many words before the name, adjectives between them.
_ADJECTIVES = 3


def find_outlet(words: Words, at: int, end: int, lexicon: Lexicon) -> tuple[Found, int] | None:
    """The outlet that begins at this word, and the index behind it.

    It is one by a word like "daily" before it, or by an article with a capital and a word of mastheads behind.
    """
    article = at > 0 and words.capital[at - 1] and words.folds[at - 1] in lexicon.outlet_articles and words.joined[at]
    first = at - 1 if article else at
    if _told_outlet(words, first, lexicon) or _contracted(words, at, lexicon):
        stop = through_links(words, at, end, lexicon)
        return make(words, first, stop, "outlet", HEAD), stop
    stop = through_links(words, at, end, lexicon) if article else end
    if article and not lexicon.outlet_words.isdisjoint(words.folds[at:stop]) and known_at(words, at, lexicon) is None:
        weight = BESIDE if begins(words, at - 1) else HEAD
        sure = weight == HEAD or stop - at > 1
        return (make(words, first, stop, "outlet", weight), stop) if sure else None
    if end - at > 1 and words.folds[end - 1] in lexicon.outlet_ends and words.folds[at] not in lexicon.world.given:
        return make(words, first, end, "outlet", BESIDE), end
    return None


def through_links(words: Words, start: int, end: int, lexicon: Lexicon) -> int:
    """End of a name whose capitals are joined by small links ("The Echo of the Hills")."""
    while end - start < _LONGEST:
        at = end
        while at < words.size and at - end < _LINKS and words.joined[at] and words.folds[at] in lexicon.all.links:
            at += 1
        if at == end or at >= words.size or not words.capital[at] or not words.joined[at]:
            break
        if lexicon.nouns_capitalised and words.folds[at] in lexicon.common:
            break
        end = at + 1
        while end < words.size and words.capital[end] and words.joined[end] and end - start < _LONGEST:
            end += 1
    return end


def _told_outlet(words: Words, at: int, lexicon: Lexicon) -> bool:
    """A person in the genitive stands behind such a word, too (the editor of the daily Ruth X)."""
    person = words.folds[at] in lexicon.world.given and words.gaps[at] == " "
    return not person and told(words, at, lexicon.outlet_heads, lexicon)


def _contracted(words: Words, at: int, lexicon: Lexicon) -> bool:
    """An outlet whose article is in the preposition before it, as languages do that contract the two."""
    if at == 0 or not words.joined[at] or words.folds[at - 1] not in lexicon.all.outlet_links:
        return False
    if at > 1 and words.folds[at - 2] in lexicon.outlet_holders and words.joined[at - 1]:
        return True
    if words.folds[at - 1] not in lexicon.contractions or words.folds[at] in lexicon.portfolios:
        return False
    names = [(article, words.folds[at]) for article in sorted(lexicon.outlet_articles)]
    return any((name, "outlet") in lexicon.world.known.get(name[0], ()) for name in names)


def told(words: Words, at: int, heads: frozenset[str], lexicon: Lexicon) -> bool:
    """A word of this list stands before, perhaps with adjectives or marks of quotation between."""
    if at == 0 or (words.gaps[at] != " " and words.gaps[at].strip("«“„\"‘' \u00a0\u202f")):
        return False
    head = at - 1
    while words.folds[head] not in heads:
        if head == 0 or at - head == _ADJECTIVES or not _describes(words, head, lexicon):
            return False
        head -= 1
    small = not words.capital[head] or lexicon.nouns_capitalised is True
    return small or begins(words, head)


def _describes(words: Words, at: int, lexicon: Lexicon) -> bool:
    """An adjective that may stand between a head and a name."""
    if words.capital[at] or not words.joined[at] or words.folds[at] in lexicon.stop:
        return False
    return is_adjective(words.folds[at], lexicon) or nation_of(words.folds[at], lexicon.code) is not None

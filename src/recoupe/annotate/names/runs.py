"""Words of a sentence → runs of words that may be names: capitals, particles, and the small words of organisations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from recoupe.annotate.names.tokens import Words, begins
from recoupe.annotate.names.words import Lexicon, is_given
from recoupe.model import NameKind

# Words of a run, and groups behind the head of an organisation; longer ones are lists or lines in capitals.
_LONGEST, _GROUPS = 12, 6
Range = tuple[int, int]


def runs(words: Words, lexicon: Lexicon) -> Iterator[Range]:
    """Half-open ranges of capitals that stand together, in order."""
    end = 0
    for index in compress(range(words.size), words.capital):
        if index >= end:
            end = _run_end(words, index, lexicon)
            yield index, end


def _run_end(words: Words, start: int, lexicon: Lexicon) -> int:
    end, stop = start + 1, min(words.size, start + _LONGEST)
    while end < stop and words.joined[end]:
        step = 1 if words.capital[end] else _particles(words, end, lexicon) or _foreign_links(words, end, lexicon)
        if not step:
            break
        end += step
    return end


def _particles(words: Words, index: int, lexicon: Lexicon) -> int:
    """How many words from `index` on, the last of them a capital, go on with a person's name; 0 if none do."""
    for last in (index + 1, index + 2):
        if last >= words.size or words.folds[last - 1] not in lexicon.world.particles or not words.joined[last]:
            return 0
        if words.capital[last]:
            free = words.folds[index] in lexicon.world.bound
            return last - index + 1 if free or is_given(words.folds[index - 1], lexicon) else 0
    return 0


def _foreign_links(words: Words, index: int, lexicon: Lexicon) -> int:
    """How many words from `index` on, the last of them a capital, go on with a name in another language; 0 if none."""
    for last in (index + 1, index + 2):
        if last >= words.size or words.folds[last - 1] not in lexicon.world.links or not words.joined[last]:
            return 0
        if words.capital[last]:
            return last - index + 1
    return 0


def known_at(words: Words, index: int, lexicon: Lexicon) -> tuple[int, NameKind] | None:
    """End and kind of the longest known place or outlet that begins at this word."""
    known = lexicon.world.known.get(words.folds[index])
    if known is None:
        return None
    following = words.folds[index + 1] if index + 1 < words.size else ""
    for phrase, kind in known:
        end = index + len(phrase)
        if len(phrase) > 1 and phrase[1] != following:
            continue
        if tuple(words.folds[index:end]) == phrase and all(words.joined[index + 1 : end]):
            # The outlet has a capital behind its article, the common word has none.
            word = len(phrase) == 2 and phrase[0] in lexicon.outlet_articles and not words.capital[end - 1]
            article = len(phrase) == 1 and phrase[0] in lexicon.stop and begins(words, index)
            # "AFP news" is not the "AFP News" of the list.
            small = kind == "outlet" and len(phrase) > 1 and not words.capital[end - 1]
            shorter = small and any(other == phrase[:-1] for other, _ in known)
            if not word and not article and not shorter:
                return end, kind
    return None


def organisation_end(words: Words, head: int, start: int, lexicon: Lexicon) -> int:
    """End of the organisation whose head word stands at `head`: adjectives, capitals, and groups with a link.

    `start` is where it begins; what it has left of the head is taken as it is.
    """
    small_too = words.capital[head] or not is_weak(words, head, lexicon)
    end = head + 1
    for _ in range(_GROUPS):
        if words.capital[end : end + 1] == [True] and not (words.capital[end - 1] or end - 1 == head):
            # A capital behind a small word begins another name, but for a country in the genitive.
            return end + (words.joined[end] and _is_owner(words, end, lexicon))
        step = _next_group(words, end, small_too, lexicon)
        if not step:
            break
        end += step
    return end if any(words.capital[start:end]) else start


def is_weak(words: Words, head: int, lexicon: Lexicon) -> bool:
    """Such a head names a body only before a capital; with the word behind it, it may be a stronger one."""
    if words.folds[head] not in lexicon.weak_heads:
        return False
    return " ".join(words.folds[head : head + 2]) not in lexicon.heads


def _is_owner(words: Words, at: int, lexicon: Lexicon) -> bool:
    if not lexicon.cases:
        return False
    return words.folds[at].endswith(lexicon.place_endings) or known_at(words, at, lexicon) == (at + 1, "place")


def _next_group(words: Words, index: int, small_too: bool, lexicon: Lexicon) -> int:
    """Number of words of the next group: an adjective, a capital, or links with the noun behind them."""
    if index >= words.size or not words.joined[index]:
        return 0
    word = words.folds[index]
    if words.capital[index]:
        return 0 if word in lexicon.common or word in lexicon.stop else 1
    if small_too and is_adjective(word, lexicon):
        return 1
    joins = word in lexicon.conjunctions
    last = index + joins
    while last < words.size and last - index < 4 and words.folds[last] in lexicon.inner_links and words.joined[last]:
        last += 1
    if last == index or last >= words.size or not words.joined[last]:
        return 0
    word, linked = words.folds[last], last - index > joins
    if joins and (word in lexicon.all.heads or words.folds[index + 1] in lexicon.outlet_articles):
        return 0  # another organisation follows
    if words.capital[last]:
        named = word not in lexicon.common and (linked or word in lexicon.portfolios)
        return last - index + 1 if named else 0
    small = small_too and word not in lexicon.stop and word.isalpha() and not word.endswith(lexicon.verb_endings)
    genitive = linked and lexicon.genitives.issuperset(words.folds[index + joins : last])
    return last - index + 1 if small and (genitive or (joins and is_adjective(word, lexicon))) else 0


def is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends like an adjective that may follow a head without a link."""
    return len(word) > 3 and word not in lexicon.stop and word.endswith(lexicon.adjective_endings)


def role_before(words: Words, index: int, lexicon: Lexicon) -> int | None:
    """Where the role begins that stands before the name at `index` ("the minister of X, ..."), if one does."""
    comma = words.gaps[index] == ", "
    longer = index + 1 < words.size and words.capital[index + 1] and words.joined[index + 1]
    at = index - 1
    for _ in range(_LONGEST):
        if at < 0 or not (at == index - 1 or words.joined[at + 1]) or (at == index - 1 and not _close(words, index)):
            return None
        if words.folds[at] in lexicon.roles and not words.capital[at]:
            # A single word behind a comma or a complement may be anything.
            sure = (at == index - 1 and not comma) or (longer and (comma or _belongs(words, at + 1, index, lexicon)))
            return _whole_role(words, at, lexicon) if sure else None
        if not _in_role(words, at, lexicon):
            return None
        at -= 1
    return None


def _whole_role(words: Words, at: int, lexicon: Lexicon) -> int:
    """Begin of a role of two words (prime minister)."""
    return at - 1 if at and f"{words.folds[at - 1]} {words.folds[at]}" in lexicon.roles else at


def _close(words: Words, index: int) -> bool:
    return words.gaps[index] == ", " or (words.joined[index] and not begins(words, index))


def _in_role(words: Words, at: int, lexicon: Lexicon) -> bool:
    word = words.folds[at]
    return words.capital[at] or word in lexicon.links or word not in lexicon.stop


def _belongs(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """What stands between a role and the name that follows without a comma is its complement, not a verb."""
    linked = False
    for at in range(start, end):
        word = words.folds[at]
        if word in lexicon.links or words.capital[at] or word in lexicon.roles:
            linked = True
        elif not (linked and words.folds[at - 1] in lexicon.links) and not is_adjective(word, lexicon):
            return False
    return words.folds[end - 1] not in lexicon.links or words.folds[end - 1] in lexicon.roles


def role_behind(words: Words, end: int, lexicon: Lexicon) -> Range | None:
    """The role in apposition behind the name that ends at word `end` ("X, minister of Y"), as a range of words."""
    if end >= words.size or words.gaps[end] not in {", ", " ("}:
        return None
    for at in range(end, min(end + 4, words.size)):
        if at > end and not words.joined[at]:
            return None
        if words.folds[at] in lexicon.roles:
            start = end + 1 if words.folds[end] in lexicon.stop and at > end else end
            return start, _complement_end(words, at + 1, lexicon)
    return None


def _complement_end(words: Words, index: int, lexicon: Lexicon) -> int:
    """End of a role's complement: up to the next mark, or to a word that begins something else."""
    end = index
    for at in range(index, min(index + _LONGEST, words.size)):
        word = words.folds[at]
        if not words.joined[at] or (word in lexicon.stop and word not in lexicon.links):
            break
        if word not in lexicon.links:
            end = at + 1
    return end

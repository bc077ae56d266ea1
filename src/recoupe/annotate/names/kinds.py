"""A run of capitals → the name in it, its kind, and how surely: titles, roles, heads, known names, prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from recoupe.annotate.names.found import BESIDE, GUESS, HEAD, KNOWN, LOOK, TITLE, Found, make
from recoupe.annotate.names.outlets import find_outlet, through_links, told
from recoupe.annotate.names.runs import Range, is_weak, known_at, organisation_end, role_before, role_behind, runs
from recoupe.annotate.names.tokens import Words, begins, is_acronym
from recoupe.annotate.names.words import Lexicon, is_given, is_role
from recoupe.model import NameKind, Span
from recoupe.text.words import folded

# The longest name of a person, in words with a capital; more is a list or an organisation.
_PERSON = 5


def found_in(words: Words, lexicon: Lexicon) -> Iterator[Found]:
    """What may be a name in a sentence, in order."""
    taken = 0
    for start, end in _with_small_heads(words, lexicon):
        position = max(start, taken)
        while position < end:
            found, position = _judge(words, position, end, lexicon)
            if found:
                yield found
            taken = max(taken, position)


def _with_small_heads(words: Words, lexicon: Lexicon) -> Iterator[Range]:
    """The runs, each together with the small head word of an organisation before it, if it has one."""
    if lexicon.heads.isdisjoint(words.folds) and lexicon.world.small.isdisjoint(words.forms):
        yield from runs(words, lexicon)
        return
    heads = (k for k, word in enumerate(words.folds) if word in lexicon.heads and _is_small_head(words, k, lexicon))
    found = ((k, organisation_end(words, k, k, lexicon)) for k in heads)
    small = ((k, k + 1) for k, form in enumerate(words.forms) if form in lexicon.world.small)  # dpa
    ranges = [*((k, end) for k, end in found if end > k), *small, *runs(words, lexicon)]
    last = 0
    for start, end in sorted(ranges, key=lambda r: (r[0], -r[1])):
        if end > last:
            yield max(start, last), end
            last = end


def _is_small_head(words: Words, index: int, lexicon: Lexicon) -> bool:
    return not words.capital[index] and not is_weak(words, index, lexicon)


def _judge(words: Words, start: int, end: int, lexicon: Lexicon) -> tuple[Found | None, int]:
    """The first name of the run and where to go on."""
    if not words.capital[start]:  # a small head of an organisation, or an agency without capital
        kind: NameKind = "outlet" if words.forms[start] in lexicon.world.small else "organisation"
        return make(words, start, end, kind, HEAD), end
    known = known_at(words, start, lexicon)
    if known and known[0] >= min(end, start + 2) and not _is_longer(words, known, lexicon):
        stop = through_links(words, start, known[0], lexicon) if known[1] == "outlet" else known[0]
        return make(words, start, stop, known[1], KNOWN), stop
    late = _late_head(words, start, end, lexicon) if lexicon.late_heads else None
    if late:
        return make(words, start, late, "organisation", HEAD), late
    skip = _skipped(words, start, end, lexicon)
    if skip.at >= end:
        return None, end
    outlet = find_outlet(words, skip.at, end, lexicon)
    if outlet:
        return outlet
    if skip.at > start and skip.role is None:
        return _judge(words, skip.at, end, lexicon)
    return _classified(words, skip, end, lexicon)


def _is_longer(words: Words, known: tuple[int, NameKind], lexicon: Lexicon) -> bool:
    """What looks like an outlet is the head of an organisation ("The Union", "the Union of Miners")."""
    last = known[0] - 1
    head = known[1] == "outlet" and words.folds[last] in lexicon.heads
    return head and organisation_end(words, last, last, lexicon) > known[0]


def _late_head(words: Words, start: int, end: int, lexicon: Lexicon) -> int | None:
    """End of an organisation whose head is a small word behind the run: the Danish defence ministry."""
    if end - start > 1:
        return None
    for at in range(end, min(end + 3, words.size)):
        if not words.joined[at] or words.capital[at] or words.folds[at] in lexicon.stop:
            return None
        if words.folds[at] in lexicon.late_heads:
            return at + 1
    return None


class _Skip(NamedTuple):
    """Where the name begins, and the word at which the titles before it begin."""

    at: int
    role: int | None


def _skipped(words: Words, start: int, end: int, lexicon: Lexicon) -> _Skip:
    """Leave titles, roles, function words and names of peoples at the start of the run aside."""
    at, role = start, None
    while at < end:
        word = words.folds[at]
        title = word in lexicon.titles and not _is_initial(words, at, end)
        if (title or is_role(word, lexicon)) and at + 1 < end:
            before = at - 1 if at > start and words.folds[at - 1] in lexicon.portfolios else at
            role = before if role is None else role
        elif role is not None or not _leads_nowhere(words, at, end, lexicon):
            break
        at += 1
    last = next((k for k in range(end - 2, at - 1, -1) if words.folds[k] in lexicon.all.roles), None)
    if last is not None and not _is_initial(words, last, end):
        return _Skip(last + 1, at if role is None else role)
    return _Skip(at, role)


def _is_initial(words: Words, at: int, end: int) -> bool:
    """A single letter among other initials is no title (M. L. King)."""
    return len(words.forms[at]) == 1 and at + 1 < end and len(words.forms[at + 1]) == 1


def _leads_nowhere(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    word = words.folds[at]
    if word in lexicon.all.before_names:
        initial = len(words.forms[at]) == 1 and at + 1 < end and words.gaps[at + 1].startswith(".")
        return not initial
    if begins(words, at) and at + 1 < end:
        article = word in lexicon.world.prepositions and words.folds[at + 1] in lexicon.all.heads
        long = end - at > 2 and not is_given(words.folds[at + 1], lexicon)
        if article or (word in lexicon.weak_heads and not long):
            return True
    people = word in lexicon.demonyms
    ends = words.folds[end - 1] in lexicon.all.ends
    return people and not (at + 1 < end and (ends or words.folds[at + 1] in lexicon.heads))


def _classified(words: Words, skip: _Skip, end: int, lexicon: Lexicon) -> tuple[Found, int]:
    """Kind of what is left of the run, from the surest reason to the weakest."""
    at, stop = _without_neighbours(words, skip, end, lexicon)
    alone, end = stop < end, stop
    inner = words.folds[at:end]
    if skip.role is not None:
        role = Span(words.starts[skip.role], words.ends[at - 1] + words.gaps[at].startswith("."))
        return make(words, at, end, "person", TITLE, role), end
    if at and words.folds[at - 1] in lexicon.titles and words.joined[at]:
        role = Span(words.starts[at - 1], words.ends[at - 1] + words.gaps[at].startswith("."))
        return make(words, at, end, "person", TITLE, role), end
    if end - at > 1 and is_given(inner[0], lexicon) and inner[-1] not in lexicon.ends and end - at <= _PERSON + 2:
        return _person(words, at, end, TITLE, lexicon), end
    if lexicon.nouns_capitalised and end - at == 1 and _is_compound(inner[0], lexicon):
        return make(words, at, end, "organisation", HEAD), end
    head = next((k for k in range(at, end) if words.folds[k] in lexicon.heads), None)
    if head is not None:
        stop = end if alone else max(end, organisation_end(words, head, at, lexicon))
        return make(words, at, stop, "organisation", HEAD if stop - at > 1 else LOOK), stop
    if inner[-1] in lexicon.ends and end - at > 1:
        return make(words, at, end, "organisation", HEAD), end
    return _by_surroundings(words, at, end, lexicon), end


def _is_compound(word: str, lexicon: Lexicon) -> bool:
    """A name and the head of a body behind a hyphen, in languages that write them so (the Lund-University)."""
    first, _, last = word.rpartition("-")
    return (
        last in lexicon.all.heads and len(first) > 1 and first not in lexicon.common and first not in lexicon.demonyms
    )


def _without_neighbours(words: Words, skip: _Skip, end: int, lexicon: Lexicon) -> Range:
    """The name alone, without another one before or behind it in the run, and without common words behind it."""
    at = skip.at
    if end - at == 1:
        return at, end
    if skip.role is not None:
        return _behind_complement(words, at, end, lexicon), end
    given = _given_inside(words, skip, end, lexicon)
    if given is not None and begins(words, at) and not _stands_alone(words, at, lexicon):
        at = given
    elif given is not None:
        end = given
    common = (k for k in range(at + 1, end) if words.folds[k] in lexicon.common and len(words.folds[k]) > 1)
    return at, next(common, end)


def _given_inside(words: Words, skip: _Skip, end: int, lexicon: Lexicon) -> int | None:
    """Where a person begins inside the run, if what stands before has its capital for another reason."""
    if is_given(words.folds[skip.at], lexicon):
        return None
    given = (k for k in range(skip.at + 1, end - 1) if is_given(words.folds[k], lexicon) and words.capital[k])
    at = next(given, None)
    if at is None or (words.folds[skip.at] in lexicon.all.heads and not _has_role(words, skip.at, lexicon)):
        return None
    other = begins(words, skip.at) or lexicon.nouns_capitalised is None
    return at if other or all(_stands_alone(words, k, lexicon) for k in range(skip.at, at)) else None


def _behind_complement(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins behind a role and its complement: "Minister van Justitie Els de Bruyn"."""
    word = words.folds[at]
    if word in lexicon.all.heads or word in lexicon.links or word in lexicon.portfolios:
        given = (k for k in range(at + 1, end - 1) if is_given(words.folds[k], lexicon) and words.capital[k])
        return next(given, at)
    return at


def _has_role(words: Words, at: int, lexicon: Lexicon) -> bool:
    """The body or its acronym is part of a role that stands before a name ("spokesman of the MoD Adam Reed")."""
    told_of = at > 0 and words.joined[at] and not words.capital[at - 1] and words.folds[at - 1] in lexicon.roles
    return told_of or is_acronym(words.forms[at])


def _stands_alone(words: Words, at: int, lexicon: Lexicon) -> bool:
    """A party, a town or an office that stands before a person's name without a mark between."""
    known = known_at(words, at, lexicon) is not None or words.folds[at] in lexicon.portfolios
    return known or _has_role(words, at, lexicon)


def _by_surroundings(words: Words, at: int, end: int, lexicon: Lexicon) -> Found:
    """Kind by what stands beside the name, else by its look."""
    inner, first = words.folds[at:end], words.forms[at]
    place = inner[-1] in lexicon.place_ends and end - at > 1
    if place or any(map(inner[0].__contains__, lexicon.place_parts)):
        return make(words, at, end, "place", HEAD)
    if told(words, at, lexicon.all.heads, lexicon):
        return make(words, at, end, "organisation", HEAD)
    if told(words, at, lexicon.place_heads, lexicon) or _linked_to(words, at, lexicon):
        return make(words, at, end, "place", BESIDE)
    if not lexicon.world.bound.isdisjoint(inner[1:]):
        return _person(words, at, end, HEAD, lexicon)
    acronym = end - at == 1 and is_acronym(first)
    if not acronym and (
        role_before(words, at, lexicon) is not None or (role_behind(words, end, lexicon) and end - at > 1)
    ):
        return _person(words, at, end, BESIDE, lexicon)
    if not acronym and " ".join(inner).startswith(lexicon.place_beginnings):
        return make(words, at, end, "place", LOOK)
    before = at > 0 and words.joined[at] and (not words.capital[at - 1] or begins(words, at - 1))
    if before and words.folds[at - 1] in lexicon.place_prepositions:
        return make(words, at, end, "place", LOOK)
    if _before_role(words, end, lexicon) and end - at == 1:
        return make(words, at, end, "organisation", BESIDE)
    if end - at == 1 and (inner[0] in lexicon.world.given or inner[0] in lexicon.world.surnames):
        return _person(words, at, end, LOOK, lexicon)
    if end - at == 1 and inner[0].endswith(lexicon.place_endings):
        return make(words, at, end, "place", GUESS)
    if acronym:
        return make(words, at, end, "organisation", BESIDE)
    if not (lexicon.world.links - lexicon.world.particles).isdisjoint(inner):
        return make(words, at, end, "organisation", GUESS)
    if end - at > 1 and end - at <= _PERSON and not any(map(is_acronym, words.forms[at:end])):
        return _person(words, at, end, GUESS, lexicon)
    inside = any(letter.isupper() for letter in first[1:]) and "-" not in first
    if not inside and end - at == 1 and at and words.folds[at - 1] in lexicon.place_articles and words.joined[at]:
        return make(words, at, end, "place", GUESS)
    guess = make(words, at, end, "organisation" if inside else None, GUESS)
    subject = end < words.size and words.joined[end] and words.folds[end] in lexicon.verbs_behind
    return guess._replace(initial=guess.initial and not subject)


def _before_role(words: Words, end: int, lexicon: Lexicon) -> bool:
    """In languages that put the head last, a body stands before the role: "a Railnet spokesman"."""
    small = end < words.size and words.joined[end] and not words.capital[end]
    return bool(lexicon.late_heads) and small and words.folds[end] in lexicon.roles


def _linked_to(words: Words, at: int, lexicon: Lexicon) -> bool:
    """A head word of places and a link stand before: "the town of X"."""
    k = at - 1
    while k >= 0 and at - k < 4 and words.folds[k] in lexicon.links and words.joined[k + 1] and not words.capital[k]:
        k -= 1
    head = words.folds[k] in lexicon.place_heads or words.folds[k] in lexicon.place_roles
    return 0 <= k < at - 1 and head and words.joined[k + 1]


def _person(words: Words, at: int, end: int, weight: float, lexicon: Lexicon) -> Found:
    """A person, with the role that stands before or behind the name."""
    before = role_before(words, at, lexicon)
    if before is not None:
        return make(words, at, end, "person", max(weight, BESIDE), Span(words.starts[before], words.ends[at - 1]))
    behind = role_behind(words, end, lexicon)
    role = Span(words.starts[behind[0]], words.ends[behind[1] - 1]) if behind else None
    return make(words, at, end, "person", weight, role)


def acronyms_explained(text: str, found: list[Found]) -> list[Found]:
    """Give an acronym in brackets the kind of the name before it; behind a person stands a party or a country."""
    result = found[:]
    for index, (before, one) in enumerate(pairwise(found), 1):
        if text[one.start - 1] != "(" or not before.kind or len(before.key) < 2:
            continue
        acronym = text[one.start : one.end]
        if text[before.end : one.start] not in {" (", "\u00a0("} or not is_acronym(acronym):
            continue
        person = before.kind == "person" and not (before.weight < HEAD and _has_initials(before.key, acronym))
        if not person:
            kind: NameKind = "organisation" if before.kind == "person" else before.kind
            result[index - 1] = before._replace(kind=kind, weight=max(before.weight, HEAD), role=None)
            result[index] = one._replace(kind=kind, weight=HEAD)
        elif one.weight < KNOWN:
            result[index] = one._replace(kind="organisation", weight=HEAD)
    return result


def _has_initials(key: tuple[str, ...], acronym: str) -> bool:
    return "".join(word[:1] for word in key).startswith(folded(acronym)[:2])

"""Article → its names: each occurrence judged by its surroundings, then all occurrences of a name agree on a kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress
from operator import not_

from recoupe.annotate.names.found import BESIDE, GUESS, HEAD, KNOWN, LOOK, Found
from recoupe.annotate.names.kinds import acronyms_explained, found_in
from recoupe.annotate.names.tokens import Words, is_acronym, words_of
from recoupe.annotate.names.uncased import names_without_capitals
from recoupe.annotate.names.words import Lexicon, lexicon, phrase, with_article
from recoupe.lang import Language
from recoupe.model import Article, Name, NameKind
from recoupe.text.words import folded

Key = tuple[str, ...]
# Share of words inside sentences that have a capital from which on we take it that nouns have one. French and English
# news have 0.06 to 0.15, German 0.3 to 0.4 (benchmark stories).
_NOUNS = 0.22
_ARTICLE = re.compile(r"(?<!\w)(\w{1,4})[ \u00a0'’]$")
# An acronym is spelt out within so many words before it.
_SPELT_OUT = 14
# A last name in another case keeps so many letters at least, and changes so many at its end at most.
_STEM, _ENDING = 4, 2


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Persons, organisations, places and outlets named in headline, subheads, captions and body."""
    lex, text = lexicon(language), article.text
    sentences = _sentences(article, lex)
    quiet = [words for words in sentences if not words.loud]
    small = {word for words in quiet for word in compress(words.folds, map(not_, words.capital))}
    nouns = _nouns_capitalised(quiet) if lex.nouns_capitalised is None else lex.nouns_capitalised
    found = [one for words in quiet for one in _found(text, words, lex)]
    found = [trimmed for one in found if (trimmed := _trimmed(text, one, small, lex))]
    kinds = _settle(found, article, small, lex, nouns)
    found += [one for words in sentences if words.loud for one in _repeated(words, kinds, lex)]
    named = [*_credited(article), *(one.key for one in found if one.kind == "outlet")]
    titled = with_article(named, lex.outlet_articles)
    names = [_name(text, one, kinds, titled, lex) for one in found if one.key in kinds]
    return _without_overlap([*names, *names_without_capitals(article, lex, language)])


def _sentences(article: Article, lex: Lexicon) -> list[Words]:
    headings = [region for region in article.regions if region.kind in {"headline", "subhead"}]
    starts = [region.start for region in headings]
    found = []
    for span in article.sentences:
        last = bisect_right(starts, span.start) - 1
        heading = last >= 0 and span.start < headings[last].end
        found.append(words_of(article.text, span, lex, heading=heading))
    return found


def _found(text: str, words: Words, lex: Lexicon) -> list[Found]:
    found = acronyms_explained(text, list(found_in(words, lex)))
    return [*found, *_spelt_out(words, found)]


def _nouns_capitalised(sentences: list[Words]) -> bool:
    inner = [capital for words in sentences for capital in words.capital[1:]]
    return sum(inner) > _NOUNS * len(inner)


def _trimmed(text: str, one: Found, small: set[str], lex: Lexicon) -> Found | None:
    """The name without a first word that has its capital from the start of the sentence only."""
    if not one.initial or one.weight > GUESS or one.key[0] not in small or one.key[0] in lex.world.given:
        return one
    rest = text[one.start : one.end].partition(" ")
    if len(one.key) < 2 or not rest[2]:
        return None
    kind = one.kind if len(one.key) > 2 else None
    start = one.start + len(rest[0]) + 1
    return one._replace(start=start, key=one.key[1:], kind=kind, initial=False)


def _spelt_out(words: Words, found: list[Found]) -> Iterator[Found]:
    """Small words before an acronym in brackets that begin with its letters: its long form."""
    if " (" not in words.gaps:
        return
    taken = {start for one in found for start in range(one.start, one.end)}
    for index, form in enumerate(words.forms):
        if not (words.gaps[index] == " (" and is_acronym(form)):
            continue
        start = _expansion(words, index, form.lower())
        if start is not None and not any(at in taken for at in words.starts[start:index]):
            key = tuple(words.folds[start:index])
            yield Found(words.starts[start], words.ends[index - 1], key, "organisation", HEAD)


def _expansion(words: Words, index: int, letters: str) -> int | None:
    """Where the words begin whose first letters are those of the acronym at `index`; words left out are short."""
    at, left = index - 1, len(letters) - 1
    while left >= 0 and at >= 0 and index - at <= _SPELT_OUT and (at == index - 1 or words.joined[at + 1]):
        if words.folds[at].startswith(folded(letters[left])):
            left -= 1
        elif len(words.forms[at]) > 3:
            return None
        at -= 1
    return at + 1 if left < 0 and index - at > 2 else None


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Votes for the kind of each written form, its own and those it has from longer forms."""

    own: dict[Key, dict[NameKind, float]]
    inherited: dict[Key, dict[NameKind, float]]


def _settle(found: list[Found], article: Article, small: set[str], lex: Lexicon, nouns: bool) -> dict[Key, NameKind]:
    """The kind of each form: the one with most votes; forms that nothing shows to be a name are left out.

    With `nouns`, where nouns have capitals, only those count that more than a capital and a preposition shows.
    """
    kinds = _Kinds({}, {})
    for one in found:
        own = kinds.own.setdefault(one.key, {})
        if one.kind:
            # The look of a name does not get surer by repetition, reasons do.
            before = own.get(one.kind, 0.0)
            own[one.kind] = max(before, one.weight) if one.weight <= LOOK else before + one.weight
        for part, weight in _parts(one, lex) if one.weight > GUESS or not nouns else ():
            _vote(kinds.inherited, part, one.kind, weight)
    for outlet in _credited(article):
        _vote(kinds.inherited, outlet, "outlet", KNOWN)
        for part in _outlet_parts(outlet, lex):
            _vote(kinds.inherited, part, "outlet", BESIDE)
    inside = {one.key for one in found if not one.initial}
    least = LOOK if nouns else GUESS * 1.5
    judged = ((key, _kind(key, kinds, LOOK if small.issuperset(key) else least)) for key in kinds.own)
    sure = {key: kind for key, kind in judged if kind}
    if nouns:
        return sure
    guessed = {key: _guess(key, kinds.own[key]) for key in kinds.own if _may_guess(key, key in inside, small)}
    return guessed | _inflected(guessed, sure) | sure


def _vote(votes: dict[Key, dict[NameKind, float]], key: Key, kind: NameKind | None, weight: float) -> None:
    if kind:
        mine = votes.setdefault(key, {})
        mine[kind] = max(mine.get(kind, 0.0), weight)


def _kind(key: Key, kinds: _Kinds, least: float) -> NameKind | None:
    """The kind with most votes, if they are more than the least."""
    votes = dict(kinds.own[key])
    for kind, weight in kinds.inherited.get(key, {}).items():
        votes[kind] = votes.get(kind, 0.0) + weight
    best = max(votes, key=lambda kind: (votes[kind], kind), default=None)
    return best if best and votes[best] > least else None


def _may_guess(key: Key, inside: bool, small: set[str]) -> bool:
    """A capital inside a sentence on a word that never stands without one is a name, if nothing says more."""
    if len(key) == 1:
        return inside and key[0] not in small and len(key[0]) > 1
    return not small.issuperset(key)


def _guess(key: Key, votes: dict[NameKind, float]) -> NameKind:
    return max(votes, key=lambda kind: (votes[kind], kind), default="organisation")


def _inflected(guessed: Iterable[Key], sure: dict[Key, NameKind]) -> dict[Key, NameKind]:
    """Single words that are a person's last name but for the ending."""
    people = {key[-1] for key, kind in sure.items() if kind == "person"}
    stems = {name[:end] for name in people for end in range(max(_STEM, len(name) - _ENDING), len(name) + 1)}
    return {
        key: "person"
        for key in guessed
        if len(key) == 1 and any(key[0][:end] in stems for end in range(max(_STEM, len(key[0]) - _ENDING), len(key[0])))
    }


def _parts(one: Found, lex: Lexicon) -> Iterator[tuple[Key, float]]:
    """Shorter forms that a longer name may take later on."""
    if len(one.key) < 2:
        yield from (((one.key[0].partition("-")[0],), LOOK) for _ in range(one.kind == "place" and "-" in one.key[0]))
    elif one.kind == "person":
        weight = BESIDE if one.weight > GUESS else GUESS
        yield (one.key[-1],), weight + BESIDE
        yield from ((part, weight) for part in (one.key[1:], (one.key[0],)))
    elif one.kind == "outlet":
        yield from ((part, BESIDE) for part in _outlet_parts(one.key, lex))
    elif one.kind == "organisation" and one.key[0] not in lex.all.general:
        yield (one.key[0],), BESIDE
        if len(one.key) > 2 and one.key[-1] in lex.ends:
            yield one.key[:-1], BESIDE


def _outlet_parts(key: Key, lex: Lexicon) -> Iterator[Key]:
    """`The Echo` and `Echo` of `The Echo of the Hills`."""
    words = key[1:] if key[0] in lex.outlet_articles | lex.stop else key
    if words and len(words) < len(key):
        yield words
    if len(words) > 1 and words[0] not in lex.world.given and not _begins_other(words[0], lex):
        yield words[:1]


def _begins_other(word: str, lex: Lexicon) -> bool:
    """Whether a known name is this word, or one that is no outlet begins with it."""
    return any(len(known) == 1 or kind != "outlet" for known, kind in lex.world.known.get(word, ()))


def _credited(article: Article) -> Iterator[Key]:
    names = [*([article.publisher.name] if article.publisher else []), *article.agencies]
    return (key for name in names if (key := phrase(name)))


def _repeated(words: Words, kinds: dict[Key, NameKind], lex: Lexicon) -> Iterator[Found]:
    """Names in a line whose capitals say nothing: those that stand elsewhere in the article, and known ones."""
    by_first: dict[str, list[Key]] = {}
    for key in sorted(kinds, key=lambda key: (-len(key), key)):
        by_first.setdefault(key[0], []).append(key)
    at = 0
    while at < words.size:
        keys = by_first.get(words.folds[at], []) if words.capital[at] else []
        key = next((key for key in keys if tuple(words.folds[at : at + len(key)]) == key), ())
        if key:
            yield Found(words.starts[at], words.ends[at + len(key) - 1], key, kinds[key], LOOK)
        at += len(key) if key else 1


def _name(text: str, one: Found, kinds: dict[Key, NameKind], titled: frozenset[Key], lex: Lexicon) -> Name:
    kind = kinds[one.key]
    start, end = one.start, one.end
    before = _ARTICLE.search(text, max(0, start - 6), start) if kind == "outlet" else None
    if before and before.group(1)[0].isupper():
        whole = (folded(before.group(1)), *one.key)
        start = before.start() if whole in titled or whole in lex.world.titled else start
    if len(one.key) > 1 and len(one.key[-1]) == 1 and one.key[-1].isalpha() and text[end : end + 1] == ".":
        end += 1
    return Name(start, end, kind, one.role if kind == "person" else None)


def _without_overlap(names: Iterable[Name]) -> tuple[Name, ...]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end, name.kind)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)

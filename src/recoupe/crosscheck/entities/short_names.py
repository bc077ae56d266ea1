"""Short forms of bodies, outlets and places → links to the long ones: outer words, acronyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.annotate.names.words import lexicon
from recoupe.crosscheck.entities.forms import Form, Word
from recoupe.crosscheck.entities.same_name import Link, link
from recoupe.lang import load
from recoupe.model import Article

# Acronyms have 2 to 8 letters; two fit too many names unless the text itself puts them in brackets.
_LONGEST_ACRONYM = 8
_LEAST_INITIALS = 3
# A shorter word is no name by itself.
_LEAST_SHORT = 4
# ... or, where it is the end of a longer name, alone. Below stand common words.
_LEAST_LAST = 5
# What a body bears as its own is a name of two words or more: one may be the town.
_LEAST_BORNE = 2
# A place is called by its first words if it has so many.
_LEAST_PLACE = 3
# Where a name stands that the text need not introduce: its own publisher, a source already resolved.
_KNOWN = -1
# What may stand between a name and its acronym, in either order: `Office of Data (OD)`, `OD, the Office of Data`.
_BRACKET = re.compile(r"[\s\u00a0]?[\"\u00bb\u201d]?[\s\u00a0]?[(\[\uff08][\s\"\u00ab\u201c]{0,2}")
_LONGEST_GAP = 6


def outer_words(forms: Sequence[Form], articles: Sequence[Article]) -> list[Link]:
    """Bodies, outlets and places called by the outer words of their names: the Ledger for the Northern Ledger."""
    bodies = [form for form in forms if form.kind != "person"]
    first = _first_places(bodies, articles)
    by_part = defaultdict(list)
    for form in bodies:
        for part in _outer_parts(form):
            by_part[part].append(form)
    found = []
    for short in bodies:
        found_longer = [form for form in by_part[_key(short.words)] if _may_shorten(short, form, first)]
        # The same word begins another name in another language.
        longer = [form for form in found_longer if form.languages & short.languages] or found_longer
        if longer and _one_name(longer):
            found.append(link(short, min(longer, key=lambda f: (-len(f.mentions), f.key)), "short-form"))
    return found


def _outer_parts(form: Form) -> set[str]:
    # Of two words, the second makes another place of the first: London Stansted; Bourg is Bourg-sur-Lize.
    if form.kind == "place" and len(form.words) < _LEAST_PLACE:
        return set()
    # Before a head that stands last, the first words tell whose body it is (the Danish navy).
    owned = any(form.words[-1].folded in lexicon(load(language)).late_heads for language in form.languages)
    starts = set() if owned else {_key(form.words[:end]) for end in range(1, len(form.words))}
    ends = {_key(form.words[start:]) for start in range(1, len(form.words))}
    return starts | (ends if form.kind != "place" and form.sure else set())


def _key(parts: Sequence[Word]) -> str:
    return " ".join(w.key for w in parts)


def _first_places(forms: Sequence[Form], articles: Sequence[Article]) -> dict[tuple[str, str], int]:
    """(form, article) → where the form first stands below the headline, which is written last and often short."""
    below = {a.id: max((r.end for r in a.regions if r.kind == "headline"), default=0) for a in articles}
    first: dict[tuple[str, str], int] = {}
    for form in forms:
        for mention in form.mentions:
            start = mention.span.start if mention.span else _KNOWN
            if start == _KNOWN or start >= below[mention.article]:
                place = (form.key, mention.article)
                first[place] = min(start, first.get(place, start))
    return first


def _may_shorten(short: Form, long: Form, first: Mapping[tuple[str, str], int]) -> bool:
    """A short form stands for a long one that the article has introduced before it; a place is no body.

    Where no article has both, the first words are enough, since the articles tell one story; so is the last one, if it
    is the more frequent name, and the words before it tell the trade (bureau Lund).
    """
    if sum(len(word.folded) for word in short.words) < _LEAST_SHORT:
        return False
    if _bears(long, short):
        return True
    if short.kind != long.kind and "place" in (short.kind, long.kind):
        return False
    together = sorted(short.articles & long.articles)
    places = [(first.get((long.key, a)), first.get((short.key, a))) for a in together]
    introduced = [x is not None and (y is None or x < y or x == _KNOWN) for x, y in places]
    if introduced:
        return 2 * sum(introduced) >= len(introduced)
    begins = [w.key for w in long.words[: len(short.words)]] == [w.key for w in short.words]
    return begins or (len(_key(short.words)) >= _LEAST_LAST and len(short.mentions) >= len(long.mentions))


def _bears(body: Form, name: Form) -> bool:
    """Whether the name stands right behind the body's head, as its own (hospital Saint-Roch), not as where it is."""
    size = len(name.words)
    if body.kind != "organisation" or size < _LEAST_BORNE or _key(body.words[-size:]) != _key(name.words):
        return False
    heads = (lexicon(load(language)).heads for language in body.languages)
    return any(body.words[-size - 1].folded in known for known in heads)


def without_middle(forms: Sequence[Form]) -> list[Link]:
    """Bodies whose head and last word are those of one longer name (the court of X, the criminal court of X)."""
    by_ends = defaultdict(list)
    for form in forms:
        if form.kind == "organisation" and len(form.words) > 1 and _has_head(form):
            by_ends[form.words[0].key, form.words[-1].key].append(form)
    found = []
    for _, group in sorted(by_ends.items()):
        longest = max(group, key=lambda form: (len(form.words), form.key))
        if _one_name(group):
            found += [link(form, longest, "short-form") for form in group if len(form.words) < len(longest.words)]
    return found


def _has_head(form: Form) -> bool:
    return any(form.words[0].folded in lexicon(load(language)).heads for language in form.languages)


def _one_name(longer: Sequence[Form]) -> bool:
    """Whether all the long forms are the longest of them with words left out, so that they are one name."""
    longest = max(longer, key=lambda f: (len(f.words), f.key))
    words = {word.key for word in longest.words}
    return all(words.issuperset(word.key for word in form.words) for form in longer)


def acronyms(forms: Sequence[Form], articles: Sequence[Article]) -> list[Link]:
    """Acronyms that the text puts in brackets, or whose letters are the initials of exactly one name of the story."""
    short = [form for form in forms if _is_acronym(form.mentions[0].core)]
    long = [form for form in forms if len(form.words) > 1 and form.kind != "person"]
    bracketed = _bracketed(short, long, {a.id: a.text for a in articles})
    by_initials = defaultdict(list)
    for form in long:
        for initials in _initials(form):
            by_initials[initials].append(form)
    found = list(bracketed.values())
    for form in short:
        named = by_initials[form.key] if len(form.key) >= _LEAST_INITIALS and form.key not in bracketed else []
        if len(named) == 1:
            found.append(link(form, named[0], "acronym"))
    return found


def _is_acronym(core: str) -> bool:
    return core.isalnum() and 1 < len(core) <= _LONGEST_ACRONYM and sum(map(str.isupper, core)) > len(core) / 2


def _initials(form: Form) -> set[str]:
    """Initials of all words, and of the words that are longer than an article or a preposition usually is."""
    letters = [w.folded[:1] for w in form.words]
    content = [w.folded[:1] for w in form.words if len(w.folded) > 3 or w is form.words[0]]
    return {"".join(letters), "".join(content)}


def _bracketed(short: Sequence[Form], long: Sequence[Form], texts: Mapping[str, str]) -> dict[str, Link]:
    """Acronym → link, for every acronym that stands in brackets behind a long form, or a long form behind it."""
    ends = {(m.article, m.span.end): form for form in (*short, *long) for m in form.mentions if m.span}
    found = {}
    for form in (*short, *long):
        for mention in form.mentions:
            before = _before_bracket(texts[mention.article], mention.span.start) if mention.span else []
            other = next((ends[mention.article, end] for end in before if (mention.article, end) in ends), None)
            if other and _abbreviates(*sorted((form, other), key=lambda f: len(f.words))):
                acronym = min(form, other, key=lambda f: len(f.words))
                found[acronym.key] = link(form, other, "acronym")
    return found


def _before_bracket(text: str, start: int) -> list[int]:
    """Where the text before an opening bracket may end, if one opens right before `start`."""
    widths = range(min(start, _LONGEST_GAP), 0, -1)
    return [start - width for width in widths if _BRACKET.fullmatch(text, start - width, start)]


def _abbreviates(short: Form, long: Form) -> bool:
    """Whether the letters of the short form come in the long one in the same order, beginning with its first."""
    if len(short.words) != 1 or len(long.words) < 2 or not short.key or short.key[0] != long.key[0]:
        return False
    rest = iter("".join(w.folded for w in long.words))
    return all(letter in rest for letter in short.key)

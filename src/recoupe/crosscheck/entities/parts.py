"""Mentions → more of them: places inside names of bodies, a body by its head alone, a person by the office alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from recoupe.annotate.names.words import Lexicon, lexicon
from recoupe.crosscheck.entities.mentions import Mention, bare
from recoupe.lang import Language, load
from recoupe.model import Article, NameKind, Span
from recoupe.text.keys import loose_key
from recoupe.text.normal import fold
from recoupe.text.words import words
from recoupe.world.places import place_names

# Words of the longest name of a place that is looked for inside another name.
_LONGEST = 3
# A word that ends like an adjective is one from this length on.
_ADJECTIVE = 5
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def inner_places(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Places in the names of bodies (the embassy of X) that are named as a place elsewhere, or that lists know."""
    cores = {m.core for m in mentions if m.kind == "place"}
    named, sounds = set(map(fold, cores)), {loose_key(core) for core in cores} - {""}
    for mention in mentions:
        if mention.kind in ("organisation", "outlet") and mention.span:
            yield from _places_in(mention, named, sounds, load(mention.language))


def _places_in(mention: Mention, named: Set[str], sounds: Set[str], language: Language) -> Iterator[Mention]:
    words, listed = mention.core.split(), place_names(mention.language)
    for start in range(1, len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            part = bare(" ".join(words[start:end]), language)
            if part[:1].islower():
                continue
            if (folded := fold(part)) in named or folded in listed or loose_key(part) in sounds:
                yield Mention(mention.article, mention.language, None, part, (part,), "place")
                if end == len(words):
                    yield from _without_place(mention, words[:start], language)
                break
    if len(words) == 1 and language.names.boundaries:
        starts = (words[0][:end] for end in range(len(words[0]) - 1, 1, -1))
        if first := next((start for start in starts if fold(start) in named or fold(start) in listed), None):
            yield Mention(mention.article, mention.language, None, first, (first,), "place")


def _without_place(mention: Mention, words: Sequence[str], language: Language) -> Iterator[Mention]:
    """The body without the place at its end, if what is left has a name of its own (hospital Saint-Roch of X)."""
    lex = lexicon(language)
    left = [*words]
    while left and fold(left[-1]) in lex.links:
        left.pop()
    name = " ".join(left)
    if 1 < len(left) < len(words) and left[-1][0].isupper() and fold(left[-1]) not in lex.portfolios:
        yield Mention(mention.article, mention.language, None, name, (name,), mention.kind)


def heads_alone(mentions: Sequence[Mention], articles: Sequence[Article]) -> Iterator[Mention]:
    """`The ministry`, where the story has one ministry only in this language."""
    by_language: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_language[load(article.language).code].append(article)
    for code, own in sorted(by_language.items()):
        bodies = {m.core for m in mentions if m.language == code and m.kind == "organisation"}
        language = load(code)
        heads = _heads(sorted(bodies), lexicon(language))
        pattern = _pattern([head for head, names in heads.items() if _is_one(names)], language)
        if pattern:
            for article in own:
                yield from _alone(article, pattern, language, "organisation")


def _heads(bodies: Sequence[str], lex: Lexicon) -> Mapping[str, list[list[str]]]:
    """Head as the name has it → the folded words of all names with it."""
    heads: defaultdict[str, list[list[str]]] = defaultdict(list)
    for body in bodies:
        words = body.split()
        folds = [fold(word) for word in words]
        small = next((k for k, word in enumerate(words) if k and _ends_head(word, lex)), len(words))
        found = {" ".join(words[:end]) for end in (1, small)} if folds[0] in lex.heads else set()
        if folds[-1] in lex.late_heads:
            found = {words[-1]}
        for head in found if len(words) > 1 else ():
            heads[head.lower()].append(folds)
    return heads


def _ends_head(word: str, lex: Lexicon) -> bool:
    return word[0].isupper() or not word.isalpha() or fold(word) in lex.links


def _is_one(names: Sequence[list[str]]) -> bool:
    """Whether all names are the longest of them, words left out."""
    longest = set(sorted(names, key=lambda words: (-len(words), words))[0])
    return all(longest.issuperset(words) for words in names)


def offices_alone(mentions: Sequence[Mention], articles: Sequence[Article]) -> Iterator[Mention]:
    """Where articles name an office that a person of the story holds, and no person and no place with it."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.role and (office := office_of(mention.role.text, load(mention.language))):
            held[mention.language].add(office)
    for article in articles:
        language = load(article.language)
        pattern = _pattern(sorted(held[language.code]), language)
        if pattern:
            yield from _alone(article, pattern, language, "person")


def office_of(role: str, language: Language) -> str | None:
    """The word of a role that is an office."""
    known = _offices(language)
    found = (role[word.start : word.end] for word in words(role) if word.folded in known)
    return next((word.lower() for word in found), None)


@cache
def _offices(language: Language) -> Set[str]:
    """Offices of one word: those of a place, and those in the lists of functions (`field.function: words`)."""
    listed = (name.strip() for line in language.comparison.functions for name in line.partition(":")[2].split(","))
    return lexicon(language).place_roles | {fold(name) for name in listed if " " not in name}


def _pattern(heads: Sequence[str], language: Language) -> re.Pattern[str] | None:
    """Finds these words behind an article; None where the language has none."""
    determiners = language.comparison.determiners
    if not heads or not determiners:
        return None
    leading = "|".join(
        re.escape(d[:-1]) + "['\u2019]" if d.endswith("'") else re.escape(d) + "[ \u00a0]"
        for d in sorted(determiners, key=lambda d: (-len(d), d))
    )
    named = "|".join(re.escape(head) for head in sorted(heads, key=lambda head: (-len(head), head)))
    return re.compile(rf"(?<!\w)(?:{leading})({named})(?![\w'\u2019-])", re.IGNORECASE)


def _alone(article: Article, pattern: re.Pattern[str], language: Language, kind: NameKind) -> Iterator[Mention]:
    """Mentions of what the pattern finds, where it is no part of a name or of something longer."""
    lex, text = lexicon(language), article.text
    named = [(name.start, name.end) for name in article.names]
    for match in pattern.finditer(text):
        start, end = match.span(1)
        if any(a < end and start < b for a, b in named) or _goes_on(text, end, lex):
            continue
        head = match.group(1)
        yield Mention(article.id, language.code, Span(start, end), head, (match.group(), head), kind)


def _goes_on(text: str, end: int, lex: Lexicon) -> bool:
    """Whether what follows belongs to the name, which then is another: a link, a capital, an adjective."""
    following = _NEXT.match(text, end)
    if not following:
        return False
    word = fold(following[1])
    described = len(word) >= _ADJECTIVE and word not in lex.stop and word.endswith(lex.adjective_endings or ("\n",))
    return following[1][0].isupper() or word in lex.inner_links or described

"""Article → mentions: every place where it names or describes somebody or something, and how it writes the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from recoupe.annotate.names.words import Lexicon, lexicon
from recoupe.crosscheck.entities.signed import authors, dateline_place
from recoupe.lang import Language, load
from recoupe.model import Article, Attribution, Name, NameKind, Role, Span
from recoupe.text.keys import name_key
from recoupe.text.normal import fold
from recoupe.text.words import stop_words


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming in one article. `core` is the name alone; `written` has its surface forms, article and title too."""

    article: str
    language: str
    span: Span | None
    core: str
    written: tuple[str, ...]
    kind: NameKind
    role: Role | None = None


# Punctuation around a name.
_EDGES = " \t\n.,;:!?\"'\u2019\u2018\u00ab\u00bb\u201c\u201d\u201e()[]-\u300a\u300b"
# What may stand between a role and the name that it belongs to ("the mayor, Ada Lind").
_ROLE_GAP = re.compile(r",?[ \u00a0]")
# Longest run of text that is looked at before a name for its article and title.
_BEFORE = 40
# Marks that Chinese sets around the name of a newspaper.
_TITLE_MARKS = frozenset("\u300a\u300b\u3008\u3009")
# Words before the name of an outlet that stand for its people or pages, with the link behind them.
_MOST_HOLDING = 4
# Words that are looked at: an article and up to three words between it and the name.
_MOST_LEADING = 4
# A word and one or two small ones before a name; a small word behind it.
_FEATURE = re.compile("(?<!\\w)([^\\W\\d_]{3,})((?: [^\\W\\d_]{1,4}){1,2}[ '\u2019])$")
_WORD_BEHIND = re.compile(" ([^\\W\\d_]{3,})(?!\\w)")
_APOSTROPHE = re.compile("['\u2019]")
# Names and sources come again and again in a story, as in its next article.
_CACHED = 16_384
# Longer "names" are sentences that were taken for one.
_LONGEST = 90
# Longer wordings of a source describe it and are no name for it.
_LONGEST_PHRASE = 6
# ... and, where no article leads them and they begin like a sentence, more words than this are a clause.
_LONGEST_BARE = 4
_SOURCE_KINDS: dict[str, NameKind] = {"person": "person", "organisation": "organisation", "outlet": "outlet"}


def find_mentions(article: Article) -> Iterator[Mention]:
    """All mentions of an article: its names, the sources it quotes, its agencies, publisher and authors."""
    language = load(article.language)
    for name in article.names:
        yield from _named(article, name, language)
    for attribution in article.attributions:
        yield from _source(article, attribution, language)
    for agency in article.agencies:
        yield Mention(article.id, language.code, None, bare(agency, language), (agency,), "outlet")
    if article.publisher:
        publisher = article.publisher.name
        yield Mention(article.id, language.code, None, bare(publisher, language), (publisher,), "outlet")
    for author in authors(article, language):
        yield Mention(article.id, language.code, None, bare(author, language), (author,), "person")
    if place := dateline_place(article):
        yield Mention(article.id, language.code, None, bare(place, language), (place,), "place")


def _named(article: Article, name: Name, language: Language) -> Iterator[Mention]:
    surface = article.text[name.start : name.end]
    core = bare(surface, language)
    if not core or len(core) > _LONGEST:
        return
    role = Role(article.text[name.role.start : name.role.end], article.id) if name.role else None
    written = (surface, core, *_extended(article.text, name, language))
    kind = "person" if any(is_titled(text, language) for text in written) else name.kind
    yield Mention(article.id, language.code, Span(name.start, name.end), core, written, kind, role)


def _extended(text: str, name: Name, language: Language) -> Iterator[str]:
    """The name with what stands directly before it: role, title, article, article and noun (the firm X)."""
    start = name.start
    if text[start - 1 : start] in _TITLE_MARKS and text[name.end : name.end + 1] in _TITLE_MARKS:
        yield text[start - 1 : name.end + 1]
    if name.role and name.role.end <= start and _ROLE_GAP.fullmatch(text, name.role.end, start):
        start = name.role.start
        yield text[start : name.end]
    near = _APOSTROPHE.sub("' ", text[max(0, start - _BEFORE) : start].lower()).split()[-_MOST_LEADING:]
    # Most names have nothing of the kind beside them, which is seen faster than searched for.
    if name.kind != "person":
        lex = lexicon(language)
        if not _features(language).isdisjoint(near):
            yield from _behind_feature(text, name, lex)
        if lex.late_heads and (word := _WORD_BEHIND.match(text, name.end)) and fold(word[1]) in lex.place_heads:
            yield text[name.start : word.end()]
    last = _last_words(language)
    if last.isdisjoint(near):
        return
    led = _leading(language, before=True).search(text, max(0, start - _BEFORE), start) if near[-1] in last else None
    if led:
        yield text[led.start(1) : name.end]
    elif noun := _leading(language, noun=True).search(text, max(0, start - _BEFORE), start):
        phrase = text[noun.start(1) : start]
        nouns = fold(noun.group(2)).split()
        if stop_words(language).isdisjoint(nouns):
            # An article that is one word with a preposition leaves with it: the firm X of "du fabricant X".
            if fold(phrase.split()[0]) not in lexicon(language).contractions:
                yield phrase + text[start : name.end]
            if name.kind != "person" and not lexicon(language).all.heads.isdisjoint(nouns):
                yield noun.group(2) + text[start : name.end]


def _behind_feature(text: str, name: Name, lex: Lexicon) -> Iterator[str]:
    """A place with the word for what it is before it (the valley of the X)."""
    before = _FEATURE.search(text, max(0, name.start - _BEFORE), name.start)
    head = before is not None and fold(before[1]) in lex.place_heads
    if before and head and lex.links.issuperset(fold(before[2]).replace("'", " ").split()):
        yield text[before.start() : name.end]


@cache
def _features(language: Language) -> frozenset[str]:
    """The words for what a place is, as they are written inside a sentence."""
    return frozenset(word.lower() for word in language.names.place_heads)


def _source(article: Article, attribution: Attribution, language: Language) -> Iterator[Mention]:
    """The source as a name: as it was resolved, and as the article words it where that is more than a pronoun."""
    source, span = attribution.source, attribution.source_span
    kind = _SOURCE_KINDS.get(source.kind)
    core = _named_by(source.name, kind, language)
    if not kind or not core or len(core) > _LONGEST or _is_function(source.name, language):
        return
    worded = {source.described_as or "", article.text[span.start : span.end] if span else ""}
    phrases = sorted({phrase for text in worded if (phrase := _phrase(text, language))})
    if any(is_titled(phrase, language) for phrase in phrases):
        kind = "person"
    near = [phrase for phrase in phrases if kind == "person" or _shares_word(bare(phrase, language), core)]
    kind = "outlet" if core != bare(source.name, language) else kind
    yield Mention(article.id, language.code, None, core, (source.name, *near), kind)
    for phrase in phrases:
        if phrase not in near:
            yield Mention(article.id, language.code, None, _named_by(phrase, kind, language), (phrase,), kind)


def _named_by(phrase: str, kind: NameKind | None, language: Language) -> str:
    """The name alone; the outlet behind words for its people or pages (our colleagues of X)."""
    core, lex = bare(phrase, language), lexicon(language)
    words = core.split() if kind in {"outlet", "organisation"} else []
    for at, (word, link) in enumerate(pairwise(words[:_MOST_HOLDING])):
        behind = " ".join(words[at + 2 :])
        linked = fold(link) in lex.contractions or fold(link) in lex.links
        if behind[:1].isupper() and linked and fold(word) in lex.outlet_holders:
            return behind
    return core


def _phrase(worded: str, language: Language) -> str | None:
    """How the article calls a source, without what it adds behind a comma; None for pronouns and whole clauses."""
    phrase = worded.split(",")[0].strip(_EDGES)
    core = bare(phrase, language)
    fits = 0 < len(phrase.split()) <= _LONGEST_PHRASE and bool(core)
    led = core != phrase or phrase[:1].islower() or len(phrase.split()) <= _LONGEST_BARE
    return phrase if fits and led and not _is_function(phrase, language) else None


def _shares_word(one: str, other: str) -> bool:
    return bool(set(name_key(one).split()) & set(name_key(other).split()))


@lru_cache(_CACHED)
def _is_function(text: str, language: Language) -> bool:
    """Whether the words are pronouns and articles only."""
    stop = _function_words(language)
    return all(part in stop for part in fold(text).replace("'", " ").split())


@cache
def _function_words(language: Language) -> frozenset[str]:
    return stop_words(language) | {fold(d).rstrip("'") for d in language.comparison.determiners}


@lru_cache(_CACHED)
def is_titled(text: str, language: Language) -> bool:
    """Whether the text begins with a form of address, perhaps behind an article."""
    determiner, titles = _leading(language, only="determiners").match(text), _leading(language, only="titles")
    return bool(titles.match(text) or (determiner and titles.match(text, determiner.end())))


@lru_cache(_CACHED)
def bare(surface: str, language: Language) -> str:
    """The name without articles and titles before it and a possessive behind it."""
    text = surface.strip(_EDGES)
    while (match := _leading(language).match(text)) and text[match.end() :].strip(_EDGES):
        text = text[match.end() :].strip(_EDGES)
    for ending in language.comparison.possessives:
        if fold(text).endswith(ending) and len(text) > len(ending) + 1:
            text = text[: -len(ending)]
    return " ".join(text.split())


@cache
def _leading(
    language: Language, *, before: bool = False, noun: bool = False, only: str | None = None
) -> re.Pattern[str]:
    """What may lead a name.

    Args:
        language: the language of the text.
        before: match at the end of the text, as group 1.
        noun: as `before`, an article and one to three lower-case words (group 2) between it and the name.
        only: `determiners` or `titles`; else both.
    """
    known = language.comparison
    listed = {"determiners": known.determiners, "titles": known.titles}
    words = known.determiners if noun else listed.get(only or "", (*known.determiners, *known.titles))
    pattern = "|".join(_spelling(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"
    if noun:
        return re.compile(rf"(?<!\w)((?i:{pattern})((?:[^\W\d_A-Z][\w'\u2019-]{{1,20}} ){{1,3}}))$")
    return re.compile(rf"(?<!\w)((?:{pattern}){{1,2}})$" if before else f"(?:{pattern})", re.IGNORECASE)


@cache
def _last_words(language: Language) -> frozenset[str]:
    """The last words of articles and titles, with and without a dot."""
    last = {word.lower().split()[-1] for word in (*language.comparison.determiners, *language.comparison.titles)}
    return frozenset(last | {word.rstrip(".") for word in last})


def _spelling(word: str) -> str:
    """Pattern of a leading word; typewriter and typographic apostrophes are one. A letter with a dot before another
    such letter is an initial (M. L. Smith), not a title."""
    if word.endswith("'"):
        return re.escape(word[:-1]) + "['\u2019]"
    initial = r"(?!\w\.)" if len(word) == 2 and word.endswith(".") else ""
    return re.escape(word) + ("?" if word.endswith(".") else "") + r"[ \u00a0\u202f]+" + initial

"""Language → Lexicon: the attribution section of a language file, unfolded into forms and sets to look up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from recoupe.lang import Language
from recoupe.lang.schema.speech import Attribution, Inflection, Pronouns

Form = Literal["finite", "participle", "infinitive", "gerund"]
FORMS: tuple[Form, ...] = ("finite", "participle", "infinitive", "gerund")
APOSTROPHES = "’‘\u02bc＇"
# A number with its separators, a word with the apostrophe that elides its end, or a single mark.
WORD = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d+)*|[^\W_]+(?:['’](?=\w|\Z))?|[^\w\s]|_")

Phrases = dict[str, tuple[tuple[str, ...], ...]]
SaidWords = dict[str, re.Pattern[str]]
"""What is looked for in contents, by the first word of each phrase."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a verb form: what it does (`stance`), what it takes, and the words that must follow it."""

    form: Form
    lemma: str
    stance: str
    takes: frozenset[str]
    only: str
    reflexive: bool
    rest: tuple[frozenset[str], ...]
    sources: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language file says of attribution, ready for lookup; single words in sets, phrases by first word.

    `starts` are the words that a cue can begin with, `lone_skips` those that may stand inside a verb group.
    """

    readings: dict[str, tuple[Reading, ...]]
    data: Attribution
    nouns: Phrases
    noun_kinds: dict[tuple[str, ...], str]
    generic: frozenset[str]
    anonymity: tuple[str, ...]
    content_stances: tuple[tuple[str, SaidWords], ...]
    denial_openings: Phrases
    prepositions: Phrases
    skips: Phrases
    own_phrases: tuple[str, ...]
    gerund_openers: Phrases
    breaks: Phrases
    pronouns: Phrases
    pronoun_rows: dict[tuple[str, ...], Pronouns]
    openers: frozenset[str]
    openings: tuple[str, ...]
    skip_endings: tuple[str, ...]
    participles: tuple[str, ...]
    sets: dict[str, frozenset[str]]
    starts: frozenset[str]
    lone_skips: frozenset[str]

    def has(self, key: str, word: str) -> bool:
        """Whether a word stands in a list of the section (`auxiliaries`, `definite`, ...)."""
        return word in self.sets[key]


def lower(text: str) -> str:
    """The form in which words are compared: lower case, one kind of apostrophe; offsets are kept."""
    low = text.lower()
    if len(low) != len(text):  # a dotted capital I would grow
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not low.isascii():  # four replacements take a tenth of the time of one translation table
        for apostrophe in APOSTROPHES:
            low = low.replace(apostrophe, "'")
    return low


def split_list(words: str) -> list[str]:
    """The entries of a list separated by commas, lower case."""
    return [entry for entry in (" ".join(lower(part).split()) for part in words.split(",")) if entry]


def split_words(entry: str) -> tuple[str, ...]:
    """The words of an entry, cut as texts are."""
    return tuple(WORD.findall(entry))


def phrases(entries: Iterable[str]) -> Phrases:
    """Entries by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(set(entries)):
        words = split_words(entry)
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in by_first.items()}


_SETS = (
    "auxiliaries",
    "passives",
    "negations",
    "clitics",
    "reflexives",
    "inverted",
    "homographs",
    "complementisers",
    "agent",
    "possessors",
    "addressees",
    "tellers",
    "relatives",
    "relative_objects",
    "interviews",
    "linkers",
    "own",
    "same",
    "female_titles",
    "male_titles",
    "nonsubjects",
    "object_clitics",
    "likeness",
    "opinion_prepositions",
    "reported",
    "negative_subjects",
    "post_negations",
    "male_names",
    "female_names",
    "citing",
    "emphatic",
    "denials",
)
_DETERMINERS = ("definite", "indefinite", "plural", "indefinite_plural", "possessive", "masculine", "feminine")


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, made once a process."""
    data = language.attribution
    sets = {key: _words(getattr(data, key)) for key in _SETS}
    sets |= {key: _words(getattr(data.determiners, key)) for key in _DETERMINERS}
    sets["determiner"] = frozenset().union(*(sets[key] for key in _DETERMINERS))
    roles = frozenset(map(lower, language.names.roles))
    sets["titles"] = frozenset(lower(title).rstrip(".") for title in language.names.titles) - roles
    kinds = _noun_kinds(data)
    readings, prepositions = _readings(data), phrases(_with_variants(data.prepositions, data))
    return Lexicon(
        readings=readings,
        data=data,
        nouns=phrases(" ".join(words) for words in kinds),
        noun_kinds=kinds,
        generic=_words(data.nouns.generic),
        anonymity=tuple(split_list(data.anonymity)),
        content_stances=tuple((stance, _said_words(said)) for stance, said in data.content_stances.items()),
        denial_openings=phrases(split_list(data.denial_openings)),
        prepositions=prepositions,
        skips=phrases(split_list(data.skips)),
        own_phrases=tuple(" ".join(split_words(entry)) for entry in split_list(data.own_phrases)),
        gerund_openers=phrases(split_list(data.gerund_openers)),
        breaks=phrases(split_list(data.breaks)),
        pronouns=phrases(word for row in data.pronouns for word in split_list(row.words)),
        pronoun_rows={split_words(word): row for row in data.pronouns for word in split_list(row.words)},
        openers=frozenset(split_list(data.infinitive_openers)),
        openings=_endings(data.infinitive_openers),
        skip_endings=_endings(data.skip_endings),
        participles=tuple(end for c in data.classes for end in c.participle.replace("-", "").split() if len(end) > 1),
        sets=sets,
        lone_skips=sets["negations"] | sets["clitics"] | _words(data.skips),
        starts=frozenset({*readings, *prepositions, *sets["opinion_prepositions"]}),
    )


def _said_words(entries: str) -> SaidWords:
    """Entries of a list by their first word."""
    found: dict[str, list[str]] = {}
    for entry in split_list(entries):
        found.setdefault(split_words(entry)[0], []).append(re.escape(entry).replace(r"\*", r"\w{2,20}"))
    return {first: re.compile(rf"\b(?:{'|'.join(sorted(said))})") for first, said in found.items()}


def _endings(entries: str) -> tuple[str, ...]:
    return tuple(entry[1:] for entry in split_list(entries) if entry.startswith("-"))


def _words(entries: str) -> frozenset[str]:
    """First words and single words of a list; lists of phrases are kept apart by those who need them."""
    return frozenset(entry for entry in split_list(entries))


def _with_variants(entries: str, data: Attribution) -> list[str]:
    """Each phrase, and the same with its last word contracted or elided (`of the`)."""
    found = []
    for entry in split_list(entries):
        head, _, last = entry.rpartition(" ")
        found.append(entry)
        found += [f"{head} {variant}".strip() for variant in split_list(data.variants.get(last, ""))]
    return found


def _noun_kinds(data: Attribution) -> dict[tuple[str, ...], str]:
    kinds: dict[tuple[str, ...], str] = {}
    for kind in ("insider", "anonymous", "document", "outlet", "organisation", "person"):
        for entry in split_list(getattr(data.nouns, kind)):
            kinds.setdefault(split_words(entry), kind)
    return kinds


def _readings(data: Attribution) -> dict[str, tuple[Reading, ...]]:
    merged: dict[tuple[str, str, str, tuple[str, ...]], set[str]] = {}
    for group in data.verbs:
        for lemma in split_list(group.lemmas):
            merged.setdefault((lemma, group.stance, group.only, group.sources), set()).update(group.takes)
    found: dict[str, dict[Reading, None]] = {}
    for (lemma, stance, only, sources), takes in merged.items():
        pattern = Reading("finite", lemma, stance, frozenset(takes), only, False, (), frozenset(sources))
        for word, reading in _unfold(pattern, data):
            found.setdefault(word, {})[reading] = None
    return {word: tuple(readings) for word, readings in found.items()}


def _unfold(pattern: Reading, data: Attribution) -> Iterable[tuple[str, Reading]]:
    """Every form of a lemma with the reading it gives; `pattern` holds what they share."""
    words = [part for chunk in pattern.lemma.split(" ") for part in _split_elision(chunk)]
    reflexive = words[0] in _words(data.reflexives) and len(words) > 1
    verb, rest = (words[1], words[2:]) if reflexive else (words[0], words[1:])
    following = tuple(_alternatives(word, data) for word in rest)
    for form in FORMS:
        for word in _inflected(verb, form, data):
            yield word, replace(pattern, form=form, lemma=verb, reflexive=reflexive, rest=following)


def _split_elision(chunk: str) -> tuple[str, ...]:
    return (chunk,) if "|" in chunk else split_words(chunk)


def _alternatives(word: str, data: Attribution) -> frozenset[str]:
    options = word.split("|")
    return frozenset(
        [*(split_words(o)[0] for o in options), *(v for o in options for v in split_list(data.variants.get(o, "")))]
    )


def _inflected(verb: str, form: Form, data: Attribution) -> frozenset[str]:
    """All forms of one kind: those of the class, and those that the file lists for the verb."""
    found: set[str] = {verb} if form == "infinitive" else set()
    fitting = [c for c in data.classes if c.lemma == "-" or verb.endswith(c.lemma)]
    if fitting:
        best = max(fitting, key=lambda c: len(c.lemma.strip("-")))
        stem = verb.removesuffix(best.lemma.strip("-"))
        found |= {stem + ending.strip("-") for ending in getattr(best, form).split()}
    listed: Inflection | None = data.forms.get(verb)
    return frozenset(found | set(getattr(listed, form).split() if listed else ()))

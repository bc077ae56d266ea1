"""Language → Lexicon: the attribution section of a language file, unfolded into forms and sets to look up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from recoupe.lang import Language
from recoupe.lang.schema.speech import Attribution, Inflection, Pronouns
from recoupe.text.scripts import UNSPACED_CHARS

Form = Literal["finite", "participle", "infinitive", "gerund"]
FORMS: tuple[Form, ...] = ("finite", "participle", "infinitive", "gerund")
# Marks that are compared as one: apostrophes, and the marks of Arabic, Chinese and Japanese as those of Latin script.
_MARKS = {
    "'": "\u2019\u2018\u02bc\uff07",
    ",": "\u060c\uff0c\u3001",
    ";": "\u061b\uff1b",
    "?": "\u061f\uff1f",
    ":": "\uff1a",
    ".": "\u3002\u06d4",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}
_MARK_OF = {other: mark for mark, others in _MARKS.items() for other in others}
_FOREIGN = re.compile(f"[{''.join(_MARKS.values())}]")
# A number with its separators; a letter of a script without spaces; a word with its vowel signs and the apostrophe that
# elides its end; or a single mark.
WORD = re.compile(
    rf"\d+(?:[.,\u00a0\u202f' ]\d+)*|[{UNSPACED_CHARS}]"
    rf"|[^\W_{UNSPACED_CHARS}]+(?:[\u0300-\u036f\u064b-\u065f\u0670][^\W_{UNSPACED_CHARS}]*)*(?:['\u2019](?=\w|\Z|[\u00ab\u201c\u201e]|\"\w))?"
    r"|[^\w\s]|_"
)

Phrases = dict[str, tuple[tuple[str, ...], ...]]
SaidWords = dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
"""First word of a phrase → the stances that phrases tell which begin with it, and their patterns."""


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

    `heads` are nouns and pronouns, `starts` the words that a cue can begin with, `adpositions` those that are no verbs;
    `followers` has the words one of which must follow a verb, if any must; `skip_ends` end a phrase of adverbs, and
    `lone_skips` may stand inside a verb group.
    """

    readings: dict[str, tuple[Reading, ...]]
    data: Attribution
    nouns: Phrases
    noun_kinds: dict[tuple[str, ...], str]
    generic: frozenset[str]
    anonymity: tuple[str, ...]
    content_stances: SaidWords
    denial_openings: Phrases
    prepositions: Phrases
    preposition_ends: Phrases
    informants: Phrases
    as_saying: Phrases
    namers: Phrases
    skips: Phrases
    own_phrases: tuple[str, ...]
    gerund_openers: Phrases
    breaks: Phrases
    back_phrases: Phrases
    likeness: Phrases
    pronouns: Phrases
    heads: Phrases
    pronoun_rows: dict[tuple[str, ...], Pronouns]
    openers: frozenset[str]
    openings: tuple[str, ...]
    skip_endings: tuple[str, ...]
    definite_prefixes: tuple[str, ...]
    future_endings: tuple[str, ...]
    participles: tuple[str, ...]
    sets: dict[str, frozenset[str]]
    starts: frozenset[str]
    adpositions: frozenset[str]
    followers: dict[str, frozenset[str]]
    skip_ends: frozenset[str]
    lone_skips: frozenset[str]

    def has(self, key: str, word: str) -> bool:
        """Whether a word stands in a list of the section (`auxiliaries`, `definite`, ...)."""
        return word in self.sets[key]


# Letters that the first part of a compound has at least, and its last: `Amt` ends too many other words.
COMPOUND = 3
COMPOUND_END = 4


def with_compounds(words: Lexicon, found: Iterable[str]) -> Lexicon:
    """The lexicon with those words of a text that end with one of its nouns for sources (`Betreiberfirma`)."""
    kinds: dict[tuple[str, ...], str] = {
        (low,): kind for low in found if (low,) not in words.noun_kinds and (kind := _compound_kind(low, words))
    }
    if not kinds:
        return words
    entries = {key[0]: (key, *words.nouns.get(key[0], ())) for key in kinds}
    nouns, heads = ({**phrases, **entries} for phrases in (words.nouns, words.heads))
    return replace(words, noun_kinds={**words.noun_kinds, **kinds}, nouns=nouns, heads=heads)


def _compound_kind(word: str, words: Lexicon) -> str:
    """The kind of the longest noun that a word ends with."""
    ends = ((word[start:],) for start in range(COMPOUND, len(word) - COMPOUND_END + 1))
    return next((kind for end in ends if (kind := words.noun_kinds.get(end, ""))), "")


def lower(text: str) -> str:
    """The form in which words are compared: lower case, one kind of apostrophe and comma; offsets are kept."""
    low = text.lower()
    if len(low) != len(text):  # a dotted capital I would grow
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if low.isascii() or not _FOREIGN.search(low):  # a translation table is slow
        return low
    return _FOREIGN.sub(lambda mark: _MARK_OF[mark.group()], low)


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
    "middle",
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
    "opinion_prepositions",
    "reported",
    "negative_subjects",
    "post_negations",
    "male_names",
    "female_names",
    "citing",
    "emphatic",
    "denials",
    "clause_openers",
    "particles",
    "brackets",
    "postpositions",
    "reported_forms",
    "futures",
    "unbound",
    "learners",
    "quoters",
    "witnessing",
    "channels",
)
_DETERMINERS = ("definite", "indefinite", "plural", "indefinite_plural", "possessive", "masculine", "feminine")


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, made once a process."""
    data, sets = language.attribution, _sets(language)
    kinds = _noun_kinds(data, language.names.roles)
    pronouns = [word for row in data.pronouns for word in split_list(row.words)]
    readings = _readings(data)
    prepositions = phrases([*_with_variants(data.prepositions, data), *_with_possessives(data)])
    adpositions = frozenset({*prepositions, *sets["opinion_prepositions"], *sets["postpositions"]})
    return Lexicon(
        readings=readings,
        data=data,
        nouns=phrases(" ".join(words) for words in kinds),
        noun_kinds=kinds,
        generic=_words(data.nouns.generic),
        anonymity=tuple(split_list(data.anonymity)),
        content_stances=_said_words(data.content_stances),
        denial_openings=phrases(split_list(data.denial_openings)),
        prepositions=prepositions,
        preposition_ends=phrases(split_list(data.preposition_ends)),
        informants=phrases(_with_variants(data.informants, data)),
        as_saying=phrases(split_list(data.as_saying)),
        namers=phrases(_with_variants(data.namers, data)),
        skips=phrases(split_list(data.skips)),
        own_phrases=tuple(" ".join(split_words(entry)) for entry in split_list(data.own_phrases)),
        gerund_openers=phrases(split_list(data.gerund_openers)),
        breaks=phrases(split_list(data.breaks)),
        likeness=phrases(split_list(data.likeness)),
        back_phrases=phrases(split_list(data.back_phrases)),
        pronouns=phrases(pronouns),
        heads=phrases([*pronouns, *(" ".join(words) for words in kinds)]),
        pronoun_rows=_pronoun_rows(data),
        openers=frozenset(split_list(data.infinitive_openers)),
        openings=_endings(data.infinitive_openers),
        skip_endings=_endings(data.skip_endings),
        future_endings=_endings(data.futures),
        definite_prefixes=tuple(split_list(data.determiners.prefixes)),
        participles=tuple(end for c in data.classes for end in c.participle.replace("-", "").split() if len(end) > 1),
        sets=sets,
        lone_skips=sets["negations"] | sets["clitics"] | _words(data.skips),
        starts=frozenset({*readings, *adpositions}),
        adpositions=adpositions,
        followers=_followers(readings),
        skip_ends=frozenset(words[-1] for entry in split_list(data.skips) if len(words := split_words(entry)) > 1),
    )


def _pronoun_rows(data: Attribution) -> dict[tuple[str, ...], Pronouns]:
    """Each pronoun with what the file says of it."""
    return {split_words(word): row for row in data.pronouns for word in split_list(f"{row.words}, {row.possessive}")}


def _sets(language: Language) -> dict[str, frozenset[str]]:
    """The word lists by their key, and those made of several."""
    data = language.attribution
    sets = {key: _words(getattr(data, key)) for key in _SETS}
    sets |= {key: _words(getattr(data.determiners, key)) for key in _DETERMINERS}
    sets["determiner"] = frozenset().union(*(sets[key] for key in _DETERMINERS))
    sets["possessives"] = frozenset().union(*(_words(row.possessive) for row in data.pronouns))
    for key in ("offices", "reporters", "collectives"):  # as heads of phrases are written
        sets[key] = frozenset(" ".join(split_words(entry)) for entry in split_list(getattr(data.nouns, key)))
    sets["mastheads"] = frozenset(map(lower, language.identity.outlet_words))
    sets["address"] = sets["male_titles"] | sets["female_titles"]
    roles = frozenset(map(lower, language.names.roles))
    sets["dependence"] = (sets["nonsubjects"] | sets["possessors"] | sets["addressees"]) - sets["auxiliaries"]
    sets["government"] = sets["nonsubjects"] | sets["possessors"] | sets["addressees"] | sets["agent"]
    sets["opening"] = (sets["determiner"] | sets["government"] | sets["particles"]) - sets["negations"]
    sets["clauses"] = sets["relatives"] | sets["complementisers"] | sets["interviews"]
    sets["complements"] = sets["nonsubjects"] | sets["possessors"] | sets["relatives"]
    sets["titles"] = frozenset(lower(title).rstrip(".") for title in language.names.titles) - roles
    return sets


def _followers(readings: dict[str, tuple[Reading, ...]]) -> dict[str, frozenset[str]]:
    """Verb → the words one of which must follow it, where every reading of the verb asks for some."""
    return {
        word: frozenset().union(*(reading.rest[0] for reading in known))
        for word, known in readings.items()
        if all(reading.rest for reading in known)
    }


def _said_words(stances: dict[str, str]) -> SaidWords:
    """The phrases that tell a stance by their first word; each word may have alternatives."""
    found: dict[str, dict[str, list[str]]] = {}
    for stance, entries in stances.items():
        for entry in split_list(entries):
            choices = [word.split("|") for word in entry.split(" ")]
            said = " ".join(f"(?:{'|'.join(map(_letters, words))})" for words in choices)
            for word in choices[0]:
                found.setdefault(split_words(word)[0], {}).setdefault(stance, []).append(said)
    return {
        first: tuple((stance, re.compile("|".join(sorted(said)))) for stance, said in told.items())
        for first, told in found.items()
    }


def _letters(word: str) -> str:
    """A word as a pattern; its `*` stands for any letters."""
    return re.escape(word).replace(r"\*", r"\w{1,20}")


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


def _with_possessives(data: Attribution) -> list[str]:
    """Each phrase with every possessive in the place of its `*`."""
    words = [word for row in data.pronouns for word in split_list(row.possessive)]
    return [entry.replace("*", word) for entry in split_list(data.possessive_prepositions) for word in words]


def _noun_kinds(data: Attribution, roles: Iterable[str]) -> dict[tuple[str, ...], str]:
    kinds: dict[tuple[str, ...], str] = {}
    for kind in ("insider", "anonymous", "document", "outlet", "organisation", "person"):
        for entry in split_list(getattr(data.nouns, kind)):
            kinds.setdefault(split_words(entry), kind)
    for role in roles:
        kinds.setdefault(split_words(lower(role)), "person")
    singular = [(words, kind) for words, kind in kinds.items() if len(words) == 1]
    for ending in _endings(data.plural_endings):
        for (word,), kind in singular:
            kinds.setdefault((word + ending,), kind)
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
    return (chunk,) if "|" in chunk or chunk.endswith("-") else split_words(chunk)


def _alternatives(word: str, data: Attribution) -> frozenset[str]:
    options = word.split("|")
    if word.endswith("-"):
        return frozenset(options)
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

"""Source phrase → Source: its name and kind; pronouns and descriptions stand for who was named or spoke before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from recoupe.annotate.attributions.lexicon import Lexicon, lower, split_words
from recoupe.annotate.attributions.mentions import NAME_KINDS, Mention, find_mentions
from recoupe.annotate.attributions.source_phrases import Phrase, is_person
from recoupe.annotate.attributions.tokens import Token, Unit
from recoupe.model import Article, Source, SourceKind
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# A pronoun points to somebody named at most this many sentences before; beyond, readers have forgotten as well.
FORGET = 12
# A function varies a name of the same sentence or of so many before; further back it is likelier somebody else.
NEAR = 2
# Speakers looked back on; twelve sentences hold fewer.
RECENT = 40
# Head start, in sentences, of those who have spoken, who open their sentence, and of human beings over bodies: what
# read best on the French and English dev stories; nothing else depends on them.
SPOKEN = 1.6
SUBJECT = 1.5
PERSON = 1.0


@dataclass(frozen=True, slots=True)
class Memory:
    """What a reader knows at sentence `place`: who is named where, and who has `spoken` so far, which grows.

    `media` are the outlets among the named, other than agencies and the publisher; `first` has the first mention of
    each name, `persons` the longer names of persons by their last word.
    """

    article: Article
    lexicon: Lexicon
    named: tuple[Mention, ...]
    media: tuple[Mention, ...]
    first: dict[str, Mention]
    persons: dict[str, set[str]]
    units: tuple[Unit, ...]
    place: int = 0
    spoken: list[Mention] = field(default_factory=list)


def make_memory(article: Article, units: Sequence[Unit], lexicon: Lexicon) -> Memory:
    """The memory with which reading begins."""
    named = tuple(find_mentions(article, units, lexicon))
    own = article.publisher.name if article.publisher else None
    media = tuple(m for m in named if m.kind == "outlet" and m.name != own and not find_agency(m.name))
    first = {mention.name: mention for mention in reversed(named)}
    persons: dict[str, set[str]] = {}
    for mention in first.values():
        words = mention.name.split()
        if mention.kind == "person" and len(words) > 1:
            persons.setdefault(words[-1], set()).add(mention.name)
    return Memory(article, lexicon, named, media, first, persons, tuple(units))


def at_place(memory: Memory, place: int) -> Memory:
    """The memory at another sentence; what has been spoken is shared."""
    m = memory  # `dataclasses.replace` is three times as slow, and this is done for each sentence
    return Memory(m.article, m.lexicon, m.named, m.media, m.first, m.persons, m.units, place, m.spoken)


def last_medium(memory: Memory) -> str | None:
    """The outlet named last, other than the publisher: what `the paper` means here."""
    before = bisect_right(memory.media, memory.place, key=_place)
    return memory.media[before - 1].name if before else None


def find_source(phrase: Phrase, memory: Memory, *, beside: bool = False, speaks: bool = False) -> Source | None:
    """The source that a phrase names; None if it does not name one.

    Args:
        phrase: the words for the source.
        memory: what has been read before.
        beside: a quotation or what is said stands before the phrase.
        speaks: whatever the phrase describes says whole clauses, so that it is somebody.
    """
    found = (_just_named(memory, phrase) if beside else None) or _find(memory, phrase)
    if found is None and speaks and phrase.indefinite and not phrase.noun and not phrase.pronoun:
        found = _fresh(memory, phrase, "anonymous")
    if found is None:
        return None
    memory.spoken.append(found)
    described = phrase.text if phrase.text != found.name else None
    return Source(found.name, found.kind, described_as=described)


def unnamed_source(memory: Memory, last: Source) -> Source:
    """Whom a verb without a subject goes on with: the last speaker, or a person who is the subject since then."""
    spoken = max((m.place for m in memory.spoken if m.name == last.name), default=-1)
    first = bisect_left(memory.named, spoken + 1, key=_place)
    since = memory.named[first : bisect_left(memory.named, memory.place, key=_place)]
    subjects = [m for m in since if m.subject and m.kind == "person"]
    return Source(subjects[-1].name, "person") if subjects else last


def _find(memory: Memory, phrase: Phrase) -> Mention | None:
    if phrase.pronoun:
        return _pronoun(memory, phrase.pronoun)
    if _is_own(memory, phrase):
        return _own(memory, phrase)
    if phrase.name is not None and not (
        phrase.indefinite and phrase.noun in ("anonymous", "insider") and not is_person(phrase.name)
    ):
        return _with_name(memory, phrase, phrase.name)
    short = _short_form(memory, phrase.plain)
    if short is not None:
        return short
    if not phrase.noun:
        capital = phrase.plain[:1].isupper() and phrase.plain == phrase.text and " " not in phrase.plain
        return _fresh(memory, phrase, "organisation") if capital else None
    return _described(memory, phrase)


def _short_form(memory: Memory, plain: str) -> Mention | None:
    """The outlet or body whose name ends with these words (`the Post`, `the Commission`)."""
    if not plain[:1].isupper() or plain.isupper():
        return None
    named = [m for name, m in memory.first.items() if m.kind != "person" and name.endswith(f" {plain}")]
    return replace(named[0], place=memory.place) if len(named) == 1 else None


def _is_own(memory: Memory, phrase: Phrase) -> bool:
    low = " ".join(lower(phrase.text).split())
    return memory.lexicon.has("own", low) or low.startswith(memory.lexicon.own_phrases)


def _own(memory: Memory, phrase: Phrase) -> Mention:
    publisher = memory.article.publisher
    name = publisher.name if publisher else phrase.plain
    return Mention(name, "outlet", "", False, frozenset(), memory.place)


def _with_name(memory: Memory, phrase: Phrase, token: Token) -> Mention:
    name = token.name
    text = _bare(memory, memory.article.text[name.start : name.end]) if name else token.low
    kind: SourceKind = NAME_KINDS[name.kind] if name else "organisation"
    if find_agency(text) or find_outlet(text) or phrase.noun == "outlet":
        kind = "outlet" if kind != "person" else kind
    elif kind == "organisation" and phrase.noun == "document":
        kind, text = "document", phrase.plain
    human = kind == "person" or (kind == "organisation" and memory.lexicon.data.name_cases)
    full = _full(memory, text) if human else text
    known = memory.first.get(full)
    kind = known.kind if known and full != text else kind
    gender = (known.gender if known else "") or phrase.gender
    heads = (known.heads if known else frozenset()) | ({phrase.head} if phrase.head else frozenset())
    return Mention(full, kind, gender, False, heads, memory.place)


def _bare(memory: Memory, text: str) -> str:
    """A name without the article before a common noun (`The ministry`, but `Le Monde`)."""
    first, _, rest = text.partition(" ")
    return rest if rest[:1].islower() and memory.lexicon.has("definite", first.lower()) else text


def _full(memory: Memory, text: str) -> str:
    """The longest form of a name that the article gives (`Delvigne` → `Anne-Sophie Delvigne`)."""
    last = text.split()[-1]
    longer = memory.persons.get(last, set())
    if not longer and memory.lexicon.data.name_cases:
        longer = {name for key, names in memory.persons.items() if _is_declined(last, key) for name in names}
    if " " in text.strip():
        longer = {name for name in longer if name != text and _is_declined(text.split()[0], name.split()[0])}
    return min(longer) if len(longer) == 1 else text


# Letters that the forms of a declined name share at least, and letters that an ending has at most.
STEM, ENDING = 3, 3


def _is_declined(form: str, other: str) -> bool:
    """Whether two words can be forms of one declined name."""
    shared = next((k for k, (a, b) in enumerate(zip(form, other, strict=False)) if a != b), min(len(form), len(other)))
    return shared >= STEM and max(len(form), len(other)) - shared <= ENDING


def _described(memory: Memory, phrase: Phrase) -> Mention | None:
    """A description without a name."""
    if phrase.noun in ("anonymous", "insider"):
        if phrase.same:
            return _again(memory, lambda m: m.kind == "anonymous") or _fresh(memory, phrase, "anonymous")
        return _fresh(memory, phrase, "anonymous")
    if phrase.noun == "person":
        return _person(memory, phrase)
    if phrase.noun == "outlet":
        known = [m for m in memory.named if m.kind == "outlet" and not _is_publisher(memory, m.name)]
        known = [m for m in known if not find_agency(m.name)] or known
        if not phrase.plural and known:
            before = [m for m in known if m.place <= memory.place]
            return max(before, key=lambda m: m.place) if before else known[0]
        return _fresh(memory, phrase, "outlet")
    if phrase.noun == "organisation":
        return _organisation(memory, phrase)
    return _fresh(memory, phrase, "document")


def _is_publisher(memory: Memory, name: str) -> bool:
    return memory.article.publisher is not None and memory.article.publisher.name == name


def _person(memory: Memory, phrase: Phrase) -> Mention:
    if phrase.same:
        again = _again(memory, lambda m: m.kind in ("person", "anonymous") and agrees(m.gender, phrase.gender))
        if again:
            return again
    if phrase.plural:
        return _fresh(memory, phrase, "anonymous" if phrase.indefinite else "organisation")
    role = _by_role(memory, phrase)
    if role and (not phrase.indefinite or role.place == memory.place):
        return role
    if phrase.indefinite:
        return _fresh(memory, phrase, "anonymous")
    if phrase.bare and not (memory.lexicon.data.heads_last and " " in phrase.plain):
        return _fresh(memory, phrase, "anonymous")
    if not phrase.possessed and (phrase.plain.lower() == phrase.head or len(split_words(phrase.plain)) == 1):
        near = _again(
            memory, lambda m: m.kind in ("person", "anonymous") and not m.plural and agrees(m.gender, phrase.gender)
        )
        if near and memory.place - near.place <= FORGET:
            return near
    return _fresh(memory, phrase, "person")


def _just_named(memory: Memory, phrase: Phrase) -> Mention | None:
    """The person named last, where a quotation is given to a function that the article gives to nobody.

    News names a speaker first and then varies: "Mary Hollis sighs. '...', says the surgeon."
    """
    alone = phrase.noun == "person" and not phrase.plural and not phrase.indefinite and not phrase.same
    if not alone or phrase.possessed or phrase.name is not None or phrase.pronoun or _by_role(memory, phrase):
        return None
    last = memory.spoken[-1] if memory.spoken else None
    if last and last.kind == "person" and _goes_on(memory, last) and agrees(last.gender, phrase.gender):
        return replace(last, place=memory.place)
    first = bisect_left(memory.named, memory.place - NEAR, key=_place)
    near = [m for m in memory.named[first : bisect_left(memory.named, memory.place, key=_place)] if m.kind == "person"]
    if not near or functions(near[-1], memory) or not agrees(near[-1].gender, phrase.gender):
        return None
    return replace(near[-1], heads=frozenset({phrase.head}), place=memory.place)


def _goes_on(memory: Memory, last: Mention) -> bool:
    """Whether somebody spoke in the sentence before, in the same paragraph: a function now only varies the name."""
    here, before = memory.units[memory.place], memory.units[max(0, memory.place - 1)]
    return last.place == memory.place - 1 and here.paragraph == before.paragraph and last.name in memory.first


def _by_role(memory: Memory, phrase: Phrase) -> Mention | None:
    """The person whom the article gives this function: the one named last before, else the one named next."""
    told = [m for m in memory.spoken if m.name in memory.first and m.kind == "person" and _holds(memory, m, phrase)]
    if told and agrees(told[-1].gender, phrase.gender):
        return replace(told[-1], place=memory.place)
    fitting = [
        m for m in memory.named if m.kind == "person" and _holds(memory, m, phrase) and agrees(m.gender, phrase.gender)
    ]
    before = [m for m in fitting if m.place <= memory.place]
    if before:
        return max(before, key=lambda m: m.place)
    return min(fitting, key=lambda m: m.place) if fitting else None


def _holds(memory: Memory, mention: Mention, phrase: Phrase) -> bool:
    """Whether the article gives somebody the function that a phrase names."""
    if phrase.head in mention.heads or not memory.lexicon.data.name_cases:
        return phrase.head in mention.heads
    return any(_is_declined(phrase.head, head) for head in mention.heads)


def _organisation(memory: Memory, phrase: Phrase) -> Mention:
    """A body: the name that has been given this description, else the words themselves."""
    fitting = [m for m in memory.named if m.kind == "organisation" and phrase.head in m.heads]
    before = [m for m in fitting if m.place <= memory.place]
    if fitting and not phrase.indefinite and " " not in phrase.plain.strip():
        return max(before or fitting[:1], key=lambda m: m.place)
    if phrase.head in memory.lexicon.generic and not phrase.indefinite and phrase.plain.lower() == phrase.head:
        return _again(memory, lambda m: m.kind == "organisation" and not (m.where or m.said)) or _fresh(
            memory, phrase, "organisation"
        )
    return _fresh(memory, phrase, "organisation")


def _fresh(memory: Memory, phrase: Phrase, kind: SourceKind) -> Mention:
    return Mention(phrase.plain, kind, phrase.gender, phrase.plural, frozenset({phrase.head}), memory.place, True)


def _pronoun(memory: Memory, word: tuple[str, ...]) -> Mention | None:
    row = memory.lexicon.pronoun_rows[word]
    kinds = frozenset(row.kinds)
    if row.kinds == ("anonymous",):
        return _again(memory, lambda m: m.kind == "anonymous") or Mention(
            " ".join(word), "anonymous", "", False, frozenset(), memory.place
        )
    found = _again(
        memory,
        lambda m: (not kinds or m.kind in kinds) and agrees(m.gender, row.gender) and m.plural == (row.number == "p"),
    )
    return found


def _again(memory: Memory, fits: Callable[[Mention], bool]) -> Mention | None:
    """Who fits best among those who spoke and those who were named: the nearer, the likelier."""
    scored = [(m.place + SPOKEN + PERSON * (m.kind == "person"), m) for m in memory.spoken[-RECENT:]]
    first = bisect_left(memory.named, memory.place - FORGET, key=_place)
    scored += [
        (m.place + SUBJECT * m.subject + PERSON * (m.kind == "person"), m)
        for m in memory.named[first : bisect_right(memory.named, memory.place, key=_place)]
        if m.kind != "outlet" and not m.where
    ]
    fitting = [(score, m) for score, m in scored if memory.place - m.place <= FORGET and fits(m)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _place(mention: Mention) -> int:
    return mention.place


def functions(mention: Mention, memory: Memory) -> frozenset[str]:
    """The functions that the article gives to somebody, forms of address left out."""
    kinds, titles = memory.lexicon.noun_kinds, memory.lexicon.sets["titles"]
    return frozenset(h for h in mention.heads if h not in titles and kinds.get(tuple(h.split())) == "person")


def agrees(known: str, wanted: str) -> bool:
    """Whether two genders can be those of one human being; an empty one is not known."""
    return not known or not wanted or known == wanted

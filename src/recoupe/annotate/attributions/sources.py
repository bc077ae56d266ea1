"""Source phrase → Source: its name and kind; pronouns and descriptions stand for who was named or spoke before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from recoupe.annotate.attributions.lexicon import lower, split_words
from recoupe.annotate.attributions.memory import Memory, last_medium
from recoupe.annotate.attributions.mentions import NAME_KINDS, Mention, is_masthead
from recoupe.annotate.attributions.phrases import Tokens
from recoupe.annotate.attributions.source_phrases import Phrase, is_person, read_phrase
from recoupe.annotate.attributions.tokens import Token, match_phrase
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
HUMAN = {"person": 1.0, "anonymous": 0.5}


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
    memory.spoken.append(found if found.place == memory.place else replace(found, place=memory.place))
    described = phrase.text if phrase.text != found.name else None
    return Source(found.name, found.kind, described_as=described)


def note_subject(article: Article, tokens: Tokens, memory: Memory) -> None:
    """Remember whom a sentence without a cue goes on about: its first words are a pronoun, or describe any body."""
    size = match_phrase(tokens, 0, memory.lexicon.pronouns)
    last = size or 1 + memory.lexicon.has("definite", tokens[0].low)
    head = tokens[last - 1].low if last <= len(tokens) else ""
    if size or (last == 2 and head in memory.lexicon.generic):
        found = _find(memory, read_phrase(article, tokens, (0, last), memory.lexicon))
        if found is not None and found.name in memory.first:
            memory.spoken.append(replace(found, place=memory.place))


def unnamed_source(memory: Memory, last: Source) -> Source:
    """Whom a verb without a subject goes on with: the last speaker, or a person who is the subject since then."""
    spoken = max((m.place for m in memory.spoken if m.name == last.name), default=-1)
    first = bisect_left(memory.named, spoken + 1, key=_place)
    since = memory.named[first : bisect_left(memory.named, memory.place, key=_place)]
    subjects = [m for m in since if m.subject and m.kind == "person"]
    return Source(subjects[-1].name, "person") if subjects else last


def _find(memory: Memory, phrase: Phrase) -> Mention | None:
    if phrase.pronoun:
        return _pronoun(memory, phrase)
    if phrase.name is None and (alias := _alias_within(memory, phrase)) is not None:
        return alias
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


def _alias_within(memory: Memory, phrase: Phrase) -> Mention | None:
    """What somebody described calls himself, or the outlet of a reporter, by the words for the source."""
    first, last = (bisect_left(memory.named, memory.place + k, key=_place) for k in (0, 1))
    inside = range(phrase.start + 1, phrase.start + len(phrase.text))
    held = [m for m in memory.named[first:last] if m.start in inside]
    wanted = "outlet" if memory.lexicon.has("reporters", phrase.head) else "person"
    named = (m for m in held if m.kind == wanted and (wanted == "outlet" or m.heads == {phrase.head}))
    return next(named, None) if phrase.head else None


def _short_form(memory: Memory, plain: str) -> Mention | None:
    """The outlet or body whose name ends with these words (`the Post`, `the Commission`)."""
    if not plain[:1].isupper() or plain.isupper():
        return None
    named = [m for name, m in memory.first.items() if m.kind != "person" and name.endswith(f" {plain}")]
    return replace(named[0], place=memory.place) if len(named) == 1 else None


def _is_own(memory: Memory, phrase: Phrase) -> bool:
    low = " ".join(lower(phrase.text).split())
    return memory.lexicon.has("own", low) or low.startswith(memory.lexicon.own_phrases)


def newsroom(memory: Memory, phrase: Phrase) -> Source:
    """The outlet that publishes the article, by the words for its own reporters."""
    publisher = memory.article.publisher
    return Source(publisher.name if publisher else phrase.plain, "outlet", described_as=phrase.text)


def _own(memory: Memory, phrase: Phrase) -> Mention:
    return Mention(newsroom(memory, phrase).name, "outlet", "", False, frozenset(), memory.place)


def _with_name(memory: Memory, phrase: Phrase, token: Token) -> Mention:
    name = token.name
    text = _bare(memory, memory.article.text[name.start : name.end]) if name else token.low
    kind: SourceKind = NAME_KINDS[name.kind] if name else "organisation"
    if is_masthead(text, memory.lexicon):
        kind = "outlet"
    elif find_agency(text) or find_outlet(text) or phrase.noun == "outlet":
        kind = "outlet" if kind != "person" else kind
    elif kind == "organisation" and phrase.noun == "document":
        kind, text = "document", phrase.plain
    surname = kind == "organisation" and (memory.lexicon.data.name_cases or text in memory.persons)
    human = kind == "person" or surname
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
            return _again(memory, phrase, lambda m: m.kind == "anonymous") or _fresh(memory, phrase, "anonymous")
        return _fresh(memory, phrase, "anonymous")
    if phrase.noun == "person":
        return _person(memory, phrase)
    if phrase.noun == "outlet":
        several = memory.lexicon.has("collectives", phrase.head)  # "the local press" is no paper
        return _fresh(memory, phrase, "outlet") if several else _outlet(memory, phrase)
    if phrase.noun == "organisation":
        return _organisation(memory, phrase)
    called = [m for m in memory.named if m.kind == "outlet" and phrase.head in m.heads]  # "the publication, The Post"
    return _outlet(memory, phrase) if called and not phrase.indefinite else _fresh(memory, phrase, "document")


def _whose_reporters(memory: Memory, phrase: Phrase) -> Mention | None:
    """`The journalists write` speaks for the medium named last."""
    named = last_medium(memory) if memory.lexicon.has("reporters", phrase.head) and not phrase.indefinite else None
    return memory.first.get(named) if named else None


def _outlet(memory: Memory, phrase: Phrase) -> Mention:
    """A medium: the one last named that is called so, else the last one named that is neither agency nor publisher."""
    known = [m for m in memory.named if m.kind == "outlet" and not _is_publisher(memory, m.name)]
    if phrase.indefinite:
        known = [m for m in known if not find_agency(m.name)]
    else:
        known = [m for m in known if not find_agency(m.name)] or known
    known = [m for m in known if phrase.head in m.heads] or known
    if phrase.plural or not known:
        return _fresh(memory, phrase, "outlet")
    before = [m for m in known if m.place <= memory.place]
    return max(before, key=lambda m: m.place) if before else known[0]


def _is_publisher(memory: Memory, name: str) -> bool:
    return memory.article.publisher is not None and memory.article.publisher.name == name


def _person(memory: Memory, phrase: Phrase) -> Mention:
    if phrase.same:
        again = _again(memory, phrase, lambda m: m.kind in HUMAN and agrees(m.gender, phrase.gender))
        if again:
            return again
    if phrase.plural:
        medium = _whose_reporters(memory, phrase)
        return medium or _fresh(memory, phrase, "anonymous" if phrase.indefinite else "organisation")
    role = _by_role(memory, phrase)
    if role and (not phrase.indefinite or role.place == memory.place):
        return role
    if phrase.indefinite:
        return _fresh(memory, phrase, "anonymous")
    if phrase.bare and memory.lexicon.data.articles and not (memory.lexicon.data.heads_last and " " in phrase.plain):
        return _fresh(memory, phrase, "anonymous")
    if not phrase.possessed and (phrase.plain.lower() == phrase.head or len(split_words(phrase.plain)) == 1):
        near = _again(memory, phrase, lambda m: _is_varied(memory, m, phrase))
        if near and memory.place - near.place <= FORGET:
            return near
    offices = memory.lexicon.sets["offices"]  # the prefect is somebody; the neighbour is anybody without a name
    whose = any(memory.lexicon.has("indefinite", word) for word in split_words(phrase.plain.lower()))  # "of a bar"
    known = (phrase.head in offices and not whose) or not offices
    return _fresh(memory, phrase, "person" if known else "anonymous")


def _is_varied(memory: Memory, mention: Mention, phrase: Phrase) -> bool:
    """Whether a bare function can be another word for somebody; an office is none for who holds another."""
    if mention.plural or not agrees(mention.gender, phrase.gender):
        return False
    if phrase.head in mention.heads:
        return mention.kind in HUMAN
    return mention.kind == "person" and not (memory.lexicon.has("offices", phrase.head) and functions(mention, memory))


def _just_named(memory: Memory, phrase: Phrase) -> Mention | None:
    """The person named last, where a quotation is given to a function that the article gives to nobody.

    News names a speaker first and then varies: "Mary Hollis sighs. '...', says the surgeon."
    """
    alone = phrase.noun == "person" and not phrase.plural and not phrase.indefinite and not phrase.same
    if not alone or phrase.possessed or phrase.name is not None or phrase.pronoun or _by_role(memory, phrase):
        return None
    last = memory.spoken[-1] if memory.spoken else None
    if last and last.kind == "person" and _goes_on(memory, last) and agrees(last.gender, phrase.gender):
        return replace(last, heads=last.heads | {phrase.head}, place=memory.place)
    first = bisect_left(memory.named, memory.place - NEAR, key=_place)
    near = [m for m in memory.named[first : bisect_left(memory.named, memory.place, key=_place)] if m.kind == "person"]
    if not near or not agrees(near[-1].gender, phrase.gender):
        return None
    if functions(near[-1], memory) and not _varies_subject(memory, near[-1], phrase):
        return None
    return replace(near[-1], heads=frozenset({phrase.head}), place=memory.place)


def _varies_subject(memory: Memory, mention: Mention, phrase: Phrase) -> bool:
    """Whether a description that is no office varies the subject of the sentence before."""
    offices = memory.lexicon.sets["offices"]
    return bool(offices) and mention.subject and mention.place == memory.place - 1 and phrase.head not in offices


def _goes_on(memory: Memory, last: Mention) -> bool:
    """Whether somebody spoke in the sentence before, in the same paragraph: a function now only varies the name."""
    here, before = memory.units[memory.place], memory.units[max(0, memory.place - 1)]
    return last.place == memory.place - 1 and here.paragraph == before.paragraph and last.name in memory.first


def _by_role(memory: Memory, phrase: Phrase) -> Mention | None:
    """The person whom the article gives this function: the one named last before, else the one named next."""
    told = [m for m in memory.spoken if m.name in memory.first and m.kind == "person" and _holds(memory, m, phrase)]
    if told and not phrase.indefinite and agrees(told[-1].gender, phrase.gender):
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
    fitting = [m for m in memory.named if m.kind == "organisation" and _is_called(m, phrase.head)]
    before = [m for m in fitting if m.start < phrase.start]
    known = before or (fitting and phrase.head not in memory.lexicon.generic)
    if known and not phrase.indefinite and not phrase.possessed and " " not in phrase.plain.strip():
        return max(before or fitting[:1], key=lambda m: m.place)
    if phrase.head in memory.lexicon.generic and not phrase.indefinite and phrase.plain.lower() == phrase.head:
        return _again(memory, phrase, lambda m: m.kind == "organisation" and not (m.where or m.said)) or _fresh(
            memory, phrase, "organisation"
        )
    return _fresh(memory, phrase, "organisation")


def _is_called(mention: Mention, head: str) -> bool:
    """Whether a noun stands beside the name of a body, or in it (`the university`: University of Verny)."""
    return head in mention.heads or (" " in mention.name and head in split_words(lower(mention.name)))


def _fresh(memory: Memory, phrase: Phrase, kind: SourceKind) -> Mention:
    return Mention(phrase.plain, kind, phrase.gender, phrase.plural, frozenset({phrase.head}), memory.place, True)


def _pronoun(memory: Memory, phrase: Phrase) -> Mention | None:
    word = phrase.pronoun
    row = memory.lexicon.pronoun_rows[word]
    kinds = frozenset(row.kinds)
    if row.kinds == ("anonymous",):
        return _again(memory, phrase, lambda m: m.kind == "anonymous") or Mention(
            " ".join(word), "anonymous", "", False, frozenset(), memory.place
        )
    found = _again(
        memory,
        phrase,
        lambda m: (not kinds or m.kind in kinds) and agrees(m.gender, row.gender) and m.plural == (row.number == "p"),
    )
    return found


def _again(memory: Memory, phrase: Phrase, fits: Callable[[Mention], bool]) -> Mention | None:
    """Who fits best among those who spoke and those who were named before: the nearer, the likelier."""
    scored = [(m.place + SPOKEN + HUMAN.get(m.kind, 0.0), m) for m in memory.spoken[-RECENT:]]
    first = bisect_left(memory.named, memory.place - FORGET, key=_place)
    scored += [
        (m.place + SUBJECT * m.subject + HUMAN.get(m.kind, 0.0), m)
        for m in memory.named[first : bisect_right(memory.named, memory.place, key=_place)]
        if m.kind != "outlet" and not m.where and m.start < phrase.start
    ]
    fitting = [(score, m) for score, m in scored if memory.place - m.place <= FORGET and fits(m)]
    return max(fitting, key=lambda pair: (pair[0], pair[1].place))[1] if fitting else None


def _place(mention: Mention) -> int:
    return mention.place


def functions(mention: Mention, memory: Memory) -> frozenset[str]:
    """The functions that the article gives to somebody, forms of address left out."""
    kinds, titles = memory.lexicon.noun_kinds, memory.lexicon.sets["titles"]
    return frozenset(h for h in mention.heads if h not in titles and kinds.get(tuple(h.split())) == "person")


def agrees(known: str, wanted: str) -> bool:
    """Whether two genders can be those of one human being; an empty one is not known."""
    return not known or not wanted or known == wanted

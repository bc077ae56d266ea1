"""Tokens of a sentence → its cues: verb groups, prepositions and phrases that say that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from recoupe.annotate.attributions.lexicon import Form, Lexicon, Reading
from recoupe.annotate.attributions.tokens import Token, match_phrase
from recoupe.annotate.attributions.verb_groups import (
    BRACKET,
    PARTICLE_REACH,
    find_agent,
    find_auxiliary,
    find_bracket,
    inverted_after,
    inverted_between,
    is_negated_behind,
    is_one,
    rest_end,
    skippable,
    widen,
)

CueForm = Literal[
    "finite",
    "participle",
    "infinitive",
    "gerund",
    "passive",
    "progressive",
    "bracket",
    "joined",
    "preposition",
    "postposition",
]
# A sentence with more cues than this is no sentence; it bounds the time, as cues are compared with each other.
MAX_CUES = 30
# A negation that turns a stance round; what is left out stays as it is.
NEGATED = {"asserts": "declines_comment", "confirms": "declines_comment", "denies": "confirms"}


# Form of a cue → that of its verb, where it is another.
_VERB_FORMS: dict[str, Form] = {
    "passive": "participle",
    "joined": "participle",
    "bracket": "participle",
    "progressive": "gerund",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: tokens `first` to `last` (exclusive), what it does and takes.

    Args:
        head: the token of the verb itself.
        inverted: token of a pronoun that follows its verb ("says he"), which is the source.
        negated: a negation stands in the verb group.
        wide: first token of the whole group with clitics and negation.
        bound: those of `takes` that only go with the kinds of source in `sources`.
    """

    first: int
    last: int
    head: int
    form: CueForm
    stance: str
    takes: frozenset[str]
    wide: int
    inverted: int | None = None
    negated: bool = False
    reflexive: bool = False
    bound: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


def find_cues(tokens: tuple[Token, ...], lexicon: Lexicon) -> list[Cue]:
    """The cues of a sentence in order; each verb stands in one cue at most."""
    found: list[Cue] = []
    taken = 0
    candidates = [(index, token.low) for index, token in enumerate(tokens) if token.low in lexicon.starts]
    for index, low in candidates:
        if index < taken:
            continue
        if len(found) >= MAX_CUES:
            break
        cue = _adposition(tokens, index, lexicon) if not index or low in lexicon.adpositions else None
        if cue is None and low in lexicon.readings:
            cue = _verb(tokens, index, lexicon, found)
        if cue is None:
            continue
        if found and _leads_to(found[-1], cue, tokens, lexicon):
            lead = found.pop()
            between = tokens[lead.last : cue.first]
            cue = _merge(lead, cue, any(lexicon.has("negations", token.low) for token in between))
        found.append(cue)
        taken = cue.last
    told: list[Cue] = []
    for cue in found:
        refusal = _closing_refusal(cue, tokens, lexicon)
        told = (
            [*(other for other in told if other.last <= refusal.wide), refusal] if refusal is not cue else [*told, cue]
        )
    return [cue for cue in told if cue.stance not in ("leads", "refuses")]


def _closing_refusal(cue: Cue, tokens: tuple[Token, ...], lexicon: Lexicon) -> Cue:
    """A verb of refusing that closes its clause: what is refused stands before it (`to comment on it he refused`)."""
    ends = cue.last >= len(tokens) or tokens[cue.last].kind == "mark"
    if cue.stance != "refuses" or not ends or lexicon.data.subject != "either":
        return cue
    for place in range(cue.first - 1, -1, -1):
        if tokens[place].kind in ("mark", "quote"):
            break
        if any(
            reading.form == "infinitive" and reading.takes for reading in lexicon.readings.get(tokens[place].low, ())
        ):
            return replace(cue, stance="declines_comment", takes=frozenset({"self"}), wide=place)
    return cue


def _adposition(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> Cue | None:
    """A word for `according to`, before its source or behind it."""
    size = match_phrase(tokens, index, lexicon.prepositions)
    if index and lexicon.has("postpositions", tokens[index].low) and tokens[index - 1].kind != "mark":
        return Cue(index, index + 1, index, "postposition", "asserts", frozenset({"quote", "clause"}), index)
    if not size and lexicon.has("opinion_prepositions", tokens[index].low):
        parted = index > 1 and tokens[index - 1].low == "," and index + 1 < len(tokens)  # "X, for whom the dam is safe"
        if index == 0 or (parted and lexicon.has("relative_objects", tokens[index + 1].low)):
            return Cue(index, index + 1, index, "preposition", "asserts", frozenset({"clause"}), index)
    if not size or _is_conjunction(tokens, index, size, lexicon):
        return None
    return Cue(index, index + size, index, "preposition", "asserts", frozenset({"quote", "clause"}), index)


def _is_conjunction(tokens: tuple[Token, ...], index: int, size: int, lexicon: Lexicon) -> bool:
    """Whether the word means `as` here: its verb of saying stands right behind it."""
    verb = index + size
    while verb < len(tokens) and lexicon.has("auxiliaries", tokens[verb].low):
        verb += 1
    after = tokens[verb].low if verb < len(tokens) else ""
    return after in lexicon.readings and match_phrase(tokens, index, lexicon.likeness) == size


def _verb(tokens: tuple[Token, ...], index: int, lexicon: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    readings = lexicon.readings.get(token.low) if token.kind == "word" else None
    if not readings or _is_noun(tokens, index, lexicon) or not _may_follow(tokens, index, lexicon):
        return None
    inverted, after = inverted_after(tokens, index, lexicon)
    known = {reading.form for reading in readings}
    for form, first, wide, negated in _forms(tokens, index, lexicon, found):
        verb = _VERB_FORMS.get(form, form)
        if verb not in known:
            continue
        if form == "passive" and not any(lexicon.has("reported", r.lemma) for r in readings):
            continue
        fitting = [reading for reading in readings if reading.form == verb]
        best = _best(fitting, tokens, after, wide, first, negated, lexicon)
        if best is None:
            continue
        reading, last = best
        if negated and reading.stance == "asserts" and not reading.only:
            continue  # "did not write it": nothing is said, and nothing is refused
        if inverted is None:
            inverted = inverted_between(tokens, first, index, lexicon)
        stance = NEGATED.get(reading.stance, reading.stance) if negated and not reading.only else reading.stance
        takes = frozenset({"self"}) if stance == "declines_comment" else reading.takes
        return Cue(
            first,
            last,
            index,
            "finite" if form == "progressive" else form,
            stance,
            takes,
            wide,
            inverted,
            negated,
            reading.reflexive,
            reading.bound,
            reading.sources,
        )
    return None


def _may_follow(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether a word that all readings of a verb ask for is within reach; most forms of `to be` end here."""
    words = lexicon.followers.get(tokens[index].low)
    return words is None or any(is_one(token, words) for token in tokens[index + 1 : index + 2 + PARTICLE_REACH])


def _forms(
    tokens: tuple[Token, ...], index: int, lexicon: Lexicon, found: list[Cue]
) -> Iterator[tuple[CueForm, int, int, bool]]:
    """The ways in which the word can be the verb of its group: form, first token, first with clitics, negated."""
    auxiliary, between = find_auxiliary(tokens, index, lexicon)
    agent = find_agent(tokens, index + 1, lexicon) is not None
    if auxiliary is not None:
        wide, negated = widen(tokens, auxiliary, lexicon)
        negated = negated or any(lexicon.has("negations", tokens[k].low) for k in between)
        passive = any(lexicon.has("passives", tokens[k].low) for k in (auxiliary, *between))
        if passive and agent:
            yield "passive", auxiliary, wide, negated
        if passive:
            yield "progressive", auxiliary, wide, negated
        if not passive or any(lexicon.has("reflexives", tokens[k].low) for k in range(wide, auxiliary)):
            yield "participle", auxiliary, wide, negated
    bracket = find_bracket(tokens, index, lexicon) if auxiliary is None and lexicon.sets["brackets"] else None
    if bracket is not None:
        negated = any(lexicon.has("negations", tokens[k].low) for k in range(bracket + 1, index))
        yield "bracket", index, bracket, negated
    wide, negated = widen(tokens, index, lexicon)
    if auxiliary is None:
        after = is_negated_behind(tokens, index, lexicon)
        yield (
            "finite",
            index,
            wide,
            negated or after or (lexicon.has("negative_subjects", tokens[0].low) and tokens[wide - 1].low != ","),
        )
    if auxiliary is None and index and lexicon.has("linkers", tokens[index - 1].low) and _compound(found):
        yield "joined", index, index, False
    told = lexicon.has("interviews", tokens[index].low)  # "cited by X" says through whom, not what
    if auxiliary is None and not told and agent:
        yield "passive", index, index, False
    yield "gerund", index, index, False
    yield "infinitive", index, wide, negated


def _compound(found: list[Cue]) -> bool:
    return bool(found) and found[-1].form in ("participle", "joined", "passive")


def _best(
    readings: list[Reading],
    tokens: tuple[Token, ...],
    after: int,
    wide: int,
    first: int,
    negated: bool,
    lexicon: Lexicon,
) -> tuple[Reading, int] | None:
    """The reading with most words behind it that fits, and the end of the cue; reflexive ones need their pronoun."""
    reflexive = wide < first and any(lexicon.has("reflexives", tokens[k].low) for k in range(wide, first))
    middle = reflexive and any(lexicon.has("middle", tokens[k].low) for k in range(wide, first))
    scored = []
    for reading in readings:
        end = rest_end(reading, tokens, after, lexicon)
        if end is None or (reading.only == "negated" and not negated) or (reading.only == "plain" and negated):
            continue
        if (reading.reflexive and not reflexive) or (middle and not reading.reflexive):
            continue
        score = (
            len(reading.rest),
            reading.reflexive,
            bool(reading.only),
            reading.stance != "leads",
            reading.stance != "asserts",
        )
        scored.append((score, reading, end))
    if not scored:
        return None
    top = max(score for score, _, _ in scored)
    same = [(reading, end) for score, reading, end in scored if score == top]
    if len(same) == 1 and not same[0][0].sources:
        return same[0]
    takes = frozenset().union(*(reading.takes for reading, _ in same))
    bound = takes - frozenset().union(*(reading.takes for reading, _ in same if not reading.sources))
    sources = frozenset().union(*(reading.sources for reading, _ in same))
    return replace(same[0][0], takes=takes, bound=bound, sources=sources), same[0][1]


def _is_noun(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """A form that can be a noun, behind a determiner, a possessor or a name's genitive."""
    if index > 1 and lexicon.has("definite", tokens[index - 1].low) and lexicon.has("clitics", tokens[index - 1].low):
        led = lexicon.has("dependence", tokens[index - 2].low) and tokens[index - 2].low not in lexicon.likeness
        led = led and not match_phrase(tokens, index - 2, lexicon.back_phrases)
        if led and all(reading.form != "infinitive" for reading in lexicon.readings[tokens[index].low]):
            return True  # "on the table": no pronoun stands between a preposition and a finite verb
    if not lexicon.has("homographs", tokens[index].low) or index == 0:
        return False
    before = tokens[index - 1]
    if lexicon.data.bare_infinitive and before.kind in ("mark", "quote") and index + 1 < len(tokens):
        base = any(reading.form == "infinitive" for reading in lexicon.readings[tokens[index].low])
        if base and match_phrase(tokens, index + 1, lexicon.nouns) and tokens[index + 1].low not in lexicon.pronouns:
            return True  # ", state news agency X reported"
    if lexicon.has("clitics", before.low) and lexicon.has("determiner", before.low):
        return index < 2 or tokens[index - 2].kind == "mark" or not _can_be_subject(tokens, index - 2, lexicon)
    return (
        lexicon.has("determiner", before.low)
        or lexicon.has("possessors", before.low)
        or lexicon.has("addressees", before.low)
        or before.low == "s"
        or (
            lexicon.data.bare_infinitive
            and lexicon.data.plural_endings != ""
            and _ends_compound(tokens, index, lexicon)
        )
    )


def _ends_compound(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """`phone calls`, `a Reuter report`: behind a noun or adjective that cannot be its subject, and nothing is said."""
    before, forms = tokens[index - 1], {reading.form for reading in lexicon.readings[tokens[index].low]}
    if "participle" in forms:
        return False
    if before.kind == "name":
        return "infinitive" in forms and not before.low.endswith("s") and not _is_listed(tokens, index - 1, lexicon)
    known = any(lexicon.has(key, before.low) for key in ("linkers", "auxiliaries", "passives", "complementisers"))
    if before.kind != "word" or known or before.time or before.low in lexicon.openers:
        return False
    leads = any(reading.stance in ("leads", "refuses") for reading in lexicon.readings.get(before.low, ()))
    if leads or skippable(tokens, index - 1, lexicon):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if _can_be_subject(tokens, index - 1, lexicon):  # "an inspection report, which"
        ends = after is None or (after.kind == "mark" and after.low != ":")
        return ends and "infinitive" in forms and not before.low.endswith("s") and before.low not in lexicon.pronouns
    return after is None or not (after.kind == "quote" or after.low == ":" or lexicon.has("complementisers", after.low))


def _is_listed(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether a word for `and` or a comma stands before, so that more than one is named."""
    return index > 0 and (tokens[index - 1].low == "," or lexicon.has("linkers", tokens[index - 1].low))


def _can_be_subject(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.kind == "name":
        return True
    return token.low in lexicon.pronouns or token.low in lexicon.nouns or lexicon.has("relatives", token.low)


def _leads_to(lead: Cue, cue: Cue, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the cue before is a verb that only leads to this one (`went on to say`)."""
    if cue.form not in ("infinitive", "gerund", "finite") or lead.stance not in ("leads", "refuses"):
        return False
    if lexicon.sets["brackets"] and cue.form != "gerund" and _closes_refusal(lead, cue, tokens, lexicon):
        return True
    if cue.form in ("finite", "gerund") and not lexicon.data.bare_infinitive:
        return False
    between = range(lead.last, cue.first)
    return len(between) <= 4 and all(skippable(tokens, k, lexicon) or tokens[k].low in lexicon.openers for k in between)


def _closes_refusal(lead: Cue, cue: Cue, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a negated infinitive closes the clause of its modal (German `wollte den Plan nicht kommentieren`)."""
    inner = tokens[lead.last : cue.first]
    ends = cue.last >= len(tokens) or tokens[cue.last].kind in ("mark", "quote")
    negated = cue.negated or any(lexicon.has("negations", token.low) for token in inner)
    return ends and negated and len(inner) <= BRACKET and all(token.kind != "mark" for token in inner)


def _merge(lead: Cue, cue: Cue, negated: bool) -> Cue:
    """One cue of both: a refusal or a negation before a verb of saying is a refusal to say."""
    stance, takes = cue.stance, cue.takes
    if takes and takes == cue.bound:
        return cue
    negated = negated or lead.negated
    if lead.stance == "refuses" or (negated and not cue.negated and stance in ("asserts", "confirms")):
        stance, takes = "declines_comment", frozenset({"self"})
    elif negated and not cue.negated:
        stance = NEGATED.get(stance, stance)
    return replace(
        cue,
        first=lead.first,
        wide=lead.wide,
        form=lead.form,
        stance=stance,
        takes=takes,
        inverted=lead.inverted if lead.inverted is not None else cue.inverted,
        negated=negated or cue.negated,
    )

"""Cue → Frame: where its source and its content stand among the tokens of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.attributions.content import (
    INSERTS,
    REACH,
    Behind,
    Rule,
    Scope,
    before_speech,
    said_before,
    said_behind,
)
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import (
    STOPS,
    Range,
    Tokens,
    antecedent,
    can_speak,
    holds_verb,
    phrase_after,
    phrase_end,
    subject_before,
)
from recoupe.annotate.attributions.tokens import match_phrase


@dataclass(frozen=True, slots=True)
class Frame:
    """Where source and content stand; `source` None means that of the cue before it in the sentence."""

    cue: Cue | None
    rule: Rule
    source: Range | None
    content: tuple[Range, ...]


def read_cue(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a cue, by the first rule that fits; none where no word is left for the source."""
    frame = _frame(cue, scope)
    nobody = frame is not None and frame.source is not None and frame.source[0] >= frame.source[1]
    return None if nobody else frame


def _frame(cue: Cue, scope: Scope) -> Frame | None:
    if cue.form == "preposition":
        return _preposition(cue, scope)
    if cue.inverted is not None:
        return _inverted(cue, scope, (cue.inverted, cue.inverted + 1))
    if cue.form == "passive":
        return _passive(cue, scope)
    if cue.form == "infinitive" and not scope.lexicon.data.bare_infinitive:
        return _dependent(cue, scope) if _opened(cue, scope) else None
    if cue.form == "infinitive" and cue.wide and scope.tokens[cue.wide - 1].low in scope.lexicon.openers:
        return None
    if cue.form == "gerund":
        return _dependent(cue, scope)
    return _finite(cue, scope)


def _opened(cue: Cue, scope: Scope) -> bool:
    """A form that shares the subject of its sentence, by the words before it ("avant d'ajouter")."""
    for size in (1, 2, 3):
        start = cue.wide - size
        if start >= 0 and match_phrase(scope.tokens, start, scope.lexicon.gerund_openers) == size:
            return True
    return False


def _dependent(cue: Cue, scope: Scope) -> Frame | None:
    """A gerund or infinitive, whose source is the subject of its sentence."""
    before = scope.tokens[cue.wide - 1].low if cue.wide else ","
    if cue.form == "gerund" and before != "," and not _opened(cue, scope) and not scope.lexicon.has("linkers", before):
        return None
    found = said_behind(cue, scope)
    if found is None:
        return None
    source = None if scope.follows else subject_before(scope.tokens, scope.low, _main_end(cue, scope), scope.lexicon)
    return Frame(cue, found[0], source, found[1])


def _main_end(cue: Cue, scope: Scope) -> int:
    """End of the first segment of the sentence, in which its subject stands."""
    for place in range(scope.low + 1, cue.wide):
        if scope.tokens[place].low == ",":
            return place
    return cue.wide


def _finite(cue: Cue, scope: Scope) -> Frame | None:
    """A verb with its subject before it, or behind it where what is said stands before."""
    if "self" in cue.takes:
        subject = _subject(cue, scope)
        end = before_speech(scope.tokens, cue.last, scope.high)
        return Frame(cue, "self", subject, ((cue.wide, end),)) if subject or scope.follows else None
    behind = said_behind(cue, scope)
    turned = _turned(cue, scope, behind)
    if turned is not None:
        return turned
    subject = _subject(cue, scope)
    if behind is not None and (subject is not None or scope.follows or cue.form == "joined"):
        return Frame(cue, behind[0], subject, behind[1])
    if subject is None:
        return None
    return _inserted(cue, scope, subject) or _bare(cue, scope, subject)


def _bare(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """A verb with nothing behind it: what it says was said in the sentence before, or the clause is all there is."""
    if not _ends_here(cue, scope) or not can_speak(scope.tokens, subject, scope.lexicon):
        return None
    clitics = scope.lexicon.sets["object_clitics"]
    if any(scope.tokens[k].low in clitics for k in range(cue.wide, cue.head)):
        return Frame(cue, "back", subject, ())
    if cue.stance in ("denies", "confirms") and cue.form in ("finite", "participle"):
        return Frame(cue, "self", subject, ((subject[0], cue.last),))
    return None


def _turned(cue: Cue, scope: Scope, behind: Behind) -> Frame | None:
    """`"...", said X` or `..., said X`: what is said stands before the cue, the source behind it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    before = tokens[cue.wide - 1] if cue.wide > scope.low else None
    if before is not None and lexicon.has("likeness", before.low):
        source = phrase_after(tokens, cue.last, scope.high, lexicon)
        content = said_before(tokens, scope.low, cue.wide - 1, scope.high, scope)
        return Frame(cue, "inversion", source, content) if source and content else None
    if before is None or "quote" not in cue.takes or not (before.kind == "quote" or before.low in INSERTS):
        return None
    if behind is not None and behind[0] in ("clause", "quote", "infinitive"):
        return None
    if lexicon.has("tellers", tokens[cue.last - 1].low):
        return None  # whom it is told to stands there
    source = phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None:
        return None
    quoted = before.kind == "quote" or (cue.wide - 2 >= scope.low and tokens[cue.wide - 2].kind == "quote")
    if not can_speak(tokens, source, lexicon) and not quoted:
        return None
    if behind is not None and behind[0] == "colon" and (source[1] >= len(tokens) or tokens[source[1]].low != ":"):
        return None
    if behind is not None and (holds_verb(tokens, source, lexicon) or not _is_end(tokens, source[1])):
        return None
    content = said_before(tokens, scope.low, cue.wide, source[1], scope)
    return Frame(cue, "inversion", source, content) if content else None


def _is_end(tokens: Tokens, place: int) -> bool:
    return place >= len(tokens) or tokens[place].kind == "mark"


def _inserted(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """`..., X said.`: what is said stands before subject and cue."""
    if "quote" not in cue.takes or not _ends_here(cue, scope):
        return None
    start = subject[0]
    if start <= scope.low or not (scope.tokens[start - 1].low in INSERTS or scope.tokens[start - 1].kind == "quote"):
        return None
    content = said_before(scope.tokens, scope.low, start, _comma_after(scope.tokens, cue.last), scope)
    if (
        len(content) == 1
        and scope.tokens[content[0][0]].low in scope.lexicon.sets["nonsubjects"]
        and content[0][1] - content[0][0] < 6
    ):
        return None  # an adverbial before subject and verb
    return Frame(cue, "inversion", subject, content) if content else None


def _subject(cue: Cue, scope: Scope) -> Range | None:
    tokens, lexicon = scope.tokens, scope.lexicon
    if cue.wide > scope.low and lexicon.has("relatives", tokens[cue.wide - 1].low):
        return antecedent(tokens, scope.low, cue.wide - 1, lexicon)
    if cue.form == "joined" or (cue.wide and lexicon.has("linkers", tokens[cue.wide - 1].low)):
        return None
    return subject_before(tokens, scope.low, cue.wide, lexicon)


def _ends_here(cue: Cue, scope: Scope) -> bool:
    """Whether nothing but adverbials stands between the cue and the next stop."""
    for place in range(cue.last, min(cue.last + REACH, scope.high)):
        token = scope.tokens[place]
        if token.low == "," or (token.kind == "mark" and token.low in STOPS):
            return True
        if token.kind == "quote":
            return False
        if scope.lexicon.has("complementisers", token.low):
            return False
    return True


def _inverted(cue: Cue, scope: Scope, source: Range) -> Frame | None:
    """`says he`: what is said stands before, or on both sides."""
    after = max(cue.last, source[1])
    content = said_before(scope.tokens, scope.low, cue.wide, _comma_after(scope.tokens, after), scope)
    if content:
        return Frame(cue, "inversion", source, content)
    behind = said_behind(cue, scope)
    return Frame(cue, behind[0], source, behind[1]) if behind else None


def _comma_after(tokens: Tokens, start: int) -> int:
    """The next comma within a short adverbial behind an inserted cue."""
    for place in range(start, min(start + 6, len(tokens))):
        if tokens[place].low == ",":
            return place
        if tokens[place].kind in ("mark", "quote"):
            break
    return len(tokens)


def _passive(cue: Cue, scope: Scope) -> Frame | None:
    """`confirmed by X`: the agent is the source, what stands before is the content."""
    tokens, lexicon = scope.tokens, scope.lexicon
    agent = next((k for k in range(cue.last, scope.high) if lexicon.has("agent", tokens[k].low)), None)
    if agent is None:
        return None
    source = phrase_after(tokens, agent + 1, scope.high, lexicon)
    if source is None or source[0] - agent > 3:
        return None
    first = scope.low
    for place in range(cue.wide - 1, scope.low - 1, -1):
        if tokens[place].low in {",", ";", ":"} and place < cue.wide - 1:
            first = place + 1
            break
    return Frame(cue, "passive", source, ((first, cue.last),)) if cue.last - first >= 3 else None


def _preposition(cue: Cue, scope: Scope) -> Frame | None:
    """`according to X`: the rest of its clause, behind it at the start of a sentence, else before it, or around it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    source = _governed_phrase(cue, scope)
    if source is None:
        return None
    after = source[1]
    related = lexicon.has("relative_objects", tokens[cue.last].low)
    opening = cue.first <= scope.low + 1 or tokens[cue.first - 1].low in STOPS
    if related:
        return Frame(cue, "preposition", source, ((cue.last + 1, scope.high),)) if scope.high - cue.last > 3 else None
    if opening:
        start = after + 1 if after < len(tokens) and tokens[after].low == "," else after
        return Frame(cue, "preposition", source, ((start, scope.high),)) if scope.high - start >= 2 else None
    content = said_before(tokens, scope.low, cue.first, after, scope)
    return Frame(cue, "preposition", source, content) if content else None


# What a weak preposition takes: clauses only, at the start of a sentence.
_OPINION = frozenset({"clause"})


def _governed_phrase(cue: Cue, scope: Scope) -> Range | None:
    tokens, lexicon = scope.tokens, scope.lexicon
    start = cue.last
    if start >= len(tokens) or tokens[start].kind in ("mark", "quote"):
        return None
    if lexicon.has("relative_objects", tokens[start].low):
        return antecedent(tokens, scope.low, cue.first, lexicon)
    named = match_phrase(tokens, start - 1, lexicon.nouns) == 1  # the preposition ends with the noun ("de source")
    opening = cue.first <= scope.low + 1
    span = (start - 1 if named else start, phrase_end(tokens, start, len(tokens), lexicon, opening=opening))
    return span if cue.takes != _OPINION or _has_opinion(tokens, span, lexicon) else None


def _has_opinion(tokens: Tokens, span: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase holds a person, or a noun for somebody who can speak."""
    persons = any(t.name is not None and t.name.kind == "person" for t in tokens[slice(*span)])
    return can_speak(tokens, span, lexicon) and (
        persons or any(match_phrase(tokens, k, lexicon.nouns) for k in range(*span))
    )

"""Cue → Frame: where its source and its content stand among the tokens of the sentence."""

from __future__ import annotations

from recoupe.annotate.attributions.antecedents import antecedent
from recoupe.annotate.attributions.content import (
    INSERTS,
    Behind,
    Frame,
    Scope,
    before_speech,
    comma_after,
    said_before,
    said_behind,
)
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.likened import read_likened
from recoupe.annotate.attributions.phrases import (
    Range,
    Tokens,
    can_speak,
    holds_verb,
    is_document,
    opens_phrase,
    past_adverbials,
    phrase_after,
)
from recoupe.annotate.attributions.prepositions import read_preposition
from recoupe.annotate.attributions.source_phrases import is_person
from recoupe.annotate.attributions.subjects import (
    document_before,
    is_unknown_name,
    main_subject,
    opening_source,
    subject_before,
    subject_of,
)
from recoupe.annotate.attributions.tokens import match_phrase
from recoupe.annotate.attributions.verb_first import (
    behind_pointer,
    ends_here,
    is_pointed,
    read_object_first,
    read_verb_first,
)
from recoupe.annotate.attributions.verb_groups import skippable


def read_cue(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a cue, by the first rule that fits; none where no word is left for the source."""
    frame = _frame(cue, scope)
    if frame is None or frame.source is None:
        return frame
    source = scope.tokens[slice(*frame.source)]  # "nobody answered" has no source
    return frame if any(not scope.lexicon.has("negative_subjects", token.low) for token in source) else None


def _frame(cue: Cue, scope: Scope) -> Frame | None:
    if cue.form in ("preposition", "postposition"):
        return read_preposition(cue, scope)
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
    if cue.form == "bracket":
        return _bracketed(cue, scope)
    return _finite(cue, scope)


def _bracketed(cue: Cue, scope: Scope) -> Frame | None:
    """`X has the plan rejected`: subject and object may stand between the auxiliary and the participle."""
    tokens, lexicon, start = scope.tokens, scope.lexicon, cue.wide + 1
    source = subject_before(tokens, scope.low, cue.wide, lexicon) if cue.wide > scope.low else None
    if source is None or not can_speak(tokens, source, lexicon):
        source = phrase_after(tokens, start, cue.head, lexicon)
        start = source[1] if source is not None else start
    if source is None or not can_speak(tokens, source, lexicon):
        return None
    if "self" in cue.takes:
        return Frame(cue, "self", source, ((cue.wide, cue.last),))
    behind = said_behind(cue, scope)
    if behind is not None and behind[0] not in ("object", "infinitive"):
        return Frame(cue, behind[0], source, behind[1])
    before = tokens[cue.wide - 1] if cue.wide > scope.low else None
    if before is not None and "quote" in cue.takes and (before.kind == "quote" or before.low in INSERTS):
        content = said_before(tokens, scope.low, cue.wide, comma_after(tokens, cue.last), scope)
        return Frame(cue, "inversion", source, content) if content and not _is_adverbial(content, scope) else None
    start = past_adverbials(tokens, start, cue.head, lexicon)
    named = "object" in cue.takes and start < cue.head and opens_phrase(tokens, start, lexicon)
    return Frame(cue, "object", source, ((start, cue.head),)) if named else None


def _opened(cue: Cue, scope: Scope) -> bool:
    """A form that shares the subject of its sentence, by the words before it ("avant d'ajouter")."""
    for size in (1, 2, 3):
        start = cue.wide - size
        if start >= 0 and match_phrase(scope.tokens, start, scope.lexicon.gerund_openers) == size:
            return True
    return False


def _dependent(cue: Cue, scope: Scope) -> Frame | None:
    """A gerund or infinitive, whose source is the subject of its sentence."""
    if scope.lexicon.has("interviews", scope.tokens[cue.head].low):
        return None  # "answering a question, X said ..."
    opening = cue.wide
    while opening and skippable(scope.tokens, opening - 1, scope.lexicon):
        opening -= 1
    before = scope.tokens[opening - 1].low if opening else ","
    found = said_behind(cue, scope)
    if found is None:
        return None
    if cue.form == "gerund" and before != "," and not _opened(cue, scope) and not scope.lexicon.has("linkers", before):
        described = antecedent(scope.tokens, scope.low, cue.wide, scope.lexicon)  # "a note saying"
        speaks = described is not None and can_speak(scope.tokens, described, scope.lexicon)
        return Frame(cue, found[0], described, found[1]) if speaks else None
    return Frame(cue, found[0], None if scope.follows else main_subject(cue, scope), found[1])


def _finite(cue: Cue, scope: Scope) -> Frame | None:
    """A verb with its subject before it, or behind it where what is said stands before."""
    if "self" in cue.takes:
        subject = subject_of(cue, scope) or subject_before(scope.tokens, cue.wide + 1, cue.first, scope.lexicon)
        if scope.lexicon.data.subject == "behind":
            stop = cue.last - 1 if cue.last > cue.head + 1 else scope.high
            next_to = phrase_after(scope.tokens, cue.head + 1, stop, scope.lexicon)
            subject = next_to if next_to and next_to[0] == cue.head + 1 else subject
        elif scope.lexicon.data.subject == "either" and (
            subject is None or is_document(scope.tokens, subject, scope.lexicon)
        ):
            stop = cue.last if cue.last > cue.first + 1 else scope.high
            subject = phrase_after(scope.tokens, cue.first + 1, stop, scope.lexicon) or subject
        end = before_speech(scope.tokens, cue.last, scope.high)
        end = next((k for k in range(cue.last, end) if scope.tokens[k].low == ","), end)
        start = _clause_of(cue, scope, subject) if subject else cue.wide
        return Frame(cue, "self", subject, ((start, end),)) if subject or scope.follows else None
    likened = read_likened(cue, scope)
    if likened is not None:
        return likened
    behind = said_behind(cue, scope)
    turned = _turned(cue, scope, behind)
    if turned is not None:
        return turned
    subject = None if scope.lexicon.data.subject == "behind" or is_pointed(cue, scope) else subject_of(cue, scope)
    verb_first = read_verb_first(cue, scope, behind) if subject is None else None
    if verb_first is not None:
        return verb_first
    subject = _named_behind(cue, scope) or subject or subject_of(cue, scope)
    if (object_first := read_object_first(cue, scope, subject, behind)) is not None:
        return object_first
    if subject is not None and (spoken := _behind_speech(cue, scope, subject, behind)) is not None:
        return spoken
    if subject is None and "document" in cue.sources:
        subject = document_before(scope.tokens, scope.low, cue.wide, scope.lexicon)
    if subject is None and not scope.follows and _is_joined(cue, scope):
        subject = opening_source(scope.tokens, scope.low, cue.wide, scope.lexicon)
    if subject is not None and scope.low < subject[0] == behind_pointer(scope) and ends_here(cue, scope):
        return Frame(cue, "back", subject, ())
    if behind is not None and (subject or scope.follows or cue.form == "joined" or _is_null(cue, scope)):
        return Frame(cue, behind[0], subject, behind[1])
    if subject is None:
        return None
    return _inserted(cue, scope, subject) or _bare(cue, scope, subject)


def _named_behind(cue: Cue, scope: Scope) -> Range | None:
    """`The paper told X: ...`, where the verb stands second: a person right behind it, and a mark behind the person."""
    tokens, place = scope.tokens, cue.last
    if not scope.lexicon.sets["brackets"] or place >= len(tokens) or not is_person(tokens[place]):
        return None
    ends = place + 1 < len(tokens) and tokens[place + 1].low in {":", ","} and "clause" in cue.takes
    return (place, place + 1) if ends else None


# Marks and quotations that part a subject from its verb.
_PARTS = frozenset({",", ":", ";", "(", '"', "\u2013", "\u2014"})


def _clause_of(cue: Cue, scope: Scope, subject: Range) -> int:
    """Where the clause of a refusal begins: with its subject, or with what was asked (`Asked why, ...`)."""
    tokens, lexicon, first = scope.tokens, scope.lexicon, subject[0]
    if subject[1] > cue.wide or any(tokens[k].low in _PARTS for k in range(first, cue.wide)):
        return cue.wide
    asked = first - 1 > scope.low and tokens[first - 1].low == "," and lexicon.has("interviews", tokens[scope.low].low)
    return scope.low if asked else first


def _is_joined(cue: Cue, scope: Scope) -> bool:
    """Whether the cue shares the subject of a verb that no list knows (`X visited the site and said ...`)."""
    joined = cue.form in ("finite", "participle") and cue.wide > scope.low + 1
    return joined and scope.lexicon.has("linkers", scope.tokens[cue.wide - 1].low)


def _behind_speech(cue: Cue, scope: Scope, subject: Range, behind: Behind) -> Frame | None:
    """`"...," X told the paper in May`: with a quotation of its own before the subject, nothing behind is said."""
    tokens, place = scope.tokens, subject[0] - 1
    if place > scope.low and tokens[place].low == ",":
        place -= 1
    alone = place == scope.low or (place > scope.low and tokens[place - 1].kind in ("mark", "quote"))
    if not alone or tokens[place].kind != "quote" or "quote" not in cue.takes:
        return None
    if behind is not None and behind[1][0][0] == cue.last + 1 and behind[0] in ("clause", "colon"):
        return None
    content = said_before(tokens, scope.low, subject[0], comma_after(tokens, cue.last), scope)
    return Frame(cue, "inversion", subject, content) if content else None


def _is_null(cue: Cue, scope: Scope) -> bool:
    """A cue that opens its sentence without a subject, where the language can leave it out."""
    opening = range(scope.low, cue.wide)
    return scope.lexicon.data.null_subjects and all(
        scope.tokens[k].time or skippable(scope.tokens, k, scope.lexicon) for k in opening
    )


def _bare(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """A verb with nothing behind it: what it says was said in the sentence before, or the clause is all there is."""
    if not ends_here(cue, scope) or not can_speak(scope.tokens, subject, scope.lexicon):
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
    if before is None or "quote" not in cue.takes or not (before.kind == "quote" or before.low in INSERTS):
        return None
    if behind is not None and behind[0] in ("clause", "quote", "infinitive"):
        return None
    if lexicon.has("tellers", tokens[cue.last - 1].low) or is_pointed(cue, scope):
        return None  # whom it is told to stands there, or nothing but a word for what was said before
    quoted = before.kind == "quote" or (cue.wide - 2 >= scope.low and tokens[cue.wide - 2].kind == "quote")
    source = phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None and quoted and cue.last < scope.high and is_unknown_name(tokens, cue.last, lexicon):
        source = cue.last, cue.last + 1
    if source is None:
        alone = lexicon.data.null_subjects and behind is None and ends_here(cue, scope)
        content = said_before(tokens, scope.low, cue.wide, comma_after(tokens, cue.last), scope) if alone else ()
        return Frame(cue, "inversion", None, content) if content else None
    bare = match_phrase(tokens, source[0], lexicon.skips) == 1 or (  # "denied any deal"
        source[0] > cue.last and bool(match_phrase(tokens, source[0], lexicon.nouns))
    )
    bare = bare and lexicon.data.subject == "before"
    if not quoted and (bare or not can_speak(tokens, source, lexicon) or _is_parted_subject(cue, scope)):
        return None
    if lexicon.data.bare_clause and _is_clause_subject(tokens, cue.last, source, lexicon):
        return None
    if behind is not None and behind[0] == "colon" and (source[1] >= len(tokens) or tokens[source[1]].low != ":"):
        return None
    ended = _is_end(tokens, source[1]) or any(lexicon.has("relatives", t.low) for t in tokens[slice(*source)])
    loose = holds_verb(tokens, source, lexicon) or not ended
    if behind is not None and loose and not (quoted and can_speak(tokens, source, lexicon)):
        return None
    content = said_before(tokens, scope.low, cue.wide, source[1], scope)
    return Frame(cue, "inversion", source, content) if content and not _is_adverbial(content, scope) else None


def _is_clause_subject(tokens: Tokens, behind: int, source: Range, lexicon: Lexicon) -> bool:
    """`X, who ..., said it would stay`: a pronoun with words behind it opens what is said."""
    size = match_phrase(tokens, behind, lexicon.pronouns) if source[0] == behind else 0
    return size > 0 and not _is_end(tokens, behind + size)


def _is_parted_subject(cue: Cue, scope: Scope) -> bool:
    """`X, speaking to Y, said`: a subject that an insertion parts from its cue, rather than what is said."""
    tokens = scope.tokens
    commas = [k for k in range(scope.low, cue.wide) if tokens[k].low == ","]
    if len(commas) < 2 or commas[0] == scope.low:
        return False
    first, head = (scope.low, commas[0]), commas[0] - 1
    named = tokens[head].kind == "name" or bool(match_phrase(tokens, head, scope.lexicon.nouns))
    named = named and not scope.lexicon.has("addressees", tokens[scope.low].low)
    if holds_verb(tokens, (commas[-2] + 1, commas[-1]), scope.lexicon):
        return False  # "X, the minister, has resigned, reports Y"
    return named and can_speak(tokens, first, scope.lexicon) and not holds_verb(tokens, first, scope.lexicon)


# An adverbial before a verb is at most this many tokens long.
ADVERBIAL = 6


def _is_adverbial(content: tuple[Range, ...], scope: Scope) -> bool:
    """Whether what stands before the cue is no more than a phrase of time or place, or nothing at all."""
    before = scope.tokens[slice(*content[0])]
    if len(content) > 1 and scope.lexicon.data.subject != "behind":
        return False
    short = len(before) < ADVERBIAL and not any(token.kind == "quote" for token in before)
    return not before or (short and before[0].low in scope.lexicon.sets["nonsubjects"])


def _is_end(tokens: Tokens, place: int) -> bool:
    return place >= len(tokens) or tokens[place].kind == "mark"


def _inserted(cue: Cue, scope: Scope, subject: Range) -> Frame | None:
    """`..., X said.`: what is said stands before subject and cue."""
    if "quote" not in cue.takes or not ends_here(cue, scope):
        return None
    start = subject[0]
    if start <= scope.low or not (scope.tokens[start - 1].low in INSERTS or scope.tokens[start - 1].kind == "quote"):
        return None
    content = said_before(scope.tokens, scope.low, start, comma_after(scope.tokens, cue.last), scope)
    if cue.stance == "denies" and not any(scope.tokens[k].kind == "quote" for a, b in content for k in range(a, b)):
        return None  # "a drone fell, X denies": X does not say so
    return Frame(cue, "inversion", subject, content) if content and not _is_adverbial(content, scope) else None


def _inverted(cue: Cue, scope: Scope, source: Range) -> Frame | None:
    """`says he`: what is said stands before, or on both sides."""
    after = max(cue.last, source[1])
    content = said_before(scope.tokens, scope.low, cue.wide, comma_after(scope.tokens, after), scope)
    if content:
        return Frame(cue, "inversion", source, content)
    behind = said_behind(cue, scope)
    return Frame(cue, behind[0], source, behind[1]) if behind else None


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

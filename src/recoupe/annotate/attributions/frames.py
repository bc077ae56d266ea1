"""Cue → Frame: where its source and its content stand among the tokens of the sentence."""

from __future__ import annotations

from recoupe.annotate.attributions.content import (
    INSERTS,
    REACH,
    Behind,
    Frame,
    Scope,
    before_speech,
    said_before,
    said_behind,
)
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.phrases import (
    STOPS,
    Range,
    Tokens,
    antecedent,
    can_speak,
    holds_verb,
    is_unknown_name,
    opens_phrase,
    phrase_after,
    phrase_end,
    subject_before,
)
from recoupe.annotate.attributions.prepositions import read_preposition
from recoupe.annotate.attributions.tokens import match_phrase
from recoupe.annotate.attributions.verb_groups import skippable


def read_cue(cue: Cue, scope: Scope) -> Frame | None:
    """The frame of a cue, by the first rule that fits; none where no word is left for the source."""
    frame = _frame(cue, scope)
    nobody = frame is not None and frame.source is not None and frame.source[0] >= frame.source[1]
    return None if nobody else frame


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
    found = said_behind(cue, scope)
    if found is None:
        return None
    if cue.form == "gerund" and before != "," and not _opened(cue, scope) and not scope.lexicon.has("linkers", before):
        described = antecedent(scope.tokens, scope.low, cue.wide, scope.lexicon)  # "a note saying"
        speaks = described is not None and can_speak(scope.tokens, described, scope.lexicon)
        return Frame(cue, found[0], described, found[1]) if speaks else None
    return Frame(cue, found[0], None if scope.follows else _main_subject(cue, scope), found[1])


def _main_subject(cue: Cue, scope: Scope) -> Range | None:
    """The subject of the sentence: the phrase that opens it, else that of its first segment."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if opens_phrase(tokens, scope.low, lexicon):
        opening = scope.low, phrase_end(tokens, scope.low, cue.wide, lexicon)
        if can_speak(tokens, opening, lexicon):
            return opening
    end = next((k for k in range(scope.low + 1, cue.wide) if tokens[k].low == ","), cue.wide)
    return subject_before(tokens, scope.low, end, lexicon)


def _finite(cue: Cue, scope: Scope) -> Frame | None:
    """A verb with its subject before it, or behind it where what is said stands before."""
    if "self" in cue.takes:
        subject = _subject(cue, scope)
        if scope.lexicon.data.subject == "behind":
            stop = cue.last - 1 if cue.last > cue.head + 1 else scope.high
            next_to = phrase_after(scope.tokens, cue.head + 1, stop, scope.lexicon)
            subject = next_to if next_to and next_to[0] == cue.head + 1 else subject
        end = before_speech(scope.tokens, cue.last, scope.high)
        return Frame(cue, "self", subject, ((cue.wide, end),)) if subject or scope.follows else None
    likened = _likened(cue, scope)
    if likened is not None:
        return likened
    behind = said_behind(cue, scope)
    turned = _turned(cue, scope, behind)
    if turned is not None:
        return turned
    subject = None if scope.lexicon.data.subject == "behind" or _is_pointed(cue, scope) else _subject(cue, scope)
    verb_first = _verb_first(cue, scope, behind) if subject is None else None
    if verb_first is not None:
        return verb_first
    subject = subject or _subject(cue, scope)
    if behind is not None and (subject or scope.follows or cue.form == "joined" or _is_null(cue, scope)):
        return Frame(cue, behind[0], subject, behind[1])
    if subject is None:
        return None
    return _inserted(cue, scope, subject) or _bare(cue, scope, subject)


# Words between `as` and its verb: a subject with its function and name.
LIKENED = 12


def _likened(cue: Cue, scope: Scope) -> Frame | None:
    """`As X said, ...` and `..., as X said, ...`."""
    tokens, lexicon = scope.tokens, scope.lexicon
    opening, start = _likeness(cue, scope)
    if start <= opening:
        return None
    source = subject_before(tokens, start, cue.wide, lexicon) if start < cue.wide else None
    if source is None and (behind := phrase_after(tokens, cue.last, scope.high, lexicon)) is not None:
        source = behind[0], phrase_end(tokens, behind[0], scope.high, lexicon, opening=True)
    if source is None and not lexicon.data.null_subjects:
        return None
    after = _comma_after(tokens, max(cue.last, source[1] if source else 0))
    if opening > scope.low:
        content = said_before(tokens, scope.low, opening, after, scope)
    else:
        long = after + 2 < scope.high or (after + 1 < scope.high and tokens[after + 1].kind == "quote")
        content = ((after + 1, scope.high),) if long else ()
    return Frame(cue, "inversion", source, content) if content else None


def _likeness(cue: Cue, scope: Scope) -> Range:
    """A word for `as` that opens the clause of the cue; nothing if there is none."""
    tokens, likeness = scope.tokens, scope.lexicon.likeness
    for place in range(max(scope.low, cue.wide - LIKENED), cue.wide):
        size = match_phrase(tokens, place, likeness) if tokens[place].low in likeness else 0
        opens = place == scope.low or tokens[place - 1].low in INSERTS
        if size and opens and all(token.kind not in ("mark", "quote") for token in tokens[place : cue.wide]):
            return place, min(place + size, cue.wide)
    return cue.wide, cue.wide


def _verb_first(cue: Cue, scope: Scope, behind: Behind) -> Frame | None:
    """`Yesterday said X that ...`: the subject stands behind the cue, before what is said."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if lexicon.data.subject == "before":
        return None
    opened = behind is not None and behind[0] not in ("object", "infinitive")
    stop = behind[1][0][0] if behind is not None and opened else scope.high
    source = phrase_after(tokens, _past_pointer(cue, scope), stop, lexicon)
    if source is None or not can_speak(tokens, source, lexicon):
        return None
    if _points_back(cue, scope, source, behind):
        return Frame(cue, "back", source, ())
    if behind is not None and opened:
        return Frame(cue, behind[0], source, behind[1])
    named = "object" in cue.takes and source[1] < scope.high and tokens[source[1]].kind != "mark"
    return Frame(cue, "object", source, ((source[1], scope.high),)) if named else None


def _is_pointed(cue: Cue, scope: Scope) -> bool:
    """Whether nothing but a word for what was said before opens the sentence (`This said X`)."""
    size = match_phrase(scope.tokens, scope.low, scope.lexicon.back_phrases)
    return size > 0 and scope.low + size in (cue.wide, cue.first)


def _past_pointer(cue: Cue, scope: Scope) -> int:
    """First token behind the cue and a word for what was said before, which may share its preposition with it."""
    for place in (cue.last, cue.last - 1):
        size = match_phrase(scope.tokens, place, scope.lexicon.back_phrases) if cue.head < place < scope.high else 0
        if size:
            return place + size
    return cue.last


def _points_back(cue: Cue, scope: Scope, source: Range, behind: Behind) -> bool:
    """Whether a word for what was said in the sentence before stands at the cue, and nothing else is said."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if _is_pointed(cue, scope):
        return True
    if any(tokens[k].low in lexicon.sets["object_clitics"] for k in range(cue.wide, cue.head)):
        return _ends_here(cue, scope)
    if behind is not None and behind[0] != "object":
        return False
    after = source[1] < scope.high and match_phrase(tokens, source[1], lexicon.back_phrases)
    return bool(after) or _past_pointer(cue, scope) > cue.last


def _is_null(cue: Cue, scope: Scope) -> bool:
    """A cue that opens its sentence without a subject, where the language can leave it out."""
    opening = range(scope.low, cue.wide)
    return scope.lexicon.data.null_subjects and all(
        scope.tokens[k].time or skippable(scope.tokens, k, scope.lexicon) for k in opening
    )


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
    if before is None or "quote" not in cue.takes or not (before.kind == "quote" or before.low in INSERTS):
        return None
    if behind is not None and behind[0] in ("clause", "quote", "infinitive"):
        return None
    if lexicon.has("tellers", tokens[cue.last - 1].low):
        return None  # whom it is told to stands there
    quoted = before.kind == "quote" or (cue.wide - 2 >= scope.low and tokens[cue.wide - 2].kind == "quote")
    source = phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None and quoted and cue.last < scope.high and is_unknown_name(tokens, cue.last, lexicon):
        source = cue.last, cue.last + 1
    if source is None:
        alone = lexicon.data.null_subjects and behind is None and _ends_here(cue, scope)
        content = said_before(tokens, scope.low, cue.wide, _comma_after(tokens, cue.last), scope) if alone else ()
        return Frame(cue, "inversion", None, content) if content else None
    if not quoted and (not can_speak(tokens, source, lexicon) or _is_parted_subject(cue, scope)):
        return None
    if behind is not None and behind[0] == "colon" and (source[1] >= len(tokens) or tokens[source[1]].low != ":"):
        return None
    loose = holds_verb(tokens, source, lexicon) or not _is_end(tokens, source[1])
    if behind is not None and loose and not (quoted and can_speak(tokens, source, lexicon)):
        return None
    content = said_before(tokens, scope.low, cue.wide, source[1], scope)
    return Frame(cue, "inversion", source, content) if content and not _is_adverbial(content, scope) else None


def _is_parted_subject(cue: Cue, scope: Scope) -> bool:
    """`X, speaking to Y, said`: a subject that an insertion parts from its cue, rather than what is said."""
    tokens = scope.tokens
    commas = [k for k in range(scope.low, cue.wide) if tokens[k].low == ","]
    if len(commas) < 2 or commas[0] == scope.low:
        return False
    first, head = (scope.low, commas[0]), commas[0] - 1
    named = tokens[head].kind == "name" or bool(match_phrase(tokens, head, scope.lexicon.nouns))
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
    if "quote" not in cue.takes or not _ends_here(cue, scope):
        return None
    start = subject[0]
    if start <= scope.low or not (scope.tokens[start - 1].low in INSERTS or scope.tokens[start - 1].kind == "quote"):
        return None
    content = said_before(scope.tokens, scope.low, start, _comma_after(scope.tokens, cue.last), scope)
    return Frame(cue, "inversion", subject, content) if content and not _is_adverbial(content, scope) else None


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

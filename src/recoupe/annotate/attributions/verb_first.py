"""A cue whose subject stands behind it → its Frame (`Yesterday said X that ...`, `The charges rejected X`)."""

from __future__ import annotations

from recoupe.annotate.attributions.content import REACH, Behind, Frame, Scope
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.phrases import STOPS, Range, can_speak, governs, phrase_after
from recoupe.annotate.attributions.tokens import match_phrase


def read_verb_first(cue: Cue, scope: Scope, behind: Behind) -> Frame | None:
    """`Yesterday said X that ...`: the subject stands behind the cue, before what is said."""
    tokens, lexicon = scope.tokens, scope.lexicon
    if lexicon.data.subject == "before" and not is_pointed(cue, scope):
        return None
    opened = behind is not None and behind[0] not in ("object", "infinitive")
    stop = behind[1][0][0] if behind is not None and opened else scope.high
    parted = lexicon.data.subject == "behind" and cue.last > cue.head + 1  # its preposition behind the subject
    parted = parted and not lexicon.has("agent", tokens[cue.last - 1].low)
    inner = cue.last - governs(tokens[cue.last - 1], lexicon)
    start, stop = (cue.head + 1, inner) if parted else (_past_pointer(cue, scope), stop)
    source = phrase_after(tokens, start, stop, lexicon) or phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None or not can_speak(tokens, source, lexicon):
        return None
    if _points_back(cue, scope, source, behind):
        return Frame(cue, "back", source, ())
    if behind is not None and opened:
        return Frame(cue, behind[0], source, behind[1])
    if parted and "object" in cue.takes and cue.last < scope.high:
        return Frame(cue, "object", source, ((max(cue.last, source[1]), scope.high),))
    named = "object" in cue.takes and source[1] < scope.high and tokens[source[1]].kind != "mark"
    return Frame(cue, "object", source, ((source[1], scope.high),)) if named else None


def read_object_first(cue: Cue, scope: Scope, subject: Range | None, behind: Behind) -> Frame | None:
    """`The charges rejected X`: what cannot speak stands before the cue, who can right behind it."""
    tokens, lexicon = scope.tokens, scope.lexicon
    free = lexicon.data.subject == "either" and "object" in cue.takes and cue.inverted is None
    if not free or subject is None or can_speak(tokens, subject, lexicon):
        return None
    if behind is not None and behind[0] not in ("object", "infinitive"):
        return None
    source = phrase_after(tokens, cue.last, scope.high, lexicon)
    if source is None or source[0] != cue.last or not can_speak(tokens, source, lexicon):
        return None
    rest = ((source[1], scope.high),) if source[1] < scope.high else ()
    return Frame(cue, "object", source, (subject, *rest))


def is_pointed(cue: Cue, scope: Scope) -> bool:
    """Whether nothing but a word for what was said before opens the sentence (`This said X`)."""
    start = behind_pointer(scope)
    spoken_to = scope.tokens[start : cue.wide]  # "This told `The Times` X"
    return start > scope.low and all(token.kind in ("quote", "name") or token.time for token in spoken_to)


def behind_pointer(scope: Scope) -> int:
    """First token behind a word for what was said before, with which the sentence may open."""
    return scope.low + match_phrase(scope.tokens, scope.low, scope.lexicon.back_phrases)


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
    if is_pointed(cue, scope):
        return True
    if any(tokens[k].low in lexicon.sets["object_clitics"] for k in range(cue.wide, cue.head)):
        return ends_here(cue, scope)
    if behind is not None and behind[0] != "object":
        return False
    after = source[1] < scope.high and match_phrase(tokens, source[1], lexicon.back_phrases)
    return bool(after) or _past_pointer(cue, scope) > cue.last


def ends_here(cue: Cue, scope: Scope) -> bool:
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

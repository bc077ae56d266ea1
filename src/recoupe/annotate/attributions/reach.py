"""Sentence → the frames of its cues, each read within the stretch of the sentence that its cue may reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recoupe.annotate.attributions.content import Frame, Scope
from recoupe.annotate.attributions.cues import Cue, find_cues
from recoupe.annotate.attributions.frames import read_cue
from recoupe.annotate.attributions.learned import read_learned, read_quoted
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.nobody import without_nobody
from recoupe.annotate.attributions.phrases import Tokens, can_speak, phrase_after
from recoupe.annotate.attributions.subjects import opening_source
from recoupe.annotate.attributions.tokens import Unit, match_phrase
from recoupe.annotate.attributions.verb_groups import relative_before


def sentence_frames(unit: Unit, words: Lexicon) -> tuple[Frame, ...]:
    """The frames of a sentence, in the order of their cues."""
    cues = find_cues(unit.tokens, words)
    return tuple(_with_aside([*_read_cues(unit.tokens, cues, words)], unit.tokens, words)) if cues else ()


def _with_aside(frames: list[Frame], tokens: Tokens, words: Lexicon) -> Iterator[Frame]:
    """The frames; where `citing Y` stands between a subject and its cue (`X, citing Y, writes`), both say the same."""
    aside: Frame | None = None
    for frame in frames:
        if aside is not None and frame.source is None:
            yield replace(frame, source=aside.content[0])
            frame = replace(aside, content=frame.content)
        elif aside is not None:
            yield aside
        aside = frame if aside is None and _is_aside(frame, tokens, words) else None
        if aside is None:
            yield frame
    if aside is not None:
        yield aside


def _is_aside(frame: Frame, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a medium names its own source and nothing but the medium stands before."""
    cue = frame.cue
    if cue is None or frame.rule != "preposition" or not words.has("citing", tokens[cue.first].low):
        return False
    before = frame.content[0]
    return before[1] <= cue.first and opening_source(tokens, *before, words) == before


def _read_cues(tokens: Tokens, cues: list[Cue], words: Lexicon) -> Iterator[Frame]:
    low = start = closed = 0  # closed: a verb can belong to "according to", before what is said
    cues = without_nobody(cues, words, tokens)
    for index, cue in enumerate(cues):
        high = _high(tokens, cue, cues[index + 1 :], words)
        inside = cue.wide < low  # a cue within the source of the one before ("according to a letter that X confirmed")
        scope = Scope(tokens, 0 if inside else low, high, start, words, index > 0)
        learned = read_learned(cue, scope) or read_quoted(cue, scope)
        frame = learned or read_cue(cue, scope)
        if frame is None or cue.last <= closed:
            continue
        yield frame
        closed = learned.source[1] if learned and learned.source else closed
        end = frame.source[1] if frame.rule == "preposition" and frame.source else cue.last
        closed = frame.content[0][0] if frame.rule == "preposition" and cue.first == 0 else closed
        start = end if frame.rule == "preposition" and cue.first == 0 else start
        related = relative_before(tokens, 0, cue.wide, words) is not None
        around = frame.rule == "inversion" and len(frame.content) == 2 and frame.content[0][1] <= cue.wide
        low = low if related or around else max(low, end)  # the subject of a relative clause goes on behind it


def _high(tokens: Tokens, cue: Cue, following: list[Cue], words: Lexicon) -> int:
    """Where the content of a cue must end: the next joined cue, or the end of the sentence."""
    end = len(tokens)
    while end > cue.last and tokens[end - 1].kind == "mark" and tokens[end - 1].low in ".;:,!?…":
        end -= 1
    relative = relative_before(tokens, 0, cue.wide, words) if following else None
    if relative and tokens[relative - 1].low == ",":
        end = next((k for k in range(cue.last, end) if tokens[k].low == ","), end)
    for other in following:
        if other.first <= cue.last:
            continue
        if cue.form == other.form == "preposition":
            return next((k for k in range(cue.last, other.first) if tokens[k].low == ","), other.first)
        joint = _joint(tokens, cue, other, words)
        if joint is not None:
            return min(end, joint)
    return end


def _joint(tokens: Tokens, cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """Where a later cue of the sentence parts from the content of this one; None if it stands within it."""
    start = _opening(tokens, other, words)
    for place in (start - 1, start - 2):  # a quotation before an inserted cue is what that one says
        if place > cue.last and tokens[place].kind == "quote" and (place == start - 1 or tokens[start - 1].low == ","):
            return place if tokens[place - 1].kind in ("mark", "quote") else place + 1
    before = tokens[start - 1].low if start else ""
    if other.form == "preposition" and other.first - cue.last <= 3:
        return None
    if before == "," and "quote" in other.takes and other.form in ("finite", "participle"):
        speaker = phrase_after(tokens, other.last, len(tokens), words)
        if speaker is not None and can_speak(tokens, speaker, words):
            return start - 1
    if (other.form in ("preposition", "gerund") or start < other.wide) and before == ",":
        return start - 1
    if words.has("linkers", before):
        return start - 2 if start > 1 and tokens[start - 2].low == "," else start - 1
    if other.inverted is not None and before in {","}:
        return None
    closing = _closing(tokens, cue, other, words)
    if closing is not None:
        return closing
    for place in range(start - 1, max(cue.last, start - 14), -1):
        if tokens[place].kind == "quote" or words.has("complementisers", tokens[place].low):
            return None
        if words.has("linkers", tokens[place].low) and tokens[place - 1].low in {",", ";"}:
            return place - 1
        if tokens[place].low == ";":
            return place
    return None


# What stands behind a cue that closes its sentence (`..., the paper reported on Friday`) is at most so long.
CLOSING = 6


def _closing(tokens: Tokens, cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """The comma before a subject and a cue that close the sentence: what stands before is what that one says."""
    if "quote" not in other.takes or other.form not in ("finite", "participle"):
        return None
    behind = tokens[other.last : other.last + CLOSING + 1]
    if len(behind) > CLOSING or any(t.kind == "quote" or words.has("complementisers", t.low) for t in behind):
        return None
    comma = next((k for k in range(other.wide - 1, cue.last, -1) if tokens[k].low == ","), None)
    if comma is None:
        return None
    subject = opening_source(tokens, comma + 1, other.wide, words)
    return comma if subject is not None and subject[1] == other.wide else None


def _opening(tokens: Tokens, cue: Cue, words: Lexicon) -> int:
    """First token of a cue with the words that lead to it ("before adding")."""
    sizes = (size for size in (3, 2, 1) if cue.wide >= size)
    found = (size for size in sizes if match_phrase(tokens, cue.wide - size, words.gerund_openers) == size)
    return cue.wide - next(found, 0)

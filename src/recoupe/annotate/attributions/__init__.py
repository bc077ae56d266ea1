"""Article → its attributions: who says what, by which cue, with which stance, and through which media."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.drafts import Draft, finish, is_dashed
from recoupe.annotate.attributions.headlines import headline_frame
from recoupe.annotate.attributions.lexicon import Lexicon, lexicon, with_compounds
from recoupe.annotate.attributions.loose import is_term, loose_quotes
from recoupe.annotate.attributions.memory import Memory, at_place, last_medium, make_memory
from recoupe.annotate.attributions.named_later import name_described
from recoupe.annotate.attributions.nobody import body_of_nobody, is_newsroom
from recoupe.annotate.attributions.phrases import Tokens
from recoupe.annotate.attributions.reach import sentence_frames
from recoupe.annotate.attributions.source_phrases import read_phrase
from recoupe.annotate.attributions.sources import find_source, newsroom, note_subject, unnamed_source
from recoupe.annotate.attributions.tokens import Unit, units
from recoupe.annotate.attributions.via import find_via, nest
from recoupe.lang import Language
from recoupe.model import Article, Attribution, Source, Span

# A sentence that is a quotation and its full stop is speech, however short.
LONE = 2
Inside = tuple[tuple[Frame, ...], ...]
"""The frames within each quotation of a sentence that has room for a cue."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with the frames of its own cues, and with those inside its quotations."""

    unit: Unit
    frames: tuple[Frame, ...]
    inside: Inside


def find_attributions(
    article: Article, language: Language, read: tuple[Unit, ...] | None = None
) -> tuple[Attribution, ...]:
    """The attributions of headline, subheads and body, in the order of their contents.

    Args:
        article: the article with its names and times.
        language: its language.
        read: its sentences as tokens, where they have been made before.
    """
    words = lexicon(language)
    if not words.readings:
        return ()
    sentences = [
        unit for unit in (units(article) if read is None else read) if unit.region in ("headline", "subhead", "body")
    ]
    words = _with_compounds(sentences, words)
    memory = make_memory(article, sentences, words)
    drafts: list[Draft] = []
    nested: list[Draft] = []
    for index, unit in enumerate(sentences):
        frames = sentence_frames(unit, words)
        speech = unit.tokens[:1] and unit.tokens[0].quote is not None and len(unit.tokens) <= LONE
        if not frames and unit.region != "headline" and not speech and all(map(is_term, unit.tokens)):
            if drafts and drafts[-1].unit is sentences[index - 1] and _is_reported(unit, drafts[-1].unit, words):
                drafts.append(_gone_on(unit, drafts[-1]))
            note_subject(article, unit.tokens, at_place(memory, index))
            continue
        here = at_place(memory, index)
        inside = tuple(sentence_frames(inner, words) for inner in unit.inner)
        found = _read_unit(article, Read(unit, frames, inside), words, here, drafts)
        previous = sentences[index - 1] if index else None
        drafts += [_look_back(draft, previous) for draft in found]
        nested += _nested(article, unit, words, here, inside) if inside else ()
    drafts = name_described(article, drafts, memory, words)
    made = [finish(article, draft, words) for draft in (*drafts, *nested)]
    kept = sorted((a for a in made if a is not None), key=lambda a: (a.content[0].start, a.content[-1].end))
    return tuple(replace(a, id=f"{article.id}-a{number}") for number, a in enumerate(_distinct(kept), 1))


def _with_compounds(sentences: list[Unit], words: Lexicon) -> Lexicon:
    if not words.data.compounds:
        return words
    tokens = (token for unit in sentences for token in unit.tokens if token.kind == "word")
    known = words.data.compounds == "any"
    return with_compounds(words, sorted({token.low for token in tokens if known or token.first.isupper()}))


def _is_reported(unit: Unit, before: Unit, words: Lexicon) -> bool:
    """Whether the mood of a sentence, or a dash as in the one before, says that somebody else says it."""
    if is_dashed(unit.tokens) and is_dashed(before.tokens) and unit.paragraph == before.paragraph:
        return True
    forms = words.sets["reported_forms"]
    return bool(forms) and any(token.low in forms and token.kind == "word" for token in unit.tokens)


def _gone_on(unit: Unit, last: Draft) -> Draft:
    """A whole sentence of the speaker before."""
    return Draft(unit, Frame(None, "follow", None, ((0, len(unit.tokens)),)), last.source, last.via)


def _look_back(draft: Draft, previous: Unit | None) -> Draft:
    """Where a cue points back (`X announced it`), its content is the sentence before."""
    if draft.frame.rule != "back" or previous is None or previous.paragraph != draft.unit.paragraph:
        return draft
    end = previous.end
    while previous.tokens and previous.tokens[-1].low in ".!" and end > previous.tokens[-1].start:
        end = previous.tokens[-1].start
    return replace(draft, back=Span(previous.start, end))


def _distinct(found: list[Attribution]) -> Iterator[Attribution]:
    """One attribution for each content and source."""
    seen = set()
    for attribution in found:
        key = (attribution.content, attribution.source.name)
        if key not in seen:
            seen.add(key)
            yield attribution


def _read_unit(article: Article, read: Read, words: Lexicon, memory: Memory, before: list[Draft]) -> list[Draft]:
    """The attributions of one sentence: by its cues, by a colon, or because it goes on with a quotation."""
    unit = read.unit
    drafts: list[Draft] = _inserted(article, unit, words, memory, read.inside)
    opening: str | None = None  # "According to the Times, X says ...": what follows came through that medium
    for frame in read.frames:
        source = _source(article, unit, frame, words, memory, drafts or (before if words.data.null_subjects else []))
        if source is None or not _fits(frame, source, unit.tokens, words):
            continue
        if drafts and _cites(frame, unit, words) and drafts[-1].source.kind == "outlet":
            frame = replace(frame, content=drafts[-1].frame.content)
            drafts.append(Draft(unit, frame, source, (*drafts[-1].via, drafts[-1].source.name)))
            continue
        if drafts and _reports(frame, source, drafts[-1]):
            drafts[-1] = replace(drafts[-1], via=(source.name, *drafts[-1].via))
            continue
        via = find_via(article, unit.tokens, frame, words, last_medium(memory)) or _same_via(
            unit, frame, source, [*before[-3:], *drafts]
        )
        if opening is not None and opening not in via and opening != source.name:
            via = (opening, *via)
        if frame.rule == "preposition" and frame.cue is not None and frame.cue.first == 0 and source.kind == "outlet":
            opening = source.name
        drafts.append(Draft(unit, frame, source, via))
    drafts = nest(drafts) + _loose(article, unit, words, memory, drafts, before)
    return drafts or (_headline(article, unit, words, memory) if unit.region == "headline" else [])


def _headline(article: Article, unit: Unit, words: Lexicon, memory: Memory) -> list[Draft]:
    frame = headline_frame(unit.tokens, words)
    source = _source(article, unit, frame, words, memory, []) if frame else None
    return [Draft(unit, frame, source, ())] if frame and source else []


def _cites(frame: Frame, unit: Unit, words: Lexicon) -> bool:
    """`the paper reported, citing X`: X said it, the paper stands in between."""
    return frame.cue is not None and words.has("citing", unit.tokens[frame.cue.first].low)


def _reports(frame: Frame, source: Source, last: Draft) -> bool:
    """`"...", said X, according to Y`: a medium behind a full attribution is the way it came."""
    return frame.rule == "preposition" and source.kind == "outlet" and last.frame.rule == "inversion"


def _same_via(unit: Unit, frame: Frame, source: Source, before: list[Draft]) -> tuple[str, ...]:
    """Whoever goes on to speak in the same paragraph, or at once in the next, speaks to the same medium."""
    if frame.cue is not None and frame.cue.stance == "declines_comment":
        return ()
    for draft in reversed(before):
        if draft.source.name == source.name and unit.paragraph - draft.unit.paragraph <= (draft is before[-1]):
            return draft.via
    return ()


# Rule of a frame → what its cue must take.
_TAKES = {"clause": "clause", "bare clause": "clause", "object": "object", "infinitive": "infinitive"}


def _fits(frame: Frame, source: Source, tokens: Tokens, words: Lexicon) -> bool:
    """Some verbs say something only of some sources (a report shows, people do not)."""
    cue = frame.cue
    if cue is not None and cue.stance == "declines_comment" and source.kind == "document":
        return False
    if (
        cue is not None
        and cue.stance == "declines_comment"
        and source.kind == "outlet"
        and _confirms(tokens, cue, words)
    ):
        return False  # "the agency could not verify this" tells of the reporting, and refuses nothing
    if cue is None or not cue.bound or source.kind in cue.sources:
        return True
    return _TAKES.get(frame.rule, "quote") not in cue.bound and not cue.takes <= cue.bound


def _confirms(tokens: Tokens, cue: Cue, words: Lexicon) -> bool:
    """Whether the verb of a cue is one of confirming, whatever its group makes of it."""
    readings = (r for place in range(cue.head, cue.last) for r in words.readings.get(tokens[place].low, ()))
    return any(reading.stance == "confirms" for reading in readings)


def _source(
    article: Article, unit: Unit, frame: Frame, words: Lexicon, memory: Memory, drafts: list[Draft]
) -> Source | None:
    if frame.source is None:
        near = bool(drafts) and unit.paragraph - drafts[-1].unit.paragraph <= 1
        if not near or drafts[-1].unit is unit:
            return drafts[-1].source if near else None
        return unnamed_source(memory, drafts[-1].source)
    phrase = read_phrase(article, unit.tokens, frame.source, words)
    if len(phrase.pronoun) == 1 and words.pronoun_rows[phrase.pronoun].kinds == ("anonymous",):
        body = body_of_nobody(unit.tokens, frame, words)
        if body is not None:
            return find_source(read_phrase(article, unit.tokens, body, words), memory)
        if is_newsroom(unit.tokens, frame, words):
            return newsroom(memory, phrase)
        if frame.rule in ("object", "infinitive", "self"):
            return None  # "one has asked": nobody in particular
    return find_source(phrase, memory, beside=frame.rule == "inversion", speaks=frame.rule in _SPEAKING)


# Rules by which only somebody who can speak is a source, whatever noun stands for him.
_SPEAKING = frozenset({"inversion", "clause", "quote"})


def _inserted(article: Article, unit: Unit, words: Lexicon, memory: Memory, inside: Inside) -> list[Draft]:
    """Cues set into a quotation: `"We are ready, said X, and we shall go."`"""
    found: list[Draft] = []
    for inner, frames in zip(unit.inner, inside, strict=True):
        frame = next((f for f in frames if f.rule == "inversion" and _is_insertion(inner, f)), None)
        if frame is None or frame.source is None:
            continue
        source = find_source(read_phrase(article, inner.tokens, frame.source, words), memory)
        if source is not None:
            via = find_via(article, inner.tokens, frame, words, last_medium(memory))
            found.append(Draft(inner, frame, source, via, quoted=True))
    return found


def _nested(article: Article, unit: Unit, words: Lexicon, memory: Memory, inside: Inside) -> list[Draft]:
    """What a quotation says that others say; they are no speakers of the article, so the memory is left as it is."""
    found: list[Draft] = []
    aside = replace(memory, spoken=[*memory.spoken])
    for inner, frames in zip(unit.inner, inside, strict=True):
        for frame in frames:
            if frame.source is None or frame.rule not in _NESTED:
                continue
            phrase = read_phrase(article, inner.tokens, frame.source, words)
            nobody = phrase.pronoun and words.pronoun_rows[phrase.pronoun].kinds == ("anonymous",)
            source = None if nobody or words.has("own", phrase.text.lower()) else find_source(phrase, aside)
            if source is not None:
                found.append(Draft(inner, frame, source, ()))
    return found


# Rules trusted inside a quotation, where most verbs of saying are the speaker's own.
_NESTED = frozenset({"clause", "quote", "colon"})


def _is_insertion(inner: Unit, frame: Frame) -> bool:
    """Marks on both sides of cue and source, and words of the quotation before and behind."""
    if frame.cue is None or frame.source is None or frame.cue.wide < 2:
        return False
    after = max(frame.source[1], frame.cue.last)
    return (
        after < len(inner.tokens) - 1
        and inner.tokens[after].kind == "mark"
        and inner.tokens[frame.cue.wide - 1].kind == "mark"
    )


def _loose(
    article: Article, unit: Unit, words: Lexicon, memory: Memory, drafts: list[Draft], before: list[Draft]
) -> list[Draft]:
    """Quotations that no cue of the sentence takes."""
    if not any(token.quote is not None for token in unit.tokens):
        return []
    covered = [r for draft in drafts if not draft.quoted for r in draft.frame.content]
    covered += [
        (place, place + 1)
        for place, token in enumerate(unit.tokens)
        if any(draft.quoted and token.start <= draft.unit.start < token.end for draft in drafts)
    ]
    last = (before + drafts)[-1] if before or drafts else None
    near = last is not None and unit.paragraph - last.unit.paragraph <= 1
    found: list[Draft] = []
    spoken = frozenset(draft.frame.source[1] for draft in drafts if draft.frame.source and not draft.quoted)
    for frame in loose_quotes(article, unit, covered, words, spoken if near or drafts else None):
        if frame.source is None:
            earlier = found[-1] if found else last
            if earlier is not None and (earlier.unit.paragraph == unit.paragraph or frame.content[0][0] == 0):
                found.append(Draft(unit, frame, earlier.source, earlier.via))
            continue
        source = find_source(read_phrase(article, unit.tokens, frame.source, words), memory)
        if source is not None:
            found.append(Draft(unit, frame, source, find_via(article, unit.tokens, frame, words)))
    return found

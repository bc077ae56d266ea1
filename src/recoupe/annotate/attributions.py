"""Article → its attributions: who says what, by which cue, with which stance, and through which media."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.annotate.cues import Cue, find_cues
from recoupe.annotate.frames import Frame, Scope, read_cue
from recoupe.annotate.lexicon import Lexicon, lexicon, split_list
from recoupe.annotate.loose import loose_quotes
from recoupe.annotate.phrases import Range, Tokens, can_speak, phrase_after
from recoupe.annotate.sources import Memory, read_phrase
from recoupe.annotate.tokens import Token, Unit, match_phrase, units
from recoupe.annotate.tokens import inside as within
from recoupe.annotate.via import find_via
from recoupe.lang import Language
from recoupe.model import Article, Attribution, Mode, Source, Span, Stance


# A quotation shorter than this, in characters, has no room for "said X" inside it.
INSERTED = 40


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution before it has its id, with the sentence and frame it was read from."""

    unit: Unit
    frame: Frame
    source: Source
    via: tuple[str, ...]
    back: Span | None = None
    quoted: bool = False


def find_attributions(article: Article, language: Language) -> tuple[Attribution, ...]:
    """The attributions of headline, subheads and body, in the order of their contents."""
    words = lexicon(language)
    if not words.readings:
        return ()
    sentences = [unit for unit in units(article) if unit.region in ("headline", "subhead", "body")]
    memory = Memory(article, sentences, words)
    drafts: list[_Draft] = []
    for index, unit in enumerate(sentences):
        memory.place = index
        found = _read_unit(article, unit, words, memory, drafts)
        previous = sentences[index - 1] if index else None
        drafts += [_look_back(draft, previous) for draft in found]
    made = [_finish(article, draft, words) for draft in drafts]
    kept = sorted((a for a in made if a is not None), key=lambda a: (a.content[0].start, a.content[-1].end))
    return tuple(replace(a, id=f"{article.id}-a{number}") for number, a in enumerate(_distinct(kept), 1))


def _look_back(draft: _Draft, previous: Unit | None) -> _Draft:
    """Where a cue points back (`l'a annoncé`), its content is the sentence before."""
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


def _read_unit(article: Article, unit: Unit, words: Lexicon, memory: Memory, before: list[_Draft]) -> list[_Draft]:
    """The attributions of one sentence: by its cues, by a colon, or because it goes on with a quotation."""
    drafts: list[_Draft] = _inserted(article, unit, words, memory)
    for frame in _frames(unit, words):
        source = _source(article, unit, frame, words, memory, drafts)
        if source is None or not _fits(frame, source):
            continue
        if drafts and _cites(frame, unit, words) and drafts[-1].source.kind == "outlet":
            frame = replace(frame, content=drafts[-1].frame.content)
            drafts.append(_Draft(unit, frame, source, (*drafts[-1].via, drafts[-1].source.name)))
            continue
        if drafts and _reports(frame, source, drafts[-1]):
            drafts[-1] = replace(drafts[-1], via=(source.name, *drafts[-1].via))
            continue
        via = find_via(article, unit.tokens, frame, words, memory.medium) or _same_via(unit, source, [*before[-3:], *drafts])
        drafts.append(_Draft(unit, frame, source, via))
    return drafts + _loose(article, unit, words, memory, drafts, before)


def _cites(frame: Frame, unit: Unit, words: Lexicon) -> bool:
    """`the paper reported, citing X`: X said it, the paper stands in between."""
    return frame.cue is not None and words.has("citing", unit.tokens[frame.cue.first].low)


def _reports(frame: Frame, source: Source, last: _Draft) -> bool:
    """`"...", said X, according to Y`: a medium behind a full attribution is the way it came."""
    return frame.rule == "preposition" and source.kind == "outlet" and last.frame.rule == "inversion"


def _same_via(unit: Unit, source: Source, before: list[_Draft]) -> tuple[str, ...]:
    """Whoever goes on to speak in the same paragraph speaks to the same medium."""
    for draft in reversed(before):
        if draft.unit.paragraph == unit.paragraph and draft.source.name == source.name:
            return draft.via
    return ()


def _frames(unit: Unit, words: Lexicon) -> Iterator[Frame]:
    tokens = unit.tokens
    cues = find_cues(tokens, words)
    low, start = 0, 0
    for index, cue in enumerate(cues):
        high = _high(tokens, cue, cues[index + 1 :], words)
        inside = cue.wide < low  # a cue within the source of the one before ("selon une lettre dont ... confirmé")
        frame = read_cue(cue, Scope(tokens, 0 if inside else low, high, start, words, index > 0))
        if frame is None:
            continue
        yield frame
        end = frame.source[1] if frame.rule == "preposition" and frame.source else cue.last
        start = end if frame.rule == "preposition" and cue.first == 0 else start
        low = max(low, end)


# Rule of a frame → what its cue must take.
_TAKES = {"clause": "clause", "bare clause": "clause", "object": "object", "infinitive": "infinitive"}


def _fits(frame: Frame, source: Source) -> bool:
    """Some verbs say something only of some sources (a report shows, people do not)."""
    cue = frame.cue
    return cue is None or _TAKES.get(frame.rule, "quote") not in cue.bound or source.kind in cue.sources


def _high(tokens: Tokens, cue: Cue, following: list[Cue], words: Lexicon) -> int:
    """Where the content of a cue must end: the next joined cue, or the end of the sentence."""
    end = len(tokens)
    while end > cue.last and tokens[end - 1].kind == "mark" and tokens[end - 1].low in ".;:,!?…":
        end -= 1
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
            return place
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
    for place in range(start - 1, max(cue.last, start - 14), -1):
        if tokens[place].kind == "quote" or words.has("complementisers", tokens[place].low):
            return None
        if words.has("linkers", tokens[place].low) and tokens[place - 1].low in {",", ";"}:
            return place - 1
        if tokens[place].low == ";":
            return place
    return None


def _opening(tokens: Tokens, cue: Cue, words: Lexicon) -> int:
    """First token of a cue with the words that lead to it ("before adding")."""
    sizes = (size for size in (3, 2, 1) if cue.wide >= size)
    found = (size for size in sizes if match_phrase(tokens, cue.wide - size, words.gerund_openers) == size)
    return cue.wide - next(found, 0)


def _source(article: Article, unit: Unit, frame: Frame, words: Lexicon, memory: Memory, drafts: list[_Draft]) -> Source | None:
    if frame.source is None:
        return drafts[-1].source if drafts else None
    phrase = read_phrase(article, unit.tokens, frame.source, words)
    return memory.source(phrase)


def _inserted(article: Article, unit: Unit, words: Lexicon, memory: Memory) -> list[_Draft]:
    """Cues set into a quotation: `"We are ready, said X, and we shall go."`"""
    found: list[_Draft] = []
    for token in unit.tokens:
        if token.quote is None or token.quote.inner_end - token.quote.inner_start < INSERTED:
            continue
        inner = within(article, unit, token.quote)
        for frame in _frames(inner, words):
            if frame.rule != "inversion" or frame.source is None or not _is_insertion(inner, frame):
                continue
            source = memory.source(read_phrase(article, inner.tokens, frame.source, words))
            if source is not None:
                found.append(_Draft(inner, frame, source, find_via(article, inner.tokens, frame, words, memory.medium), quoted=True))
                break
    return found


def _is_insertion(inner: Unit, frame: Frame) -> bool:
    """Marks on both sides of cue and source, and words of the quotation before and behind."""
    if frame.cue is None or frame.source is None or frame.cue.wide < 2:
        return False
    after = max(frame.source[1], frame.cue.last)
    return after < len(inner.tokens) - 1 and inner.tokens[after].kind == "mark" and inner.tokens[frame.cue.wide - 1].kind == "mark"


def _loose(
    article: Article, unit: Unit, words: Lexicon, memory: Memory, drafts: list[_Draft], before: list[_Draft]
) -> list[_Draft]:
    """Quotations that no cue of the sentence takes."""
    covered = [r for draft in drafts if not draft.quoted for r in draft.frame.content]
    covered += [
        (place, place + 1)
        for place, token in enumerate(unit.tokens)
        if any(draft.quoted and token.start <= draft.unit.start < token.end for draft in drafts)
    ]
    last = (before + drafts)[-1] if before or drafts else None
    near = last is not None and unit.paragraph - last.unit.paragraph <= 1
    found: list[_Draft] = []
    for frame in loose_quotes(unit, covered, words, near):
        if frame.source is None:
            earlier = found[-1] if found else last
            if earlier is not None and (earlier.unit.paragraph == unit.paragraph or frame.content[0][0] == 0):
                found.append(_Draft(unit, frame, earlier.source, earlier.via))
            continue
        source = memory.source(read_phrase(article, unit.tokens, frame.source, words))
        if source is not None:
            found.append(_Draft(unit, frame, source, find_via(article, unit.tokens, frame, words)))
    return found


def _finish(article: Article, draft: _Draft, words: Lexicon) -> Attribution | None:
    frame, tokens = draft.frame, draft.unit.tokens
    content = (Span(draft.back.start, draft.back.end),) if draft.back else ()
    content += tuple(span for a, b in frame.content if (span := _span(article, tokens, a, b)) is not None)
    if not content:
        return None
    mode = "direct" if draft.quoted else _mode(tokens, frame)
    return Attribution(
        id="",
        source_span=_whole(tokens, frame.source) if frame.source else None,
        cue_span=_cue_span(tokens, frame.cue),
        content=content,
        mode=mode,
        stance=_stance(article, frame, content, words),
        source=draft.source,
        via=draft.via,
        rule=frame.rule,
    )


def _span(article: Article, tokens: Tokens, first: int, last: int) -> Span | None:
    """The words of a token range, without marks at its ends; a lone quotation without its quotation marks."""
    while first < last and tokens[first].kind == "mark" and tokens[first].low not in "(-":
        first += 1
    while last > first and tokens[last - 1].kind == "mark" and tokens[last - 1].low not in ")%€$!?":
        last -= 1
    if first >= last:
        return None
    quote = tokens[first].quote
    if last - first == 1 and quote is not None:
        return Span(quote.inner_start, quote.inner_end)
    return Span(tokens[first].start, tokens[last - 1].end)


def _whole(tokens: Tokens, span: Range) -> Span:
    return Span(tokens[span[0]].start, tokens[span[1] - 1].end)


def _cue_span(tokens: Tokens, cue: Cue | None) -> Span | None:
    if cue is None:
        return None
    first = cue.wide if cue.negated or cue.reflexive else cue.first
    last = max(cue.last, (cue.inverted or 0) + 1)
    return Span(tokens[first].start, tokens[last - 1].end)


def _mode(tokens: Tokens, frame: Frame) -> Mode:
    """Direct if all of it is quoted and stands alone, mixed if some of it is, else indirect."""
    quoted = [tokens[k] for a, b in frame.content for k in range(a, b) if tokens[k].kind == "quote"]
    if not quoted:
        return "indirect"
    rest = [tokens[k] for a, b in frame.content for k in range(a, b) if tokens[k].kind in ("word", "name")]
    alone = not rest and frame.rule not in ("object", "clause", "infinitive", "self", "predicate") and not _is_lower(quoted[0])
    return "direct" if alone else "mixed"


def _is_lower(token: Token) -> bool:
    """A quotation that begins in small letters is a piece of a sentence."""
    return token.first.islower()


def _stance(article: Article, frame: Frame, content: tuple[Span, ...], words: Lexicon) -> Stance:
    """The cue's stance; that of a plain `says` can be told from what is said."""
    stance = frame.cue.stance if frame.cue else "asserts"
    if stance == "asserts":
        said = " ".join(article.text[s.start : s.end] for s in content).lower().replace("’", "'")
        for other, entries in words.data.content_stances.items():
            if any(entry in said for entry in split_list(entries)):
                stance = other
                break
    return _STANCES[stance]


_STANCES: dict[str, Stance] = {
    "asserts": "asserts", "denies": "denies", "confirms": "confirms", "declines_comment": "declines_comment",
    "promises": "promises", "questions": "questions", "accuses": "accuses",
}

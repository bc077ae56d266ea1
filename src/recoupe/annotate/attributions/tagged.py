"""What a plugged-in tagger found → attributions, checked against the text and merged with those of the rules.

Where a tagged content and one of the rules share at least half of the shorter, both mean one attribution: the tagger's
spans stand, and what it cannot tell (the media in between, the source where it names none) comes from the rules. All
others of both are kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.cues import find_cues
from recoupe.annotate.attributions.drafts import Draft, finish
from recoupe.annotate.attributions.lexicon import Lexicon, lexicon
from recoupe.annotate.attributions.memory import Memory, at_place, make_memory
from recoupe.annotate.attributions.phrases import Range
from recoupe.annotate.attributions.source_phrases import read_phrase
from recoupe.annotate.attributions.sources import find_source
from recoupe.annotate.attributions.tokens import Unit
from recoupe.annotate.taggers import Place, Tagged, Tagger
from recoupe.lang import Language
from recoupe.model import Article, Attribution, Source, Span

# Two contents are one where this share of the shorter is in both; a felt choice.
SAME = 0.5


def with_tagged(article: Article, language: Language, read: Sequence[Unit], tagger: Tagger) -> Article:
    """The article with what the tagger finds; what does not stand in the text is left out, and a note says so.

    Args:
        article: with the attributions of the rules.
        language: its language.
        read: its sentences as tokens.
        tagger: what else finds attributions.
    """
    words = lexicon(language)
    told = [unit for unit in read if unit.region in ("headline", "subhead", "body")]
    memory = make_memory(article, told, words)
    tagged = list(tagger.tag(article.text, article.language))
    sound = sorted((one for one in tagged if _stands(one, article, told)), key=lambda one: one.content)
    found = [a for one in sound if (a := _attribution(one, article, memory, words)) is not None]
    merged = sorted(_merged(found, article.attributions), key=lambda a: (a.content[0].start, a.content[-1].end))
    numbered = tuple(replace(a, id=f"{article.id}-a{number}") for number, a in enumerate(merged, 1))
    wrong = len(tagged) - len(sound)
    notes = (f"{wrong} of {len(tagged)} findings of the tagger do not stand in the article's own text",)
    return replace(article, attributions=numbered, notes=(*article.notes, *notes) if wrong else article.notes)


def _stands(tagged: Tagged, article: Article, units: Sequence[Unit]) -> bool:
    """Whether all spans are within the text, in order, and what is said begins in a sentence of the article itself."""
    places = [*tagged.content, *(place for place in (tagged.source, tagged.cue) if place is not None)]
    within = all(0 <= start < end <= len(article.text) for start, end in places)
    return bool(tagged.content) and within and _unit_at(tagged.content[0][0], units) is not None


def _unit_at(place: int, units: Sequence[Unit]) -> int | None:
    """The number of the sentence that holds a place of the text."""
    number = bisect_right(units, place, key=lambda unit: unit.start) - 1
    return number if number >= 0 and place < units[number].end else None


def _attribution(tagged: Tagged, article: Article, memory: Memory, words: Lexicon) -> Attribution | None:
    """The attribution, with its source read as those of the rules are; without one it waits for `_merged`."""
    spoken = tagged.source or tagged.cue or tagged.content[0]
    number = _unit_at(spoken[0], memory.units)
    if number is None:
        return None
    unit = memory.units[number]
    named = _tokens(unit, tagged.source) if tagged.source else None
    source = _source(article, unit, named, at_place(memory, number)) if named else _NOBODY
    cue_tokens = _tokens(unit, tagged.cue) if tagged.cue else None
    cues = find_cues(unit.tokens, words) if cue_tokens else ()
    cue = next((c for c in cues if cue_tokens and c.first < cue_tokens[1] and cue_tokens[0] < c.last), None)
    pieces = tuple(found for place in tagged.content if (found := _tokens(unit, place)) is not None)
    frame = Frame(cue, "quote", named, pieces)
    content = tuple(Span(*place) for place in tagged.content)
    made = finish(article, Draft(unit, frame, source, (), back=content[0]), words)
    return made and replace(
        made,
        content=content,
        source_span=Span(*tagged.source) if tagged.source else None,
        cue_span=Span(*tagged.cue) if tagged.cue else None,
        rule="tagger",
    )


# Stands for the source until that of the rules takes its place; whoever keeps it names no source.
_NOBODY = Source("", "anonymous")


def _source(article: Article, unit: Unit, named: Range, memory: Memory) -> Source:
    """Whom the tokens name; words that the language's file does not know are somebody without a name."""
    phrase = read_phrase(article, unit.tokens, named, memory.lexicon)
    return find_source(phrase, memory) or Source(phrase.text, "anonymous")


def _tokens(unit: Unit, place: Place) -> Range | None:
    """The tokens of a sentence that a place of the text touches."""
    touched = [k for k, token in enumerate(unit.tokens) if token.start < place[1] and place[0] < token.end]
    return (touched[0], touched[-1] + 1) if touched else None


def _merged(found: Iterable[Attribution], ruled: Sequence[Attribution]) -> Iterable[Attribution]:
    """The tagger's, completed by those of the rules that mean the same, and the rest of the rules'."""
    left = list(ruled)
    for attribution in found:
        same = [other for other in left if _is_same(attribution, other)]
        left = [other for other in left if other not in same]
        best = max(same, key=lambda other: _shared(attribution, other), default=None)
        source = attribution.source if attribution.source is not _NOBODY else best and best.source
        if source:
            yield replace(attribution, source=source, via=best.via if best else ())
    yield from left


def _is_same(one: Attribution, other: Attribution) -> bool:
    shorter = min(sum(span.end - span.start for span in a.content) for a in (one, other))
    return _shared(one, other) >= SAME * shorter


def _shared(one: Attribution, other: Attribution) -> int:
    """Characters that both contents hold."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)

"""Draft → Attribution: its spans in the text, and its mode and stance, told by frame, cue and content."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.attributions.content import Frame
from recoupe.annotate.attributions.cues import Cue
from recoupe.annotate.attributions.lexicon import WORD, Lexicon, lower
from recoupe.annotate.attributions.phrases import DASHES, Range, Tokens
from recoupe.annotate.attributions.tokens import Token, Unit
from recoupe.model import Article, Attribution, Mode, Source, Span, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it has its id, with the sentence and frame it was read from."""

    unit: Unit
    frame: Frame
    source: Source
    via: tuple[str, ...]
    back: Span | None = None
    quoted: bool = False


def finish(article: Article, draft: Draft, words: Lexicon) -> Attribution | None:
    """The attribution of a draft, still without its id; None if nothing is said."""
    frame, tokens = draft.frame, draft.unit.tokens
    content: tuple[Span, ...] = (draft.back,) if draft.back else ()
    content += tuple(span for a, b in frame.content if (span := _span(article, tokens, a, b)) is not None)
    if not content or _asks_for_anonymity(article, content, words):
        return None
    mode = "direct" if draft.quoted else _mode(tokens, frame)
    return Attribution(
        id="",
        source_span=_whole(tokens, frame.source) if frame.source else None,
        cue_span=_cue_span(tokens, frame.cue),
        content=content,
        mode=mode,
        stance=_stance(article, draft, content, words),
        source=draft.source,
        via=draft.via,
        rule=frame.rule,
    )


# A request for anonymity is this long at most, in characters; a longer content says something besides.
ANONYMITY = 45


def _asks_for_anonymity(article: Article, content: tuple[Span, ...], words: Lexicon) -> bool:
    """`asks not to be named`: tells how the source speaks and states nothing."""
    said = lower(" ".join(article.text[span.start : span.end] for span in content))
    return len(said) <= ANONYMITY and any(phrase in said for phrase in words.anonymity)


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
        return "direct" if is_dashed(tokens) and frame.rule in ("inversion", "follow") else "indirect"
    rest = [tokens[k] for a, b in frame.content for k in range(a, b) if tokens[k].kind in ("word", "name")]
    alone = (
        not rest
        and frame.rule not in ("object", "clause", "infinitive", "self", "predicate")
        and not _is_lower(quoted[0])
    )
    return "direct" if alone else "mixed"


def is_dashed(tokens: Tokens) -> bool:
    """Whether a sentence opens with the dash that marks speech."""
    return tokens[0].low in DASHES or (tokens[0].low == "-" and len(tokens) > 1)


def _is_lower(token: Token) -> bool:
    """A quotation that begins in small letters is a piece of a sentence."""
    return token.first.islower()


def _stance(article: Article, draft: Draft, content: tuple[Span, ...], words: Lexicon) -> Stance:
    """The cue's stance; that of a plain `says` can be told from what is said."""
    frame, tokens = draft.frame, draft.unit.tokens
    stance = frame.cue.stance if frame.cue else "asserts"
    if frame.cue is not None and frame.cue.negated and stance == "asserts":
        return "asserts"  # "rules out no option", "does not think that ..."
    if stance != "asserts":
        return _STANCES[stance]
    said = lower(" ".join(article.text[s.start : s.end] for s in content))[:STANCE_REACH]
    told = _told(said, words)
    if told is not None:
        return told
    spoken = WORD.findall(said)
    if _is_denial(frame, tokens, spoken, words):
        return "denies"
    if frame.rule in _SPOKEN_RULES and said.endswith("?"):
        return "questions"
    return "promises" if draft.source.kind in _BOUND and _is_promise(spoken, words) else "asserts"


def _told(said: str, words: Lexicon) -> Stance | None:
    """The stance of the words that stand first among those that tell one."""
    for token in WORD.finditer(said):
        for stance, phrase in words.content_stances.get(token.group(), ()):
            if phrase.match(said, token.start()):
                return _STANCES[stance]
    return None


# Rules by which a whole sentence is what is said.
_SPOKEN_RULES = frozenset({"inversion", "quote", "colon", "follow"})
# Who binds himself by speaking of the future; others only foretell it.
_BOUND = frozenset({"person", "organisation"})
# The main verb of what is said stands among so many words.
VERB_REACH = 7


def _is_promise(spoken: list[str], words: Lexicon) -> bool:
    """Whether what is said opens with a future, neither negated nor under a condition."""
    opening = spoken[:VERB_REACH]
    if any(words.has(key, word) for word in opening for key in ("negations", "denials", "unbound")):
        return False
    return any(words.has("futures", word) or word.endswith(words.future_endings) for word in opening)


# What tells the stance stands at the beginning of what is said; a long quotation speaks of much besides.
STANCE_REACH = 240
# A negation among so many words of what is said negates its main verb; later ones are those of other clauses.
NEGATION_REACH = 10


def _is_denial(frame: Frame, tokens: Tokens, spoken: list[str], words: Lexicon) -> bool:
    """Whether what is said opens as a denial, or is negated and the verb insists on it."""
    openings = words.denial_openings.get(spoken[0], ()) if spoken else ()
    if any(tuple(spoken[: len(entry)]) == entry for entry in openings):
        return True
    low = tokens[frame.cue.head].low if frame.cue else ""
    insists = any(words.has("emphatic", reading.lemma) for reading in words.readings.get(low, ()))
    return insists and not words.sets["denials"].isdisjoint(spoken[:NEGATION_REACH])


_STANCES: dict[str, Stance] = {
    "asserts": "asserts",
    "denies": "denies",
    "confirms": "confirms",
    "declines_comment": "declines_comment",
    "promises": "promises",
    "questions": "questions",
    "accuses": "accuses",
}

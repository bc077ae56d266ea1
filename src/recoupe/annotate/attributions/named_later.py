"""Drafts → the same drafts, where a description is followed by the name of whom it describes.

`A doctor at the hospital told Reuters ... "..." Mary Hollis said.`: news names the speaker with the second quotation.
"""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate.attributions.drafts import Draft
from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.memory import Memory
from recoupe.annotate.attributions.source_phrases import Phrase, read_phrase
from recoupe.annotate.attributions.sources import agrees, functions
from recoupe.model import Article

# The name comes with the next attribution, or with the one after that.
AHEAD = 2
# A description names nobody yet when it is read as one of these.
_NAMELESS = frozenset({"person", "anonymous"})


def name_described(article: Article, drafts: list[Draft], memory: Memory, words: Lexicon) -> list[Draft]:
    """The drafts, with the name in place of a description that it belongs to."""
    named: dict[str, str] = {}
    for index, draft in enumerate(drafts):
        phrase = _description(article, draft, memory, words)
        later = drafts[index + 1 : index + 1 + AHEAD] if phrase else []
        name = next((n for d in later if (n := _name(d, draft, phrase, memory))), None) if phrase else None
        if name:
            named[draft.source.name] = name
    return [
        replace(draft, source=replace(draft.source, name=named[draft.source.name], kind="person"))
        if draft.source.name in named
        else draft
        for draft in drafts
    ]


def _description(article: Article, draft: Draft, memory: Memory, words: Lexicon) -> Phrase | None:
    """The phrase of a source that is one human being without a name."""
    if draft.source.kind not in _NAMELESS or draft.source.name in memory.first or draft.frame.source is None:
        return None
    phrase = read_phrase(article, draft.unit.tokens, draft.frame.source, words)
    alone = phrase.noun == "person" and not phrase.plural and not phrase.same and not phrase.pronoun
    return phrase if alone and phrase.name is None else None


def _name(later: Draft, draft: Draft, phrase: Phrase | None, memory: Memory) -> str | None:
    """Whom a later draft, here or in the next paragraph, names for the first time, beside a quotation."""
    mention = memory.first.get(later.source.name)
    far = later.unit.paragraph - draft.unit.paragraph > 1 or draft.unit.region != later.unit.region
    if mention is None or phrase is None or mention.kind != "person" or far:
        return None
    near = later.unit.paragraph == draft.unit.paragraph
    named = memory.units[mention.place]
    new = named is later.unit or (near and named.start > draft.unit.start)
    fits = not functions(mention, memory) and agrees(mention.gender, phrase.gender)
    beside = later.frame.rule in ("inversion", "follow") or (near and later.frame.rule == "object")
    return mention.name if new and fits and beside and later.unit is not draft.unit else None

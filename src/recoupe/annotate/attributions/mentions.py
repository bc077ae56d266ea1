"""Article → who and what it names, in order, with the functions and the gender that the words beside the names show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.annotate.attributions.lexicon import Lexicon, lower
from recoupe.annotate.attributions.phrases import Tokens, governs
from recoupe.annotate.attributions.source_phrases import phrase_gender
from recoupe.annotate.attributions.tokens import Unit, match_phrase
from recoupe.model import Article, SourceKind
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

NAME_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "organisation",
    "outlet": "outlet",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that can be a source, as last seen: name, kind, gender where known, the words for it.

    `place` is its sentence, `start` where it stands in the text (0 where it is only taken up).
    """

    name: str
    kind: SourceKind
    gender: str
    plural: bool
    heads: frozenset[str]
    place: int
    said: bool = False
    subject: bool = False
    where: bool = False
    start: int = 0


def find_mentions(article: Article, units: Sequence[Unit], lexicon: Lexicon) -> list[Mention]:
    """Each name of the article where it stands, with the nouns that stand beside it anywhere."""
    heads: dict[str, set[str]] = {}
    genders: dict[str, str] = {}
    places: list[tuple[str, SourceKind, int, bool, bool, int]] = []
    for index, unit in enumerate(units):
        end = _subjects_end(unit.tokens, lexicon)
        for place, token in enumerate(unit.tokens):
            if token.kind != "name" or token.name is None:
                continue
            text = article.text[token.name.start : token.name.end]
            medium = find_agency(text) or find_outlet(text) or is_masthead(text, lexicon)
            kind = "outlet" if medium else NAME_KINDS[token.name.kind]
            subject = place <= end and not _is_governed(unit.tokens, place, lexicon)
            places.append((text, kind, index, token.name.kind == "place", subject, token.start))
            beside, gender = _beside(unit.tokens, place, lexicon)
            fitting = _HEADS["person" if kind == "person" else "organisation"]
            heads.setdefault(text, set()).update(h for h in beside if lexicon.noun_kinds[tuple(h.split())] in fitting)
            given = given_gender(text, lexicon) if kind == "person" else ""
            gender = (given if is_given(text, lexicon) else "") or gender or given
            if gender:
                genders.setdefault(text, gender)
    full = _full_names(dict.fromkeys((text, kind) for text, kind, _, _, _, _ in places))
    for short, name in full.items():
        heads[name] |= heads[short]
        if short in genders:
            genders.setdefault(name, genders[short])
    made = []
    for text, kind, place, where, subject, start in places:
        name, kind = (full[text], "person") if text in full else (text, kind)
        gender = genders.get(name, "")
        made.append(Mention(name, kind, gender, False, frozenset(heads[name]), place, False, subject, where, start))
    return made


def is_masthead(name: str, lexicon: Lexicon) -> bool:
    """Whether a name of several words opens with one for media or of mastheads (`Radio Verny`, `La Gazette du Val`)."""
    words = lower(name).replace("'", "' ").split()
    words = words[1:] if words and lexicon.has("definite", words[0]) else words
    return len(words) > 1 and (lexicon.has("mastheads", words[0]) or lexicon.noun_kinds.get((words[0],)) == "outlet")


def _is_governed(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a name hangs on a preposition, over its article."""
    back = place - 1 - (place > 1 and lexicon.has("definite", tokens[place - 1].low))
    return back >= 0 and (governs(tokens[back], lexicon) or governs(tokens[place - 1], lexicon))


# What somebody calls himself is at most this long, in characters.
ALIAS = 30


def find_aliases(article: Article, units: Sequence[Unit], lexicon: Lexicon) -> list[Mention]:
    """Those whom the article only gives a name that they call themselves (`a seller going by "moth"`)."""
    found = []
    for index, unit in enumerate(units):
        if lexicon.namers.keys().isdisjoint(unit.lows):
            continue
        for place, token in enumerate(unit.tokens):
            size = match_phrase(unit.tokens, place, lexicon.namers) if token.low in lexicon.namers else 0
            alias = _alias(article, unit.tokens, place + size, lexicon) if size else None
            if alias is not None:
                heads = _heads_before(unit.tokens, place, lexicon)
                found.append(Mention(alias[0], "person", "", False, heads, index, subject=True, start=alias[1]))
    return found


def _alias(article: Article, tokens: Tokens, place: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The name or short quotation at a place, or the word there if it is written as names are."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.quote is not None and token.quote.inner_end - token.quote.inner_start <= ALIAS:
        return article.text[token.quote.inner_start : token.quote.inner_end], token.start
    known = token.low in lexicon.readings or lexicon.has("nonsubjects", token.low)
    if token.kind == "name" or (token.kind == "word" and token.first.isupper() and not known):
        return article.text[token.start : token.end], token.start
    return None


def _heads_before(tokens: Tokens, place: int, lexicon: Lexicon) -> frozenset[str]:
    """The noun for a human being that a phrase before this place begins with."""
    for back in range(place - 1, max(-1, place - 1 - BESIDE), -1):
        size = match_phrase(tokens, back, lexicon.nouns)
        words = tuple(t.low for t in tokens[back : back + size])
        if size and lexicon.noun_kinds[words] in _HEADS["person"]:
            return frozenset({" ".join(words)})
        if tokens[back].low in ".;:":
            break
    return frozenset()


def _full_names(named: Iterable[tuple[str, SourceKind]]) -> dict[str, str]:
    """Surname → the one full name that ends with it, where it stands alone for a person or for an unknown body."""
    known = list(named)
    by_last: dict[str, set[str]] = {}
    for text, kind in known:
        if kind == "person" and " " in text:
            by_last.setdefault(text.split()[-1], set()).add(text)
    alone = (text for text, kind in known if kind in ("person", "organisation") and len(by_last.get(text, ())) == 1)
    return {text: next(iter(by_last[text])) for text in alone}


def _subjects_end(tokens: Tokens, lexicon: Lexicon) -> int:
    """Where the subject of a sentence ends at the latest: at a quotation, a pronoun or a verb known to us."""
    for place, token in enumerate(tokens[:SUBJECT_REACH]):
        low = token.low
        verb = low in lexicon.readings or low in lexicon.sets["auxiliaries"]
        if token.kind == "quote" or verb or (low in lexicon.pronouns and match_phrase(tokens, place, lexicon.pronouns)):
            return place
    return SUBJECT_REACH


def is_given(name: str, lexicon: Lexicon) -> bool:
    """Whether the lists know the given name, so that a title of the other gender before it says nothing."""
    first = name.split()[0].lower()
    return lexicon.has("male_names", first) or lexicon.has("female_names", first)


def given_gender(name: str, lexicon: Lexicon) -> str:
    """The gender that a given name shows, by list, else by its ending."""
    first = name.split()[0].lower()
    parts = [first, *first.split("-")]
    if any(lexicon.has("male_names", part) for part in parts):
        return "m"
    if any(lexicon.has("female_names", part) for part in parts):
        return "f"
    endings = tuple(entry.strip(" -") for entry in lexicon.data.female_endings.split(",") if entry.strip(" -"))
    return "f" if endings and " " in name and first.endswith(endings) else ""


# A name among the first words of its sentence is its subject; room for a function and an apposition.
SUBJECT_REACH = 12
# Kind of a name → the kinds of the nouns that can describe it.
_HEADS = {"person": {"person", "anonymous", "insider"}, "organisation": {"organisation", "outlet", "document"}}
# Words looked at on either side of a name for the function that goes with it ("the minister of transport, X").
BESIDE = 9


def _beside(tokens: Tokens, place: int, lexicon: Lexicon) -> tuple[set[str], str]:
    """The nouns for a source beside a name, and the gender that determiners and titles show."""
    found: set[str] = set()
    gender, commas = "", 0
    if place and governs(tokens[place - 1], lexicon):
        return found, gender  # "the mother of X" says nothing of X
    for back in range(place - 1, max(-1, place - 1 - BESIDE), -1):
        token = tokens[back]
        if token.kind == "name":
            continue
        if token.kind != "word":
            commas += token.low == ","
            if token.kind == "quote" or (token.low != "," and token.low not in "-.'") or commas > 1:
                break
            continue
        if lexicon.has("auxiliaries", token.low) or lexicon.has("passives", token.low):
            break  # the end of a clause, no apposition
        size = match_phrase(tokens, back, lexicon.nouns)
        if size and commas and back and governs(tokens[back - 1], lexicon):
            continue  # "before a hundred residents, X": no apposition
        if size and back + size <= place:
            found.add(" ".join(t.low for t in tokens[back : back + size]))
            before = tokens[back - 1].low if back else ""
            if lexicon.has("possessors", before):
                continue
            gender = gender or phrase_gender(tokens, max(0, back - 2), back + 1, lexicon)
            break
        gender = gender or (phrase_gender(tokens, back, back + 1, lexicon) if back == place - 1 else "")
    if place + 2 < len(tokens) and tokens[place + 1].low == ",":
        for ahead in range(place + 2, min(place + 5, len(tokens))):
            size = match_phrase(tokens, ahead, lexicon.nouns)
            if size:
                found.add(" ".join(t.low for t in tokens[ahead : ahead + size]))
                break
            if not lexicon.has("determiner", tokens[ahead].low):
                break
    return found, gender

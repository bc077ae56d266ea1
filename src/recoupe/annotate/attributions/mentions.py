"""Article → who and what it names, in order, with the functions and the gender that the words beside the names show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import Tokens, governs
from recoupe.annotate.attributions.source_phrases import is_person, phrase_gender
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
    """Somebody or something that can be a source, as last seen: name, kind, gender where known, the words for it."""

    name: str
    kind: SourceKind
    gender: str
    plural: bool
    heads: frozenset[str]
    place: int
    said: bool = False
    subject: bool = False
    where: bool = False


def find_mentions(article: Article, units: Sequence[Unit], lexicon: Lexicon) -> list[Mention]:
    """Each name of the article where it stands, with the nouns that stand beside it anywhere."""
    heads: dict[str, set[str]] = {}
    genders: dict[str, str] = {}
    places: list[tuple[str, SourceKind, int, bool, bool]] = []
    for index, unit in enumerate(units):
        end = _subjects_end(unit.tokens, lexicon)
        for place, token in enumerate(unit.tokens):
            if token.kind != "name" or token.name is None:
                continue
            text = article.text[token.name.start : token.name.end]
            kind = "outlet" if find_agency(text) or find_outlet(text) else NAME_KINDS[token.name.kind]
            places.append((text, kind, index, token.name.kind == "place", place <= end))
            beside, gender = _beside(unit.tokens, place, lexicon)
            heads.setdefault(text, set()).update(beside)
            given = given_gender(text, lexicon) if kind == "person" else ""
            gender = (given if is_given(text, lexicon) else "") or gender or given
            if gender:
                genders.setdefault(text, gender)
    return [
        Mention(text, kind, genders.get(text, ""), False, frozenset(heads[text]), place, subject=subject, where=where)
        for text, kind, place, where, subject in places
    ]


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
# Words looked at on either side of a name for the function that goes with it ("the minister of transport, X").
BESIDE = 9


def _beside(tokens: Tokens, place: int, lexicon: Lexicon) -> tuple[set[str], str]:
    """The nouns for a source beside a name, and the gender that determiners and titles show."""
    found: set[str] = set()
    gender, commas = "", 0
    if place and is_person(tokens[place]) and governs(tokens[place - 1], lexicon):
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
        size = match_phrase(tokens, back, lexicon.nouns)
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

"""Noun phrase → Source: its name and kind, with pronouns and descriptions resolved to who was named before."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.lexicon import Lexicon
from recoupe.annotate.phrases import HEAD_REACH, Range, Tokens
from recoupe.annotate.tokens import Token, Unit, match_phrase
from recoupe.model import Article, Source, SourceKind
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

NAME_KINDS: dict[str, SourceKind] = {
    "person": "person", "organisation": "organisation", "place": "organisation", "outlet": "outlet",
}
# A pronoun points to somebody named at most this many sentences before; beyond, readers have forgotten as well.
FORGET = 12
# Head start, in sentences, of those who have spoken, who open their sentence, and of human beings over bodies: what
# read best on the French and English dev stories; nothing else depends on them.
SPOKEN = 1.2
SUBJECT = 1.5
PERSON = 1.0


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase taken apart: its name if it has one, the noun that heads it, and what its first word tells."""

    text: str
    plain: str
    name: Token | None
    head: str
    noun: str
    gender: str
    plural: bool
    indefinite: bool
    same: bool
    pronoun: tuple[str, ...]


def read_phrase(article: Article, tokens: Tokens, span: Range, lexicon: Lexicon) -> Phrase:
    """The parts of a source phrase."""
    first, last = span
    words = tokens[first:last]
    body = first
    while body < last - 1 and (lexicon.has("determiner", tokens[body].low) or tokens[body].low == "-"):
        body += 1
    name = _name(tokens, first, last, lexicon)
    head, noun = _head(tokens, body, last, lexicon)
    opening = {token.low for token in tokens[first:body]} if body > first else {tokens[first].low}
    size = match_phrase(tokens, first, lexicon.pronouns)
    pronoun = tuple(t.low for t in tokens[first : first + size]) if size and name is None else ()
    indefinite = tokens[first].low in lexicon.sets["indefinite_plural"] or bool(opening & (lexicon.sets["indefinite"] | lexicon.sets["indefinite_plural"])) and not (
        opening & lexicon.sets["possessive"]
    )
    return Phrase(
        text=article.text[words[0].start : words[-1].end],
        plain=_core(article, tokens, body, last, lexicon),
        name=name,
        head=head,
        noun=noun,
        gender=_gender(tokens, first, last, lexicon),
        plural=bool(opening & (lexicon.sets["plural"] | lexicon.sets["indefinite_plural"])) or _is_plural(head, lexicon),
        indefinite=indefinite,
        same=any(lexicon.has("same", token.low) for token in words[:3]),
        pronoun=pronoun,
    )


def _is_plural(head: str, lexicon: Lexicon) -> bool:
    """A noun with a plural ending whose singular is a noun as well."""
    return any(head.endswith(end) and (head.removesuffix(end),) in lexicon.noun_kinds for end in _plural_endings(lexicon))


def _plural_endings(lexicon: Lexicon) -> list[str]:
    return [entry.strip(" -") for entry in lexicon.data.plural_endings.split(",") if entry.strip(" -")]


def _core(article: Article, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> str:
    """The words of a phrase without its determiner, relative clauses and insertions."""
    end, headed = first, False
    while end < last:
        token = tokens[end]
        if headed and end > first and (token.time or lexicon.has("auxiliaries", token.low) or (_governs(token.low, lexicon) and not lexicon.has("possessors", token.low))):
            break
        headed = headed or bool(match_phrase(tokens, end, lexicon.nouns))
        if end > first and (token.low in {",", "(", "–", "—"} or any(lexicon.has(key, token.low) for key in ("relatives", "complementisers", "interviews"))):
            break
        end += 1
    return article.text[tokens[first].start : tokens[end - 1].end] if end > first else ""


def _name(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Token | None:
    """The name that the phrase is about: no genitive, nothing behind a preposition; a person rather than a body."""
    found: list[Token] = []
    for place in range(first, last):
        token = tokens[place]
        if place > first and any(lexicon.has(key, token.low) for key in ("relatives", "complementisers", "interviews")):
            break
        if token.kind != "name" or token.name is None or not _heads(tokens, first, place, last, lexicon):
            continue
        found.append(token)
    persons = [token for token in found if token.name is not None and token.name.kind == "person"]
    others = [token for token in found if token.name is not None and token.name.kind != "place"]
    return (persons or others or found or [None])[0]


def _heads(tokens: Tokens, first: int, place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name is no complement: nothing before it in the phrase governs it, and it has no genitive mark."""
    if place + 1 < last and tokens[place + 1].low in ("'", "’"):
        return False
    back = place - 1
    if back >= first and tokens[back].low == "(":
        return False
    while back >= first and (tokens[back].low in "«\"-" or (lexicon.has("determiner", tokens[back].low) and not lexicon.has("possessors", tokens[back].low))):
        back -= 1
    if back < first:
        return True
    if lexicon.data.heads_last and place + 1 < last and not _is_person(tokens[place]) and match_phrase(tokens, place + 1, lexicon.nouns):
        return False
    if _governs(tokens[back].low, lexicon):
        return False
    if _is_person(tokens[place]):
        return True
    while back >= first and tokens[back].low != ",":
        if _governs(tokens[back].low, lexicon):
            return False
        back -= 1
    return True


def _governs(low: str, lexicon: Lexicon) -> bool:
    """Whether what follows the word is its complement (`of`, `to`, `by`, a preposition)."""
    return any(lexicon.has(key, low) for key in ("possessors", "addressees", "nonsubjects", "agent"))


def _head(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> tuple[str, str]:
    """The noun that heads the phrase, and its kind: the first that the lexicon knows, or the last before a complement."""
    best = ("", "")
    place = first
    while place < min(last, first + HEAD_REACH):
        token = tokens[place]
        size = match_phrase(tokens, place, lexicon.nouns)
        if size:
            words = tuple(t.low for t in tokens[place : place + size])
            best = (" ".join(words), lexicon.noun_kinds[words])
            if not lexicon.data.heads_last:
                return best
            place += size
            continue
        if place > first and (token.low in lexicon.sets["nonsubjects"] or token.low in lexicon.sets["possessors"] or token.low in {",", "("} or lexicon.has("relatives", token.low)):
            if best[0] or token.low != ",":
                break
        place += 1
    return best


def _gender(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> str:
    for token in tokens[first : min(last, first + 12)]:
        if token.kind == "quote":
            break
        if token.low in lexicon.sets["female_titles"] or lexicon.has("feminine", token.low):
            return "f"
        if token.low in lexicon.sets["male_titles"] or f"{token.low}." in lexicon.sets["male_titles"] or lexicon.has("masculine", token.low):
            return "m"
    return ""


class Memory:
    """Who has been named and who has spoken so far in one article, so that pronouns and descriptions can be resolved."""

    def __init__(self, article: Article, units: list[Unit], lexicon: Lexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.named = _named(article, units, lexicon)
        self.spoken: list[Mention] = []
        self.place = 0

    @property
    def medium(self) -> str | None:
        """The outlet named last, other than the publisher: what `the paper` means here."""
        known = [m for m in self.named if m.kind == "outlet" and m.place <= self.place and not self._is_publisher(m.name) and not find_agency(m.name)]
        return max(known, key=lambda m: m.place).name if known else None

    def source(self, phrase: Phrase) -> Source | None:
        """The source that a phrase names; None if it does not name one."""
        found = self._find(phrase)
        if found is None:
            return None
        self.spoken.append(found)
        described = phrase.text if phrase.text != found.name else None
        return Source(found.name, found.kind, described_as=described)

    def _find(self, phrase: Phrase) -> Mention | None:
        if phrase.pronoun:
            return self._pronoun(phrase.pronoun)
        if self._is_own(phrase):
            return self._own(phrase)
        if phrase.name is not None and not (phrase.indefinite and phrase.noun in ("anonymous", "insider") and not _is_person(phrase.name)):
            return self._with_name(phrase, phrase.name)
        if not phrase.noun:
            capital = phrase.plain[:1].isupper() and phrase.plain == phrase.text and " " not in phrase.plain
            return self._fresh(phrase, "organisation") if capital else None
        return self._described(phrase)

    def _is_own(self, phrase: Phrase) -> bool:
        low = " ".join(phrase.text.lower().replace("’", "'").split())
        return self.lexicon.has("own", low) or any(low.startswith(" ".join(words)) for all_words in self.lexicon.own_phrases.values() for words in all_words)

    def _own(self, phrase: Phrase) -> Mention:
        publisher = self.article.publisher
        name = publisher.name if publisher else phrase.plain
        return Mention(name, "outlet", "", False, frozenset(), self.place)

    def _with_name(self, phrase: Phrase, token: Token) -> Mention:
        name = token.name
        text = self.article.text[name.start : name.end] if name else token.low
        kind: SourceKind = NAME_KINDS[name.kind] if name else "organisation"
        if find_agency(text) or find_outlet(text) or phrase.noun == "outlet":
            kind = "outlet" if kind != "person" else kind
        elif kind == "organisation" and phrase.noun == "document":
            kind, text = "document", phrase.plain
        full = self._full(text, kind)
        known = next((m for m in self.named if m.name == full), None)
        gender = (known.gender if known else "") or phrase.gender
        heads = (known.heads if known else frozenset()) | ({phrase.head} if phrase.head else frozenset())
        return Mention(full, kind, gender, False, heads, self.place)

    def _full(self, text: str, kind: SourceKind) -> str:
        """The longest form of a name that the article gives (`Delvigne` → `Anne-Sophie Delvigne`)."""
        if kind != "person":
            return text
        last = text.split()[-1]
        longer = [m.name for m in self.named if m.kind == "person" and m.name.split()[-1] == last and len(m.name.split()) > 1]
        return longer[0] if longer and len(text.split()) == 1 and len(set(longer)) == 1 else text

    def _described(self, phrase: Phrase) -> Mention | None:
        """A description without a name."""
        if phrase.noun in ("anonymous", "insider"):
            if phrase.same:
                return self._again(lambda m: m.kind == "anonymous") or self._fresh(phrase, "anonymous")
            return self._fresh(phrase, "anonymous")
        if phrase.noun == "person":
            return self._person(phrase)
        if phrase.noun == "outlet":
            known = [m for m in self.named if m.kind == "outlet" and not self._is_publisher(m.name)]
            known = [m for m in known if not find_agency(m.name)] or known
            if not phrase.plural and known:
                before = [m for m in known if m.place <= self.place]
                return max(before, key=lambda m: m.place) if before else known[0]
            return self._fresh(phrase, "outlet")
        if phrase.noun == "organisation":
            return self._organisation(phrase)
        return self._fresh(phrase, "document")

    def _is_publisher(self, name: str) -> bool:
        return self.article.publisher is not None and self.article.publisher.name == name

    def _person(self, phrase: Phrase) -> Mention:
        if phrase.same:
            again = self._again(lambda m: m.kind in ("person", "anonymous") and _agrees(m.gender, phrase.gender))
            if again:
                return again
        if phrase.plural:
            return self._fresh(phrase, "anonymous" if phrase.indefinite else "organisation")
        role = self._by_role(phrase)
        if role and (not phrase.indefinite or role.place == self.place):
            return role
        if phrase.indefinite:
            return self._fresh(phrase, "anonymous")
        if not self.lexicon.data.bare_clause and phrase.text == phrase.plain:
            return self._fresh(phrase, "anonymous")
        if phrase.plain.lower() == phrase.head or " " not in phrase.plain:
            near = self._again(lambda m: m.kind in ("person", "anonymous") and _agrees(m.gender, phrase.gender))
            if near and self.place - near.place <= FORGET:
                return near
        return self._fresh(phrase, "person")

    def _by_role(self, phrase: Phrase) -> Mention | None:
        """The person whom the article gives this function: the one named last before, else the one named next."""
        fitting = [m for m in self.named if m.kind == "person" and phrase.head in m.heads and _agrees(m.gender, phrase.gender)]
        before = [m for m in fitting if m.place <= self.place]
        if before:
            return max(before, key=lambda m: m.place)
        return min(fitting, key=lambda m: m.place) if fitting else None

    def _organisation(self, phrase: Phrase) -> Mention:
        """A body: the name that has been given this description, else the words themselves."""
        fitting = [m for m in self.named if m.kind == "organisation" and phrase.head in m.heads]
        before = [m for m in fitting if m.place <= self.place]
        if fitting and not phrase.indefinite and " " not in phrase.plain.strip():
            return max(before or fitting[:1], key=lambda m: m.place)
        if phrase.head in self.lexicon.generic and not phrase.indefinite and phrase.plain.lower() == phrase.head:
            return self._again(lambda m: m.kind == "organisation" and not m.where) or self._fresh(phrase, "organisation")
        return self._fresh(phrase, "organisation")

    def _fresh(self, phrase: Phrase, kind: SourceKind) -> Mention:
        return Mention(phrase.plain, kind, phrase.gender, phrase.plural, frozenset({phrase.head}), self.place, True)

    def _pronoun(self, word: tuple[str, ...]) -> Mention | None:
        row = self.lexicon.pronoun_rows[word]
        kinds = frozenset(row.kinds)
        if row.kinds == ("anonymous",):
            return self._again(lambda m: m.kind == "anonymous") or Mention(" ".join(word), "anonymous", "", False, frozenset(), self.place)
        found = self._again(lambda m: (not kinds or m.kind in kinds) and _agrees(m.gender, row.gender) and m.plural == (row.number == "p"))
        return found

    def _again(self, fits) -> Mention | None:  # type: ignore[no-untyped-def]
        """Who fits best among those who spoke and those who were named: the nearer, the likelier."""
        scored = [(m.place + SPOKEN + PERSON * (m.kind in ("person", "anonymous")), m) for m in self.spoken]
        scored += [(m.place + SUBJECT * m.subject + PERSON * (m.kind == "person"), m) for m in self.named if m.kind != "outlet" and not m.where and m.place <= self.place]
        fitting = [(score, m) for score, m in scored if self.place - m.place <= FORGET and fits(m)]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _is_person(token: Token) -> bool:
    return token.name is not None and token.name.kind == "person"


def _agrees(known: str, wanted: str) -> bool:
    return not known or not wanted or known == wanted


def _named(article: Article, units: list[Unit], lexicon: Lexicon) -> list[Mention]:
    """Each name of the article where it stands, with the nouns that stand beside it anywhere."""
    heads: dict[str, set[str]] = {}
    genders: dict[str, str] = {}
    places: list[tuple[str, SourceKind, int, bool, bool]] = []
    for index, unit in enumerate(units):
        for place, token in enumerate(unit.tokens):
            if token.kind != "name" or token.name is None:
                continue
            text = article.text[token.name.start : token.name.end]
            kind = "outlet" if find_agency(text) or find_outlet(text) else NAME_KINDS[token.name.kind]
            places.append((text, kind, index, token.name.kind == "place", place <= SUBJECT_REACH and not any(t.low == "," for t in unit.tokens[:place])))
            beside, gender = _beside(unit.tokens, place, lexicon)
            heads.setdefault(text, set()).update(beside)
            if gender:
                genders.setdefault(text, gender)
    return [
        Mention(text, kind, genders.get(text, ""), False, frozenset(heads[text]), place, subject=subject, where=where)
        for text, kind, place, where, subject in places
    ]


# A name among the first words of its sentence is its subject.
SUBJECT_REACH = 6
# Words looked at on either side of a name for the function that goes with it ("le ministre de la Mobilité, X").
BESIDE = 9


def _beside(tokens: Tokens, place: int, lexicon: Lexicon) -> tuple[set[str], str]:
    """The nouns for a source beside a name, and the gender that determiners and titles show."""
    found: set[str] = set()
    gender, commas = "", 0
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
            gender = gender or _gender(tokens, max(0, back - 2), back + 1, lexicon)
            break
        gender = gender or (_gender(tokens, back, back + 1, lexicon) if back == place - 1 else "")
    if place + 2 < len(tokens) and tokens[place + 1].low == ",":
        for ahead in range(place + 2, min(place + 5, len(tokens))):
            size = match_phrase(tokens, ahead, lexicon.nouns)
            if size:
                found.add(" ".join(t.low for t in tokens[ahead : ahead + size]))
                break
            if not lexicon.has("determiner", tokens[ahead].low):
                break
    return found, gender

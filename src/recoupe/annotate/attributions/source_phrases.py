"""The words for a source → Phrase: the name it is about, the noun that heads it, what its determiner tells."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.phrases import HEAD_REACH, Range, Tokens, governs
from recoupe.annotate.attributions.tokens import Token, match_phrase
from recoupe.model import Article


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
    possessed: bool
    bare: bool
    same: bool
    pronoun: tuple[str, ...]
    start: int = 0


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
    possessor = last - first == 1 and lexicon.has("possessives", tokens[first].low)  # "in *her* words"
    size = 1 if possessor else match_phrase(tokens, first, lexicon.pronouns)
    leads = tokens[first].low in lexicon.sets["possessive"] or (noun and lexicon.has("determiner", tokens[first].low))
    owned = size == 1 and last - first > size and leads  # "her office", German "einer Studie"
    pronoun = tuple(t.low for t in tokens[first : first + size]) if size and name is None and not owned else ()
    possessed = bool(opening & lexicon.sets["possessive"])
    indefinite = tokens[first].low in lexicon.sets["indefinite_plural"] or (
        bool(opening & (lexicon.sets["indefinite"] | lexicon.sets["indefinite_plural"])) and not possessed
    )
    return Phrase(
        text=article.text[words[0].start : words[-1].end],
        plain=_core(
            article, tokens, (body, last), lexicon, short=not indefinite and noun not in ("anonymous", "insider")
        ),
        name=name,
        head=head,
        noun=noun,
        gender=phrase_gender(tokens, first, last, lexicon),
        plural=bool(opening & (lexicon.sets["plural"] | lexicon.sets["indefinite_plural"]))
        or _is_plural(head, lexicon),
        indefinite=indefinite,
        possessed=possessed,
        bare=body == first and not tokens[first].low.startswith(lexicon.definite_prefixes),
        same=any(lexicon.has("same", token.low) for token in words[:3]),
        pronoun=pronoun,
        start=words[0].start,
    )


def _is_plural(head: str, lexicon: Lexicon) -> bool:
    """A noun with a plural ending whose singular is a noun as well."""
    return any(
        head.endswith(end) and (head.removesuffix(end),) in lexicon.noun_kinds for end in _plural_endings(lexicon)
    )


def _plural_endings(lexicon: Lexicon) -> list[str]:
    return [entry.strip(" -") for entry in lexicon.data.plural_endings.split(",") if entry.strip(" -")]


def _core(article: Article, tokens: Tokens, span: Range, lexicon: Lexicon, *, short: bool) -> str:
    """The words of a phrase without its determiner, relative clauses and insertions; `short`: and adverbials."""
    first, last = span
    end, headed = first, False
    while end < last:
        token = tokens[end]
        if (
            headed
            and end > first
            and (
                token.time
                or (tokens[end - 1].kind == "name" and _is_predicate(token, lexicon))
                or lexicon.has("auxiliaries", token.low)
                or lexicon.has("passives", token.low)
                or (short and _is_reduced(tokens, end, last, lexicon))
                or (short and _governs(token.low, lexicon) and not lexicon.has("possessors", token.low))
            )
        ):
            break
        headed = headed or bool(match_phrase(tokens, end, lexicon.nouns))
        if end > first and (token.low in {",", "(", "–", "—"} or lexicon.has("clauses", token.low)):
            break
        end += 1
    while end - 1 > first and lexicon.has("possessors", tokens[end - 1].low):
        end -= 1
    return article.text[tokens[first].start : tokens[end - 1].end] if end > first else ""


def _is_predicate(token: Token, lexicon: Lexicon) -> bool:
    """A word right behind a name that describes nothing: the verb of a headline ("the mayor of Lyon *resigns*")."""
    joins = lexicon.data.heads_last or lexicon.has("linkers", token.low) or governs(token, lexicon)
    return token.kind == "word" and token.first.islower() and not joins


def _is_reduced(tokens: Tokens, place: int, last: int, lexicon: Lexicon) -> bool:
    """A participle with a complement behind it, which begins a shortened relative clause ("polls *taken* in May")."""
    token = tokens[place]
    if token.kind != "word" or len(token.low) < 5 or place + 1 >= last or not token.low.endswith(lexicon.participles):
        return False
    after = tokens[place + 1]
    known = match_phrase(tokens, place, lexicon.nouns) or lexicon.has("possessors", after.low)
    return not known and (after.time or governs(after, lexicon) or lexicon.has("agent", after.low))


def _name(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Token | None:
    """The name that the phrase is about: no genitive, nothing behind a preposition; a person rather than a body."""
    found: list[Token] = []
    for place in range(first, last):
        token = tokens[place]
        if place > first and lexicon.has("clauses", token.low):
            break
        if token.kind != "name" or token.name is None or not _heads(tokens, first, place, last, lexicon):
            continue
        found.append(token)
    persons = [token for token in found if token.name is not None and token.name.kind == "person"]
    others = [token for token in found if token.name is not None and token.name.kind != "place"]
    best = persons or others or found
    return best[0] if best else None


def _heads(tokens: Tokens, first: int, place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name is no complement: nothing before it in the phrase governs it, and it has no genitive mark."""
    if place + 1 < last and tokens[place + 1].low in ("'", "’"):
        return False
    back = place - 1
    if back >= first and tokens[back].low == "(":
        return False
    while back >= first and (
        tokens[back].low in '«"-'
        or (lexicon.has("determiner", tokens[back].low) and not lexicon.has("possessors", tokens[back].low))
    ):
        back -= 1
    if is_person(tokens[place]):
        while back > first and lexicon.noun_kinds.get((tokens[back].low,)) == "person":  # "signed by Ambassador X"
            back -= 1
        return not _governs(tokens[back].low, lexicon) if back >= first else True
    if _describes_head(tokens, first, place, last, lexicon):
        return False
    if back < first:
        return True
    while back >= first and tokens[back].low != ",":
        if _governs(tokens[back].low, lexicon):
            return False
        back -= 1
    return True


_BODIES = frozenset({"organisation", "outlet"})


def _describes_head(tokens: Tokens, first: int, place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the name of a body or place describes the noun that heads the phrase (`the *Metz* prosecutor`)."""
    if lexicon.data.heads_last:
        ahead = range(place + 1, last)
        stops = (k for k in ahead if tokens[k].kind == "mark" and tokens[k].low != ".")  # "U.S. officials"
        ends = min(next(stops, last), next((k for k in ahead if _governs(tokens[k].low, lexicon)), last))
        kinds = _noun_kinds(tokens, range(place + 1, ends), lexicon)
        name = tokens[place].name
        return bool(kinds) and (name is None or name.kind == "place" or not kinds <= _BODIES)
    return not lexicon.data.possessors and not _noun_kinds(tokens, range(first, place), lexicon) <= _NAMED


# Nouns that name a body together with what stands behind them (`the company X`, `the report X`).
_NAMED = _BODIES | {"document"}


def _noun_kinds(tokens: Tokens, places: range, lexicon: Lexicon) -> set[str]:
    """The kinds of the nouns among some tokens."""
    sizes = ((place, match_phrase(tokens, place, lexicon.nouns)) for place in places)
    return {lexicon.noun_kinds[tuple(t.low for t in tokens[k : k + size])] for k, size in sizes if size}


def _governs(low: str, lexicon: Lexicon) -> bool:
    """Whether what follows the word is its complement (`of`, `to`, `by`, a preposition)."""
    return lexicon.has("government", low)


def _head(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> tuple[str, str]:
    """The noun that heads the phrase, and its kind: the first known one, or the last before complements."""
    best = ("", "")
    place = first
    while place < min(last, first + HEAD_REACH):
        token = tokens[place]
        size = match_phrase(tokens, place, lexicon.nouns)
        if size:
            words = tuple(t.low for t in tokens[place : place + size])
            best = (" ".join(words), lexicon.noun_kinds[words])
            if not lexicon.data.heads_last or _governs(words[-1], lexicon):
                return best
            place += size
            continue
        ends = token.low == "(" or lexicon.has("complements", token.low)
        if place > first and (ends or (token.low == "," and best[0])):
            break
        place += 1
    return best


def phrase_gender(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> str:
    """The gender that titles and determiners among the tokens show, if any."""
    for token in tokens[first : min(last, first + 12)]:
        if token.kind == "quote" or lexicon.has("relatives", token.low):
            break
        if token.low in lexicon.sets["female_titles"] or lexicon.has("feminine", token.low):
            return "f"
        if (
            token.low in lexicon.sets["male_titles"]
            or f"{token.low}." in lexicon.sets["male_titles"]
            or lexicon.has("masculine", token.low)
        ):
            return "m"
    return ""


def is_person(token: Token) -> bool:
    """Whether a token is the name of a human being."""
    return token.name is not None and token.name.kind == "person"

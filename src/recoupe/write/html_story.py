"""Story → its section of the page: the verdict, the brief, claims, debts, conflicts, timeline, silences, people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.model import Derivation, Entity, NameKind, Place, Stance, Story
from recoupe.text.normal import fold
from recoupe.write.debts import debt_figures, debt_sentence
from recoupe.write.findings import (
    Parting,
    Stand,
    apparent_conflicts,
    main_claim,
    ranked_derivations,
    real_conflicts,
    side_name,
    stands_taken,
)
from recoupe.write.html_beside import Beside, passages_beside
from recoupe.write.html_claims import ClaimsView, claims_view
from recoupe.write.html_graph import Picture, picture
from recoupe.write.html_parts import Because, Link, Quote, Words, because, link, quote, words_of
from recoupe.write.lookup import Lookup, in_order, label
from recoupe.write.texts import Texts, enumeration, phrase
from recoupe.write.wording import brief_sentence, language_name, moment, verdict

# Entries of a timeline at first sight; the rest is counted and folded away.
FIRST_SIGHT = 20
# Quotations shown for one side of a conflict, or of one who denies or keeps silent; links lead to the others.
QUOTED = 2
# Articles named behind a role; the rest is counted.
TELLERS = 2
# Conflicts at first sight; the rest is counted and folded away.
CONFLICTS = 8
_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "outlet")
_STANCES: tuple[tuple[Stance, str], ...] = (
    ("denies", "stance.denied_heading"),
    ("declines_comment", "stance.silent_heading"),
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence and the places that it rests on."""

    words: Words
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Debt:
    """Who rests on whom, in a sentence, with figures and reasons, and the two texts side by side."""

    sentence: str
    credited: bool
    figures: str
    because: tuple[Because, ...]
    used: str
    derived: str
    passages: tuple[Beside, ...]
    further: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a conflict: the value it gives, the words that give it, and links to where else they stand."""

    value: str
    quotes: tuple[Quote, ...]
    further: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its sides, and what explains it."""

    kind: str
    explained: str
    note: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline."""

    when: str
    value: str
    words: Words
    link: Link


@dataclass(frozen=True, slots=True)
class Silence:
    """Who denied, or would not comment, with their words in context; `further` leads to where else they stand."""

    name: str
    quotes: tuple[Quote, ...]
    further: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A person, body or place, the other forms of its name, and what the articles call it."""

    name: str
    variants: str
    roles: tuple[tuple[str, str], ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything that the section of a story shows."""

    number: int
    title: Words
    verdict: str
    main_claim: Words | None
    facts: tuple[str, ...]
    why: str
    brief: tuple[Cited, ...]
    claims: ClaimsView
    picture: Picture | None
    debts: tuple[Debt, ...]
    conflicts: tuple[ConflictView, ...]
    conflicts_rest: tuple[ConflictView, ...]
    explained: tuple[ConflictView, ...]
    timeline: tuple[Moment, ...]
    timeline_rest: tuple[Moment, ...]
    silences: tuple[tuple[str, tuple[Silence, ...]], ...]
    people: tuple[tuple[str, tuple[Known, ...]], ...]
    articles: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]


def story_view(number: int, story: Story, lookup: Lookup, catalogue: Texts) -> StoryView:
    """The section of a story."""
    claim = main_claim(story)
    claims = claims_view(story, lookup, catalogue)
    timeline = tuple(_timeline(story, lookup, catalogue))
    conflicts = tuple(_conflict(one, lookup, catalogue) for one in real_conflicts(story))
    first = next(iter([*claims.rows, *claims.single]), None)
    return StoryView(
        number=number,
        title=words_of(story.title, _titled(story, lookup), lookup),
        verdict=verdict(claim, len(story.articles), catalogue) if claim else "",
        main_claim=first.words if first else None,
        facts=tuple(_facts(story, lookup, catalogue)),
        why=", ".join(story.why),
        brief=tuple(_cited(brief_sentence(sentence, catalogue), sentence.cites, lookup) for sentence in story.brief),
        claims=claims,
        picture=picture(story, lookup, catalogue),
        debts=tuple(_debt(one, story, lookup, catalogue) for one in ranked_derivations(story)),
        conflicts=conflicts[:CONFLICTS],
        conflicts_rest=conflicts[CONFLICTS:],
        explained=tuple(_conflict(one, lookup, catalogue) for one in apparent_conflicts(story)),
        timeline=timeline[:FIRST_SIGHT],
        timeline_rest=timeline[FIRST_SIGHT:],
        silences=tuple(_silences(story, lookup, catalogue)),
        people=tuple(_people(story, lookup, catalogue)),
        articles=tuple(in_order(story, lookup)),
        sections=tuple((name, phrase(catalogue, f"story.{name}")) for name in _sections(story, lookup)),
    )


def _sections(story: Story, lookup: Lookup) -> Iterator[str]:
    """The sections that the story has, in the order of the page."""
    present = {
        "brief": story.brief,
        "claims": story.claims,
        "rests": len(story.articles) > 1,
        "conflicts": story.conflicts,
        "denials": any(stands_taken(story, lookup, stance) for stance, _ in _STANCES),
        "timeline": story.timeline,
        "people": story.entities,
        "articles": story.articles,
    }
    yield from (name for name, found in present.items() if found)


def _facts(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    articles = [lookup.articles[article] for article in story.articles if article in lookup.articles]
    yield phrase(catalogue, "report.articles", n=len(story.articles))
    yield phrase(catalogue, "report.outlets", n=len({lookup.outlets[article.id] for article in articles}))
    languages = dict.fromkeys(language_name(code, catalogue.language) for code in story.languages)
    yield enumeration(catalogue, list(languages))
    days = sorted(article.published.value[:10] for article in articles if article.published)
    if days:
        yield moment(days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}", catalogue)


def _titled(story: Story, lookup: Lookup) -> str | None:
    """The article whose headline is the story's title, or the first."""
    titled = (a for a in story.articles if a in lookup.articles and lookup.articles[a].headline == story.title)
    return next(titled, None) or next(iter(story.articles), None)


def _cited(text: str, cites: Sequence[Place], lookup: Lookup) -> Cited:
    speaker = cites[0].article if cites else None
    return Cited(words_of(text, speaker, lookup), tuple(link(place, lookup) for place in dict.fromkeys(cites)))


def _debt(one: Derivation, story: Story, lookup: Lookup, catalogue: Texts) -> Debt:
    passages, left_out = passages_beside(one, story, lookup)
    return Debt(
        sentence=debt_sentence(one, lookup, catalogue),
        credited=one.credited,
        figures=debt_figures(one, catalogue),
        because=because(one.evidence, lookup, catalogue),
        used=label(lookup, one.used),
        derived=label(lookup, one.derived),
        passages=passages,
        further=phrase(catalogue, "story.passages_more", n=left_out) if left_out else "",
    )


def _conflict(one: Parting, lookup: Lookup, catalogue: Texts) -> ConflictView:
    return ConflictView(
        kind=phrase(catalogue, f"conflict.{one.kind}"),
        explained=phrase(catalogue, f"explained.{one.explained}") if one.explained else "",
        note="" if one.kind == "stance" else " · ".join(one.notes),
        sides=tuple(
            SideView(
                side_name(one, value, catalogue),
                tuple(quote(place, lookup) for place in places[:QUOTED]),
                tuple(link(place, lookup) for place in places[QUOTED:]),
            )
            for value, places in one.sides
        ),
    )


def _timeline(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[Moment]:
    for entry in story.timeline:
        place = Place(entry.article, entry.start, entry.end)
        words = words_of(entry.text, entry.article, lookup)
        yield Moment(moment(entry.value, catalogue), entry.value, words, link(place, lookup))


def _silences(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[tuple[str, tuple[Silence, ...]]]:
    for stance, heading in _STANCES:
        stands = stands_taken(story, lookup, stance)
        if stands:
            yield phrase(catalogue, heading), tuple(_silence(one, lookup) for one in stands)


def _silence(stand: Stand, lookup: Lookup) -> Silence:
    """The first words in each article are quoted, up to a limit."""
    firsts = {place.article: place for place in reversed(stand.places)}
    quoted = [place for place in stand.places if firsts[place.article] == place][:QUOTED]
    rest = [place for place in stand.places if place not in quoted]
    return Silence(
        stand.name, tuple(quote(place, lookup) for place in quoted), tuple(link(place, lookup) for place in rest)
    )


def _people(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[tuple[str, tuple[Known, ...]]]:
    for kind in _KINDS:
        known = tuple(_known(entity, lookup, catalogue) for entity in story.entities if entity.kind == kind)
        if known:
            yield phrase(catalogue, f"entity.{kind}"), known


def _known(entity: Entity, lookup: Lookup, catalogue: Texts) -> Known:
    others = [form for form in entity.variants if form != entity.name]
    roles: dict[str, dict[str, str]] = {}
    for role in entity.roles:
        roles.setdefault(fold(role.text), {}).setdefault(label(lookup, role.article), role.text)
    told = [(min(found.values()), enumeration(catalogue, list(found), most=TELLERS)) for found in roles.values()]
    return Known(entity.name, ", ".join(others), tuple(told), because(entity.evidence, lookup, catalogue))

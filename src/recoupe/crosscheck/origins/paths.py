"""Statement → its path to the root: the deepest source that the article names, else the newsroom behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from recoupe.crosscheck.contrasts import find_contrasts
from recoupe.crosscheck.origins.newsrooms import (
    Newsroom,
    Newsrooms,
    find_newsrooms,
    is_common,
    named_newsroom,
    source_key,
)
from recoupe.crosscheck.origins.offices import Office, office, offices
from recoupe.crosscheck.origins.speakers import bodies, body_before, in_order, known_forms, names_between, needs_body
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.lang import load
from recoupe.model import Article, Attribution, Derivation, Entity, Name, Place, Span, Stance
from recoupe.text.normal import fold
from recoupe.text.words import folded_words
from recoupe.world.concepts import concepts_of

# Notions of writings and recordings that news is drawn from.
_DOCUMENTS = frozenset({"report", "letter", "email", "document", "register", "video", "photo", "complaint", "treaty"})


OriginKind = Literal["outlet", "agency", "person", "organisation", "document"]


@dataclass(frozen=True, slots=True)
class Path:
    """One statement followed to its root.

    Args:
        key: what identifies the root; equal for all names of one source.
        named: the root is a source that the article names, not a newsroom.
        cites: the newsroom from which the article says it has this.
        assumed: the article does not say so here, but rests on that newsroom as a whole.
        also: keys of bodies to which the source belongs, and of people behind a document.
        vague: the source is named by a common word only ("officials").
        described: how the article words an unnamed or silent source of its own newsroom.
        stance: what the source does with it; None where the article tells it in its own words.
        denies: the source denies what the statement tells.
        words: the statement's words, folded, to find the same words elsewhere.
        spans: where the article says so.
        forms: of a document, what it is: a report, a letter.
        mentions: people and bodies that the sentence names, where it gives no source.
        offices: of a person or body, what its name or titles say that it is: the coast guard, a prosecutor.
    """

    ref: StatementRef
    name: str
    kind: OriginKind
    key: str
    named: bool
    cites: Newsroom | None
    assumed: bool
    also: frozenset[str]
    vague: bool
    described: str | None
    stance: Stance | None
    denies: bool
    words: str
    spans: tuple[Place, ...]
    forms: frozenset[str] = frozenset()
    offices: tuple[Office, ...] = ()
    mentions: frozenset[str] = frozenset()

    @property
    def silent(self) -> bool:
        """Whether it tells that somebody gave no answer, which each newsroom finds out for itself."""
        return self.stance == "declines_comment"


@dataclass(frozen=True, slots=True)
class Sources:
    """What must be known of a story to follow its statements."""

    attributions: Mapping[tuple[str, str], Attribution]
    names: Mapping[str, tuple[Name, ...]]
    texts: Mapping[str, str]
    sentences: Mapping[str, tuple[Span, ...]]
    languages: Mapping[str, str]
    bodies: Mapping[str, frozenset[str]]
    newsrooms: Newsrooms
    entities: Entities
    by_id: Mapping[str, Entity]


Paths = Mapping[tuple[str, str], Path]
"""The path of each statement, by article and statement."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The sources of a story, and each of its statements followed to one."""

    sources: Sources
    paths: Paths


def follow_all(articles: Sequence[Article], entities: Entities, derivations: Sequence[Derivation]) -> Followed:
    """Follow every statement of a story to its root.

    Args:
        articles: the articles of the story.
        entities: who is who in the story.
        derivations: which article's text comes from which.
    """
    sources = know_sources(articles, entities, find_newsrooms(articles, entities, derivations))
    paths = {(a.id, s.id): follow(StatementRef(a.id, s), sources) for a in articles for s in a.statements}
    return Followed(sources, paths)


def know_sources(articles: Iterable[Article], entities: Entities, newsrooms: Newsrooms) -> Sources:
    """Gather the attributions and names of a story, and for whom its people speak."""
    articles = tuple(articles)
    return Sources(
        attributions={(a.id, said.id): said for a in articles for said in a.attributions},
        names={a.id: in_order(a.names) for a in articles},
        texts={a.id: a.text for a in articles},
        sentences={a.id: a.sentences for a in articles},
        languages={a.id: load(a.language).code for a in articles},
        bodies=bodies(articles, entities),
        newsrooms=newsrooms,
        entities=entities,
        by_id={entity.id: entity for entity in entities.entities},
    )


def follow(ref: StatementRef, sources: Sources) -> Path:
    """The path of one statement."""
    said = sources.attributions.get((ref.article, ref.statement.attribution or ""))
    cites = _innermost(said, sources) if said is not None else None
    if said is None or _hides_source(said):
        return _from_unnamed(ref, said, cites, sources)
    # Whoever gives no answer gave none to this newsroom; only quoted words of refusal are the source's own.
    silent = said.stance == "declines_comment" and said.mode == "indirect"
    if said.source.kind == "anonymous" or said.source.kind == "outlet" or silent:
        return _of_newsroom(ref, cites or sources.newsrooms.answers[ref.article], said, cites, sources)
    return _of_named(ref, said, said.source.kind, cites, sources)


def _hides_source(said: Attribution) -> bool:
    """An unnamed source, or a medium or document by a common noun ("the publication"), with no medium named."""
    common = said.source.kind in ("outlet", "document") and is_common(said.source.name)
    return not said.via and (said.source.kind == "anonymous" or common)


def _from_unnamed(ref: StatementRef, said: Attribution | None, cites: Newsroom | None, sources: Sources) -> Path:
    """The outlet that the sentence names, else the one on which the whole article rests, else the newsroom."""
    in_sentence = _outlet_in(ref, sources)
    if in_sentence is not None:
        return _of_newsroom(ref, in_sentence, said, in_sentence, sources)
    if said is not None and said.source.kind == "document":
        return _of_named(ref, said, "document", cites, sources)
    rests_on = sources.newsrooms.rests_on.get(ref.article)
    if rests_on is not None:
        return replace(_of_newsroom(ref, rests_on, said, rests_on, sources), assumed=True, vague=False)
    return _of_newsroom(ref, cites or sources.newsrooms.answers[ref.article], said, cites, sources)


def _of_newsroom(
    ref: StatementRef, newsroom: Newsroom, said: Attribution | None, cites: Newsroom | None, sources: Sources
) -> Path:
    own = said is not None and said.source.kind != "outlet"
    return Path(
        ref=ref,
        name=newsroom.name,
        kind=newsroom.kind,
        key=newsroom.key,
        named=False,
        cites=cites,
        assumed=False,
        also=_speaks_for(ref, said, sources) if said is not None and own else frozenset(),
        vague=said is not None and said.source.kind == "outlet" and is_common(said.source.name),
        described=fold(said.source.described_as or said.source.name) if said is not None and own else None,
        stance=said.stance if said is not None else None,
        denies=_denies(ref, said),
        words=_words(ref, sources),
        spans=_spans(ref, said),
        offices=_body_of(ref, said, sources) if said is not None and own else (),
        mentions=_mentions(ref, sources) if said is None else frozenset(),
    )


def _of_named(
    ref: StatementRef,
    said: Attribution,
    kind: Literal["person", "organisation", "document"],
    cites: Newsroom | None,
    sources: Sources,
) -> Path:
    key = said.source.entity or source_key(said.source.name, sources.entities)
    behind = _named_within(ref.article, said, kind, sources)
    return Path(
        ref=ref,
        name=said.source.name,
        kind="agency" if key in sources.newsrooms.agencies else kind,
        key=key,
        named=True,
        cites=cites,
        assumed=False,
        also=(sources.bodies.get(key, frozenset()) | behind) - {key},
        vague=_is_vague(ref.article, said, sources),
        described=None,
        stance=said.stance if said is not None else None,
        denies=_denies(ref, said),
        words=_words(ref, sources),
        spans=_spans(ref, said),
        forms=_forms(said.source.name, sources.languages[ref.article]) if kind == "document" else frozenset(),
        offices=_offices(ref, said, key, sources) if kind != "document" else (),
        mentions=_mentions(ref, sources) if kind == "document" else frozenset(),
    )


def _body_of(ref: StatementRef, said: Attribution, sources: Sources) -> tuple[Office, ...]:
    """The body for which an unnamed source speaks ("an official of the ministry of fisheries")."""
    described = said.source.described_as or said.source.name
    return tuple(o for o in offices((described,), sources.languages[ref.article]) if o.is_body)


def _speaks_for(ref: StatementRef, said: Attribution, sources: Sources) -> frozenset[str]:
    """The body for which "a spokeswoman", or "its lawyer", speaks: the one named before, unless the words name one."""
    described = said.source.described_as or said.source.name
    if said.source_span is None or not needs_body(office(described, sources.languages[ref.article])):
        return frozenset()
    return frozenset(body_before(sources.names[ref.article], said.source_span.start))


def _offices(ref: StatementRef, said: Attribution, key: str, sources: Sources) -> tuple[Office, ...]:
    """A body is what its name says; a person is what the titles say that the articles give, or the words used here."""
    language = sources.languages[ref.article]
    if said.source.kind == "organisation":
        return offices((said.source.name,), language)
    roles = sources.by_id[key].roles if key in sources.by_id else ()
    titles = (offices((role.text,), sources.languages[role.article]) for role in roles)
    return tuple(chain(*titles, offices((said.source.name,), language) if said.source.name[:1].islower() else ()))


def _forms(name: str, language: str) -> frozenset[str]:
    """What kinds of document the words of a name mean."""
    return frozenset(n for word in folded_words(fold(name)) for n in concepts_of(word, language)) & _DOCUMENTS


def _innermost(said: Attribution, sources: Sources) -> Newsroom | None:
    """The medium next to the source, or the outlet that is the source."""
    if said.source.kind == "outlet":
        return named_newsroom(said.source.name, sources.entities, sources.newsrooms)
    name = next(reversed(said.via), None)
    return None if name is None else named_newsroom(name, sources.entities, sources.newsrooms)


def _denies(ref: StatementRef, said: Attribution | None) -> bool:
    return ref.statement.certainty == "denied" or (said is not None and said.stance == "denies")


def is_negative(path: Path, sources: Sources) -> bool:
    """Whether a statement denies, or says itself that something is not so."""
    ref = path.ref
    text = sources.texts[ref.article][ref.statement.start : ref.statement.end]
    return path.denies or find_contrasts(text, load(sources.languages[ref.article])).negated


def _words(ref: StatementRef, sources: Sources) -> str:
    return " ".join(fold(sources.texts[ref.article][ref.statement.start : ref.statement.end]).split())


def _spans(ref: StatementRef, said: Attribution | None) -> tuple[Place, ...]:
    spans = (said.source_span, said.cue_span) if said is not None else ()
    return tuple(Place(ref.article, span.start, span.end) for span in spans if span is not None)


def _outlet_in(ref: StatementRef, sources: Sources) -> Newsroom | None:
    """The one outlet that a sentence names up to the end of the statement, other than the article's own newsroom."""
    own = {sources.newsrooms.own[ref.article].key, sources.newsrooms.answers[ref.article].key}
    start = _sentence_start(sources.sentences[ref.article], ref.statement.start)
    names = names_between(sources.names[ref.article], start, ref.statement.end)
    keys = sorted({name.entity for name in names if name.kind == "outlet" and name.entity is not None} - own)
    if len(keys) != 1:
        return None
    name = sources.by_id[keys[0]].name if keys[0] in sources.by_id else keys[0]
    newsroom = named_newsroom(name, sources.entities, sources.newsrooms)
    return None if newsroom.key in own else newsroom


def _mentions(ref: StatementRef, sources: Sources) -> frozenset[str]:
    start = _sentence_start(sources.sentences[ref.article], ref.statement.start)
    names = names_between(sources.names[ref.article], start, ref.statement.end)
    return frozenset(name.entity for name in names if name.entity and name.kind in ("person", "organisation"))


def _sentence_start(sentences: Sequence[Span], start: int) -> int:
    at = bisect_right(sentences, start, key=lambda span: span.start) - 1
    return sentences[at].start if at >= 0 and sentences[at].end > start else start


def _is_vague(article: str, said: Attribution, sources: Sources) -> bool:
    """No name of the article stands for the source, or it is a person or paper by a common noun ("the governor")."""
    if said.source.kind == "person" and said.source.name[:1].islower():
        return True
    if said.source.kind == "document" and is_common(said.source.name):
        return True
    span = said.source_span
    if _is_plural(said.source.name, sources.languages[article]):
        return span is None or not any(names_between(sources.names[article], span.start, span.end))
    if said.source.entity is not None or fold(said.source.name) in sources.entities.by_name:
        return False
    return span is None or not any(names_between(sources.names[article], span.start, span.end))


def _is_plural(name: str, language: str) -> bool:
    """One word in the plural ("officials", "unions"), as far as its ending tells."""
    listed = load(language).attribution.plural_endings
    endings = tuple(ending.strip().lstrip("-") for ending in listed.split(",") if ending.strip())
    return bool(endings) and " " not in name and fold(name).endswith(endings)


def _named_within(article: str, said: Attribution, kind: OriginKind, sources: Sources) -> frozenset[str]:
    """People and bodies behind a document, and bodies behind a person, that the words for the source name."""
    kinds = ("person", "organisation") if kind == "document" else ("organisation",)
    span = said.source_span or Span(0, 0)
    names = names_between(sources.names[article], span.start, span.end)
    within = {name.entity for name in names if name.entity is not None and name.kind in kinds}
    worded = known_forms(f"{said.source.name} | {said.source.described_as or ''}", sources.entities)
    return frozenset(within | {id_ for id_ in worded if id_ in sources.by_id and sources.by_id[id_].kind in kinds})

"""Every record of Recoupe, in the order in which it flows; nothing else.

Records are frozen and compare by value. What `recoupe check --json` writes is these records, field by field
(docs/report-format.md). All offsets are Unicode code points into the text of one article, half-open:
`article.text[span.start:span.end]` is always the words meant. `None` means "not measured" or "not known", never 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# --- prepare: from bytes to articles -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the text of one article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One text as it was found, decoded but not yet understood.

    `source` is the path as given or a URL, with `#ID` for one item of a container. The other fields are what the
    container itself says of the item (a column, a JSON key); they are claims of the container, not findings.
    `via` is the feed or newsletter that passed the text on, where it is not the publisher; `captured` is when the text
    was fetched; `encoding` is how its bytes were read; `notes` say what was done to read it (a label that was wrong, a
    text mended or cut).
    """

    source: str
    media: Literal["text/plain", "text/html"]
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    byline: str | None = None
    via: str | None = None
    captured: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()


RejectReason = Literal[
    "missing",
    "unreadable",
    "empty",
    "binary",
    "encoding",
    "format",
    "too-large",
    "no-text",
    "not-installed",
    "network",
    "refused",
    "defect",
]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be used, with the reason in one word and what was wrong with it in a sentence."""

    source: str
    reason: RejectReason
    detail: str


RegionKind = Literal[
    "headline", "subhead", "dateline", "byline", "credit", "caption", "body", "related", "comment", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a document in reading order; `kind` only where the markup itself says what it is."""

    text: str
    kind: RegionKind | None = None


MetadataKey = Literal[
    "headline",
    "publisher",
    "published",
    "byline",
    "language",
    "canonical",
    "agency",
    "updated",
    "place",
    "based_on",
    "cites",
    "syndicated_from",
    "image_credit",
    "author_page",
    "free",
]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or container says of an article, as it says it; each value with where it was read (`evidence`)."""

    key: MetadataKey
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Document:
    """A capture taken apart: its visible text in blocks, and the metadata it carries, most trusted first.

    `notes` say what of the capture was left out.
    """

    source: str
    url: str | None
    blocks: tuple[Block, ...]
    metadata: tuple[Metadata, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of an article's text and what it is. Regions cover the text without gap or overlap but for white space."""

    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published the article. `id` is the outlet's entry in world/publishers.toml, if it has one."""

    name: str
    id: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published. `value` is an ISO date or date-time with zone where the page gives one."""

    value: str
    precision: Literal["day", "hour", "minute"]
    evidence: Literal["meta", "json-ld", "url", "text", "inferred", "given"]
    spans: tuple[Span, ...] = ()


NameKind = Literal["person", "organisation", "place", "outlet"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. `role` is the title or function that stands with it; `entity` is set by crosscheck."""

    start: int
    end: int
    kind: NameKind
    role: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is ISO (`2022-11-02`, `2022-10`, `2022-W45`, `start/end`), or None with the reason."""

    start: int
    end: int
    value: str | None
    type: Literal["date", "range", "duration", "set"]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures. `unit` is in a script-free form (`m`, `EUR`, `%`); `of` is what is counted."""

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None
    of: str | None = None
    modifier: Literal["about", "at least", "at most", "exact"] = "exact"


SourceKind = Literal["person", "organisation", "outlet", "document", "anonymous"]
Stance = Literal["asserts", "denies", "confirms", "declines_comment", "promises", "questions", "accuses"]
Mode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who an attribution names. `described_as` keeps the article's own words where `name` was resolved or built."""

    name: str
    kind: SourceKind
    entity: str | None = None
    described_as: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, as in PARC and PolNeAR. `via` names the media in between, outermost first."""

    id: str
    source_span: Span | None
    cue_span: Span | None
    content: tuple[Span, ...]
    mode: Mode
    stance: Stance
    source: Source
    via: tuple[str, ...]
    rule: str


Certainty = Literal["asserted", "hedged", "denied", "questioned"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause or sentence that states something; `marker` is the word that makes it less than asserted."""

    id: str
    start: int
    end: int
    attribution: str | None
    certainty: Certainty
    marker: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text as one outlet published it, with the layers that `annotate` adds.

    `version_of` is the article that stood at the same address before it was edited; `captured` is when this text was
    fetched; `notes` say what was done to read it; `traces` are what the page's data say of where the text comes from.
    """

    id: str
    source: str
    captures: tuple[str, ...]
    url: str | None
    canonical_url: str | None
    publisher: Publisher | None
    headline: str | None
    byline: str | None
    language: str
    language_confidence: float | None
    published: Published | None
    agencies: tuple[str, ...]
    text: str
    regions: tuple[Region, ...]
    sentences: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    captured: str | None = None
    version_of: str | None = None
    notes: tuple[str, ...] = ()
    traces: tuple[Metadata, ...] = ()


# --- group and crosscheck: stories ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a given article: where a finding stands."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason behind a finding: the signal's name, how much it weighs (0 to 1), what was seen, and where."""

    signal: str
    weight: float
    detail: str
    spans: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A title or function given to an entity, as the article words it."""

    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or outlet of a story, with every written form it takes."""

    id: str
    name: str
    kind: NameKind
    variants: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages that run together, with no direction."""

    left: Place
    right: Place
    kind: Literal["verbatim", "edited", "translated"]
    score: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """One article's text comes from another's. `used` is an article id, or the name of a text outside the pile."""

    derived: str
    used: str
    kind: Literal["copy", "cut", "rewrite", "translation", "mixed", "version"]
    credited: bool
    probability: float
    coverage: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The root of a claim: who first said it, as far as the texts tell."""

    name: str
    kind: Literal["outlet", "agency", "person", "organisation", "document"]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Independent:
    """How many independent origins: all probable links joined, the accepted ones, only the certain ones."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class First:
    """The earliest dated article that carries a claim."""

    article: str
    published: str


Status = Literal["corroborated", "single-origin", "disputed", "denied", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, wherever it stands. Never "true": at best corroborated.

    `loaded` are words that judge, by which some articles tell it in their own voice while others do without.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    publishers: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent: Independent
    status: Status
    first: First | None
    denied_by: tuple[str, ...] = ()
    loaded: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: the words, and the value they give; of sources that part, `denies` marks who denies."""

    article: str
    start: int
    end: int
    value: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports that part. `explained` says why it only looks like one; None means that it is real."""

    id: str
    kind: Literal["number", "date", "place", "name", "role", "attribution", "stance"]
    sides: tuple[Side, ...]
    explained: Literal["older", "scope", "rounding", "unit", "translation"] | None
    note: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that a claim puts at a resolved time."""

    value: str
    text: str
    claims: tuple[str, ...]
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence of the brief. Every name and number in it stands in a span that it cites.

    `alone` is the one origin on which it rests, where the sentence does not name it; the last cite has the name.
    """

    text: str
    cites: tuple[Place, ...]
    alone: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, and what stands when they are laid side by side."""

    id: str
    title: str
    articles: tuple[str, ...]
    languages: tuple[str, ...]
    why: tuple[str, ...]
    entities: tuple[Entity, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[BriefSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What `recoupe check` found. `started` is null unless the caller gives it: equal input gives equal bytes."""

    recoupe: str
    language_data: str
    options: dict[str, str | int | float | bool | None]
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    rejected: tuple[Rejected, ...]
    started: str | None = None
    format: Literal["recoupe-report"] = field(default="recoupe-report")
    version: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What one story says of a sentence that a reader asks about (`recoupe.ask`).

    `claims` say what it says; `against` is where articles give something else: another number, day, or stance. Of each
    such conflict it has only the sides that do not go with the sentence.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    against: tuple[Conflict, ...]

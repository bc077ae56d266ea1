"""A report made by hand: four articles about one invented affair, with every kind of finding that a report can hold."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model import (
    Alignment,
    Article,
    Attribution,
    BriefSentence,
    Certainty,
    Claim,
    Conflict,
    Derivation,
    Entity,
    Evidence,
    First,
    Independent,
    Name,
    NameKind,
    Origin,
    Place,
    Published,
    Publisher,
    Region,
    RegionKind,
    Rejected,
    Report,
    Role,
    Side,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Story,
    TimelineEntry,
)


def article(
    name: str,
    parts: list[tuple[RegionKind, str]],
    *,
    publisher: str | None,
    published: str | None,
    language: str = "fr",
) -> Article:
    """An article whose regions are the parts, one paragraph each."""
    text, regions = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        regions.append(Region(len(text), len(text) + len(words), kind))
        text += words
    return Article(
        id=name,
        source=f"pile/{name}.txt",
        captures=(f"pile/{name}.txt",),
        url=None,
        canonical_url=None,
        publisher=Publisher(publisher, None, "masthead") if publisher else None,
        headline=next((words for kind, words in parts if kind == "headline"), None),
        byline=None,
        language=language,
        language_confidence=0.99,
        published=Published(published, "minute", "text") if published else None,
        agencies=(),
        text=text,
        regions=tuple(regions),
    )


def span(made: Article, words: str) -> Span:
    """Where the words stand in the article; they must stand there once."""
    assert made.text.count(words) == 1, words
    start = made.text.index(words)
    return Span(start, start + len(words))


def place(made: Article, words: str) -> Place:
    found = span(made, words)
    return Place(made.id, found.start, found.end)


def side(made: Article, words: str, value: str) -> Side:
    found = span(made, words)
    return Side(made.id, found.start, found.end, value)


def _ends(found: Span) -> tuple[int, int]:
    return found.start, found.end


def named(made: Article, words: str, kind: NameKind) -> Name:
    return Name(*_ends(span(made, words)), kind)


def stated(
    made: Article, number: int, words: str, certainty: Certainty = "asserted", marker: str | None = None
) -> Statement:
    found = span(made, words)
    return Statement(
        f"{made.id}-s{number}", found.start, found.end, None, certainty, span(made, marker) if marker else None
    )


def said(made: Article, number: int, who: str, kind: SourceKind, words: str, stance: Stance = "asserts") -> Attribution:
    found = span(made, words)
    return Attribution(f"{made.id}-q{number}", None, None, (found,), "direct", stance, Source(who, kind), (), "by-hand")


NIED = article(
    "nied",
    [
        ("headline", "Brouvange : 34 tonnes de batteries ont disparu"),
        ("byline", "Par Nolwenn Scherrer"),
        ("body", "Trente-quatre tonnes de batteries ont quitté le hangar de Batreva, selon un rapport d'inspection."),
        ("body", "« On nous disait de ne rien demander », raconte un salarié."),
        ("related", "Lire aussi : les horaires de la déchetterie"),
    ],
    publisher="Le Courrier de la Nied",
    published="2026-04-14T06:00",
)
FLASH = article(
    "flash",
    [
        ("headline", "43 tonnes de batteries s'évaporent"),
        ("body", "43 tonnes de batteries auraient quitté le hangar de Batreva."),
        ("body", "La préfecture n'a pas souhaité faire de commentaire."),
        ("comment", "Jeannot : <b>bravo</b> & merci"),
    ],
    publisher="Lorraine Flash",
    published="2026-04-14T15:20",
)
OBSERVER = article(
    "observer",
    [
        ("headline", "34 tons of batteries would have disappeared"),
        ("body", "Thirty-four tons of batteries would have left the hangar of Batreva."),
        ("body", '"Nobody listens to us," declared Odile Brandmayer.'),
    ],
    publisher="The Continental Observer",
    published="2026-04-14T17:05",
    language="en",
)
GAZETTE = article(
    "gazette",
    [
        ("headline", "Un chauffeur raconte"),
        (
            "body",
            "Les lettres de voiture que nous avons consultées montrent 34,2 tonnes de batteries livrées à Dillweiler.",
        ),
        ("body", "« Aucune batterie n'a disparu », répond Gilles Ostermeyer, président de Batreva."),
    ],
    publisher=None,
    published=None,
)

NIED = replace(
    NIED,
    statements=(stated(NIED, 1, "Trente-quatre tonnes de batteries ont quitté le hangar de Batreva"),),
    attributions=(said(NIED, 1, "un salarié", "anonymous", "« On nous disait de ne rien demander »"),),
    names=(named(NIED, "Batreva", "organisation"),),
)
FLASH = replace(
    FLASH,
    statements=(
        stated(FLASH, 1, "43 tonnes de batteries auraient quitté le hangar de Batreva.", "hedged", "auraient"),
        stated(FLASH, 2, "La préfecture n'a pas souhaité faire de commentaire."),
    ),
    attributions=(
        said(FLASH, 1, "La préfecture", "organisation", "La préfecture n'a pas souhaité", stance="declines_comment"),
    ),
)
OBSERVER = replace(
    OBSERVER,
    statements=(
        stated(
            OBSERVER,
            1,
            "Thirty-four tons of batteries would have left the hangar of Batreva.",
            "hedged",
            "would have left",
        ),
    ),
    attributions=(said(OBSERVER, 1, "Odile Brandmayer", "person", '"Nobody listens to us,"'),),
)
GAZETTE = replace(
    GAZETTE,
    statements=(
        stated(GAZETTE, 1, "34,2 tonnes de batteries livrées à Dillweiler"),
        stated(GAZETTE, 2, "Aucune batterie n'a disparu", "denied", "Aucune batterie"),
    ),
    attributions=(said(GAZETTE, 1, "Gilles Ostermeyer", "person", "« Aucune batterie n'a disparu »", stance="denies"),),
)
ARTICLES = (NIED, FLASH, OBSERVER, GAZETTE)


def origin(name: str, made: Article, words: str) -> Origin:
    seen = Evidence("cites", 0.9, f"names {name}", (place(made, words),))
    return Origin(name, "outlet" if "Courrier" in name else "document", (made.id,), (seen,))


MAIN = Claim(
    id="c1",
    text="34 tonnes de batteries ont quitté le hangar de Batreva.",
    statements=("nied-s1", "flash-s1", "observer-s1"),
    articles=("nied", "flash", "observer"),
    publishers=("Le Courrier de la Nied", "Lorraine Flash", "The Continental Observer"),
    origins=(replace(origin("Le Courrier de la Nied", NIED, "ont quitté"), articles=("nied", "flash", "observer")),),
    independent=Independent(1, 1, 2),
    status="disputed",
    first=First("nied", "2026-04-14T06:00"),
    denied_by=("Gilles Ostermeyer",),
)
DELIVERED = Claim(
    id="c2",
    text="34,2 tonnes ont été livrées à Dillweiler.",
    statements=("gazette-s1",),
    articles=("gazette",),
    publishers=(),
    origins=(origin("lettres de voiture", GAZETTE, "Les lettres de voiture"),),
    independent=Independent(1, 1, 1),
    status="single-origin",
    first=None,
)
STORY = Story(
    id="story-1",
    title="34 tonnes de batteries ont disparu",
    articles=tuple(made.id for made in ARTICLES),
    languages=("en", "fr"),
    why=("Batreva", "34"),
    entities=(
        Entity("e1", "Batreva", "organisation", ("Batreva",), (Role("le recycleur", "nied"),)),
        Entity("e2", "Odile Brandmayer", "person", ("Odile Brandmayer", "Brandmayer")),
    ),
    alignments=(
        Alignment(
            place(FLASH, "quitté le hangar de Batreva"), place(NIED, "quitté le hangar de Batreva"), "edited", 0.8
        ),
    ),
    derivations=(
        Derivation(
            "flash",
            "nied",
            "rewrite",
            False,
            0.8,
            0.61,
            (Evidence("aligned", 0.8, "one passage runs along", (place(FLASH, "quitté le hangar de Batreva"),)),),
        ),
        Derivation("observer", "AFP", "translation", True, 0.97, None, ()),
    ),
    claims=(MAIN, DELIVERED),
    conflicts=(
        Conflict(
            "k1",
            "number",
            (side(NIED, "Trente-quatre tonnes", "34 t"), side(FLASH, "43 tonnes de batteries auraient quitté", "43 t")),
            None,
            "34 t against 43 t",
        ),
        Conflict(
            "k2",
            "number",
            (side(NIED, "Trente-quatre tonnes", "34 t"), side(GAZETTE, "34,2 tonnes", "34.2 t")),
            "rounding",
            "34 t is 34.2 t rounded",
        ),
    ),
    timeline=(
        TimelineEntry(
            "2026-04-14",
            "Brouvange : 34 tonnes",
            ("c1",),
            "nied",
            *_ends(span(NIED, "34 tonnes de batteries ont disparu")),
        ),
    ),
    brief=(
        BriefSentence(
            "Trente-quatre tonnes de batteries ont quitté le hangar.",
            (place(NIED, "Trente-quatre tonnes de batteries ont quitté le hangar"),),
        ),
    ),
)
REPORT = Report(
    recoupe="0.1.0",
    language_data="0123456789abcdef",
    options={"language": None},
    articles=ARTICLES,
    stories=(STORY,),
    rejected=(Rejected("pile/photo.txt", "binary", "starts like a JPEG image"),),
)


def report(*, articles: tuple[Article, ...] = ARTICLES, story: Story = STORY) -> Report:
    """The report above with other articles or another story."""
    return replace(REPORT, articles=articles, stories=(story,))


def crowd(count: int) -> Report:
    """A report on one story of many articles: the first one, and copies of it by as many outlets."""
    copies = tuple(
        replace(
            FLASH,
            id=f"flash{n:02}",
            publisher=Publisher(f"Outlet {n:02}", None, "masthead"),
            statements=(),
            attributions=(),
        )
        for n in range(count - 1)
    )
    derivations = tuple(Derivation(made.id, "nied", "copy", n % 2 == 0, 0.9, 1.0, ()) for n, made in enumerate(copies))
    articles = (NIED, *copies)
    claim = replace(MAIN, statements=("nied-s1",), articles=tuple(made.id for made in articles))
    story = Story("many", "Many", claim.articles, ("fr",), (), derivations=derivations, claims=(claim,))
    return report(articles=articles, story=story)

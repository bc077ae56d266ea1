"""Articles → media to which one piece of news is credited, each by articles that do not know the other."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.crosscheck.claims.alike import Topics, across, alike, weigh
from recoupe.crosscheck.conflicts.points import Scene
from recoupe.crosscheck.origins.newsrooms import is_common, named_newsroom
from recoupe.crosscheck.readings import topics_within
from recoupe.model import Article, Attribution, Place, Span
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# Notion of making something known (world/concepts): what one medium reveals, no other does.
_REVEAL = "c:reveal"
# How alike two credited sentences must be (weighted Dice): where both say that something was revealed, where one of
# them does or one speaker is credited to both media, and otherwise. Chosen on the dev stories.
_BOTH_REVEAL, _ONE_REVEALS, _SAME_SPEAKER, _LEAST = 0.05, 0.12, 0.15, 0.3
# The same where an article names both media, and credits the one with what the other article has from the other: so
# many topics shared, and what it credits to that other less than half as like.
_NEAREST, _MANY, _OTHER_NEWS = 0.15, 8, 0.5
# Topics that two sentences must share beside the notion itself.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two media, by their keys and names, that are credited with the same news, and where each is."""

    media: tuple[str, str]
    names: tuple[str, str]
    places: tuple[tuple[Place, ...], tuple[Place, ...]]


# Compared by identity: to hash one by value would hash its whole article.
@dataclass(frozen=True, slots=True, eq=False)
class _Credit:
    """A sentence of an article that names a medium, what it speaks of, and whether (and for whom) it credits it.

    Args:
        days: the times that the sentence gives.
        speaker: the person whose words came by the medium.
        said: the sentence attributes something to the medium, or to somebody by way of it.
        agency: others print what the medium writes.
        known: it is a medium of the world or of the pile.
    """

    article: Article
    medium: str
    name: str
    span: Span
    topics: Topics
    days: frozenset[str]
    speaker: str | None
    said: bool
    agency: bool
    known: bool


def find_scoops(scene: Scene) -> Iterator[Disputed]:
    """Media to which articles credit the same news, none of them knowing the other's."""
    credits = [credit for id_ in sorted(scene.articles) for credit in _credits(scene, scene.articles[id_])]
    if len({credit.medium for credit in credits}) < 2:
        return
    weights = weigh([credit.topics for credit in credits])
    known = {id_: _media(scene, article, credits) for id_, article in scene.articles.items()}
    sides: defaultdict[tuple[str, str], set[_Credit]] = defaultdict(set)
    crediting = [credit for credit in credits if credit.said or _REVEAL in credit.topics]
    for one, two in combinations(crediting, 2):
        if not _comparable(one, two) or not _one_news(scene, one, two, weights):
            continue
        first, second = sorted((one.medium, two.medium))
        if _exclusive(one, two, known):
            told = {(end.article.id, end.medium) for end in (one, two)}
            sides[first, second].update(c for c in credits if (c.article.id, c.medium) in told)
        elif _nearest(one, two, credits, weights):
            sides[first, second].update((one, two))
    for media in sorted(sides):
        given = sorted(sides[media], key=lambda c: (c.medium != media[0], c.article.id, c.span))
        first, second = (max((c.name for c in given if c.medium == key), key=lambda n: (len(n), n)) for key in media)
        left, right = (_places(c for c in given if c.medium == key) for key in media)
        yield Disputed(media, (first, second), (left, right))


def _places(credits: Iterable[_Credit]) -> tuple[Place, ...]:
    return tuple(Place(credit.article.id, credit.span.start, credit.span.end) for credit in credits)


def _credits(scene: Scene, article: Article) -> Iterator[_Credit]:
    """Each medium that an article names, with the sentence."""
    own = scene.sources.newsrooms.own[article.id].key
    seen: set[tuple[str, Span]] = set()
    for name, at, said in sorted(_named(scene, article), key=lambda found: (found[2] is None, found[1], found[0])):
        newsroom = named_newsroom(name, scene.sources.entities, scene.sources.newsrooms)
        span = _sentence(article, at)
        if is_common(name) or newsroom.key == own or span is None or (newsroom.key, span) in seen:
            continue
        seen.add((newsroom.key, span))
        topics = topics_within(scene.readings[article.id], span.start, span.end) - {f"e:{newsroom.key}"}
        days = frozenset(t.value for t in article.times if t.value and span.start <= t.start < span.end)
        speaker = said.source.entity if said is not None and said.source.kind == "person" else None
        yield _Credit(
            article=article,
            medium=newsroom.key,
            name=name,
            span=span,
            topics=topics,
            days=days,
            speaker=speaker,
            said=said is not None,
            agency=_is_agency(scene, newsroom.key, name),
            known=_is_known(scene, newsroom.key, name),
        )


def _is_agency(scene: Scene, key: str, name: str) -> bool:
    """Whether a medium is one whose texts others print."""
    return key in scene.sources.newsrooms.agencies or find_agency(name) is not None


def _named(scene: Scene, article: Article) -> Iterator[tuple[str, int, Attribution | None]]:
    """Media of attributions, and those that the text only names; with where, and for which attribution."""
    for said in article.attributions:
        spans = [span for span in (said.source_span, said.cue_span, *said.content) if span is not None]
        media = [*said.via, *([said.source.name] if said.source.kind == "outlet" else [])]
        for name in media if spans else ():
            yield name, min(spans).start, said
    for named in scene.sources.names[article.id]:
        if named.kind == "outlet":
            yield article.text[named.start : named.end], named.start, None


def _sentence(article: Article, at: int) -> Span | None:
    index = bisect_right(article.sentences, at, key=lambda span: span.start) - 1
    return article.sentences[index] if index >= 0 and at < article.sentences[index].end else None


def _media(scene: Scene, article: Article, credits: Sequence[_Credit]) -> frozenset[str]:
    """Every medium that an article names, its own and those whose words it carries among them."""
    newsrooms = scene.sources.newsrooms
    names = [article.text[n.start : n.end] for n in article.names if n.kind == "outlet"] + list(article.agencies)
    named = {named_newsroom(name, scene.sources.entities, newsrooms).key for name in names}
    credited = {credit.medium for credit in credits if credit.article.id == article.id}
    return frozenset(named | credited | {newsrooms.own[article.id].key, newsrooms.answers[article.id].key})


def _comparable(one: _Credit, two: _Credit) -> bool:
    """Two media of one kind, credited by two articles; in two languages, only such as keep their names."""
    if one.medium == two.medium or one.agency != two.agency or one.article.id == two.article.id:
        return False
    return one.article.language == two.article.language or (one.known and two.known)


def _exclusive(one: _Credit, two: _Credit, known: Mapping[str, frozenset[str]]) -> bool:
    """Neither article names the medium of the other."""
    return one.medium not in known[two.article.id] and two.medium not in known[one.article.id]


def _nearest(one: _Credit, two: _Credit, credits: Sequence[_Credit], weights: Mapping[str, int]) -> bool:
    """Articles that name both media credit each with the news for which the other article credits the other."""
    likeness = _likeness(one, two, weights)
    many = len(one.topics & two.topics) >= _MANY
    if not many or likeness < _NEAREST or _REVEAL not in one.topics | two.topics:
        return False
    rivals = [
        (rival, end)
        for rival in credits
        for own, end in ((one, two), (two, one))
        if rival.article.id == own.article.id and rival.medium == end.medium
    ]
    return all(_likeness(rival, end, weights) < _OTHER_NEWS * likeness for rival, end in rivals)


def _likeness(one: _Credit, two: _Credit, weights: Mapping[str, int]) -> float:
    return alike(*across(one.topics, two.topics, same_language=one.article.language == two.article.language), weights)


def _is_known(scene: Scene, key: str, name: str) -> bool:
    """A medium of the world or of the pile; any other may have its name, or what it is, translated."""
    publishers = {newsroom.key for newsroom in scene.sources.newsrooms.own.values()}
    return key in publishers or bool(find_outlet(name) or find_agency(name))


def _one_news(scene: Scene, one: _Credit, two: _Credit, weights: Mapping[str, int]) -> bool:
    if one.speaker is not None and two.speaker is not None and one.speaker != two.speaker:
        return False
    # Agencies all report what happens; only one person's words can be credited to the wrong one.
    if one.agency and (one.speaker is None or one.speaker != two.speaker):
        return False
    # Two media that are said to have told it on one day are credited with one and the same news, too.
    reveals = 2 if one.days & two.days else (_REVEAL in one.topics) + (_REVEAL in two.topics)
    # What is not revealed but reported, a medium of the pile may well have for itself.
    own = {newsroom.key for newsroom in scene.sources.newsrooms.own.values()}
    if not reveals and own & {one.medium, two.medium}:
        return False
    contexts = across(one.topics, two.topics, same_language=one.article.language == two.article.language)
    shared = (contexts[0] & contexts[1]) - {_REVEAL}
    least = (_LEAST, _ONE_REVEALS, _BOTH_REVEAL)[reveals]
    if one.speaker is not None and one.speaker == two.speaker:
        least = min(least, _SAME_SPEAKER)
    return (len(shared) >= _SHARED or reveals == 2) and alike(*contexts, weights) >= least

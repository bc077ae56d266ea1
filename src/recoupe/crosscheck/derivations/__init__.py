"""Articles of one story and their shared passages → which article's text comes from which other's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest
from math import exp

from recoupe.crosscheck.alignments.pages import Page, lay_out
from recoupe.crosscheck.derivations.acknowledged import NOTHING, Acknowledged, acknowledged, told_after
from recoupe.crosscheck.derivations.credits import Credits, agencies_named, find_credits, outlet_named
from recoupe.crosscheck.derivations.direction import Direction, direction, is_possible_source
from recoupe.crosscheck.derivations.kinds import Taken, kind_of
from recoupe.crosscheck.derivations.retellings import Retelling, compare
from recoupe.crosscheck.derivations.versions import are_versions, find_versions
from recoupe.crosscheck.records import Entities
from recoupe.model import Alignment, Article, Derivation, Evidence, Place
from recoupe.world.agencies import find_agency


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic function of what two articles share: probability that one used the other."""

    bias: float
    own: float
    quoted: float
    larger: float
    smaller: float
    told: float
    lead: float
    agency: float


# Logistic regression over all pairs of 17 invented stories that are not of one family without being parent and child,
# rounded. Leaving one story out each time, precision and recall at ACCEPTED are 0.91 and 0.88 in one language, 0.88 and
# 0.85 across languages. That an outlet is named at all says nothing beside what is told after it, and where.
SAME_LANGUAGE = Weights(bias=-2.6, own=2.8, quoted=2.8, larger=1.5, smaller=1.2, told=0.8, lead=1.4, agency=1.1)
ACROSS = Weights(bias=-3.5, own=0.0, quoted=0.0, larger=3.0, smaller=3.3, told=2.3, lead=1.5, agency=2.9)
# Words of shared passages beyond which more say no more: a sentence outside quotations (less the set phrase in it, see
# retellings.SET_PHRASE), half of one within.
FULL_OWN = 12
FULL_QUOTED = 12
# Share of either article from which on naming the other's agency counts in full: one sentence is one sentence.
FULL_SHARE = 0.25
# Share of an article from which on what it tells after the other's outlet counts in full (two or three sentences).
FULL_TOLD = 0.15
# What a word spoken by a named source counts beside one of an anonymous source, and all of them together at most:
# whole speeches of a press conference alone stay below ACCEPTED, however long they are.
SPOKEN = 0.6
MOST_SPOKEN = 0.3
# A little less than even: a missed link makes two origins of one. F1 is flat from 0.4 to 0.5.
ACCEPTED = 0.45
# Who used one text has more likely used another, too.
ACCEPTED_BESIDE = 0.4
# Two families with a link as sure as this between them are one, even if each has a nearer parent of its own.
SURE = 0.9
# One outlet's later article on a story is a follow-up, not a copy, unless most of it is the same text.
SAME_OUTLET = 4.0
# Share of an article that a further parent must give beside the parents before it. A sentence of a short article.
OWN_SHARE = 0.1
# A nearer parent that is named needs this share of the strength of the best one.
NEARLY = 0.85
# How sure it is that an article credited to an agency is that agency's text: by its byline, or "with" the agency.
BY_AGENCY = 0.95
WITH_AGENCY = 0.6
# How sure it is that an article is retold after a medium that it credits at its head with a good part of it.
RETOLD = 0.7
# Coverage from which on an agency that is only named is where the text comes from, not where a sentence does.
MOST = 0.5
# Articles of an outlet that is named among which the one is looked for that is meant; bounds the work on a long story.
MOST_MEANT = 8
# Passages shown as evidence; all of them are in the story's alignments.
SHOWN = 3


def derive(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    entities: Entities | None = None,
    pages: Mapping[str, Page] | None = None,
) -> tuple[Derivation, ...]:
    """Who used whose text, direct parents only, ordered by article; an agency's name where its text is not in the pile.

    Args:
        articles: the articles of one story.
        alignments: their shared passages, as `alignments.align` finds them.
        entities: the story's entities; not needed yet.
        pages: the articles laid out, if that has been done.
    """
    laid = pages or lay_out(articles)
    by_id = {article.id: article for article in articles}
    credits = find_credits(articles) if len(articles) > 1 else {}
    compared = compare(articles, alignments, laid, _crediting(articles, credits))
    pairs = [found for found in compared if not are_versions(found.left, found.right, by_id)]
    owed = _owed(pairs, by_id, credits)
    links = [_link(found, by_id, credits, owed) for found in pairs]
    parents = _all_parents([link for link in links if link.probability >= ACCEPTED_BESIDE], by_id)
    made = [_derivation(link, len(found), by_id, laid, credits, owed) for found in parents.values() for link in found]
    made += find_versions(articles)
    outlets = {article.publisher.name for article in articles if article.publisher}
    orphans = [article for article in articles if article.id not in parents]
    made += [outside for article in orphans for outside in (*_from_agency(article), *_from_outlet(article, outlets))]
    return tuple(sorted(made, key=lambda derivation: (derivation.derived, derivation.used)))


def _crediting(articles: Sequence[Article], credits: Credits) -> set[tuple[str, str]]:
    """Pairs of articles, by id and in order, of which one names the other's outlet: its last ones before it."""
    of_outlet: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.publisher:
            of_outlet[article.publisher.name].append(article)
    by_id = {article.id: article for article in articles}
    pairs: set[tuple[str, str]] = set()
    for id_, named in credits:
        before = (other for other in of_outlet[named] if other.id != id_ and is_possible_source(other, by_id[id_]))
        last = nlargest(
            MOST_MEANT, before, key=lambda other: (other.published.value if other.published else "", other.id)
        )
        pairs |= {(min(id_, other.id), max(id_, other.id)) for other in last}
    return pairs


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of articles of which one used the other.

    Args:
        coverage: share of the derived article that stands in the used one.
        rest: share of the used article that stands in the derived one.
        places: what they share, in the derived article and in the used one.
    """

    direction: Direction
    retelling: Retelling
    probability: float
    coverage: float
    rest: float
    places: tuple[tuple[Place, Place], ...]


Owed = Mapping[tuple[str, str], Acknowledged]
"""(id of an article, id of the one that it means where it names an outlet) → what it says that it owes to it."""


def _owed(pairs: Iterable[Retelling], by_id: Mapping[str, Article], credits: Credits) -> Owed:
    """Of several articles of an outlet that is named, the one with which most is shared is meant."""
    meant: dict[tuple[str, str], tuple[float, str]] = {}
    for found in pairs:
        for derived, used, share in (
            (found.left, found.right, found.left_share),
            (found.right, found.left, found.right_share),
        ):
            outlet = by_id[used].publisher
            if (
                outlet
                and outlet_named(credits, by_id[derived], by_id[used])
                and is_possible_source(by_id[used], by_id[derived])
            ):
                key = derived, outlet.name
                meant[key] = max(meant.get(key, (-1.0, "")), (share, used))
    return {(one, used): acknowledged(by_id[one], by_id[used], credits) for (one, _), (_, used) in meant.items()}


def _link(found: Retelling, by_id: Mapping[str, Article], credits: Credits, owed: Owed) -> Link:
    left, right = by_id[found.left], by_id[found.right]
    turned = direction(left, right, credits, left_more=found.left_share - found.right_share)
    from_left = turned.derived == found.left
    derived, used = (left, right) if from_left else (right, left)
    return Link(
        direction=turned,
        retelling=found,
        probability=_probability(found, derived, used, credits, owed.get((derived.id, used.id), NOTHING)),
        coverage=found.left_share if from_left else found.right_share,
        rest=found.right_share if from_left else found.left_share,
        places=tuple((a, b) if from_left else (b, a) for a, b in found.places),
    )


def _probability(found: Retelling, derived: Article, used: Article, credits: Credits, said: Acknowledged) -> float:
    weights = SAME_LANGUAGE if found.same_language else ACROSS
    linear = weights.bias
    linear += weights.own * min(found.telling_words / FULL_OWN, 1) + weights.quoted * _quoted(found)
    linear += weights.larger * max(found.left_share, found.right_share)
    linear += weights.smaller * min(found.left_share, found.right_share)
    outlet = weights.told * min(said.share / FULL_TOLD, 1) + weights.lead * said.lead
    agency = weights.agency * bool(agencies_named(credits, derived, used.agencies))
    agency *= min(max(found.left_share, found.right_share) / FULL_SHARE, 1)
    # An agency that publishes itself is named once, as an outlet and as an agency.
    linear += max(outlet, agency) if _is_agency(used) else outlet + agency
    linear -= SAME_OUTLET * bool(used.publisher and derived.publisher and used.publisher.name == derived.publisher.name)
    return 1 / (1 + exp(-linear))


def _is_agency(article: Article) -> bool:
    return article.publisher is not None and find_agency(article.publisher.name) is not None


def _quoted(found: Retelling) -> float:
    """How much their shared quotations say, 0 to 1."""
    spoken = min(SPOKEN * found.spoken_words / FULL_QUOTED, MOST_SPOKEN)
    return min(found.quoted_words / FULL_QUOTED + spoken, 1)


def _all_parents(links: Sequence[Link], by_id: Mapping[str, Article]) -> dict[str, list[Link]]:
    """The parents of each article that has any."""
    of_article: defaultdict[str, list[Link]] = defaultdict(list)
    accepted = [link for link in links if link.probability >= ACCEPTED]
    for link in links:
        of_article[link.direction.derived].append(link)
    pairs = {(link.direction.derived, link.direction.used) for link in accepted}
    derived = sorted({id_ for id_, _ in pairs})
    parents = {id_: _parents(of_article[id_], by_id[id_], pairs) for id_ in derived}
    chosen = [link for found in parents.values() for link in found]
    for link in _joining(chosen, [link for link in accepted if link.probability >= SURE]):
        parents[link.direction.derived].append(link)
    return parents


def _joining(chosen: Sequence[Link], sure: Iterable[Link]) -> Iterator[Link]:
    """The strongest further links between two families: what shares text has one origin, whichever parent is nearer."""
    family: dict[str, set[str]] = {}
    others = sorted(sure, key=lambda link: (-_strength(link), link.direction.derived, link.direction.used))
    for link in [*chosen, *others]:
        one, two = (family.setdefault(id_, {id_}) for id_ in (link.direction.derived, link.direction.used))
        if one is not two:
            joined = one | two
            family.update((id_, joined) for id_ in joined)
            if link not in chosen:
                yield link


def _parents(links: Sequence[Link], derived: Article, pairs: Set[tuple[str, str]]) -> list[Link]:
    """The link that covers most of the article, and others that cover what it leaves."""
    ranked = sorted(links, key=lambda found: (found.probability < ACCEPTED, -_strength(found), found.direction.used))
    nearer = [link for link in ranked if (link.direction.used, ranked[0].direction.used) in pairs]
    # A text that retells the best parent and is named itself is where the article has it from.
    named = (link for link in nearer if _named(link) and _strength(link) >= NEARLY * _strength(ranked[0]))
    chosen: list[Link] = []
    for link in [*named, *ranked]:
        taken = [place for kept in chosen for place, _ in kept.places]
        own = _length([place for place, _ in link.places], without=taken)
        if not chosen or own >= OWN_SHARE * _told(derived):
            chosen.append(link)
    return chosen


def _strength(link: Link) -> float:
    return link.probability * link.coverage


def _named(link: Link) -> bool:
    return any(evidence.signal in {"credit", "agency"} for evidence in link.direction.evidence)


def _told(article: Article) -> int:
    return sum(span.end - span.start for span in article.sentences)


def _length(places: Sequence[Place], *, without: Sequence[Place]) -> int:
    """Code points in the places that are in none of the others."""
    marked = bytearray(max((place.end for place in places), default=0))
    for there, mark in ((places, b"\1"), (without, b"\0")):
        for place in there:
            marked[place.start : place.end] = mark * (min(place.end, len(marked)) - place.start)
    return sum(marked)


def _derivation(
    link: Link, parents: int, by_id: Mapping[str, Article], pages: Mapping[str, Page], credits: Credits, owed: Owed
) -> Derivation:
    derived, used = by_id[link.direction.derived], by_id[link.direction.used]
    both = set(derived.agencies) & set(used.agencies)
    agency = bool(both or agencies_named(credits, derived, used.agencies))
    taken = Taken(
        coverage=link.coverage,
        rest=link.rest,
        places=tuple(place for place, _ in link.places),
        parents=parents,
        by_agency=agency,
        same_agency=bool(both) or (agency and not derived.agencies and link.coverage >= MOST),
        retold=owed.get((derived.id, used.id), NOTHING).lead,
    )
    kind = kind_of(derived, pages[derived.id], link.retelling, taken)
    named = agency or bool(outlet_named(credits, derived, used))
    return Derivation(
        derived=derived.id,
        used=used.id,
        kind=kind,
        credited=named,
        probability=round(link.probability, 3),
        coverage=round(link.coverage, 3),
        evidence=(*_shared(link), *link.direction.evidence),
    )


def _shared(link: Link) -> Iterator[Evidence]:
    """What the two have in common, with the longest passages."""
    found = link.retelling
    longest = sorted(link.places, key=lambda pair: (pair[0].start - pair[0].end, pair[0].start))[:SHOWN]
    spans = tuple(place for pair in longest for place in pair)
    if found.own_words:
        yield Evidence("same-words", round(min(found.telling_words / FULL_OWN, 1), 3), str(found.own_words), spans)
    if words := found.quoted_words + found.spoken_words:
        yield Evidence("same-quotations", round(_quoted(found), 3), str(words))
    signal = "same-sentences" if found.same_language else "translated-sentences"
    yield Evidence(signal, round(link.coverage, 3), f"{link.coverage:.0%}", () if found.own_words else spans)


def _from_agency(article: Article) -> Iterator[Derivation]:
    """The agency's own text, where the article credits one and no article of the pile is its parent."""
    own = find_agency(article.publisher.name) if article.publisher else None
    if not article.agencies or (own and own.name == article.agencies[0]):
        return
    name = article.agencies[0]
    signed = find_agency(article.byline or "")
    sure = BY_AGENCY if signed and signed.name == name else WITH_AGENCY
    evidence = Evidence("agency-credit", sure, ", ".join(article.agencies))
    yield Derivation(article.id, name, "copy" if sure == BY_AGENCY else "mixed", True, sure, None, (evidence,))


def _from_outlet(article: Article, inside: Set[str]) -> Iterator[Derivation]:
    """The text of a medium outside the story, where the article says at its head that it tells the story after it."""
    found = told_after(article, inside)
    if found is None or article.agencies:
        return
    name, said, places = found
    if said.lead and said.share >= FULL_TOLD:
        evidence = Evidence("credit", RETOLD, name, places)
        yield Derivation(article.id, name, "rewrite", True, RETOLD, None, (evidence,))

"""An article and where it names another one's outlet → how much of it is told, by its own word, after that outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.derivations.credits import Credits, outlet_named
from recoupe.model import Article, Attribution, Place, Span
from recoupe.text.normal import fold
from recoupe.world.agencies import find_agency
from recoupe.world.publishers import find_outlet

# A news text says in its first sentences from whom it has its story; further below it names who had a detail.
LEAD = 3


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What an article says that it owes to another one's outlet.

    Args:
        share: share of its sentences, by length, that it attributes to the outlet, or through it to somebody else.
        lead: whether it does so, and one of the first sentences of its body names the outlet.
    """

    share: float = 0.0
    lead: bool = False


NOTHING = Acknowledged()


def acknowledged(article: Article, other: Article, credits: Credits) -> Acknowledged:
    """What the article says that it owes to the other one's outlet."""
    places = outlet_named(credits, article, other)
    if not places or other.publisher is None:
        return NOTHING
    names = {fold(other.publisher.name), *(fold(article.text[place.start : place.end]) for place in places)}
    contents = [span for said in article.attributions if _after(said, names, places) for span in said.content]
    # Who is named at the head, but says nothing there, is only whom the news of today follows upon.
    first = any(_within(place, sentence) for place in places for sentence in lead(article, LEAD))
    return Acknowledged(share=_share(article, contents), lead=first and bool(contents))


def told_after(article: Article, inside: Iterable[str]) -> tuple[str, Acknowledged, tuple[Place, ...]] | None:
    """The outlet outside the story after which the article tells most, and where it names it first.

    Args:
        article: the article.
        inside: names of the outlets of the story, which have articles of their own in it.
    """
    known = {fold(name) for name in inside}
    after: defaultdict[str, list[Attribution]] = defaultdict(list)
    for said in article.attributions:
        for name in (*said.via, said.source.name) if said.source.kind == "outlet" else said.via:
            outlet = find_outlet(name)
            # A description ("a trade journal") has no capital, and names nobody.
            if name != name.lower() and not find_agency(name) and not _is_one(fold(name), known):
                after[outlet.name if outlet else name].append(said)
    if not after:
        return None
    shares = {name: _share(article, [span for one in said for span in one.content]) for name, said in after.items()}
    name = min(shares, key=lambda name: (-shares[name], name))
    spans = [span for said in after[name] if (span := said.source_span or said.cue_span)]
    places = tuple(Place(article.id, span.start, span.end) for span in spans[:1])
    first = any(_within(place, sentence) for place in places for sentence in lead(article, LEAD))
    return name, Acknowledged(shares[name], first), places


def lead(article: Article, sentences: int) -> Sequence[Span]:
    """So many first sentences of the body."""
    bodies = [region for region in article.regions if region.kind == "body"]
    inside = (s for s in article.sentences if any(body.start <= s.start and s.end <= body.end for body in bodies))
    return [sentence for sentence, _ in zip(inside, range(sentences), strict=False)]


def _after(said: Attribution, names: set[str], places: Sequence[Place]) -> bool:
    """Whether the outlet is the source, or one of the media in between."""
    named = (*said.via, said.source.name) if said.source.kind == "outlet" else said.via
    span = said.source_span
    return any(_is_one(fold(name), names) for name in named) or any(span and _touch(place, span) for place in places)


def _is_one(name: str, names: set[str]) -> bool:
    """Whether it is one of the names, with or without the article that some begin with."""
    return any(name == other or name.endswith(f" {other}") or other.endswith(f" {name}") for other in names)


def _touch(place: Place, span: Span) -> bool:
    return place.start < span.end and span.start < place.end


def _within(place: Place, sentence: Span) -> bool:
    return sentence.start <= place.start < sentence.end


def _share(article: Article, spans: Sequence[Span]) -> float:
    """Share of the article's sentences, by length, that lies in the spans."""
    whole = sum(sentence.end - sentence.start for sentence in article.sentences)
    return sum(end - start for start, end in _merged(spans)) / whole if whole else 0.0


def _merged(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The spans without what is in one before them."""
    reached = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.end > reached:
            yield max(reached, span.start), span.end
            reached = span.end

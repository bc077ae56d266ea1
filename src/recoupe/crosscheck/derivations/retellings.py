"""Two articles and their shared passages → how much of each stands in the other, in the same words or in others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from recoupe.crosscheck.alignments.pages import Page
from recoupe.crosscheck.alignments.sentences import Sentence, stemmed
from recoupe.crosscheck.alignments.translations import matches
from recoupe.model import Alignment, Article, Name, Place

# Kinds of sources that speak to all: an anonymous one spoke to one newsroom.
NAMED = frozenset({"person", "organisation"})
# Titles and set phrases that independent reports share have about so many words beside the names in them ("the adviser
# on national security of ..."); what a passage has beyond them was taken from somewhere.
SET_PHRASE = 4
# Where so many words are the same, the passages alone say how much is shared (a paragraph or two).
MANY_WORDS = 80


@dataclass(frozen=True, slots=True)
class Retelling:
    """What two articles of a story have in common.

    Args:
        left: id of the first article.
        right: id of the second article.
        same_language: whether they can share words at all.
        own_words: words in shared passages that stand outside quotations.
        quoted_words: words in shared passages within quotations of anonymous or unknown speakers.
        spoken_words: those within quotations of named speakers, whom any outlet may have heard.
        telling_words: own words that are the same in both and in no name, less SET_PHRASE for each passage.
        left_share: share of the left article's sentences, by length, that the right one has, too.
        right_share: the same from the other side.
        places: the passages and sentences that they share, left and right.
    """

    left: str
    right: str
    same_language: bool
    own_words: int
    quoted_words: int
    spoken_words: int
    telling_words: float
    left_share: float
    right_share: float
    places: tuple[tuple[Place, Place], ...]


def compare(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    pages: Mapping[str, Page],
    credited: Set[tuple[str, str]] = frozenset(),
) -> list[Retelling]:
    """Pairs of articles that share passages, or of which one credits the other, ordered by id.

    Args:
        articles: the articles of one story.
        alignments: their shared passages.
        pages: the articles laid out.
        credited: further pairs to compare, in order of their ids: without a credit, two articles of one language that
            share no passage say the same only as any two reports of one event do.
    """
    if len(articles) < 2:
        return []
    shared: defaultdict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for alignment in alignments:
        shared[alignment.left.article, alignment.right.article].append(alignment)
    told = {article.id: _told(article, pages[article.id]) for article in articles}
    near = {(a, b) for a, b in credited if told[a].language == told[b].language}
    return [_compare(told[a], told[b], shared.get((a, b), [])) for a, b in sorted({*shared, *near})]


@dataclass(frozen=True, slots=True)
class _Told:
    """An article laid out: its sentences as they are compared across languages and within one, where they begin and
    end, their lengths without what named sources say, and where words begin; plain words are own ones in no name."""

    article: Article
    language: str
    sentences: Sequence[Sentence]
    stemmed: Sequence[Sentence]
    starts: Sequence[int]
    ends: Sequence[int]
    own_lengths: Sequence[float]
    own_words: Sequence[int]
    quoted_words: Sequence[int]
    spoken_words: Sequence[int]
    plain_words: Sequence[int]


def _told(article: Article, page: Page) -> _Told:
    quoted = [word.start for word, said in zip(page.words, page.quoted, strict=True) if said]
    own = [word.start for word, said in zip(page.words, page.quoted, strict=True) if not said]
    named = [s for said in article.attributions if said.source.kind in NAMED for s in said.content]
    spoken = {at for span in named for at in quoted[bisect_left(quoted, span.start) : bisect_left(quoted, span.end)]}
    kinds = own, sorted(set(quoted) - spoken), sorted(spoken)
    found = page.sentences
    return _Told(
        article=article,
        language=page.language,
        sentences=found,
        stemmed=stemmed(found),
        starts=[sentence.start for sentence in found],
        ends=[sentence.end for sentence in found],
        own_lengths=[sentence.length * _own_share(sentence, *kinds) for sentence in found],
        own_words=kinds[0],
        quoted_words=kinds[1],
        spoken_words=kinds[2],
        plain_words=_outside(own, article.names),
    )


def _outside(starts: Sequence[int], names: Sequence[Name]) -> list[int]:
    """The words that begin in no name."""
    inside = {at for n in names for at in starts[bisect_left(starts, n.start) : bisect_left(starts, n.end)]}
    return [start for start in starts if start not in inside]


def _compare(left: _Told, right: _Told, passages: Sequence[Alignment]) -> Retelling:
    same = left.language == right.language
    ours, theirs, scores = [p.left for p in passages], [p.right for p in passages], [p.score for p in passages]
    counted = [_counted(side, places) for side, places in ((left, ours), (right, theirs))]
    own, quoted, spoken = (min(side[kind] for side in counted) for kind in range(3))
    plain = zip(_within(left.plain_words, ours), _within(right.plain_words, theirs), scores, strict=True)
    telling = sum(max(0.0, min(here, there) * score - SET_PHRASE) for here, there, score in plain)
    if same and own < MANY_WORDS:
        retold = list(_retold(left, right))
        ours, theirs = [*ours, *(a for a, _, _ in retold)], [*theirs, *(b for _, b, _ in retold)]
        scores += [score for _, _, score in retold]
    return Retelling(
        left=left.article.id,
        right=right.article.id,
        same_language=same,
        own_words=own if same else 0,
        quoted_words=quoted if same else 0,
        spoken_words=spoken if same else 0,
        telling_words=telling if same else 0.0,
        left_share=_share(left, ours, scores, same_language=same),
        right_share=_share(right, theirs, scores, same_language=same),
        places=tuple(zip(ours, theirs, strict=True)),
    )


def _retold(left: _Told, right: _Told) -> Iterator[tuple[Place, Place, float]]:
    """Sentences of one language that say the same in other words."""
    ours, theirs = left.stemmed, right.stemmed
    for bead, score in matches(ours, theirs, pairs_only=True):
        yield (
            Place(left.article.id, ours[bead.left].start, ours[bead.left_end - 1].end),
            Place(right.article.id, theirs[bead.right].start, theirs[bead.right_end - 1].end),
            score,
        )


def _counted(told: _Told, places: Sequence[Place]) -> tuple[int, int, int]:
    """Words of the passages: the outlet's own, quoted, and spoken by a named source."""
    own, quoted, spoken = (_within(s, places) for s in (told.own_words, told.quoted_words, told.spoken_words))
    return sum(own), sum(quoted), sum(spoken)


def _within(starts: Sequence[int], places: Sequence[Place]) -> list[int]:
    """How many words begin in each place."""
    return [bisect_left(starts, place.end) - bisect_left(starts, place.start) for place in places]


def _share(told: _Told, places: Sequence[Place], scores: Sequence[float], *, same_language: bool) -> float:
    """Share of the article that is covered, by length; within one language, without what named people say."""
    lengths = told.own_lengths if same_language else [sentence.length for sentence in told.sentences]
    covered = [0.0] * len(lengths)
    for place, score in zip(places, scores, strict=True):
        for at in range(bisect_right(told.ends, place.start), bisect_left(told.starts, place.end)):
            sentence = told.sentences[at]
            common = min(place.end, sentence.end) - max(place.start, sentence.start)
            covered[at] = max(covered[at], score * common / (sentence.end - sentence.start))
    return sum(length * share for length, share in zip(lengths, covered, strict=True)) / (sum(lengths) or 1.0)


def _own_share(sentence: Sentence, own: Sequence[int], quoted: Sequence[int], spoken: Sequence[int]) -> float:
    """Share of the sentence's words that no named source speaks."""
    counts = [
        bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start) for starts in (spoken, own, quoted)
    ]
    return 1 - counts[0] / (sum(counts) or 1)

"""What a reader of an article knows at a sentence: who is named where, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.annotate.attributions.lexicon import Lexicon
from recoupe.annotate.attributions.mentions import Mention, find_aliases, find_mentions
from recoupe.annotate.attributions.tokens import Unit
from recoupe.model import Article
from recoupe.world.agencies import find_agency


@dataclass(frozen=True, slots=True)
class Memory:
    """What a reader knows at sentence `place`: who is named where, and who has `spoken` so far, which grows.

    `media` are the outlets among the named, other than agencies and the publisher; `first` has the first mention of
    each name, `persons` the longer names of persons by their last word.
    """

    article: Article
    lexicon: Lexicon
    named: tuple[Mention, ...]
    media: tuple[Mention, ...]
    first: dict[str, Mention]
    persons: dict[str, set[str]]
    units: tuple[Unit, ...]
    place: int = 0
    spoken: list[Mention] = field(default_factory=list)


def make_memory(article: Article, units: Sequence[Unit], lexicon: Lexicon) -> Memory:
    """The memory with which reading begins."""
    named = tuple(sorted([*find_mentions(article, units, lexicon), *find_aliases(article, units, lexicon)], key=_place))
    own = article.publisher.name if article.publisher else None
    media = tuple(m for m in named if m.kind == "outlet" and m.name != own and not find_agency(m.name))
    first = {mention.name: mention for mention in reversed(named)}
    persons: dict[str, set[str]] = {}
    for mention in first.values():
        words = mention.name.split()
        if mention.kind == "person" and len(words) > 1:
            persons.setdefault(words[-1], set()).add(mention.name)
    return Memory(article, lexicon, named, media, first, persons, tuple(units))


def at_place(memory: Memory, place: int) -> Memory:
    """The memory at another sentence; what has been spoken is shared."""
    m = memory  # `dataclasses.replace` is three times as slow, and this is done for each sentence
    return Memory(m.article, m.lexicon, m.named, m.media, m.first, m.persons, m.units, place, m.spoken)


def last_medium(memory: Memory) -> str | None:
    """The outlet named last, other than the publisher: what `the paper` means here."""
    before = bisect_right(memory.media, memory.place, key=_place)
    return memory.media[before - 1].name if before else None


def _place(mention: Mention) -> int:
    return mention.place

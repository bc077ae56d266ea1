"""Groups of statements → claims, each with the independent origins behind it: the answer nobody else gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.claims.wording import claim_words, wordings
from recoupe.crosscheck.origins.families import families, find_links, why_joined
from recoupe.crosscheck.origins.links import Link
from recoupe.crosscheck.origins.paths import Followed, Path, Sources, follow_all, is_negative
from recoupe.crosscheck.origins.status import first_status
from recoupe.crosscheck.records import Entities, StatementRef
from recoupe.model import Article, Claim, Derivation, Evidence, First, Independent, Origin, Place
from recoupe.text.normal import fold


def trace(
    articles: Sequence[Article],
    groups: Iterable[Sequence[StatementRef]],
    entities: Entities,
    derivations: Sequence[Derivation],
    followed: Followed | None = None,
) -> tuple[Claim, ...]:
    """One claim for each group of statements, with its origins and a first status (conflicts may change it).

    Args:
        articles: the articles of the story.
        groups: statements that say the same thing.
        entities: who is who in the story.
        derivations: which article's text comes from which.
        followed: the statements followed to their sources, if that has been done.
    """
    followed = followed or follow_all(articles, entities, derivations)
    by_id = {article.id: article for article in articles}
    derivations = tuple(sorted(derivations, key=lambda d: (d.derived, d.used)))
    dates = {article.id: _published(article) for article in articles}
    worded = {id_: place for article in articles for id_, place in wordings(article).items()}
    taken = {article.id: bytearray(len(article.text)) for article in articles}
    claims = []
    for group in sorted(groups, key=_widest):
        refs = sorted(group, key=lambda ref: (dates[ref.article], ref.article, ref.statement.start))
        at = claim_words(refs, by_id, worded, taken)
        paths = [_path(ref, followed) for ref in refs]
        text = " ".join(by_id[at.article].text[at.start : at.end].split())
        claims.append(_claim(paths, text, by_id, followed.sources, derivations))
    return tuple(sorted(_without_repeats(claims), key=lambda claim: claim.id))


def _path(ref: StatementRef, followed: Followed) -> Path:
    path = followed.paths[ref.article, ref.statement.id]
    return replace(path, ref=ref) if ref.more else path


def _widest(group: Sequence[StatementRef]) -> tuple[int, int, list[tuple[str, int]]]:
    """What most articles say first, so that it gets the best words; of two, what more statements of its own tell."""
    own = [ref for ref in group if not ref.more]
    return -len({ref.article for ref in group}), -len(own), sorted((ref.article, ref.statement.start) for ref in group)


def _without_repeats(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims but for those of the same words as another, all of whose statements are in it as well."""
    by_text = defaultdict(list)
    for claim in claims:
        by_text[fold(claim.text)].append(claim)
    for same in by_text.values():
        told = [frozenset(claim.statements) for claim in same] if len(same) > 1 else []
        yield from (claim for i, claim in enumerate(same) if not told or not any(told[i] < others for others in told))


def _claim(
    paths: Sequence[Path],
    text: str,
    articles: Mapping[str, Article],
    sources: Sources,
    derivations: Sequence[Derivation],
) -> Claim:
    against = _against(paths, sources)
    behind = [path for path in paths if path not in against]
    links = find_links(behind, sources.newsrooms, derivations)
    origins = tuple(_origin(family, behind, links, sources) for family in families(len(behind), links, "accepted"))
    independent = Independent(
        low=_least(families(len(behind), links, "probable"), behind),
        best=len(origins),
        high=len(families(len(behind), links, "certain")),
    )
    refs = tuple(path.ref for path in paths)
    carriers = tuple(sorted({ref.article for ref in refs}))
    denied_by = tuple(sorted({path.name for path in against}))
    return Claim(
        id=_id(refs),
        text=text,
        statements=tuple(sorted(ref.statement.id for ref in refs)),
        articles=carriers,
        publishers=tuple(sorted({sources.newsrooms.own[id_].name for id_ in carriers if articles[id_].publisher})),
        origins=tuple(sorted(origins, key=lambda origin: (-len(origin.articles), origin.name))),
        independent=independent,
        status=first_status(behind, independent, denied=bool(denied_by)),
        first=_first(articles[id_] for id_ in carriers),
        denied_by=denied_by,
    )


def _against(paths: Sequence[Path], sources: Sources) -> tuple[Path, ...]:
    """Those that deny what most of the others say; a claim that something is not so has nobody against it."""
    denying = tuple(path for path in paths if path.denies)
    if not denying or 2 * len(denying) > len(paths):
        return ()
    return denying if 2 * sum(is_negative(path, sources) for path in paths) <= len(paths) else ()


def _least(found: Iterable[Sequence[int]], paths: Sequence[Path]) -> int:
    """How many families have a statement that says just what the claim says; one at least.

    What says more stands in another claim as well, and may have been put into this one wrongly.
    """
    return max(1, sum(any(not paths[index].ref.more for index in family) for family in found))


def _origin(family: Sequence[int], paths: Sequence[Path], links: Iterable[Link], sources: Sources) -> Origin:
    members = [paths[index] for index in family]
    root = _root(members)
    name = _name(root, sources)
    spans = tuple(sorted({span for path in members for span in path.spans}, key=_order))
    how = Evidence("attribution" if root.named or root.cites else "newsroom", 1.0, name, spans)
    return Origin(
        name=name,
        kind=root.kind,
        articles=tuple(sorted({path.ref.article for path in members})),
        evidence=(how, *why_joined(family, links, paths)),
    )


def _name(root: Path, sources: Sources) -> str:
    """What to call an origin: as the pile credits a newsroom, else by the name of its entity."""
    newsrooms = (*sources.newsrooms.own.values(), *sources.newsrooms.answers.values())
    credited = sorted(newsroom.name for newsroom in newsrooms if newsroom.key == root.key)
    if credited and not root.named:
        return min(credited, key=lambda name: (-credited.count(name), name))
    return sources.by_id[root.key].name if root.key in sources.by_id else root.name


def _root(members: Sequence[Path]) -> Path:
    """The deepest root of a family: a named source, in the words of who had it first, before a newsroom; of those the
    one that has a name of its own, then the one that others cite, then the one most often given, then the first."""
    given = Counter(path.key for path in members)

    def depth(path: Path) -> tuple[bool, bool, bool, int, int]:
        # Who cites a medium for a named source has only passed it on, and a translation has translated its name.
        return not path.named, path.vague, (path.cites is None) != path.named, -given[path.key], members.index(path)

    return min(members, key=depth)


def _first(articles: Iterable[Article]) -> First | None:
    dated = [(article.published.value, article.id) for article in articles if article.published is not None]
    if not dated:
        return None
    value, id_ = min(dated)
    return First(id_, value)


def _published(article: Article) -> str:
    """When an article came out; one dated by day alone comes after those of the day with an hour, undated ones last."""
    if article.published is None:
        return "~"
    return article.published.value if "T" in article.published.value else f"{article.published.value}~"


def _id(refs: Sequence[StatementRef]) -> str:
    import xxhash

    said = "\n".join(sorted(f"{ref.article} {ref.statement.id}" for ref in refs))
    return "c" + xxhash.xxh3_64_hexdigest(said.encode())


def _order(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end

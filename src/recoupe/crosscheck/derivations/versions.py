"""Articles that were edited at their address → derivations of the kind `version`: no copies, and no second origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.model import Article, Derivation, Evidence


def find_versions(articles: Sequence[Article]) -> Iterator[Derivation]:
    """Each version with the one before it."""
    ids = {article.id for article in articles}
    for article in articles:
        if article.version_of in ids:
            evidence = Evidence("same address", 1.0, article.url or "")
            yield Derivation(article.id, article.version_of or "", "version", True, 1.0, None, (evidence,))


def are_versions(left: str, right: str, by_id: Mapping[str, Article]) -> bool:
    """Whether two articles are versions of one."""
    return _first(left, by_id) == _first(right, by_id)


def _first(article: str, by_id: Mapping[str, Article]) -> str:
    while (before := by_id[article].version_of) in by_id:
        article = before or article
    return article

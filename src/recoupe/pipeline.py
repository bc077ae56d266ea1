"""The four steps put together: paths → captures → articles → stories → report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from operator import attrgetter
from typing import TypeVar

from recoupe import __version__, lang
from recoupe.annotate import annotate
from recoupe.annotate.taggers import load_tagger
from recoupe.article import make_article
from recoupe.article.question import make_question
from recoupe.crosscheck import CrossChecked, crosscheck
from recoupe.crosscheck.asking import ask as find_answer
from recoupe.engines import Engine
from recoupe.engines.collector import rare_collections
from recoupe.engines.inline import Inline
from recoupe.errors import defect
from recoupe.group import Cluster, group, merge_captures
from recoupe.model import Answer, Article, Capture, Rejected, Report, Story
from recoupe.readers import read as read_captures
from recoupe.settings import Settings

T = TypeVar("T")
Progress = Callable[[str, int], None]
"""Told the name of the step and how many items it has done so far."""


def check(
    *paths: str,
    settings: Settings | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Report:
    """Cross-check the articles found at the paths.

    Args:
        paths: files and folders; `-` reads JSON lines from standard input.
        settings: options of the run; defaults are right for a newcomer.
        engine: where the work runs, as made by `recoupe.engines.engine`; by default in this process.
        progress: called as the work goes on.

    Returns:
        The report. Inputs that could not be used stand in its `rejected`, with the reason.
    """
    settings = settings or Settings()
    told = progress or (lambda step, done: None)
    with rare_collections(), nullcontext(engine) if engine else Inline() as running:
        prepared = list(_counted("prepare", told, _prepared(paths, settings, running)))
        rejected = [item for item in prepared if isinstance(item, Rejected)]
        articles = merge_captures(item for item in prepared if isinstance(item, Article))
        clusters = group(articles, running)
        checked = list(_counted("crosscheck", told, running.map(_crosscheck, clusters)))
    rejected += [item for one in checked if not isinstance(one, CrossChecked) for item in one]
    return _report([one for one in checked if isinstance(one, CrossChecked)], rejected, settings)


def read(*paths: str, settings: Settings | None = None, engine: Engine | None = None) -> Iterator[Article | Rejected]:
    """The articles found at the paths, one by one with all their layers, and the inputs that could not be used."""
    return _prepared(paths, settings or Settings(), engine or Inline())


def ask(
    sentence: str,
    *paths: str,
    settings: Settings | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> tuple[Answer, ...]:
    """What the articles at the paths say of a sentence, story by story: who says it, and what contradicts it.

    Args:
        sentence: a claim, in any language.
        paths: files, folders and addresses, as for `check`.
        settings: options of the run.
        engine: where the work runs; by default in this process.
        progress: called as the work goes on.

    Returns:
        An answer for each story that says something of it, those with most articles first.
    """
    settings = settings or Settings()
    told = progress or (lambda step, done: None)
    question = annotate(make_question(sentence, settings))
    with nullcontext(engine) if engine else Inline() as running:
        prepared = _counted("prepare", told, _prepared(paths, settings, running))
        articles = merge_captures(item for item in prepared if isinstance(item, Article))
        clusters = group(articles, running)
        asked = partial(_ask, question=question)
        answers = [a for a in _counted("ask", told, running.map(asked, clusters)) if a.claims or a.against]
    return tuple(sorted(answers, key=_most_told_first))


def prepare(capture: Capture | Rejected, settings: Settings) -> Article | Rejected:
    """Step 1 for one capture: extract, clean, annotate."""
    if isinstance(capture, Rejected):
        return capture
    tagger = load_tagger(*settings.tagger) if settings.tagger else None
    try:
        made = make_article(capture, settings)
        return made if isinstance(made, Rejected) else annotate(made, tagger)
    except Exception as error:
        return defect(capture.source, error)


def _prepared(paths: Sequence[str], settings: Settings, engine: Engine) -> Iterator[Article | Rejected]:
    return engine.map(partial(prepare, settings=settings), read_captures(paths, settings))


def _crosscheck(cluster: Cluster) -> CrossChecked | tuple[Rejected, ...]:
    try:
        return crosscheck(cluster.articles, cluster.why)
    except Exception as error:
        return tuple(defect(article.source, error) for article in cluster.articles)


def _ask(cluster: Cluster, question: Article) -> Answer:
    return find_answer(cluster.articles, question)


def _most_told_first(answer: Answer) -> tuple[int, str]:
    return -len({article for claim in answer.claims for article in claim.articles}), answer.articles[0].id


def _report(checked: Sequence[CrossChecked], rejected: Iterable[Rejected], settings: Settings) -> Report:
    articles = [article for one in checked for article in one.articles]
    return Report(
        recoupe=__version__,
        language_data=lang.digest(),
        options={
            "language": settings.language,
            "max_bytes": settings.max_bytes,
            "max_chars": settings.max_chars,
            "tagger": settings.tagger and settings.tagger[0],
        },
        articles=tuple(sorted(articles, key=attrgetter("source", "id"))),
        stories=tuple(sorted((one.story for one in checked), key=_largest_first)),
        rejected=tuple(sorted(rejected, key=attrgetter("source", "reason", "detail"))),
        started=settings.started,
    )


def _largest_first(story: Story) -> tuple[int, str]:
    return -len(story.articles), story.id


def _counted(step: str, told: Progress, items: Iterable[T]) -> Iterator[T]:
    for done, item in enumerate(items, start=1):
        told(step, done)
        yield item

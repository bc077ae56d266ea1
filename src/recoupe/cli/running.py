"""What every command that reads articles does with its options: settings, the language of its words, a run."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from recoupe.cli.progress import progress
from recoupe.engines import engine
from recoupe.model import Article, Rejected, Report
from recoupe.pipeline import check, read
from recoupe.settings import Settings
from recoupe.write.json import load
from recoupe.write.texts import Texts, texts

# Bytes in which a report says what it is.
_HEAD = 1_000


def checked(paths: Sequence[str], options: argparse.Namespace) -> Report:
    """The report on the articles at the paths, as the options say."""
    with engine(options.engine, workers=options.workers) as running, progress() as told:
        return check(*paths, settings=settings_of(options), engine=running, progress=told)


def report_of(paths: Sequence[str], options: argparse.Namespace) -> Report:
    """The report saved in a file by `recoupe check --json`, or a fresh one on the articles at the paths."""
    if len(paths) == 1 and _is_report(Path(paths[0])):
        return load(paths[0])
    return checked(paths, options)


def _is_report(path: Path) -> bool:
    """Whether a file says in its first bytes that it is a report."""
    if path.suffix != ".json" or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return b'"recoupe"' in head and b'"language_data"' in head


@contextmanager
def articles(paths: Sequence[str], options: argparse.Namespace) -> Iterator[Iterator[Article | Rejected]]:
    """The articles at the paths, each by itself, as they are made."""
    with engine(options.engine, workers=options.workers) as running:
        yield read(*paths, settings=settings_of(options), engine=running)


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings that the options give."""
    return Settings(
        language=options.language,
        max_bytes=options.max_bytes,
        max_chars=options.max_chars,
        started=options.started,
        columns=tuple(options.column),
        follow=options.follow,
        tagger=options.tagger,
    )


def catalogue_of(options: argparse.Namespace) -> Texts:
    """The interface texts in the language asked for, or in that of the system."""
    return texts(options.ui or _system_language())


def columns() -> int:
    """Columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 40)).columns


def _system_language() -> str:
    """Language code of the user's system, as POSIX says where to look for it."""
    found = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
    return found.split(".")[0].split("_")[0].lower()

"""`recoupe check`: run the main job, print the summary, write the files asked for."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from recoupe.cli.progress import progress
from recoupe.engines import engine
from recoupe.errors import UsageError
from recoupe.model import Report
from recoupe.pipeline import check
from recoupe.settings import Settings
from recoupe.write.texts import Texts, texts


def run_check(paths: Sequence[str], options: argparse.Namespace) -> int:
    """Check the paths as the options say; returns the exit code."""
    _check_targets(options)
    worded = texts(options.ui or _system_language())
    with engine(options.engine, workers=options.workers) as running, progress() as told:
        report = check(*paths, settings=_settings(options), engine=running, progress=told)
    for name, writer in _WRITERS.items():
        if target := getattr(options, name):
            _write(target, writer(report, worded))
    if "-" not in (options.json, options.html, options.markdown):
        _print_summary(report, worded)
    return 0 if report.articles else 1


def _settings(options: argparse.Namespace) -> Settings:
    return Settings(
        language=options.language,
        max_bytes=options.max_bytes,
        max_chars=options.max_chars,
        started=options.started,
    )


def _system_language() -> str:
    """Language code of the user's system, as POSIX says where to look for it."""
    found = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
    return found.split(".")[0].split("_")[0].lower()


def _json(report: Report, worded: Texts) -> bytes:
    from recoupe.write.json import to_json

    return to_json(report)


def _html(report: Report, worded: Texts) -> bytes:
    from recoupe.write.html import to_html

    return to_html(report, worded).encode()


def _markdown(report: Report, worded: Texts) -> bytes:
    from recoupe.write.markdown import to_markdown

    return to_markdown(report, worded).encode()


_WRITERS = {"json": _json, "html": _html, "markdown": _markdown}


def _check_targets(options: argparse.Namespace) -> None:
    """Say that a file cannot be written before the work, not after it."""
    targets = [t for t in (options.json, options.html, options.markdown) if t]
    if targets.count("-") > 1:
        raise UsageError("only one of --json, --html and --markdown can go to standard output (-)")
    for target in targets:
        folder = Path(target).parent
        if target != "-" and not folder.is_dir():
            raise UsageError(f"cannot write {target!r}: there is no folder {str(folder)!r}; make it first")
        if target != "-" and Path(target).is_dir():
            raise UsageError(f"cannot write {target!r}: it is a folder; name a file in it")


def _write(target: str, content: bytes) -> None:
    """Write a file whole or not at all."""
    if target == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        with tempfile.NamedTemporaryFile(dir=Path(target).parent, prefix=".recoupe-", delete=False) as file:
            file.write(content)
        mode = 0o666 & ~_umask()
        os.chmod(file.name, mode)
        os.replace(file.name, target)
    except OSError as error:
        raise UsageError(f"cannot write {target!r}: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _print_summary(report: Report, worded: Texts) -> None:
    from recoupe.write.terminal import summary

    print(summary(report, worded, shutil.get_terminal_size((100, 40)).columns))

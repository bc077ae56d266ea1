"""`import recoupe` offers a small, exact set of names, and costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import recoupe


def test_the_public_names_are_exactly_these() -> None:
    assert dir(recoupe) == sorted(recoupe.__all__)
    assert set(recoupe.__all__) == {
        "Answer",
        "Article",
        "LanguageDataError",
        "RecoupeError",
        "Rejected",
        "Report",
        "Settings",
        "Story",
        "UsageError",
        "__version__",
        "ask",
        "check",
        "engine",
        "load",
        "read",
    }


@pytest.mark.parametrize("name", recoupe.__all__)
def test_every_public_name_can_be_loaded(name: str) -> None:
    assert getattr(recoupe, name)


def test_read_stays_a_function_whatever_is_imported_first() -> None:
    code = "import recoupe.pipeline, recoupe; assert callable(recoupe.read) and callable(recoupe.check)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(AttributeError, match="it offers: Answer, Article"):
        _ = recoupe.chekc


def test_importing_and_asking_for_help_load_nothing_heavy() -> None:
    heavy = {"numpy", "scipy", "trafilatura", "babel", "jinja2", "rich", "py3langid", "selectolax", "msgspec"}
    code = (
        "import sys, recoupe, recoupe.cli\n"
        "try: recoupe.cli.main(['--help'])\n"
        f"except SystemExit: pass\nloaded = {heavy!r} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

"""Imports only go down, no language stands in the code, and no part is too large to read."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "recoupe"
MODULES = sorted(SOURCE.rglob("*.py"))

# From the bottom up; a module may import from its own level and from those below it.
LEVELS = (
    ("model", "errors", "settings", "engines", "sample"),
    ("lang", "text", "world", "write"),
    ("readers",),
    ("article",),
    ("annotate",),
    ("group",),
    ("crosscheck",),
    ("pipeline",),
    ("cli", "__main__", "__init__"),
)
LEVEL = {part: level for level, parts in enumerate(LEVELS) for part in parts}


def part_of(module: Path) -> str:
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_parts(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.startswith("recoupe."):
                yield name.split(".")[1]


def test_every_part_has_a_level() -> None:
    assert {part_of(module) for module in MODULES} == set(LEVEL)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_imports_only_go_down(module: Path) -> None:
    if module.name == "__init__.py" and module.parent == SOURCE:
        return
    above = {part for part in imported_parts(module) if LEVEL[part] > LEVEL[part_of(module)]}
    assert not above, f"{part_of(module)} imports from above itself: {above}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_no_language_stands_in_the_code(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    foreign = {char for char in text if not char.isascii() and unicodedata.category(char).startswith("L")}
    assert not foreign, f"letters that belong into a language file: {sorted(foreign)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_module_can_be_read_in_one_go(module: Path) -> None:
    if module.name == "model.py":  # all records in one place, in the order in which they flow
        return
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_function_can_be_read_in_one_look(module: Path) -> None:
    functions = [n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 45]
    assert not long


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or not module.read_text(encoding="utf-8")


def test_no_pattern_has_a_possessive_group() -> None:
    """Python 3.11.2, that of Debian 12, gives wrong matches for them; a class alone (`[...]*+`) is safe."""
    possessive = re.compile(r"\)(?:\{[\d,{}]+\}|[*+?])\+(?![+,\d\s])")
    files = [*MODULES, *SOURCE.rglob("lang/data/*.toml")]
    assert not [f.name for f in files if possessive.search(f.read_text(encoding="utf-8"))]

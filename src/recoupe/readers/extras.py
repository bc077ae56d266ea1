"""Packages that only some inputs need: loaded on use, and named with the command that installs them if absent."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from recoupe.errors import Unreadable

# Import name → the extra of Recoupe that brings it.
EXTRAS = {
    "brotli": "web-archives",
    "docx": "documents",
    "fastwarc.warc": "web-archives",
    "pyarrow.parquet": "tables",
    "pypdf": "documents",
    "zstandard": "web-archives",
}


def extra(module: str) -> Any:
    """The package of that import name.

    Raises:
        Unreadable: if it is not installed; the message says what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = f"recoupe[{EXTRAS[module]}]"
        raise Unreadable("not-installed", f"{name} is not installed: pip install '{name}'") from error

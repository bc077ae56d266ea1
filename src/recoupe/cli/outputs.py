"""Where a command writes: files, each whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from recoupe.errors import UsageError

STANDARD_OUTPUT = "-"


def targets_of(given: Mapping[str, str | None]) -> dict[str, str]:
    """Option → the file it names, where it names one; says that a file cannot be written before the work, not after it.

    Raises:
        UsageError: if two options name standard output, or a file cannot be made where one says.
    """
    targets = {option: target for option, target in given.items() if target}
    if list(targets.values()).count(STANDARD_OUTPUT) > 1:
        named = ", ".join(f"--{option}" for option in given)
        raise UsageError(f"only one of {named} can go to standard output (-)")
    for target in targets.values():
        folder = Path(target).parent
        if target != STANDARD_OUTPUT and not folder.is_dir():
            raise UsageError(f"cannot write {target!r}: there is no folder {str(folder)!r}; make it first")
        if target != STANDARD_OUTPUT and Path(target).is_dir():
            raise UsageError(f"cannot write {target!r}: it is a folder; name a file in it")
    return targets


def write(target: str, content: bytes) -> None:
    """Write a file whole or not at all; `-` is standard output."""
    if target == STANDARD_OUTPUT:
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

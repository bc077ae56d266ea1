"""`recoupe demo`: the main job on the sample pile that comes with Recoupe."""

from __future__ import annotations

import argparse
import os

from recoupe.cli import check
from recoupe.sample import path


def run(options: argparse.Namespace) -> int:
    """Check the sample pile as the options say; returns the exit code."""
    options.paths = [os.path.relpath(path())]
    return check.run(options)

"""The command line: parses arguments, calls the Python API, prints. Imports of weight happen inside the commands."""

from recoupe.cli.main import main

__all__ = ["main"]

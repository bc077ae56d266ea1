"""Paths → captures: every input is read, decoded and handed on, or rejected with the reason."""

from recoupe.readers.files import read

__all__ = ["read"]

"""Capture → Article: what was published, by whom, when, in which language, and which part of the text is what."""

from recoupe.article.make import make_article

__all__ = ["make_article"]

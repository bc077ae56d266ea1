"""Parsed page → blocks that know whether they are the article."""

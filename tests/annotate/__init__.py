"""Tests of the layers that say what an article says."""

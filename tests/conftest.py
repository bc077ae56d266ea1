"""Settings of all tests: Hypothesis runs the same examples everywhere."""

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("fixed")

"""robots.txt is read as RFC 9309 says."""

from __future__ import annotations

import pytest

from recoupe.readers.robots import EVERYTHING, NOTHING, allowed, rules_for

FILE = """
User-agent: *
Disallow: /private/     # not for robots
Allow: /private/press
Disallow: /*?print
Disallow: /*.pdf$
Disallow: /a*b/c
Disallow: /caf%C3%A9/
Crawl-delay: 2

User-agent: BadBot
User-agent: Recoupe
Disallow: /drafts
Disallow:
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", True),
        ("/news/1", True),
        ("/private/", False),
        ("/private/x", False),
        ("/private/press/1", True),
        ("/privat", True),
        ("/news?print=1", False),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/axxb/c/d", False),
        ("/axxb/d", True),
        ("/café/1", False),
        ("", True),
    ],
)
def test_the_longest_rule_that_matches_decides(path: str, expected: bool) -> None:
    assert allowed(rules_for("Other/1.0", FILE), path) is expected


def test_a_group_that_names_the_robot_counts_instead_of_that_for_all() -> None:
    rules = rules_for("Recoupe/0.1 (+https://example)", FILE)
    assert (allowed(rules, "/private/x"), allowed(rules, "/drafts/1"), rules.wait) == (True, False, 0.0)


def test_waits_are_kept_up_to_a_bound() -> None:
    assert rules_for("x", FILE).wait == 2.0
    assert rules_for("x", "User-agent: *\nCrawl-delay: 86400").wait == 10.0


@pytest.mark.parametrize("text", ["", "nonsense", "<html>404</html>", "Disallow: /", "User-agent: *", "\0\0:"])
def test_what_holds_no_rules_for_the_robot_allows_everything(text: str) -> None:
    assert allowed(rules_for("x", text), "/a")
    assert allowed(EVERYTHING, "/a")
    assert not allowed(NOTHING, "/a")


def test_patterns_take_time_in_proportion_to_the_path() -> None:
    rules = rules_for("x", "User-agent: *\nDisallow: /" + "*a" * 5000 + "b$")
    assert allowed(rules, "/" + "a" * 100_000)

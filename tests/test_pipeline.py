"""The four steps put together, on files as a user has them."""

from __future__ import annotations

from pathlib import Path

import recoupe
from recoupe.sample import path

REPORT = "Bridge closed\n\nThe bridge over the Vale will stay closed until Monday, the mayor said on Friday."


def test_the_same_text_found_twice_is_one_article_with_two_captures(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(REPORT)
    report = recoupe.check(str(tmp_path))
    assert [[Path(c).name for c in article.captures] for article in report.articles] == [["a.txt", "b.txt"]]


def test_a_file_given_twice_is_one_capture(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    report = recoupe.check(str(tmp_path), str(tmp_path / "a.txt"))
    assert [len(article.captures) for article in report.articles] == [1]


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    report = recoupe.check(str(tmp_path), str(tmp_path / "missing.txt"))
    assert len(report.articles) == 1
    assert [(Path(r.source).name, r.reason) for r in report.rejected] == [
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("missing.txt", "missing"),
    ]


def test_read_gives_articles_with_their_layers() -> None:
    articles = [item for item in recoupe.read(str(path())) if isinstance(item, recoupe.Article)]
    assert len(articles) >= 6
    assert all(article.sentences and article.statements for article in articles)
    assert any(article.attributions for article in articles)


def test_more_of_the_same_article_never_adds_an_origin(tmp_path: Path) -> None:
    text = f"{REPORT} He gave no reason. Repairs would cost 4 million euros, according to the town hall."
    (tmp_path / "a.txt").write_text(f"The Vale Gazette\n{text}")
    before = _independent(tmp_path)
    for copy in range(3):
        (tmp_path / f"copy{copy}.txt").write_text(f"Outlet {copy}\n{text}")
    after = _independent(tmp_path)
    assert before == after == {1}


def _independent(folder: Path) -> set[int]:
    return {claim.independent.best for story in recoupe.check(str(folder)).stories for claim in story.claims}


def test_the_sample_pile_comes_out_as_one_story() -> None:
    report = recoupe.check(str(path()))
    assert len(report.stories) == 1
    assert len({article.language for article in report.articles}) >= 3
    assert report.rejected == ()

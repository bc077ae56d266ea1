from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import recoupe
from recoupe.annotate import annotate
from recoupe.annotate.taggers import Tagged, load_tagger
from recoupe.errors import UsageError
from tests.annotate.articles import article as make

# A package as it stands in an environment: its module, and what pip writes beside it. The model is a list of cue words
# learnt from labelled sentences: who stands before the cue, what is said behind it.
MODULE = """
import json, re
from recoupe.annotate.taggers import Tagged

class Words:
    def __init__(self, folder):
        self.cues = json.loads((folder / "cues.json").read_text(encoding="utf-8"))

    def tag(self, text, language):
        for sentence in re.finditer(r"[^.\\n]+", text):
            for cue in re.finditer(r"\\w+", sentence.group()):
                if cue.group() in self.cues:
                    at = sentence.start()
                    first = at + len(sentence.group()) - len(sentence.group().lstrip())
                    yield Tagged(((at + cue.end() + 1, sentence.end()),), (first, at + cue.start() - 1),
                                 (at + cue.start(), at + cue.end()))
"""
LABELLED = [
    ("Borgmästaren Nils Ek", "hävdade", "bron var säker"),
    ("Rederiet", "hävdade", "färjan gick i tid"),
    ("Polisen", "uppgav", "vägen är öppen"),
    ("Anna Lind", "uppgav", "skolan stänger"),
]


def train(folder: Path) -> None:
    """Learn which words stand between source and content more often than anywhere else."""
    between, elsewhere = Counter[str](), Counter[str]()
    for source, cue, content in LABELLED:
        between[cue] += 1
        elsewhere.update(f"{source} {content}".split())
    cues = sorted(word for word, times in between.items() if times > elsewhere[word])
    (folder / "cues.json").write_text(json.dumps(cues), encoding="utf-8")


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    installed, folder = tmp_path / "installed", tmp_path / "model"
    described = installed / "learnt_words-1.0.dist-info"
    described.mkdir(parents=True)
    folder.mkdir()
    (installed / "learnt_words.py").write_text(MODULE, encoding="utf-8")
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: learnt-words\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[recoupe.taggers]\nwords = learnt_words:Words\n")
    monkeypatch.syspath_prepend(installed)
    train(folder)
    return folder


def test_an_installed_tagger_finds_what_no_language_file_knows(model: Path, tmp_path: Path) -> None:
    text = "Bron i Ekby är stängd\n\nVd:n Karin Sund hävdade att bron i Ekby rasade i natt. Trafiken leds om.\n"
    (tmp_path / "bron.txt").write_text(text, encoding="utf-8")
    settings = recoupe.Settings(language="sv", tagger=("words", str(model)))
    plain = recoupe.check(str(tmp_path / "bron.txt"), settings=replace(settings, tagger=None))
    (article,) = recoupe.check(str(tmp_path / "bron.txt"), settings=settings).articles

    assert plain.articles[0].attributions == ()
    (attribution,) = article.attributions
    assert attribution.source.name == "Karin Sund"
    assert [article.text[s.start : s.end] for s in attribution.content] == ["att bron i Ekby rasade i natt"]


def test_the_spans_of_the_tagger_stand_and_the_media_of_the_rules_stay() -> None:
    article = make("The bridge is safe, Anna Keller told the Harbour Times on Monday.", "en")
    (ruled,) = annotate(article).attributions
    start = article.text.index("bridge")
    wider = Tagged(((start, article.text.index(",")),), cue=_place(article.text, "told the Harbour Times"))
    (merged,) = annotate(article, Says(wider)).attributions

    assert [article.text[s.start : s.end] for s in merged.content] == ["bridge is safe"]
    assert merged.source == ruled.source
    assert merged.via == ruled.via == ("Harbour Times",)
    assert merged.rule == "tagger"


def test_what_the_rules_alone_found_is_kept() -> None:
    article = make("The bridge is safe, Anna Keller said. The port burns tonight.", "en")
    found = annotate(article, Says(Tagged((_place(article.text, "The port burns"),), _place(article.text, "tonight"))))
    assert [a.rule == "tagger" for a in found.attributions] == [False, True]


@pytest.mark.parametrize("content", [(-1, 5), (5, 5), (9, 3), (0, 10_000)])
def test_a_span_that_does_not_stand_in_the_text_is_left_out_and_noted(content: tuple[int, int]) -> None:
    article = annotate(make("The bridge in Ekby is closed tonight.", "en"), Says(Tagged((content,), (4, 10))))
    assert article.attributions == ()
    assert article.notes == ("1 of 1 findings of the tagger do not stand in the article's own text",)


def test_an_attribution_without_any_source_is_left_out() -> None:
    assert annotate(make("The bridge in Ekby is closed.", "en"), Says(Tagged(((0, 10),)))).attributions == ()


def test_a_tagger_that_is_not_installed_is_named_with_those_that_are(model: Path) -> None:
    with pytest.raises(UsageError, match="no tagger 'wrods' is installed \\(installed: words\\)"):
        load_tagger("wrods", str(model))


def test_a_folder_that_is_not_there_is_named(model: Path) -> None:
    with pytest.raises(UsageError, match="needs its model in a folder, but 'nowhere' is none"):
        load_tagger("words", "nowhere")


def test_a_tagger_that_fails_on_an_article_does_not_end_the_run(model: Path, tmp_path: Path) -> None:
    (model / "cues.json").write_text("7", encoding="utf-8")  # not a list of words: to look a word up in it raises
    (tmp_path / "bron.txt").write_text("Bron i Ekby är stängd.\n", encoding="utf-8")
    report = recoupe.check(str(tmp_path / "bron.txt"), settings=recoupe.Settings(tagger=("words", str(model))))
    (rejected,) = report.rejected
    assert rejected.reason == "defect"
    assert rejected.detail.startswith("TypeError at learnt_words.py:12: argument of type 'int' is not iterable;")


class Says:
    """A tagger that always finds the same."""

    def __init__(self, *tagged: Tagged) -> None:
        self.tagged = tagged

    def tag(self, text: str, language: str) -> Iterable[Tagged]:
        return self.tagged


def _place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)

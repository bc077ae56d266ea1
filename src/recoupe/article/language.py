"""Text → its language: a statistical model over the running text, with what the container says as a prior."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from recoupe.article.lines import Line
from recoupe.lang import function_words
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script, sole_language
from recoupe.text.words import words

# So much text settles the language; more only costs time (py3langid is sure from about 200 letters).
_SAMPLE_CHARS = 1000
# Below so many letters a guess is worth less than the word of the container.
_SHORT = 80
# Where the opening is too full of names to tell by its function words, so much is looked at before the model is asked.
_LONG_SAMPLE_CHARS = 5000
# Share of function words that settles the language, so that the model need not be loaded (0.8 s in every process). Of
# 1,197 French texts the least has 0.38, of 600 English ones six in a hundred have less than this. A language without a
# list must not pass for its neighbour: without the French list 2 French texts pass for Spanish, at 0.25 46 do.
_SURE_SHARE = 0.3
# Of the words that only one of two languages has, so many times more must be of the one. Spanish and French share "de",
# "la", "que", but hardly a tenth of the rest.
_SURE_LEAD = 3
_SURE_WORDS = 20
# Scripts that languages without a list of function words share with those that have one: there a share says less.
_SHARED_SCRIPTS = frozenset({"Cyrl"})


@dataclass(frozen=True, slots=True)
class Detected:
    """A language (BCP 47) and how sure that is; None where it was given and not measured."""

    code: str
    confidence: float | None


def detect(lines: Sequence[Line], *, given: str | None, declared: str | None) -> Detected:
    """The language of the running text. `given` by the user decides; `declared` by page or container helps.

    A declared language is believed unless the text plainly is in another: templates declare the language of the site.
    """
    if given:
        return Detected(given, None)
    sample = _sample(lines, _SAMPLE_CHARS)
    claim = declared.strip().replace("_", "-") if declared else None
    letters = sum(map(str.isalpha, sample))
    if letters < _SHORT and claim:
        return Detected(claim, None)
    if not letters:
        return Detected("und", 0.0)
    code, confidence = (
        _by_script(sample)
        or _by_function_words(sample)
        or _by_function_words(_sample(lines, _LONG_SAMPLE_CHARS))
        or _by_model(sample)
    )
    if claim and claim.split("-")[0].lower() == code:
        return Detected(claim, max(confidence, 0.99))
    return Detected(code, round(confidence, 3))


def _sample(lines: Sequence[Line], chars: int) -> str:
    """Running text first, since menus and names mislead; all lines if there is none."""
    prose = [line.text for line in lines if line.prose]
    text, size = [], 0
    for line in prose or [line.text for line in lines]:
        text.append(line[: chars - size])
        size += len(line)
        if size >= chars:
            break
    return "\n".join(text)


def _by_script(sample: str) -> tuple[str, float] | None:
    """The language, if the text is in a script that no other language of the press is written in."""
    code = sole_language(sample)
    return (code, 0.99) if code else None


def _by_function_words(sample: str) -> tuple[str, float] | None:
    """The language whose function words clearly are the most, among those with a file."""
    found = Counter(word.folded for word in words(sample))
    size = found.total()
    if size < _SURE_WORDS or main_script(sample) in _SHARED_SCRIPTS:
        return None
    counts = {code: sum(found[word] for word in found.keys() & stop) for code, stop in _function_words().items()}
    best = max(counts, key=lambda code: (counts[code], code))
    if counts[best] < _SURE_SHARE * size or not all(_leads(best, other, found) for other in counts if other != best):
        return None
    return best, 0.99


def _leads(code: str, other: str, found: Counter[str]) -> bool:
    """Whether the words that only one of two languages has are clearly those of the first."""
    own, rival = (sum(found[word] for word in found.keys() & only) for only in _parted(code, other))
    return own >= _SURE_LEAD * rival


@cache
def _parted(code: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """The function words that only the one, and only the other of two languages has."""
    own, rival = _function_words()[code], _function_words()[other]
    return own - rival, rival - own


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(map(fold, stop)) for code, stop in function_words().items()}


def _by_model(sample: str) -> tuple[str, float]:
    code, confidence = _identifier().classify(sample)
    return str(code), min(float(confidence), 1.0)


class _Identifier(Protocol):
    """Text → language code and probability."""

    def classify(self, text: str, /) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model

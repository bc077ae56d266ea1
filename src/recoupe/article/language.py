"""Text → its language: a statistical model over the running text, with what the container says as a prior."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from recoupe.article.lines import Line
from recoupe.lang import codes, load
from recoupe.text.scripts import main_script
from recoupe.text.words import stop_words, words

# So much text settles the language; more only costs time (py3langid is sure from about 200 letters).
_SAMPLE_CHARS = 1000
# Below so many letters a guess is worth less than the word of the container.
_SHORT = 80
# Share of function words that settles the language, so that the model need not be loaded (0.7 s in every process). Of
# 300 French articles the least has 0.40; Spanish has up to 0.33 of its words in the French list, other languages less.
_SURE_SHARE = 0.38


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
    sample = _sample(lines)
    claim = declared.strip().replace("_", "-") if declared else None
    letters = sum(map(str.isalpha, sample))
    if letters < _SHORT and claim:
        return Detected(claim, None)
    if not letters:
        return Detected("und", 0.0)
    code, confidence = _by_function_words(sample) or _by_model(sample)
    if claim and claim.split("-")[0].lower() == code:
        return Detected(claim, max(confidence, 0.99))
    return Detected(code, round(confidence, 3))


def _sample(lines: Sequence[Line]) -> str:
    """Running text first, since menus and names mislead; all lines if there is none."""
    prose = [line.text for line in lines if line.prose]
    text, size = [], 0
    for line in prose or [line.text for line in lines]:
        text.append(line[: _SAMPLE_CHARS - size])
        size += len(line)
        if size >= _SAMPLE_CHARS:
            break
    return "\n".join(text)


def _by_function_words(sample: str) -> tuple[str, float] | None:
    """The language whose function words clearly are the most, among those with a file."""
    found = [word.folded for word in words(sample)]
    if len(found) < 20:
        return None
    shares = sorted(
        ((sum(w in stop_words(load(code)) for w in found) / len(found), code) for code in codes()), reverse=True
    )
    if not shares or shares[0][0] < _SURE_SHARE or (len(shares) > 1 and shares[0][0] < 2 * shares[1][0]):
        return None
    return shares[0][1], 0.99


def _by_model(sample: str) -> tuple[str, float]:
    code, confidence = _identifier().classify(sample)
    # One script can belong to one of the languages only.
    if main_script(sample) == "Hang":
        return "ko", max(float(confidence), 0.99)
    return str(code), min(float(confidence), 1.0)


class _Identifier(Protocol):
    """Text → language code and probability."""

    def classify(self, text: str, /) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model

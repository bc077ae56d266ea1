"""Text → its language: by script and letters, by function words, else by a statistical model of running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from recoupe.article.lines import Line
from recoupe.lang import alphabets, codes, function_words
from recoupe.text.normal import fold
from recoupe.text.scripts import main_script, sole_language

# The running text is sampled from so many lines all over the page, so that a notice in another language does not
# decide. So much text settles the language; more only costs time (py3langid is sure from about 200 letters).
_SAMPLED_LINES, _SAMPLE_CHARS = 8, 1000
# Where the sample is too full of names to tell by its function words, so much is looked at before the model is asked.
_LONG_SAMPLE_CHARS = 5000
# Below so many letters a guess is worth less than the word of the container.
_SHORT = 80
# Share of function words that settles the language, so that the model need not be loaded (0.8 s in every process). Of
# 1,197 French texts the least has 0.38, of 600 English ones six in a hundred have less than this. A language without a
# list must not pass for its neighbour: without the French list 2 French texts pass for Spanish, at 0.25 46 do.
_SURE_SHARE = 0.3
# Of the words that only one of two languages has, so many times more must be of the one. Spanish and French share "de",
# "la", "que", but hardly a tenth of the rest.
_SURE_LEAD = 3
_SURE_WORDS = 20
# Of a text's letters so many must be of the alphabet, since a text may quote another language; and so many in a hundred
# of those that its neighbours lack (Russian has 2.5, Ukrainian 6). So few letters tell nothing.
_ALPHABET_SHARE, _OWN_SHARE, _ENOUGH_LETTERS = 0.985, 0.008, 12
# In a short text the model is unsure between neighbours; a language of ours is taken if it is so nearly as likely.
_PRIOR = 5.0
_HEADLINE_CHARS = 120
_LATIN_OR_SIGN = "\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf"
_FOREIGN = re.compile(f"[^{_LATIN_OR_SIGN}]+")
_WORD = re.compile(r"[^\W\d_]+")


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
    found = _WORD.findall(fold(sample))
    letters = sum(map(len, found))
    if letters < _SHORT and claim:
        return Detected(claim, None)
    if not letters:
        return Detected("und", 0.0)
    code, confidence = (
        _by_script(sample, letters)
        or _by_function_words(found)
        or _by_function_words(_WORD.findall(fold(_sample(lines, _LONG_SAMPLE_CHARS))))
        or _by_model(sample)
    )
    if claim and claim.split("-")[0].lower() == code:
        return Detected(claim, max(confidence, 0.99))
    return Detected(code, round(confidence, 3))


def _sample(lines: Sequence[Line], chars: int) -> str:
    """Running text first, since menus and names mislead; all lines if there is none."""
    rows = [line.text for line in lines if line.prose] or [line.text for line in lines]
    if len(rows) > _SAMPLED_LINES:
        rows = [rows[i * len(rows) // _SAMPLED_LINES] for i in range(_SAMPLED_LINES)]
    each = max(chars // max(len(rows), 1), 1)
    return "\n".join(row[:each] for row in rows)


def _by_script(sample: str, letters: int) -> tuple[str, float] | None:
    """The language, if no other language of the press is written in this script or with these letters."""
    if sample.isascii() or sum(map(len, _FOREIGN.findall(sample))) < letters / 2:
        return None
    code = sole_language(sample) or _by_letters(sample)
    return (code, 0.99) if code else None


def _by_letters(sample: str) -> str | None:
    counts = Counter("".join(_FOREIGN.findall(sample.lower())))
    total = sum(count for letter, count in counts.items() if letter.isalpha())
    for code, (alphabet, own) in sorted(alphabets().items()):
        within, proper = (sum(counts[letter] for letter in letters) for letters in (alphabet, own))
        if within >= max(_ALPHABET_SHARE * total, _ENOUGH_LETTERS) and proper >= _OWN_SHARE * total:
            return code
    return None


def _by_function_words(found: Sequence[str]) -> tuple[str, float] | None:
    """The language whose function words clearly are the most, among those with a file.

    Cyrillic is shared by many languages without one, so that there a share of function words says less.
    """
    if len(found) < _SURE_WORDS or main_script(" ".join(found[:_SURE_WORDS])) == "Cyrl":
        return None
    shared = Counter(map(_languages_of().get, found))
    counts: Counter[str] = Counter()
    for having, count in shared.items():
        for code in having or ():
            counts[code] += count
    if not counts:
        return None
    best = max(counts, key=lambda code: (counts[code], code))
    if counts[best] < _SURE_SHARE * len(found) or best not in codes():
        return None
    rivals = (code for code in counts if code != best and counts[code] * (_SURE_LEAD + 1) > counts[best])
    return (best, 0.99) if all(_leads(best, rival, shared) for rival in rivals) else None


def _leads(code: str, other: str, shared: Counter[frozenset[str] | None]) -> bool:
    """Whether the words that only one of two languages has are clearly those of the first."""
    own = sum(count for having, count in shared.items() if having and code in having and other not in having)
    rival = sum(count for having, count in shared.items() if having and other in having and code not in having)
    return own >= _SURE_LEAD * rival


@cache
def _languages_of() -> dict[str, frozenset[str]]:
    """Function word, folded → the languages with a file that have it."""
    found: dict[str, set[str]] = {}
    for code, stop in function_words().items():
        for word in stop:
            found.setdefault(fold(word), set()).add(code)
    return {word: frozenset(having) for word, having in found.items()}


def _by_model(sample: str) -> tuple[str, float]:
    ranked = [(str(code), float(chance)) for code, chance in _identifier().rank(sample)]
    best, chance = ranked[0]
    if len(sample) < _HEADLINE_CHARS and best not in codes():
        ours = next((one for one in ranked if one[0] in codes()), None)
        if ours and ours[1] * _PRIOR >= chance:
            return ours
    return best, min(chance, 1.0)


class _Identifier(Protocol):
    """Text → language codes with their probability, the likeliest first."""

    def rank(self, text: str, /) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model

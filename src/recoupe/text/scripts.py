"""Rules of writing systems: which script a text is in, and which scripts have capitals or spaces between words."""

from __future__ import annotations

import re
from collections import Counter

# Code-point ranges of the scripts that news is written in (Unicode blocks; rare extensions left out).
_RANGES = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": "\u0590-\u05ff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Kana": "\u3040-\u30ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Deva": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
    "Armn": "\u0530-\u058f",
    "Geor": "\u10a0-\u10ff",
}
_RUNS = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
UNSPACED = frozenset({"Hani", "Kana", "Thai"})
# Full stops beside those of Latin script: Arabic and Urdu, Devanagari, Armenian; those of unspaced scripts (Chinese,
# Japanese) end a sentence without a space behind them.
FULL_STOPS = "\u061f\u06d4\u0964\u0965\u0589"
UNSPACED_STOPS = "\u3002\uff01\uff1f\uff61"
UNSPACED_CHARS = "".join(_RANGES[script] for script in sorted(UNSPACED))


def main_script(text: str) -> str:
    """ISO 15924 code of the script that most letters of the text are in; `Zyyy` if it has none of those known here."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts = Counter({script: sum(map(len, run.findall(text))) for script, run in _RUNS.items()})
    script, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return script if count else "Zyyy"


# Scripts in which newspapers print one language alone. Chinese characters are Chinese if there are no kana.
_SOLE = {"Hang": "ko", "Grek": "el", "Thai": "th", "Armn": "hy", "Geor": "ka"}
# Japanese has kana for half of its letters and more; a Chinese text may quote a Japanese name.
_KANA_SHARE = 0.1


def sole_language(text: str) -> str | None:
    """The language that a text must be in because of its script, if the script says so much."""
    if text.isascii():
        return None
    script = main_script(text)
    if script not in ("Kana", "Hani"):
        return _SOLE.get(script)
    kana, han = (sum(map(len, _RUNS[one].findall(text))) for one in ("Kana", "Hani"))
    return "ja" if kana > _KANA_SHARE * (kana + han) else "zh"

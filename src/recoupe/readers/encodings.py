"""Bytes → the encoding they are in: by mark, as UTF-8, by their label where it fits, else by what gives words."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from recoupe.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Share of control characters above which bytes are no text. Text has none; 2 % leaves room for form feeds in old pages.
_BINARY = 0.02
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0c\x1b")) + b"\x7f"
# What is looked at to tell an encoding: more tells no more, and costs time.
_SAMPLE = 65_536
_GUESSED_ON = 6_000
# The figures below were chosen on 544 texts of 60 to 5,000 letters in 19 languages and 30 encodings, without labels and
# with wrong ones.
# Share of bytes above ASCII in the words that have any: in Latin letters one or two of a word, else all of it.
_MOSTLY_LATIN = 0.6
# Odd characters per letter that a text has at most; a right reading has none or one, of a sign that is odd itself.
_ODD = 0.01
# The same per character beyond ASCII, which tells a label of another script where such characters are few.
_ODD_BEYOND = 0.3
# Accented letters among all: up to a third in Vietnamese, a fifth elsewhere; Cyrillic misread as western has all.
_ACCENTED = 0.4
# With fewer telling bytes than this a label is believed rather than what they look like.
_TELLING = 40
# Share of usual characters among the Chinese, Japanese or Korean ones of a right reading, at least.
_USUAL = 0.8


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name that Python knows it by, and what was wrong with the label, if anything was."""

    name: str
    notes: tuple[str, ...] = ()


class _Usual(msgspec.Struct, forbid_unknown_fields=True):
    set: str
    lead: tuple[tuple[int, int], ...]


class _Facts(msgspec.Struct, forbid_unknown_fields=True):
    labels: dict[str, str]
    alphabets: tuple[str, ...]
    latin: dict[str, tuple[str, ...]]
    usual: dict[str, _Usual]


@cache
def _facts() -> _Facts:
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=_Facts)


def find_encoding(data: bytes, labels: Sequence[str] = ()) -> Encoding:
    """The encoding of the bytes.

    Args:
        data: the text, or its beginning.
        labels: what the server, the page or the letter say, most trusted first.

    Raises:
        Unreadable: if the bytes are no text, or words in no encoding.
    """
    sample = data[:_SAMPLE]
    for mark, marked in _MARKS:
        if sample.startswith(mark):
            return Encoding(marked)
    if wide := _utf16(sample):
        return Encoding(wide)
    _refuse_binary(sample)
    if b"\x1b$" in sample and sample.isascii():
        return Encoding("iso2022_kr" if b"\x1b$)C" in sample else "iso2022_jp_ext")
    known = [name for label in labels if (name := _codec(label))]
    told = next(iter(known), None)
    found = "utf-8" if _is_utf8(sample) else _found(sample, known)
    wrong = told not in (None, found) and not sample.isascii()
    return Encoding(found, (_wrong(told, found),) if wrong else ())


def _found(sample: bytes, known: Sequence[str]) -> str:
    """The encoding of bytes that are not UTF-8: that of a label if the bytes fit it, else what they look like."""
    words = _words_beyond_ascii(sample)
    latin = _is_latin(words)
    fitting = next((name for name in known if name != "utf-8" and _fits(sample, name)), None)
    if fitting and (latin or len(words) < _TELLING):
        return fitting
    if _mostly_utf8(sample):
        return "utf-8"
    guessed = (_guess_latin(sample) if latin else None) or _guess_wide(words) or _guess_other(words)
    if fitting and (guessed is None or _scripts(words, fitting) == _scripts(words, guessed)):
        return fitting
    if guessed is None:
        raise Unreadable("encoding", "it is not valid UTF-8, and no other encoding gives words")
    return guessed


# Tags, and what stands in scripts and styles, tell nothing of the language.
_MARKUP = re.compile(rb"<(?P<tag>script|style)\b.{0,60000}?</(?P=tag)>|<[^<>]{0,2000}>", re.I | re.S)
# All signs that part words here lie below the bytes that end a character of two bytes.
_BETWEEN_WORDS = re.compile(rb"[\s<>\"'=/&;,.:!?()]+")


def _words_beyond_ascii(sample: bytes) -> bytes:
    """The words with bytes above ASCII."""
    parts = _BETWEEN_WORDS.split(_MARKUP.sub(b" ", sample))
    return b" ".join(part for part in parts if not part.isascii())[:_GUESSED_ON]


def _is_latin(words: bytes) -> bool:
    return sum(byte > 127 for byte in words) < _MOSTLY_LATIN * len(words.replace(b" ", b""))


def _scripts(words: bytes, name: str) -> str:
    """What most of the characters beyond ASCII are, read so: the encoding itself if it is one of many letters."""
    if name in _facts().usual:
        return name
    text = words.decode(name, errors="ignore")
    blocks = Counter(ord(char) >> 8 for char in text if char > "\x7f" and char.isalpha())
    return str(min(blocks, key=lambda block: (-blocks[block], block), default=0))


def _wrong(told: str | None, found: str) -> str:
    return f"its label says {told}, its bytes are {found}"


def _codec(label: str) -> str | None:
    label = label.strip().strip("\"'").lower()
    try:
        return codecs.lookup(_facts().labels.get(label, label)).name
    except (LookupError, ValueError):
        return None


def _refuse_binary(sample: bytes) -> None:
    if b"\0" in sample or len(sample) - len(sample.translate(None, _CONTROL)) > _BINARY * len(sample):
        raise Unreadable("binary", "it holds control characters as no text does")


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: the spaces and line ends of any script have a zero byte, always on one side."""
    pairs = len(sample) // 2
    if b"\0" not in sample or pairs < 4:
        return None
    sides = (("utf-16-le", sample[0::2], sample[1::2]), ("utf-16-be", sample[1::2], sample[0::2]))
    for name, low, high in sides:
        spaces = sum(1 for byte, zero in zip(low, high, strict=False) if not zero and byte in b" \n.,;")
        if 0 not in low and spaces >= 0.01 * pairs:
            return name
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether it is, but for a last character that the end of the sample cuts."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and len(sample) == _SAMPLE
    return True


# Characters that only valid UTF-8 sequences give: proof that the bytes are UTF-8 with a few broken ones.
_WIDE = re.compile("[\u0080-\ufffc]")


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", errors="replace")
    return len(_WIDE.findall(text)) > 20 * text.count("\ufffd")


def _fits(sample: bytes, name: str) -> bool:
    """Whether the bytes, read so, look like words."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        text = decoder.decode(sample)
    except (UnicodeDecodeError, ValueError):
        return False
    if name in _facts().usual:
        return _share_of_usual(text, name) >= _USUAL
    letters = sum(map(str.isalpha, text))
    accented = sum(1 for char in text if "\u00c0" <= char <= "\u024f")
    beyond = [char for char in text if char > "\x7f"]
    # Capitals and small letters stand for each other in KOI8 and windows-1251.
    shouts = 2 * sum(map(str.isupper, beyond)) > len(beyond) > _TELLING
    most_odd = 0 if shouts else min(_ODD * letters + 1, _ODD_BEYOND * len(beyond))
    return odd(text) <= most_odd and accented <= max(_ACCENTED * letters, 3)


# Korean read as Chinese has nearly as many usual characters, since it uses the same bytes.
_ALIKE = 0.04
# What wrong readings have and words have not: a sign or control character inside or at the end of a word, a capital
# right after a small letter beyond ASCII, letters of two scripts in one word.
_ODD_SIGNS = re.compile(
    "[\x80-\x9f\ufffd]"
    "|[^\\W\\d_][\u00a1-\u00a9\u00ac-\u00b3\u00b5\u00b6\u00b8-\u00ba\u00bc-\u00bf\u00d7\u00f7\u0192\u02c6\u02dc"
    "\u2020\u2021\u2030\u2122\u2202-\u22ff\u2500-\u25ff](?=[^\\W\\d_])"
    "|[a-z\u00df-\u00f6\u00f8-\u00ff][\u00c0-\u00d6\u00d8-\u00de\u0152\u0160\u0178\u017d]"
    "|[\u0430-\u045f][\u0400-\u042f]|[\u03ac-\u03ce][\u0386-\u03ab]"
    "|[A-Za-z\u00c0-\u024f][\u0370-\u07ff\u0e00-\u0e7f]|[\u0370-\u07ff\u0e00-\u0e7f][A-Za-z\u00c0-\u024f]"
)


def odd(text: str) -> int:
    """How many places of the text no right reading would have."""
    return len(_ODD_SIGNS.findall(text))


def _share_of_usual(text: str, name: str) -> float:
    """Share of the set's usual characters among all wide ones; of a wrong reading, many are rare or of another set."""
    usual = _facts().usual[name]
    wide = [char for char in text if char >= "\u2e80" and not "\u3000" <= char <= "\u303f" and char < "\uff00"]
    good = 0
    for char in wide:
        lead = char.encode(usual.set, errors="ignore")[:1]
        good += bool(lead) and any(low <= lead[0] <= high for low, high in usual.lead)
    return good / len(wide) if wide else 0.0


def _guess_latin(sample: bytes) -> str | None:
    """The code page of the language that its unaccented letters tell; of several, the one with the fewest oddities."""
    from py3langid import classify

    sample = _MARKUP.sub(b" ", sample)[:_GUESSED_ON]
    plain = sample.decode("ascii", errors="replace").replace("\ufffd", " ")
    latin = _facts().latin
    pages = latin.get(classify(plain)[0], latin["western"])
    counted = [(odd(sample.decode(page, errors="replace")), place, page) for place, page in enumerate(pages)]
    least, _, page = min(counted)
    letters = sum(map(str.isalpha, plain))
    return page if least <= max(_ODD * letters, 1) and letters > 2 else None


def _guess_wide(words: bytes) -> str | None:
    """The Chinese, Japanese or Korean encoding with the most usual characters; of equal ones, the smallest set."""
    shares = []
    for place, name in enumerate(_facts().usual):
        try:
            text = codecs.getincrementaldecoder(name)("strict").decode(words)
        except UnicodeDecodeError:
            continue
        if sum(char >= "\u2e80" for char in text) * 4 > sum(char > "\x7f" for char in text) * 3:
            shares.append((round(_share_of_usual(text, name) / _ALIKE), -place, name))
    share, _, name = max(shares, default=(0, 0, ""))
    return name if share * _ALIKE >= _USUAL else None


def _guess_other(words: bytes) -> str | None:
    """The first encoding that fits: of those that charset-normalizer thinks of, else of all for one alphabet."""
    from charset_normalizer import from_bytes

    alphabets = _facts().alphabets
    thought_of = [name for match in from_bytes(words) if (name := str(match.encoding)) in alphabets]
    return next((name for name in (*thought_of, *alphabets) if _fits(words, name)), None)

"""Finding copies in a large pile: articles a second, memory and recall, beside datasketch, rensa and text-dedup.

`python -m bench.copies` prints the table; each line is a process of its own on one core. Each method gets the same
articles (`bench.generate.families`) as lines of text, and has to name the pairs that may share text. The goal: 2,000
articles a second, 2 GB for 100,000 articles, and 0.98 of the pairs of 5,000 articles of which one holds 0.3 of the
other's six-word runs (found by comparing all). Peers are measured on those 5,000 alone, at the same threshold and 128
permutations (for rensa with 64 bands, our choice); they estimate likeness rather than containment, which costs them
recall. A peer that is not installed is left out, and a line says so.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.generate import families
from recoupe.engines.inline import Inline
from recoupe.group.copies import SHARED, candidates, find_copies
from recoupe.group.keys import RUN
from recoupe.text.shingles import different, shingles
from recoupe.text.words import bare_words

MANY, SAMPLE = 100_000, 5_000
PERMUTATIONS = 128
# A run that more articles of the sample have is a set phrase: pairs that share enough share rarer ones, too.
RARE = 50
Pair = tuple[int, int]
Finder = Callable[[Iterable[str]], Iterable[Pair]]


def main(many: int = MANY, sample: int = SAMPLE) -> None:
    """Measure and print."""
    print(f"{'':44}{'articles/s':>11}{'peak MB':>9}{'pairs':>10}{'recall':>8}")
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large", Path(folder) / "small"
        for path, size, seed in ((large, many, 7), (small, sample, 8)):
            # Line by line: a child's peak of memory begins with that of its parent.
            with path.open("w", encoding="utf-8") as lines:
                lines.writelines(f"{made.text}\n" for made in families(size, seed=seed))
        for method in ("recoupe", "recoupe, verified"):
            _row(f"{method}, {many:,} articles", _child(method, large, recall=False))
        for method in FINDERS:
            if importlib.util.find_spec(method.partition(",")[0].replace("-", "_")) is None:
                print(f"{method:44} not installed, not measured")
            else:
                _row(f"{method}, {sample:,} articles", _child(method, small, recall=True))
    print(f"{'asked':44}{2000:11}{2000:9}{'':10}{0.98:8.3f}")


def _row(name: str, found: dict[str, float]) -> None:
    recall = f"{found['recall']:8.3f}" if "recall" in found else ""
    print(f"{name:44}{found['rate']:11,.0f}{found['megabytes']:9,.0f}{found['pairs']:10,.0f}{recall}", flush=True)


def _child(method: str, path: Path, *, recall: bool) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.copies", method, str(path), *(["recall"] if recall else [])]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def measure(method: str, path: Path, *, recall: bool) -> dict[str, float]:
    """One method on the articles of a file: rate by processor time, memory at its peak, pairs and recall."""
    began = time.process_time()
    pairs = set(FINDERS[method](_lines(path)))
    seconds = time.process_time() - began
    found = {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "pairs": float(len(pairs))}
    truth = set(_true_pairs([set(_runs(line)) for line in _lines(path)])) if recall else set()
    found |= {"rate": sum(1 for _ in _lines(path)) / seconds}
    return found | ({"recall": len(truth & pairs) / max(len(truth), 1)} if recall else {})


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from lines


def _runs(text: str) -> Sequence[int]:
    return different(shingles(bare_words(text), RUN))


def _true_pairs(pile: Sequence[set[int]]) -> Iterator[Pair]:
    """All pairs of which one holds SHARED of the other's runs.

    A pair can only do so without a rare run in common if SHARED of one's runs are not rare: such articles are compared
    with all others.
    """
    df = Counter(run for runs in pile for run in runs)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, runs in enumerate(pile):
        for run in runs:
            if df[run] <= RARE:
                holders[run].append(at)
    likely = {pair for held in holders.values() for pair in combinations(held, 2)}
    common = [at for at, runs in enumerate(pile) if sum(df[run] > RARE for run in runs) >= SHARED * len(runs)]
    likely |= {(min(at, other), max(at, other)) for at in common for other in range(len(pile)) if at != other}
    for a, b in likely:
        if len(pile[a] & pile[b]) >= SHARED * (min(len(pile[a]), len(pile[b])) or 1):
            yield a, b


def _recoupe(lines: Iterable[str]) -> Iterable[Pair]:
    return candidates([_runs(line) for line in lines], Inline())


def _verified(lines: Iterable[str]) -> Iterator[Pair]:
    for a, b, _ in find_copies([_runs(line) for line in lines], Inline()):
        yield a, b


def _datasketch(lines: Iterable[str]) -> Iterator[Pair]:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=SHARED, num_perm=PERMUTATIONS)
    for at, line in enumerate(lines):
        own = datasketch.MinHash(num_perm=PERMUTATIONS)
        own.update_batch([run.encode() for run in _spelt(line)])
        yield from ((before, at) for before in index.query(own))
        index.insert(at, own)


def _rensa(lines: Iterable[str]) -> Iterator[Pair]:
    rensa = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=SHARED, num_perm=PERMUTATIONS, num_bands=PERMUTATIONS // 2)
    for at, line in enumerate(lines):
        own = rensa.RMinHash(num_perm=PERMUTATIONS, seed=7)
        own.update(_spelt(line))
        yield from ((before, at) for before in index.query(own))
        index.insert(at, own)


def _text_dedup(lines: Iterable[str]) -> Iterator[Pair]:
    """Its `minhash.main` without reading and writing of data sets: 32-bit hashes, its own bands."""
    minhash, utils = (importlib.import_module(f"text_dedup.{name}") for name in ("minhash", "utils"))
    numpy = importlib.import_module("numpy")
    bands, rows = utils.optimal_param(SHARED, PERMUTATIONS, false_positive_weight=0.5, false_negative_weight=0.5)
    prime = numpy.uint32((1 << 32) - 5)
    drawn = [minhash.RNG.randint(low, prime, size=(PERMUTATIONS,), dtype=numpy.uint32) for low in (1, 0)]
    settings: dict[str, Any] = {
        "num_perm": PERMUTATIONS,
        "ngram_size": RUN,
        "min_length": RUN,
        "hashranges": [(band * rows, (band + 1) * rows) for band in range(bands)],
        "permutations": tuple(drawn),
        "hash_func": utils.xxh3_32hash,
        "dtype": numpy.uint32,
        "max_hash": numpy.uint32((1 << 32) - 1),
        "modulo_prime": prime,
    }
    tables: list[defaultdict[bytes, list[int]]] = [defaultdict(list) for _ in range(bands)]
    for at, line in enumerate(lines):
        for table, key in zip(tables, minhash.embed_func(line, at, **settings)[minhash.SIGNATURE_COLUMN], strict=True):
            yield from ((before, at) for before in table[key])
            table[key].append(at)


def _spelt(text: str) -> list[str]:
    """The runs of a text as peers take them."""
    words = bare_words(text)
    return [" ".join(run) for run in zip(*(words[first:] for first in range(RUN)), strict=False)]


FINDERS: dict[str, Finder] = {
    "recoupe": _recoupe,
    "recoupe, verified": _verified,
    "datasketch": _datasketch,
    "rensa": _rensa,
    "text-dedup": _text_dedup,
}


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in FINDERS:
        sys.stdout.write(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), recall="recall" in sys.argv)))
    else:
        main(*map(int, sys.argv[1:]))

"""`make bench`: speed and memory beside its goals, in one run of some five minutes. Nothing is asserted.

Whole runs are processes of their own, start included, on one core: starts in wall time, rates by processor time, which
other work on the machine changes less. The peers of the extraction run beside it in the same process. Take ratios from
one run, not figures from two.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench import copies, extraction, layers
from bench.generate import write_pile

BACK_CHANNEL = Path(__file__).parents[2] / "shared" / "corpora" / "back-channel"
RUNS = 3
PAGES, TEXTS, MANY, OTHERS = 200, 300, 2_000, 40
# Milliseconds that the goals leave to one article: 400 articles a second for names, times and quantities, 300 for
# attributions.
_MOST = {"attributions": 1000 / 300}
_SLOTS, _MOST_FOR_SLOTS = ("names", "times", "quantities"), 1000 / 400
_MEMORY = """
import tracemalloc
from recoupe.lang import codes, load
tracemalloc.start()
languages = [load(code) for code in codes()]
print(tracemalloc.get_traced_memory()[0] / 2**20)
"""


def main() -> None:
    """Measure and print."""
    print(f"{'':44}{'measured':>10}{'asked':>14}")
    _start()
    with tempfile.TemporaryDirectory() as folder:
        pages, texts, many, others = (Path(folder) / name for name in ("pages", "texts", "many", "others"))
        write_pile(pages, PAGES, html=True)
        write_pile(texts, TEXTS)
        write_pile(many, MANY)
        _whole_job(pages, texts, many)
        write_pile(others, OTHERS, seed=8)
        _layers(texts, others)
    print("\nThe body out of HTML pages, beside peers: at least 150 pages/s are asked, at F1 0.970")
    extraction.main(rounds=1)
    print("\nCopies in a large pile, beside peers")
    copies.main()


def _start() -> None:
    python, recoupe = [sys.executable], [sys.executable, "-m", "recoupe"]
    _row("import recoupe", _seconds([*python, "-c", "import recoupe"]) - _seconds([*python, "-c", ""]), "s", 0.15)
    _row("recoupe --help", _seconds([*recoupe, "--help"]), "s", 0.15)
    _row("recoupe demo", _seconds([*recoupe, "demo"]), "s")
    if BACK_CHANNEL.is_dir():
        _row("back-channel, 5 articles", _seconds([*recoupe, "check", str(BACK_CHANNEL)]), "s", 2)
    memory = subprocess.run([*python, "-c", _MEMORY], capture_output=True, text=True, check=True).stdout
    _row("memory of all languages", float(memory), "MB", 150)


def _whole_job(pages: Path, texts: Path, many: Path) -> None:
    check = [sys.executable, "-m", "recoupe", "check"]
    _row("whole job, HTML", PAGES / _run([*check, str(pages)]).cpu, "pages/s", 40)
    _row("whole job, plain text", TEXTS / _run([*check, str(texts)]).cpu, "articles/s", 150)
    run = _run([*check, str(many)])
    _row(f"whole job, {MANY:,} plain texts", MANY / run.cpu, "articles/s", 150)
    _row("  peak memory", run.megabytes, "MB", 500)


def _layers(texts: Path, others: Path) -> None:
    """Time per article in each layer. The parts of `crosscheck` are indented."""
    print("\nLayers, warm, per article of 400 words")
    spent = layers.milliseconds(texts, others)
    for layer, milliseconds in spent.items():
        _row(layer, milliseconds, "ms", _MOST.get(layer))
    _row(" + ".join(_SLOTS), sum(spent[layer] for layer in _SLOTS), "ms", _MOST_FOR_SLOTS)


def _row(name: str, value: float, unit: str, asked: float | None = None) -> None:
    wanted = f"{asked:10.4g} {unit}" if asked is not None else ""
    print(f"{name:44}{value:10.2f}{wanted:>18}" if wanted else f"{name:44}{value:10.2f} {unit}")


def _seconds(command: list[str]) -> float:
    return statistics.median(_run(command).wall for _ in range(RUNS))


class Run(NamedTuple):
    """Seconds of wall time and of processor time, and peak resident memory in MB."""

    wall: float
    cpu: float
    megabytes: float


def _run(command: list[str]) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    _, status, usage = _wait(process)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with status {status}")
    return Run(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    """As a user has it: an installed package keeps its compiled modules, whatever the developer's shell says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    return os.wait4(process.pid, 0)


if __name__ == "__main__":
    main()

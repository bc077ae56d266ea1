"""`make bench`: speed and memory of the whole main job, beside a peer in the same run. Nothing here is asserted.

Each line is a process of its own, start included, pinned to nothing; take ratios from one run, not figures from two.
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

from bench.generate import write_pile

BACK_CHANNEL = Path(__file__).parents[2] / "shared" / "corpora" / "back-channel"
RUNS = 5
PAGES, TEXTS, MANY = 200, 400, 2_000
PEER = """
import sys
from pathlib import Path
from trafilatura import extract
for page in Path(sys.argv[1]).iterdir():
    extract(page.read_text(encoding="utf-8"))
"""


def main() -> None:
    """Measure and print."""
    python = sys.executable
    recoupe = [python, "-m", "recoupe"]
    _line("import recoupe", [python, "-c", "import recoupe"], minus=_median([python, "-c", "pass"]))
    _line("recoupe --help", [*recoupe, "--help"])
    _line("recoupe demo, start included", [*recoupe, "demo"])
    if BACK_CHANNEL.is_dir():
        _line("back-channel, 5 articles, start included", [*recoupe, "check", str(BACK_CHANNEL)])
    with tempfile.TemporaryDirectory() as folder:
        pages, texts, many = (Path(folder) / name for name in ("pages", "texts", "many"))
        write_pile(pages, PAGES, html=True)
        write_pile(texts, TEXTS)
        write_pile(many, MANY)
        html = _rate("whole main job, HTML", [*recoupe, "check", str(pages)], PAGES)
        peer = _rate("trafilatura, extraction alone", [python, "-c", PEER, str(pages)], PAGES)
        print(f"{'':44}whole main job / trafilatura alone: {html / peer:.2f}")
        _rate("whole main job, plain text", [*recoupe, "check", str(texts)], TEXTS)
        _rate("whole main job, 2,000 plain texts", [*recoupe, "check", str(many)], MANY)
        _rate("  the same on all cores", [*recoupe, "check", "--engine", "processes", str(many)], MANY)


def _line(name: str, command: list[str], *, minus: float = 0.0) -> None:
    print(f"{name:44}{_median(command) - minus:8.2f} s")


def _median(command: list[str]) -> float:
    return statistics.median(_run(command)[0] for _ in range(RUNS))


def _rate(name: str, command: list[str], items: int) -> float:
    seconds, megabytes = _run(command)
    print(f"{name:44}{items / seconds:8.1f} articles/s{megabytes:8.0f} MB peak")
    return items / seconds


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time, and peak resident memory of the largest process in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = _wait(process)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with status {status}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, int, resource.struct_rusage]:
    return os.wait4(process.pid, 0)


if __name__ == "__main__":
    main()
